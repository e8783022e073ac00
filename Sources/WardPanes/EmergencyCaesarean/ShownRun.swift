import WardDomain

/// A run as the pane shows it: what is recorded, with what the store has not taken yet laid over it.
struct ShownRun {
    let mother: Admission
    let run: CaesareanRun
    /// The run as recorded; nil for a clock whose start is not saved yet.
    let recorded: CaesareanRun?

    var isSaved: Bool { recorded != nil }

    /// True for a milestone of which the ledger does not know yet what is shown.
    func isNotSaved(_ milestone: Milestone) -> Bool {
        run.time(of: milestone) != recorded?.time(of: milestone)
            || run.notApplicable.contains(milestone) != (recorded?.notApplicable.contains(milestone) == true)
    }

    /// What else the store has not taken of this run: it is named, and not shown as a fact.
    func otherNotSaved(_ scene: Scene) -> [RecordOrder] {
        scene.notSaved.filter { order in
            guard let command = order.command as? any NamesCaesarean, command.run == run.id else { return false }
            guard let mark = command as? MarkMilestone else { return true }
            return !isNotSaved(mark.milestone)
        }
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

    /// The clock that runs for a mother.
    func running(of mother: AdmissionID?) -> ShownRun? {
        all.last { $0.run.isRunning && $0.mother.id == mother }
    }

    var newestRunning: ShownRun? { all.last(where: \.run.isRunning) }

    /// The run so many places after another, round and round.
    func neighbour(of run: CaesareanID, by offset: Int) -> CaesareanID? {
        guard let index = all.firstIndex(where: { $0.run.id == run }) else { return nil }
        return all[(index + offset + all.count) % all.count].run.id
    }
}
