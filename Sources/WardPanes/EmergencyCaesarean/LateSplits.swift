import ScreenGrid
import WardDomain

/// Stretches of a run that took longer than the library gives them: `uterine incision > delivery 04:12 ! (03:00 [R])`.
enum LateSplits {
    static func notes(_ run: CaesareanRun, _ scene: Scene) -> [Note] {
        run.splits.compactMap { split in
            guard let limit = scene.rules.limitExceeded(by: split) else { return nil }
            let way = "\(scene.say(split.from.label)) > \(scene.say(split.to.label))"
            let wall = split.interval.byWallClock ? "w" : ""
            return Note("\(way) \(Durations.clock(split.interval.seconds))\(wall) ! (\(limit.marked))", .late)
        }
    }
}
