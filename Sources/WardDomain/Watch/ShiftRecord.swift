/// One shift change: of a group of newborns, or of the charge of the ward.
public struct ShiftID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A fact of a shift change.
public protocol ShiftFact: Fact {
    func fold(into record: inout ShiftRecord, _ stamp: EntryStamp) throws(FoldFault)
}

/// What a shift change was; complete with its one entry.
public struct ShiftRecord: Codable, Hashable, Sendable, Identifiable {
    public let id: ShiftID
    public internal(set) var group: GroupHandedOver?
    public internal(set) var handover: ShiftHandedOver?

    public init(id: ShiftID) {
        self.id = id
    }
}
