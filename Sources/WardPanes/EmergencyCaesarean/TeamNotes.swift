import ScreenGrid
import WardDomain

extension OnCallSlot {
    /// The key that marks a call: F2 to F8, and F10, for F1 is the help and F9 the emergency.
    var key: Key {
        let position = OnCallSlot.allCases.firstIndex(of: self) ?? 0
        return .function(position < 7 ? position + 2 : 10)
    }
}

/// The team beside a running clock: who is waited for first, then tonight's on-call list with the key that calls each, then
/// who is here.
struct TeamNotes {
    private let shown: ShownRun
    private let scene: Scene
    private let duties: [OnCallDuty]

    init(_ shown: ShownRun, _ scene: Scene) {
        self.shown = shown
        self.scene = scene
        duties = scene.ward.plan.onCall(at: scene.now.moment)
    }

    private var run: CaesareanRun { shown.run }

    /// Who was called, who came, and who is awaited.
    ///
    /// - Parameter withUncalled: whether those who can still be called stand among them.
    func lines(withUncalled: Bool) -> [Note] {
        let ways = TeamWays(run: run, scene: scene)
        guard run.isRunning else { return ways.notes(run.teamTimes) + others }
        let list = OnCallSlot.allCases.filter { slot in withUncalled || run.calls.contains { $0.slot == slot } }
            .compactMap(line)
        let missing = duties.isEmpty ? [Note(scene.say(EmergencyCaesareanText.onCallNotWritten), .notRecorded)] : []
        let (here, awaited) = (
            run.teamTimes.filter { $0.arrivedAt != nil }, run.teamTimes.filter { $0.arrivedAt == nil }
        )
        return ways.notes(awaited) + list + missing + ways.notes(here) + others
    }

    /// Those who can still be called, as short as they can be said, for where there is no room for a line each.
    func brief(columns: Int) -> [Note] {
        guard run.isRunning else { return [] }
        let waiting = duties.filter { duty in !run.calls.contains { $0.slot == duty.slot } }
        var rows: [String] = []
        for duty in waiting {
            let text = "\(duty.slot.key.name) \(scene.say(duty.slot.label)) \(duty.name.safeForScreen)"
            let phone = duty.phone.map { " \($0.safeForScreen)" } ?? ""
            if let last = rows.last, (last + "  " + text + phone).displayWidth <= columns {
                rows[rows.count - 1] = last + "  " + text + phone
            } else {
                rows.append(text + phone)
            }
        }
        return rows.map { Note($0, .staff) }
    }

    /// One place of the list: `F5 anaesthesia 陈麻醉 6120`, and once it was called when that was.
    private func line(_ slot: OnCallSlot) -> Note? {
        let duty = duties.first { $0.slot == slot }
        let call = run.calls.first { $0.slot == slot }
        guard duty != nil || call != nil else { return nil }
        let who = [call?.name ?? duty?.name, call?.phone ?? duty?.phone].compactMap { $0?.safeForScreen }
        let name = ([scene.say(slot.label)] + who).joined(separator: " ")
        guard let call else { return Note("\(slot.key.name) \(name)", .staff) }
        let again = run.calls.count { $0.slot == slot }
        let times = again > 1 ? " x\(again)" : ""
        let at = Durations.clock(run.decidedAt.interval(to: call.at).seconds)
        return Note("v \(name) \(scene.say("called", "呼叫")) \(at)\(times)", .done)
    }

    /// Who is here, with the time since the decision.
    private var others: [Note] {
        guard !run.arrivals.isEmpty else { return [] }
        let people = run.arrivals.map { arrival in
            let after = Durations.clock(run.decidedAt.interval(to: arrival.at).seconds)
            let isKnown = arrival.name != nil || arrival.badge.map { scene.ward.roster[$0] != nil } ?? true
            let unknown = isKnown ? "" : scene.say(" (unknown badge)", "（未知工牌）")
            return "\(scene.name(of: arrival))\(unknown) \(after)"
        }
        return [Note(scene.say("here: ", "到场：") + people.joined(separator: ", "), .staff)]
    }
}
