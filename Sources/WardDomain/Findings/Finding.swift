/// One finding: an action, a threat or a defect; it stays open until somebody closes it with a word.
public struct FindingID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The finding of a place in a command that makes several.
    init(_ command: CommandID, ordinal: Int) {
        rawValue = "\(command.rawValue).\(ordinal)"
    }
}

/// What a finding is.
public enum FindingKind: String, Codable, CaseIterable, Sendable {
    /// Something to be done, by whom, until when.
    case action
    /// A weakness that a drill or a case showed and that would meet the next one.
    case threat
    /// Something that is wrong with kit.
    case defect

    public var label: Phrase {
        switch self {
        case .action: Phrase(en: "action", zhHans: "措施")
        case .threat: Phrase(en: "threat", zhHans: "隐患")
        case .defect: Phrase(en: "defect", zhHans: "缺陷")
        }
    }
}

/// The kinds of latent threat that a debrief tells apart (clinical reference 7.0).
public enum ThreatTag: String, Codable, CaseIterable, Sendable {
    case staffing, accessCode, drugLocation, battery, lift, phone, lighting, signage

    public var label: Phrase {
        switch self {
        case .staffing: Phrase(en: "staffing", zhHans: "人员")
        case .accessCode: Phrase(en: "access code", zhHans: "门禁密码")
        case .drugLocation: Phrase(en: "drug location", zhHans: "药品位置")
        case .battery: Phrase(en: "battery", zhHans: "电池")
        case .lift: Phrase(en: "lift", zhHans: "电梯")
        case .phone: Phrase(en: "phone", zhHans: "电话")
        case .lighting: Phrase(en: "lighting", zhHans: "照明")
        case .signage: Phrase(en: "signage", zhHans: "标识")
        }
    }
}

/// What was found, who sees to it until when, where it comes from, and how it was settled.
public struct Finding: Codable, Hashable, Sendable, Identifiable {
    /// The run that a finding comes from, as it is named wherever the finding stands.
    public struct Origin: Codable, Hashable, Sendable {
        public let run: ChecklistID
        public let nature: ChecklistRun.Nature
        /// The protocol's id and titles.
        public let drillProtocol: String
        public let en: String
        public let zhHans: String
        public let startedAt: Moment

        /// Nil for a run that has not begun.
        init?(_ run: ChecklistRun) {
            guard let found = run.drillProtocol, let started = run.startedAt else { return nil }
            self.run = run.id
            nature = run.nature
            drillProtocol = found.id
            en = found.en
            zhHans = found.zhHans
            startedAt = started.moment
        }

        public var title: Phrase { Phrase(en: en, zhHans: zhHans) }
    }

    /// The word with which it was closed.
    public struct Closing: Codable, Hashable, Sendable {
        public let how: String
        public let at: Occurrence
        public let staff: Badge?
    }

    /// Until when somebody sees to it.
    public struct Limit: Codable, Hashable, Sendable {
        public let day: CalendarDay
        /// The local midnight that ends the day, reckoned when the day was given.
        public let until: Moment

        init(_ day: CalendarDay, _ offset: LocalOffset) {
            self.day = day
            until = Moment(day: day.advanced(days: 1), hour: 0, minute: 0, offset)
        }

        /// A limit within a day.
        init(until moment: Moment, _ offset: LocalOffset) {
            day = moment.localDay(offset)
            until = moment
        }
    }

    public let id: FindingID
    /// Nil only before the first entry.
    public internal(set) var kind: FindingKind?
    public internal(set) var what = ""
    public internal(set) var owner: Badge?
    /// Nil for a threat that nobody gave a day.
    public internal(set) var limit: Limit?
    /// A kit of the library by its id, or any other by its name.
    public internal(set) var kit: String?
    /// The kit's item, by its id; nil where the kit as a whole is meant.
    public internal(set) var item: String?
    public internal(set) var tag: ThreatTag?
    public internal(set) var origin: Origin?
    /// True for a kit that was used and is to be full again; nil for every other finding.
    public internal(set) var restock: Bool?
    public internal(set) var openedAt: Occurrence?
    public internal(set) var openedBy: Badge?
    public internal(set) var closing: Closing?
    /// What was said to its alarm.
    public internal(set) var alarmAnswers: [AlarmAnswer] = []

    public init(id: FindingID) {
        self.id = id
    }

    public var isRestock: Bool { restock ?? false }

    public var isOpen: Bool { kind != nil && closing == nil }

    /// From when on it is overdue, while it is open: the local midnight that ends its day, or a minute of the day.
    public var overdueFrom: Moment? { isOpen ? limit?.until : nil }

    /// True from its limit on, while it is open.
    public func isOverdue(at moment: Moment) -> Bool {
        overdueFrom.map { moment >= $0 } ?? false
    }
}

/// A fact about one finding.
public protocol FindingFact: Fact {
    func fold(into finding: inout Finding, _ stamp: EntryStamp) throws(FoldFault)
}

/// A command about one finding.
protocol NamesFinding {
    var finding: FindingID { get }
}

extension NamesFinding {
    /// The finding, still open.
    func found(_ context: DecisionContext) throws(Refusal) -> Finding {
        guard let found = context.ward.findings[finding] else { throw .findingUnknown }
        guard found.isOpen else { throw .findingClosed }
        return found
    }
}
