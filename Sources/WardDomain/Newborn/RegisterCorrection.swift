/// How a row of the register and the corrections around it belong together: a corrected row stays, and each correction
/// adds a row.
///
/// Source: clinical reference 8.2, append-only rows linked by `supersedes`.
public struct RegisterCorrection: Codable, Hashable, Sendable {
    /// The row in whose place this one stands; nil for the row that was first.
    public internal(set) var supersedes: EntryID?
    /// Why it was corrected; nil for the row that was first.
    public internal(set) var reason: String?
    /// True where the correction says that there was no such handover.
    public internal(set) var struck = false
    /// The entry that corrected this row in its turn; nil for the row that holds.
    public internal(set) var supersededBy: EntryID?
}

extension Newborn.Handover {
    /// This row as it stays once an entry has corrected it.
    public func superseded(by correction: EntryID) -> Newborn.Handover {
        var row = self
        row.correction = row.correction ?? RegisterCorrection()
        row.correction?.supersededBy = correction
        return row
    }

    /// The row that a correction adds under its own entry.
    ///
    /// - Parameter earlier: the row that it corrects.
    public func superseding(_ earlier: EntryID, by entry: EntryID, _ fact: EntryCorrected) -> Newborn.Handover {
        var row = self
        row.entry = entry
        row.correction = RegisterCorrection(supersedes: earlier, reason: fact.reason, struck: fact.struck)
        return row
    }
}
