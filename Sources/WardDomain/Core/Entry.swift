/// One story of the ledger: whatever belongs together is folded together.
public enum StreamID: Hashable, Sendable {
    /// The ward's name, beds and settings.
    case ward
    /// The staff: names, roles, badges.
    case roster
    /// A mother, her labour, her caesareans, her newborns, their bands and custody.
    case admission(AdmissionID)
    /// A drill: never touches a mother, a baby or an indicator.
    case drill(ChecklistID)
    /// A real response worked through by checklist.
    case response(ChecklistID)
    /// An action, a threat or a defect.
    case finding(FindingID)
    /// A training, meeting or lesson that was held.
    case rhythm(RhythmID)
    /// A check of a rescue cart or area.
    case kitCheck(KitCheckID)
    /// A head count over all units.
    case headCount(HeadCountID)
    /// A shift change: of a group of newborns, or of the charge of the ward.
    case shift(ShiftID)
    /// Acts of access of one day: sign-ins, names revealed, clock steps.
    case access(CalendarDay)
}

extension StreamID: RawRepresentable {
    public var rawValue: String {
        switch self {
        case .ward: "ward"
        case .roster: "roster"
        case .admission(let id): "admission/\(id)"
        case .drill(let id): "drill/\(id)"
        case .response(let id): "response/\(id)"
        case .finding(let id): "finding/\(id)"
        case .rhythm(let id): "rhythm/\(id)"
        case .kitCheck(let id): "kitCheck/\(id)"
        case .headCount(let id): "headCount/\(id)"
        case .shift(let id): "shift/\(id)"
        case .access(let day): "access/\(day)"
        }
    }

    public init?(rawValue: String) {
        let parts = rawValue.split(separator: "/", maxSplits: 1).map(String.init)
        switch (parts.first, parts.count) {
        case ("ward", 1): self = .ward
        case ("roster", 1): self = .roster
        case ("admission", 2): self = .admission(AdmissionID(parts[1]))
        case ("drill", 2): self = .drill(ChecklistID(parts[1]))
        case ("response", 2): self = .response(ChecklistID(parts[1]))
        case ("finding", 2): self = .finding(FindingID(parts[1]))
        case ("rhythm", 2): self = .rhythm(RhythmID(parts[1]))
        case ("kitCheck", 2): self = .kitCheck(KitCheckID(parts[1]))
        case ("headCount", 2): self = .headCount(HeadCountID(parts[1]))
        case ("shift", 2): self = .shift(ShiftID(parts[1]))
        case ("access", 2):
            guard let day = CalendarDay(parts[1]) else { return nil }
            self = .access(day)
        default: return nil
        }
    }
}

/// By what way an entry came: a terminal's screen, `apply` (with its operating system account), or an import.
public struct Origin: Hashable, Codable, Sendable {
    /// The ways into the ledger.
    public enum Way: String, Codable, Sendable {
        case screen, apply, `import`
    }

    public let way: Way
    public let account: String?

    public init(_ way: Way, account: String? = nil) {
        self.way = way
        self.account = account
    }

    public static let screen = Origin(.screen)
}

/// Who recorded an entry, where, when it happened and when it was recorded.
public struct EntryStamp: Hashable, Sendable {
    public let id: EntryID
    public let occurred: Occurrence
    public let recorded: ClockReading
    public let terminal: String
    /// Nil while nobody has signed for it.
    public let staff: Badge?
    public let origin: Origin
    /// Why a typed time was not recorded then; nil where nobody had to say.
    public let reasonOfTime: String?

    public init(
        id: EntryID, occurred: Occurrence, recorded: ClockReading, terminal: String, staff: Badge?, origin: Origin,
        reasonOfTime: String? = nil
    ) {
        self.id = id
        self.occurred = occurred
        self.recorded = recorded
        self.terminal = terminal
        self.staff = staff
        self.origin = origin
        self.reasonOfTime = reasonOfTime
    }
}

/// One fact as the ledger keeps it, for ever.
public struct Entry: Sendable {
    /// 1, 2, 3 ... without a gap, over the whole ledger.
    public let sequence: Int64
    public let stream: StreamID
    public let stamp: EntryStamp
    public let fact: any Fact

    public init(sequence: Int64, stream: StreamID, stamp: EntryStamp, fact: any Fact) {
        self.sequence = sequence
        self.stream = stream
        self.stamp = stamp
        self.fact = fact
    }
}

extension Entry {
    /// What happened, in a few words, and behind it why its time was not recorded then.
    public var summary: Phrase {
        let said = fact.summary
        return Phrase(en: said.en + reasonBehind.en, zhHans: said.zhHans + reasonBehind.zhHans)
    }

    /// Why its time was not recorded then, to stand behind its words; empty where the fact itself says it, which is
    /// always the last that it says.
    public var reasonBehind: Phrase {
        let said = fact.summary.en
        guard let reason = stamp.reasonOfTime, fact.reasonGiven != reason, !said.hasSuffix(": \(reason)") else {
            return Phrase(en: "", zhHans: "")
        }
        return Phrase(en: " (entered later: \(reason))", zhHans: "（补录：\(reason)）")
    }
}

/// A fact that a command would record, before the ledger gives it its place.
public struct Draft: Sendable {
    public let stream: StreamID
    public let occurred: Occurrence
    /// Why a typed time was not recorded then.
    public internal(set) var reasonOfTime: String?
    public let fact: any Fact

    public init(stream: StreamID, occurred: Occurrence, fact: any Fact) {
        self.stream = stream
        self.occurred = occurred
        self.fact = fact
    }

    /// What its entry says beside the fact: who recorded it, where and when.
    ///
    /// - Parameter ordinal: its place among the entries that the command makes, from 1.
    public func stamp(_ ordinal: Int, of envelope: CommandEnvelope, recorded: ClockReading) -> EntryStamp {
        EntryStamp(
            id: EntryID(envelope.id, ordinal: ordinal), occurred: occurred, recorded: recorded,
            terminal: envelope.terminal, staff: envelope.by, origin: envelope.origin, reasonOfTime: reasonOfTime)
    }
}
