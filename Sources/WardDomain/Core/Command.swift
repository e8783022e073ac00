/// What somebody wants recorded: the same for the screen and for `apply`.
public protocol WardCommand: Codable, Hashable, Sendable {
    /// The word after `do`, such as `mother.admit`.
    static var name: String { get }
    /// What it does, for the help.
    static var summary: Phrase { get }
    /// Its fields in the order of the help.
    static var fields: [CommandField] { get }
    /// What the signed-in person's role must allow.
    static var permission: Permission { get }
    /// How far back its time may lie without a reason.
    static var backDating: BackDating { get }
    /// What must be looked up in the whole ledger before it can be decided.
    func lookups(in ward: WardState) -> [Lookup]
    /// The reason that the act itself asks for, where it does; a typed time has its own.
    var reason: String? { get }
    /// The entries that it makes, or why it is refused.
    func decide(_ context: DecisionContext) throws(Refusal) -> [Draft]
}

extension WardCommand {
    public static var backDating: BackDating { .reasonAfter15Minutes }
    public func lookups(in ward: WardState) -> [Lookup] { [] }
    public var reason: String? { nil }
}

/// How far back the time of a fact may lie before a reason is asked for.
public enum BackDating: Sendable {
    /// Any distance, as for an admission from another place.
    case free
    /// Up to and including 15 minutes.
    case reasonAfter15Minutes
    /// Not at all (within the running minute): decisions and births.
    case reasonAlways

    /// The distance in seconds up to which no reason is asked for; nil for any.
    public var secondsWithoutReason: Int? {
        switch self {
        case .free: nil
        case .reasonAfter15Minutes: 15 * 60
        case .reasonAlways: 59
        }
    }
}

/// One field of a command, as the help and the check of unknown fields need it.
public struct CommandField: Hashable, Sendable {
    public let name: String
    /// The form in JSON, such as `string`, `integer 1-4`, `time`.
    public let form: String
    public let required: Bool
    /// The fields of the object that it is, or that each element of its array is; empty where it is none.
    public let parts: [CommandField]

    /// The field of an act's own reason; where a command has none, that of its typed time.
    public static let reason = "reason"

    public init(_ name: String, _ form: String, required: Bool = false, parts: [CommandField] = []) {
        self.name = name
        self.form = form
        self.required = required
        self.parts = parts
    }
}

extension CaseIterable where Self: RawRepresentable<String> {
    /// The codes of a closed list, as the form of a command's field names them: `a|b|c`.
    static var codes: String { allCases.map(\.rawValue).joined(separator: "|") }
}

/// A command with who gives it, where, and when it happened.
public struct CommandEnvelope: Sendable {
    /// When the fact happened, as far as the one who gives the command says.
    public enum Time: Hashable, Sendable {
        /// Now: the reading taken when it is recorded.
        case now
        /// The frozen instant of a key press.
        case frozen(ClockReading)
        /// A time that was typed, and why it was not recorded then.
        case typed(Moment, reason: String? = nil)
    }

    public let id: CommandID
    public let by: Badge?
    public let time: Time
    /// When it was given, where the store was too busy to take it at once; nil for as it is recorded.
    public let givenAt: ClockReading?
    public let terminal: String
    public let origin: Origin
    public let command: any WardCommand

    public init(
        id: CommandID, by: Badge?, time: Time = .now, givenAt: ClockReading? = nil, terminal: String,
        origin: Origin = .screen, command: any WardCommand
    ) {
        self.id = id
        self.by = by
        self.time = time
        self.givenAt = givenAt
        self.terminal = terminal
        self.origin = origin
        self.command = command
    }

    /// When the fact happened, given the clocks at recording.
    public func occurred(_ now: ClockReading) -> Occurrence {
        switch time {
        case .now: Occurrence(now)
        case .frozen(let reading): Occurrence(reading)
        case .typed(let moment, _): Occurrence(typed: moment, reckonedFrom: now)
        }
    }
}

/// A question that a command needs answered from the whole ledger, closed stories included.
public enum Lookup: Hashable, Sendable {
    /// Where a band code was ever issued.
    case bandCode(String)
    /// Every admission ever with this hospital number.
    case admissions(mrn: String)
    /// An admission that may be closed.
    case admission(AdmissionID)
    /// A checklist run that may be closed.
    case checklist(ChecklistID, ChecklistRun.Nature)
    /// A finding that may be closed.
    case finding(FindingID)
    /// The number of the seal that a kit's last full check put on.
    case seal(ofKit: String)
    /// An entry's whole stream, for a correction; behind it the streams that took that story in by a merge.
    case stream(of: EntryID)
    /// How many entries of each kind were recorded after one.
    case recordedSince(EntryID)
    /// The highest number that a drill of this ward has.
    case lastDrillNumber
    /// Whether a badge has a PIN to be checked by.
    case pin(of: Badge)
}

/// The ledger's answers to a command's lookups.
public struct LookupAnswers: Sendable {
    /// One issue of a band code.
    public struct BandUse: Hashable, Sendable {
        public let admission: AdmissionID
        /// Nil for the mother's own band.
        public let newborn: NewbornID?
        public let void: Bool

        public init(admission: AdmissionID, newborn: NewbornID?, void: Bool) {
            self.admission = admission
            self.newborn = newborn
            self.void = void
        }
    }

    /// An admission of any time, by what tells admissions apart.
    public struct KnownAdmission: Hashable, Sendable {
        public let id: AdmissionID
        public let dueDate: CalendarDay?
        public let open: Bool

        public init(id: AdmissionID, dueDate: CalendarDay?, open: Bool) {
            self.id = id
            self.dueDate = dueDate
            self.open = open
        }
    }

    public var bandUses: [String: [BandUse]] = [:]
    public var admissionsByNumber: [String: [KnownAdmission]] = [:]
    public var streams: [EntryID: [Entry]] = [:]
    public var recordedSince: [String: Int] = [:]
    /// 0 while there was no drill.
    public var lastDrillNumber = 0
    /// By kit; absent where no full check has put a seal on.
    public var seals: [String: String] = [:]
    /// The badges that were asked for and have a PIN.
    public var withPIN: Set<Badge> = []

    public init() {}
}

/// All that a decision may look at: nothing else counts.
public struct DecisionContext: Sendable {
    /// What is open, and the closed admissions that the command asked for.
    public let ward: WardState
    public let answers: LookupAnswers
    public let rules: ClinicalRules
    public let id: CommandID
    public let by: Badge?
    public let terminal: String
    public let origin: Origin
    /// When it happened.
    public let occurred: Occurrence
    /// Why its time was not recorded then, as typed.
    let reasonOfTime: String?
    /// When it is recorded.
    public let now: ClockReading
    /// When somebody said so: how far back a typed time lies is reckoned from then, however late it is recorded.
    let givenAt: Moment
    public let offset: LocalOffset

    public init(
        envelope: CommandEnvelope, ward: WardState, answers: LookupAnswers, rules: ClinicalRules, now: ClockReading,
        offset: LocalOffset
    ) {
        self.ward = ward
        self.answers = answers
        self.rules = rules
        id = envelope.id
        by = envelope.by
        terminal = envelope.terminal
        origin = envelope.origin
        occurred = envelope.occurred(now)
        reasonOfTime = if case .typed(_, let reason) = envelope.time { reason } else { nil }
        self.now = now
        givenAt = (envelope.givenAt ?? now).moment
        self.offset = offset
    }

    /// One entry in a stream at the command's time.
    func draft(_ stream: StreamID, _ fact: any Fact) -> Draft {
        Draft(stream: stream, occurred: occurred, fact: fact)
    }

    /// The staff member who gives the command, where she is known.
    var actor: StaffMember? {
        by.flatMap { ward.roster[$0] }
    }
}
