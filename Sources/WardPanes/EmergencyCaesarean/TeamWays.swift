import ScreenGrid
import WardDomain

/// How the team came to a run: from call to arrival, and whether the newborn doctor was there for the birth.
struct TeamWays {
    let run: CaesareanRun
    let scene: Scene

    /// From the call to the arrival of each part that was called or came, with the library's limit where it has one;
    /// whoever is awaited is so while the clock runs.
    func notes(_ times: [TeamTime]) -> [Note] { times.compactMap(note) }

    private func note(_ time: TeamTime) -> Note? {
        guard let calledAt = time.calledAt, time.arrivedAt != nil || isAwaited(time.part) else { return nil }
        let label = scene.say(time.part.label)
        if time.wasHere { return Note("\(label): \(scene.say("here before the call", "呼叫前已在场"))", .done) }
        let seconds = (time.interval ?? calledAt.interval(to: scene.now.reading)).seconds
        let limit = scene.rules.arrivalLimits[time.part]
        let isLate = limit.map { seconds > $0.seconds } ?? false
        let beside = limit.map { " (\($0.marked))" } ?? ""
        let state = time.arrivedAt == nil ? scene.say("waited for", "等待") : scene.say("call to arrival", "呼叫至到场")
        let sign = isLate ? " !" : ""
        return Note("\(label) \(state) \(Durations.clock(seconds))\(sign)\(beside)", isLate ? .late : .text)
    }

    /// True for a part that had a call of its own in a run that still runs.
    private func isAwaited(_ part: TeamPart) -> Bool {
        run.isRunning && run.calls.contains { $0.slot.part == part }
    }

    /// Whether the newborn doctor was there first: said plainly once the baby is born by this caesarean.
    ///
    /// - Parameter key: the key that records the arrival, where there is one.
    func newbornDoctor(key: String? = nil) -> Note? {
        guard run.decisionToDelivery != nil else { return nil }
        switch run.newbornDoctorBeforeBirth {
        case true?: return Note(scene.say("newborn doctor before the birth", "新生儿科医师娩出前到场"), .done)
        case false?: return Note(scene.say("newborn doctor AFTER the birth", "新生儿科医师娩出后到场"), .late)
        case nil:
            return Note(
                scene.say("newborn doctor not recorded", "新生儿科医师未记录")
                    + (key.map { scene.say(" (\($0))", "（\($0)）") } ?? ""), .notRecorded)
        }
    }
}
