import WardDomain

/// The ward with what is not recorded yet laid over it, by the ward's own rules.
enum UnsavedWard {
    /// The ward with the clocks that were started here and the marks that the store has not taken. Nothing else is shown
    /// before it is recorded; what is laid over says NOT SAVED wherever it stands.
    static func laidOver(_ scene: Scene) -> WardState {
        guard !scene.orders.all.isEmpty else { return scene.ward }
        let unsaved = Set(scene.notSaved.map(\.ticket))
        return scene.orders.all.reduce(into: scene.ward) { ward, order in
            let isMark = order.command is MarkMilestone && unsaved.contains(order.ticket)
            if Subject(startedBy: order) != nil || isMark { _ = lay(order, over: &ward, scene) }
        }
    }

    /// The newest order that was placed before another one and belongs to the same story, as far as the rules tell.
    static func order(before later: RecordOrder, _ scene: Scene) -> RecordOrder? {
        var ward = scene.ward
        let earlier = scene.orders.all.filter { $0.ticket < later.ticket }.map { ($0, lay($0, over: &ward, scene)) }
        let stories = lay(later, over: &ward, scene)
        return earlier.last { !$0.1.isDisjoint(with: stories) }?.0
    }

    /// Lays an order over a ward and answers the stories that it is about. One that the rules refuse changes nothing: the
    /// refusal comes when the store answers. A drill that an emergency interrupts is shown as it is recorded.
    private static func lay(_ order: RecordOrder, over ward: inout WardState, _ scene: Scene) -> Set<StreamID> {
        let envelope = CommandEnvelope(
            id: order.id, by: order.by, time: order.time, givenAt: order.givenAt, terminal: scene.terminal,
            command: order.command)
        let context = DecisionContext(
            envelope: envelope, ward: ward, answers: LookupAnswers(), rules: scene.rules, now: scene.now.reading,
            offset: scene.offset)
        guard let drafts = try? WardRules.decide(order.command, context) else { return [] }
        for (index, draft) in drafts.enumerated() where !(draft.fact is ChecklistSuspended) {
            let stamp = draft.stamp(index + 1, of: envelope, recorded: scene.now.reading)
            try? ward.apply(Entry(sequence: 0, stream: draft.stream, stamp: stamp, fact: draft.fact))
        }
        return Set(drafts.map(\.stream))
    }
}

extension Subject {
    /// The clock that an order from an emergency starts; nil for every other order.
    init?(startedBy order: RecordOrder) {
        switch order.command {
        case is DecideCaesarean: self = .caesarean(CaesareanID(order.id.rawValue))
        case is StartChecklist<Response>: self = .checklist(ChecklistID(order.id.rawValue))
        default: return nil
        }
    }
}

/// What a clock says that was started here and is not recorded yet.
enum UnsavedSign {
    /// NOT SAVED once the store has not taken its start; for the hundredths of a second before, that it is being saved.
    ///
    /// - Parameter id: the run's.
    static func text(_ id: String, _ scene: Scene) -> String {
        let isNotSaved = scene.notSaved.contains { $0.id.rawValue == id }
        return isNotSaved ? "NOT SAVED 未保存" : scene.say("being saved", "正在保存")
    }
}
