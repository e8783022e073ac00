import WardDomain

/// A run as the pane shows it: what is recorded, with what the store has not taken yet laid over it.
struct ShownRun {
    let mother: Admission
    let run: CaesareanRun
    /// The run as recorded; nil for a clock whose start is not saved yet.
    let recorded: CaesareanRun?

    var isSaved: Bool { recorded != nil }

    /// True for a milestone whose time is not in the ledger yet.
    func isNotSaved(_ milestone: Milestone) -> Bool {
        run.time(of: milestone) != recorded?.time(of: milestone)
    }

    /// False once the run was stood down, void, or overtaken by a birth: then nothing can be marked any more.
    var takesMarks: Bool { run.isRunning || run.end?.ending == .delivered }

    /// What one key marks next.
    var next: Milestone? { takesMarks ? run.next : nil }

    /// The babies born by this caesarean, in order.
    var babies: [Newborn] { mother.babies(of: run) }

    /// What waits for a signature, births included.
    var unsignedCount: Int { run.unsigned.count + mother.unsigned.count }

    /// The milestone that stands furthest along the usual order.
    var furthest: Milestone {
        Milestone.allCases.last { !$0.floats && run.time(of: $0) != nil } ?? .decision
    }
}

/// Every run of the open admissions, the one decided first standing first.
struct OpenRuns {
    let all: [ShownRun]

    init(_ scene: Scene) {
        all = UnsavedWard.laidOver(scene).admissions.values.filter { $0.mergedInto == nil }
            .flatMap { mother in
                mother.runs.filter { $0.closing == nil }.map { run in
                    ShownRun(mother: mother, run: run, recorded: scene.ward.caesarean(run.id)?.run)
                }
            }
            .sorted { first, second in
                let (left, right) = (first.run.decidedAt, second.run.decidedAt)
                return left == right ? first.run.id.rawValue < second.run.id.rawValue : left.isBefore(right)
            }
    }

    /// The run that was selected, else the newest running one, else the newest that counts.
    func shown(_ selected: CaesareanID?) -> ShownRun? {
        all.first { $0.run.id == selected } ?? newestRunning ?? all.last { $0.run.end?.ending != .void }
    }

    var newestRunning: ShownRun? { all.last(where: \.run.isRunning) }

    /// The run so many places after another, round and round.
    func neighbour(of run: CaesareanID, by offset: Int) -> CaesareanID? {
        guard let index = all.firstIndex(where: { $0.run.id == run }) else { return nil }
        return all[(index + offset + all.count) % all.count].run.id
    }
}

/// The ward as it will be once everything that the store has not taken yet is saved, by the ward's own rules.
enum UnsavedWard {
    static func laidOver(_ scene: Scene) -> WardState {
        scene.notSaved.reduce(into: scene.ward) { ward, order in lay(order, over: &ward, scene) }
    }

    /// An order that the rules refuse changes nothing: the refusal comes when the store answers.
    private static func lay(_ order: RecordOrder, over ward: inout WardState, _ scene: Scene) {
        let envelope = CommandEnvelope(
            id: CommandID("not-saved-\(order.ticket)"), by: order.by, time: order.time, terminal: scene.terminal,
            command: order.command)
        let context = DecisionContext(
            envelope: envelope, ward: ward, answers: LookupAnswers(), rules: scene.rules, now: scene.now.reading,
            offset: scene.now.offset)
        guard let drafts = try? WardRules.decide(order.command, context) else { return }
        for (index, draft) in drafts.enumerated() {
            let stamp = EntryStamp(
                id: EntryID(envelope.id, ordinal: index + 1), occurred: draft.occurred, recorded: scene.now.reading,
                terminal: scene.terminal, staff: order.by, origin: .screen)
            try? ward.apply(Entry(sequence: 0, stream: draft.stream, stamp: stamp, fact: draft.fact))
        }
    }
}
