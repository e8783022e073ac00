/// What holds for every fact of an admission's story.
extension Admission {
    /// Takes one fact into the story.
    mutating func take(_ fact: any AdmissionFact, _ stamp: EntryStamp) throws(FoldFault) {
        guard recordedAt != nil || fact is MotherAdmitted || fact is NewbornAdmitted else {
            throw .impossible("nobody was admitted")
        }
        try fact.fold(into: &self, stamp)
        guard runs.filter(\.isRunning).count < 2 else { throw .impossible("two clocks would run for her") }
        noteSignature(stamp)
        noteWaits(fact, stamp)
    }

    /// An entry that nobody signed for waits for a signature; an import has none to wait for.
    private mutating func noteSignature(_ stamp: EntryStamp) {
        guard stamp.staff == nil, stamp.origin.way != .import else { return }
        guard !runs.contains(where: { $0.unsigned.contains(stamp.id) }) else { return }
        unsigned.append(stamp.id)
    }

    /// True when nothing newer was said of an aspect; then this is the newest word.
    mutating func takesNewest(_ aspect: Aspect, _ at: Occurrence) -> Bool {
        if let known = saidAt[aspect], at.isBefore(known) { return false }
        saidAt[aspect] = at
        return true
    }

    /// Puts her somewhere; nobody can be moved before her newest move.
    mutating func put(_ place: MotherPlace, _ stamp: EntryStamp) throws(FoldFault) {
        guard takesNewest(.place, stamp.occurred) else { throw .impossible("she was moved since") }
        self.place = place
        placeSince = stamp.occurred
        placeBeforeTheatre = nil
    }

    /// Changes one run, and notes the time of its newest entry and whether it waits for a signature.
    mutating func withRun(
        _ id: CaesareanID, _ stamp: EntryStamp, _ change: (inout CaesareanRun) throws(FoldFault) -> Void
    ) throws(FoldFault) {
        guard let index = runs.firstIndex(where: { $0.id == id }) else { throw .impossible("there is no run \(id)") }
        try change(&runs[index])
        runs[index].lastEntryAt = Occurrence(stamp.recorded)
        if stamp.staff == nil { runs[index].unsigned.append(stamp.id) }
    }

    /// Changes one newborn.
    mutating func withNewborn(_ id: NewbornID, _ change: (inout Newborn) throws(FoldFault) -> Void) throws(FoldFault) {
        guard let index = newborns.firstIndex(where: { $0.id == id }) else {
            throw .impossible("there is no baby \(id)")
        }
        try change(&newborns[index])
    }
}
