import ScreenGrid
import WardDomain

/// What happened in a case, in the order of time: milestones, calls, arrivals, changes of category, births.
struct CaseEvents {
    /// One thing that happened.
    struct Line: Hashable {
        let label: Phrase
        /// The milestone that it is; nil for anything else.
        let milestone: Milestone?
        /// Seconds from the decision.
        let at: Int
        /// Where its split began; nil for what has none.
        let from: Int?
        let split: CaesareanRun.Split?
        let target: Int?
        let role: StyleRole
        let sign: Character
        let byWallClock: Bool
    }

    let lines: [Line]
    /// The seconds of the axis: all that happened, and the target of the whole.
    let scale: ClosedRange<Int>
    /// Seconds from the decision to the birth; nil where the category has no target.
    let limit: Int?

    private let run: CaesareanRun

    init(_ shown: CaesareanCase, _ scene: Scene) {
        run = shown.run
        limit = shown.run.target(scene.rules)
        let usual = UsualSplits(category: shown.run.category ?? .one, medians: nil, rules: scene.rules)
        var lines = Self.milestones(shown.run, usual)
        lines += Self.team(shown.run, scene) + Self.gradings(shown.run) + Self.laterBabies(shown)
        let sorted = lines.enumerated().sorted { ($0.element.at, $0.offset) < ($1.element.at, $1.offset) }
            .map(\.element)
        self.lines = sorted
        let end = shown.run.end.map { shown.run.decidedAt.interval(to: $0.at).seconds } ?? 0
        let last = max(sorted.last?.at ?? 0, end, limit ?? 0, 1)
        scale = min(0, sorted.first?.at ?? 0)...last
    }

    /// The same to be played again.
    var replay: Replay {
        let end = run.end.map { run.decidedAt.interval(to: $0.at).seconds } ?? 0
        return Replay(
            lines.map { Replay.Event($0.label, at: $0.at, from: $0.from, target: $0.target, role: $0.role) },
            length: end)
    }

    private static func milestones(_ run: CaesareanRun, _ usual: UsualSplits) -> [Line] {
        let splits = Dictionary(uniqueKeysWithValues: run.splits.map { ($0.to, $0) })
        let outOfOrder = run.outOfOrder
        return run.reached.map { milestone, at in
            let interval = run.decidedAt.interval(to: at)
            let target = milestone == .decision ? nil : usual.target(of: milestone)?.seconds
            let isLate = target.map { interval.seconds > $0 } ?? false
            let from = splits[milestone].flatMap { run.elapsed(to: $0.from)?.seconds }
            return Line(
                label: milestone.label, milestone: milestone, at: interval.seconds, from: from,
                split: splits[milestone], target: target,
                role: outOfOrder.contains(milestone) ? .alarmLow : isLate ? .late : .done,
                sign: outOfOrder.contains(milestone) ? "?" : "o", byWallClock: interval.byWallClock)
        }
    }

    private static func other(
        _ label: Phrase, _ at: Occurrence, _ run: CaesareanRun, from: Int? = nil, role: StyleRole, sign: Character
    ) -> Line {
        let interval = run.decidedAt.interval(to: at)
        return Line(
            label: label, milestone: nil, at: interval.seconds, from: from, split: nil, target: nil, role: role,
            sign: sign, byWallClock: interval.byWallClock)
    }

    /// Who was called and who came; the way from a call to the arrival is drawn.
    private static func team(_ run: CaesareanRun, _ scene: Scene) -> [Line] {
        let calls = run.calls.map { call in
            let name = call.name.map { " \($0)" } ?? ""
            return other(
                Phrase(en: "called: \(call.slot.label.en)\(name)", zhHans: "呼叫：\(call.slot.label.zhHans)\(name)"),
                call.at,
                run, role: .staff, sign: "c")
        }
        let arrivals = run.arrivals.map { arrival in
            let name = scene.name(of: arrival)
            let part = arrival.part
            let called = part.flatMap { run.teamTime($0).calledAt }.map { run.decidedAt.interval(to: $0).seconds }
            return other(
                Phrase(
                    en: "\(name) here" + (part.map { ", \($0.label.en)" } ?? ""),
                    zhHans: "\(name) 到场" + (part.map { "，\($0.label.zhHans)" } ?? "")), arrival.at, run, from: called,
                role: .staff, sign: "a")
        }
        return calls + arrivals
    }

    private static func gradings(_ run: CaesareanRun) -> [Line] {
        run.gradings.dropFirst().map { grading in
            other(
                Phrase(
                    en: "now cat \(grading.category.rawValue)", zhHans: "改为\(grading.category.label.zhHans)"),
                grading.at, run, role: .next, sign: "g")
        }
    }

    /// The babies after the first, whose birth is the milestone.
    private static func laterBabies(_ shown: CaesareanCase) -> [Line] {
        shown.babies.dropFirst().map { baby in
            other(
                Phrase(en: "baby \(baby.newborn.letter) born", zhHans: "婴\(baby.newborn.letter) 娩出"),
                baby.newborn.bornAt, shown.run, role: .newborn, sign: "b")
        }
    }
}
