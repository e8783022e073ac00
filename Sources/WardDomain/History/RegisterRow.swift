/// A row of the register with all that is known of the baby now, for paper and for scripts.
public struct RegisterRow: Codable, Hashable, Sendable {
    public let row: HandoverRow
    /// Nil where the baby's own row can't be found.
    public let baby: Newborn?

    public init(_ row: HandoverRow, _ baby: Newborn?) {
        self.row = row
        self.baby = baby
    }

    /// Weeks and days at the birth; nil without a due date or a known time of birth.
    public func gestation(_ offset: LocalOffset) -> Gestation? {
        guard let dueDate = row.mother.dueDate, let baby, baby.birthTimeKnown else { return nil }
        return Gestation(dueDate: dueDate, on: baby.bornAt.moment.localDay(offset))
    }
}

/// A shift change with its time and who recorded it.
public struct ShiftRow: Hashable, Sendable {
    public let record: ShiftRecord
    public let at: Occurrence
    public let by: Badge?

    public init(_ record: ShiftRecord, at: Occurrence, by: Badge?) {
        self.record = record
        self.at = at
        self.by = by
    }
}
