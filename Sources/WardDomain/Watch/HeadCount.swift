/// One head count.
public struct HeadCountID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// What heads are counted for.
public enum HeadCountPurpose: String, Codable, CaseIterable, Sendable {
    case routine
    /// A child is missing, or somebody suspicious was seen (clinical reference 7.10).
    case codePink
    /// Babies leave the unit; each band is read again at the destination (clinical reference 7.11).
    case evacuation

    public var label: Phrase {
        switch self {
        case .routine: Phrase(en: "head count", zhHans: "清点")
        case .codePink: Phrase(en: "CODE PINK", zhHans: "粉色警报")
        case .evacuation: Phrase(en: "EVACUATION", zhHans: "疏散")
        }
    }
}

/// Where in a count a baby is scanned.
public enum HeadCountStage: String, Codable, CaseIterable, Sendable {
    /// Where it is: on the unit, or as it is taken up.
    case here
    /// Where it is evacuated to.
    case destination
}

/// A head count: every baby scanned once against the census, by any terminal, at any place.
public struct HeadCount: Codable, Hashable, Sendable, Identifiable {
    /// A baby that was scanned, or seen without a band.
    public struct Sighting: Codable, Hashable, Sendable {
        public let newborn: NewbornID
        public let at: Occurrence
        /// The place on record as it was scanned.
        public let place: Place
        public let terminal: String
        public let by: Badge?
        /// True for a baby without a band, whom two people know; nil for one whose band was read.
        let isWithoutBand: Bool?
    }

    /// A baby that nobody had scanned when the count was finished, as it stood then.
    public struct Missing: Codable, Hashable, Sendable {
        public let newborn: NewbornID
        public let place: Place
        public let custodian: Custodian
    }

    public let id: HeadCountID
    public internal(set) var purpose = HeadCountPurpose.routine
    /// The running drill that it belongs to; nil for a real one.
    public internal(set) var drill: ChecklistID?
    /// Where an evacuation goes to, in words.
    public internal(set) var destination: String?
    /// Nil only before the first entry.
    public internal(set) var startedAt: Occurrence?
    public internal(set) var here: [Sighting] = []
    public internal(set) var arrived: [Sighting] = []
    public internal(set) var finishedAt: Occurrence?
    public internal(set) var finishedBy: Badge?
    public internal(set) var missing: [Missing] = []

    public init(id: HeadCountID) {
        self.id = id
    }

    public var isOpen: Bool { startedAt != nil && finishedAt == nil }
    public var isDrill: Bool { drill != nil }

    /// When the last baby was scanned.
    public var lastSeenAt: Occurrence? {
        (here + arrived).map(\.at).max { $0.isBefore($1) }
    }

    /// Whether a baby was scanned, at a stage.
    public func has(_ newborn: NewbornID, _ stage: HeadCountStage) -> Bool {
        (stage == .here ? here : arrived).contains { $0.newborn == newborn }
    }

    /// Whether a baby was counted without a band, on the word of two people.
    public func hasWithoutBand(_ newborn: NewbornID) -> Bool {
        (here + arrived).contains { $0.newborn == newborn && $0.isWithoutBand == true }
    }

    /// Whether nothing more is asked of a baby: scanned, and in an evacuation scanned again at the destination.
    public func isSettled(_ newborn: NewbornID) -> Bool {
        has(newborn, purpose == .evacuation ? .destination : .here)
    }
}

extension WardState {
    /// The newborns that a head count asks for: who lives and is here. The dead are not in it.
    public var census: [(mother: Admission, newborn: Newborn)] {
        admissions.values.filter { $0.mergedInto == nil }.sorted { $0.id.rawValue < $1.id.rawValue }.flatMap { mother in
            mother.newborns.filter { $0.outcome.raisesAlarms && $0.isHere }.map { (mother, $0) }
        }
    }

    /// The count that goes on; nil while there is none.
    public var openHeadCount: HeadCount? { headCounts.values.first(where: \.isOpen) }
}

/// A fact of a head count.
public protocol HeadCountFact: Fact {
    func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault)
}
