/// One check of one kit.
public struct KitCheckID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// What is recorded of a kit: that it was looked at, and how much of it, or that something was done to it.
public enum KitCheckScope: String, Codable, CaseIterable, Sendable {
    /// Every item: at least daily, and whenever the seal is open.
    case full
    /// The seal alone, each shift.
    case seal
    /// It was disinfected or repaired.
    case care
    /// Its place, and who keeps it.
    case post

    public var label: Phrase {
        switch self {
        case .full: Phrase(en: "full check", zhHans: "全面清点")
        case .seal: Phrase(en: "seal check", zhHans: "封条核查")
        case .care: Phrase(en: "care", zhHans: "维护")
        case .post: Phrase(en: "place, keeper", zhHans: "定位定人")
        }
    }
}

/// How an item was found. An item without a mark was not checked; that is never taken as fine.
public enum KitItemResult: String, Codable, CaseIterable, Sendable {
    case inOrder, gap

    public var label: Phrase {
        switch self {
        case .inOrder: Phrase(en: "in order", zhHans: "完好")
        case .gap: Phrase(en: "gap", zhHans: "缺失或故障")
        }
    }
}

/// A check of a kit, in the exact list that it used.
public struct KitCheck: Codable, Hashable, Sendable, Identifiable {
    /// What was found of one item.
    public struct Mark: Codable, Hashable, Sendable {
        public let result: KitItemResult
        /// How many; nil where nobody counted.
        public let quantity: Int?
        /// The earliest expiry of those found.
        public let expiry: CalendarDay?
        /// How the battery was: true when it worked; nil where nobody tried.
        public let batteryWorks: Bool?
        public let note: String?
        public let at: Occurrence
        public let staff: Badge?
    }

    public let id: KitCheckID
    /// Nil only before the first entry.
    public internal(set) var kit: Kit?
    public internal(set) var scope = KitCheckScope.full
    /// The shift's id and day in which it began; nil where the library has no shifts.
    public internal(set) var shift: String?
    public internal(set) var shiftDay: CalendarDay?
    public internal(set) var startedAt: Occurrence?
    public internal(set) var startedBy: Badge?
    public internal(set) var marks: [String: Mark] = [:]
    public internal(set) var finishedAt: Occurrence?
    public internal(set) var finishedBy: Badge?
    /// The number of the seal that was put on, or that was found.
    public internal(set) var seal: String?
    /// For a seal check: true when the number is the one put on last.
    public internal(set) var sealHolds: Bool?
    /// Who counted with the one who finished it; nil where nobody was asked for.
    public internal(set) var second: Badge?
    /// What was done to it; nil for a check.
    public internal(set) var care: KitCare?
    /// Where it stands and who keeps it; nil for a check.
    public internal(set) var post: KitPost?
    public internal(set) var voided = false

    public init(id: KitCheckID) {
        self.id = id
    }

    /// Whether it was looked at, and nothing else done to it.
    public var isLook: Bool { scope == .full || scope == .seal }

    public var isOpen: Bool { kit != nil && finishedAt == nil && !voided }

    /// Items that nobody marked.
    public var notChecked: [Kit.Item] { (kit?.items ?? []).filter { marks[$0.id] == nil } }
    public var gaps: [Kit.Item] { (kit?.items ?? []).filter { marks[$0.id]?.result == .gap } }

    /// True for a finished check that found everything in order: every item, or an unbroken seal.
    public var isSound: Bool {
        guard finishedAt != nil, !voided else { return false }
        switch scope {
        case .full: return gaps.isEmpty && notChecked.isEmpty
        case .seal: return sealHolds == true
        case .care, .post: return false
        }
    }
}

/// A fact about one check of a kit.
public protocol KitFact: Fact {
    func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault)
}

extension KitCheck {
    mutating func begin(
        _ kit: Kit, _ scope: KitCheckScope, _ shift: String?, _ day: CalendarDay?, _ stamp: EntryStamp
    ) throws(FoldFault) {
        guard self.kit == nil else { throw .impossible("the check is there already") }
        self.kit = kit
        self.scope = scope
        self.shift = shift
        shiftDay = day
        startedAt = stamp.occurred
        startedBy = stamp.staff
    }
}

/// A command about a check that is going.
protocol NamesKitCheck {
    var check: KitCheckID { get }
}

extension NamesKitCheck {
    func going(_ context: DecisionContext) throws(Refusal) -> (check: KitCheck, kit: Kit) {
        guard let found = context.ward.kitChecks[check], found.isOpen, let kit = found.kit else {
            throw .kitCheckUnknown
        }
        if let started = found.startedAt, context.occurred.isBefore(started) { throw .beforeOpening }
        return (found, kit)
    }
}

extension DecisionContext {
    /// The shift in which it happened; nil where the library has none.
    var shift: ReadinessRules.ShiftOfDay? {
        rules.readiness.shift(at: LocalTime(occurred.moment, offset))
    }
}
