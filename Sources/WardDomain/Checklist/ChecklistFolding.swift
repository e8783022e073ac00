extension ChecklistRun {
    /// Takes one fact into the run; in a real response an entry that nobody signed for waits for a signature.
    mutating func take(_ fact: any ChecklistFact, _ stamp: EntryStamp) throws(FoldFault) {
        guard startedAt != nil || fact is ChecklistStarted else { throw .impossible("the run has not begun") }
        if let says = fact as? any SaysDrill, let drill = says.drill, drill != isDrill {
            throw .impossible("a drill's entry belongs in a drill")
        }
        try fact.fold(into: &self, stamp)
        if stamp.staff == nil, !isDrill { unsigned.append(stamp.id) }
    }

    /// A run that goes, and a time after its start.
    func checkGoing(_ stamp: EntryStamp) throws(FoldFault) {
        guard isRunning, let startedAt else { throw .impossible("the run is not going") }
        guard !stamp.occurred.isBefore(startedAt) else { throw .impossible("that lies before the start") }
    }

    /// The clock goes on from where it stood.
    mutating func endPause(at end: Occurrence) {
        guard let suspendedAt else { return }
        pauses.append(Pause(from: suspendedAt, to: end, cause: suspendedFor ?? .emergency))
        self.suspendedAt = nil
        suspendedFor = nil
    }

    /// Stops the clock; where the drill was suspended, it stops there.
    mutating func finish(_ stamp: EntryStamp) throws(FoldFault) {
        try checkGoing(stamp)
        if let suspendedAt, suspendedAt.isBefore(stamp.occurred) { endPause(at: stamp.occurred) }
        suspendedAt = nil
        suspendedFor = nil
        finishedAt = stamp.occurred
    }
}
