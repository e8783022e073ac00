/// Where a mother is.
public enum MotherPlace: String, Codable, CaseIterable, Sendable {
    case ward, theatre, postnatal, icu, otherHospital, home, died

    public var label: Phrase {
        switch self {
        case .ward: Phrase(en: "here", zhHans: "在科")
        case .theatre: Phrase(en: "theatre", zhHans: "手术室")
        case .postnatal: Phrase(en: "postnatal ward", zhHans: "产后病房")
        case .icu: Phrase(en: "ICU", zhHans: "重症监护室")
        case .otherHospital: Phrase(en: "other hospital", zhHans: "外院")
        case .home: Phrase(en: "home", zhHans: "出院")
        case .died: Phrase(en: "died", zhHans: "死亡")
        }
    }
}

/// Whether something given in labour runs.
public enum TherapyState: String, Codable, CaseIterable, Sendable {
    case none, running, stopped

    public var label: Phrase {
        switch self {
        case .none: Phrase(en: "none", zhHans: "无")
        case .running: Phrase(en: "running", zhHans: "进行中")
        case .stopped: Phrase(en: "stopped", zhHans: "已停")
        }
    }
}

/// A mark that stands beside the risk grade on the board.
public enum SpecialFlag: String, Codable, CaseIterable, Sendable {
    case gbs, allergy, rhNegative, multiple, scar

    public var label: Phrase {
        switch self {
        case .gbs: Phrase(en: "GBS", zhHans: "GBS")
        case .allergy: Phrase(en: "allergy", zhHans: "过敏")
        case .rhNegative: Phrase(en: "Rh-", zhHans: "Rh阴")
        case .multiple: Phrase(en: "twins", zhHans: "多胎")
        case .scar: Phrase(en: "scar", zhHans: "瘢痕")
        }
    }
}

/// Who a mother is, as far as it is known. Only the label is needed.
public struct MotherIdentity: Codable, Hashable, Sendable {
    /// What she is called until she has a name, such as `unknown woman 1`.
    public var label: String?
    public var name: String?
    /// Hospital number.
    public var mrn: String?
    public var birthDate: CalendarDay?
    /// Pregnancies, this one included, 1-30.
    public var gravida: Int?
    /// Births before this one, 0-20, less than gravida.
    public var para: Int?
    public var dueDate: CalendarDay?
    /// Babies expected, 1-6.
    public var fetuses: Int?

    public init(
        label: String? = nil, name: String? = nil, mrn: String? = nil, birthDate: CalendarDay? = nil,
        gravida: Int? = nil, para: Int? = nil, dueDate: CalendarDay? = nil, fetuses: Int? = nil
    ) {
        self.label = label
        self.name = name
        self.mrn = mrn
        self.birthDate = birthDate
        self.gravida = gravida
        self.para = para
        self.dueDate = dueDate
        self.fetuses = fetuses
    }

    /// Her name, or the label that stands for it.
    public var called: String { name ?? label ?? "" }

    /// The same as a screen says it: an unknown woman's label in either language, whatever else stands as it was typed.
    public var said: Phrase {
        guard name == nil, let label, label == Self.unknownWoman || label.hasPrefix("\(Self.unknownWoman) ") else {
            return Phrase(en: called, zhHans: called)
        }
        let which = label.dropFirst(Self.unknownWoman.count)
        return Phrase(en: label, zhHans: "无名氏\(which)")
    }

    /// What the label of a woman begins with whom nobody knows; it is recorded so in every language.
    static let unknownWoman = "unknown woman"
    public var isNamed: Bool { name != nil }

    /// What is newly known laid over what was known.
    func updated(by known: MotherIdentity) -> MotherIdentity {
        MotherIdentity(
            label: known.label ?? label, name: known.name ?? name, mrn: known.mrn ?? mrn,
            birthDate: known.birthDate ?? birthDate, gravida: known.gravida ?? gravida, para: known.para ?? para,
            dueDate: known.dueDate ?? dueDate, fetuses: known.fetuses ?? fetuses)
    }
}

/// What may be said anew of a mother, and of which only the newest word counts.
public enum Aspect: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case place, risk, infectious, plan, epidural, oxytocin, charge
}

/// One stay of one mother: she, her labour, her caesareans, her newborns, their bands and custody.
///
/// A story that joins another is kept in an entry for ever: a new field here, or in what this holds, is optional or
/// `@Added`, or such an entry can't be read any more.
public struct Admission: Codable, Hashable, Sendable, Identifiable {
    public let id: AdmissionID
    public internal(set) var identity = MotherIdentity()
    /// Nil when no time was given: then it sets no lower bound for other times.
    public internal(set) var admittedAt: Occurrence?
    public internal(set) var recordedAt: Moment?
    public internal(set) var bed: BedLabel?
    public internal(set) var place = MotherPlace.ward
    public internal(set) var placeSince: Occurrence?
    /// What was known of her place before the newest mark of her arrival in theatre; nil once she was moved.
    var placeBeforeTheatre: PlaceKnown?
    public internal(set) var risk: RiskGrade?
    /// Nil until somebody recorded whether she is infectious.
    public internal(set) var infectious: Bool?
    public internal(set) var riskFactors: [String] = []
    /// What was done for her as a high-risk case, in the order of its recording.
    @Added public internal(set) var highRiskTicks: [HighRiskTick] = []
    @InOrder public internal(set) var flags: Set<SpecialFlag> = []
    public internal(set) var planLine: String?
    public internal(set) var epidural: TherapyState?
    public internal(set) var oxytocin: TherapyState?
    public internal(set) var inCharge: Badge?
    /// The newest recorded value of each field.
    public internal(set) var latest = LabourObservation()
    public internal(set) var observedAt: [ObservationField: Occurrence] = [:]
    /// Every examination of the cervix, in time order.
    @Added public internal(set) var cervixFindings: [CervixFinding] = []
    /// All losses recorded, mL; nil while none was.
    public internal(set) var totalBloodLossMillilitres: Int?
    public internal(set) var band: Band?
    public internal(set) var voidBands: [Band] = []
    public internal(set) var runs: [CaesareanRun] = []
    public internal(set) var newborns: [Newborn] = []
    /// Entries of births and the like that were recorded unsigned outside a run.
    public internal(set) var unsigned: [EntryID] = []
    /// When the newest word on each of these was said; an older one that comes late does not replace it.
    public internal(set) var saidAt: [Aspect: Occurrence] = [:]
    /// What waits about her newborns, from when.
    @Added public internal(set) var waits: [StoryWait] = []
    /// What the newest entry ended. The ledger keeps every one, so that a story does not grow by them.
    @Added public internal(set) var endedWaits: [EndedWait] = []
    /// What was said to alarms of this story, the newest word on each.
    @Added public internal(set) var alarmAnswers: [AlarmAnswer] = []
    /// Admissions of an unnamed woman that turned out to be hers.
    public internal(set) var absorbed: [AdmissionID] = []
    /// Newborns that went to their right mother with a caesarean; their ids are never given again.
    public internal(set) var newbornsMovedAway: [NewbornID] = []
    /// How it was made sure who she is; nil until somebody recorded it.
    public internal(set) var identityCheck: IdentityCheck?
    /// Stored form of `isWithoutMother`.
    var hasNoMother: Bool?
    /// Relatives whom she named: they give and take her babies as staff do.
    @Added public internal(set) var relatives: [AuthorisedRelative] = []
    /// Stored form of `motherNeedsRebanding`.
    var motherWearsWrongBand: Bool?
    /// Set when her story was merged into another's.
    public internal(set) var mergedInto: AdmissionID?

    public init(id: AdmissionID) {
        self.id = id
    }

    /// True for the story of a newborn whose mother is not on this ward.
    public internal(set) var isWithoutMother: Bool {
        get { hasNoMother == true }
        set { hasNoMother = newValue ? true : nil }
    }

    /// True while the mother's own band was found to be wrong and has not been replaced.
    public internal(set) var motherNeedsRebanding: Bool {
        get { motherWearsWrongBand == true }
        set { motherWearsWrongBand = newValue ? true : nil }
    }

    /// When anything of labour was last observed.
    public var lastObservedAt: Occurrence? {
        observedAt.values.max { $0.isBefore($1) }
    }

    /// True while she, a baby of hers, a running clock, a missing signature or an incomplete case keeps the story open.
    public var isOpen: Bool {
        guard recordedAt != nil, mergedInto == nil else { return false }
        return isHere || bed != nil || newborns.contains(where: \.isAwaited)
            || runs.contains { $0.isRunning || !$0.unsigned.isEmpty } || !unsigned.isEmpty || hasIncompleteCase
    }

    /// True while she is on the ward or in theatre.
    public var isHere: Bool {
        recordedAt != nil && mergedInto == nil && !isWithoutMother && (place == .ward || place == .theatre) && !isVoid
    }

    /// True for an unknown woman whom only the start of a clock admitted, when that start was a mistake: nobody.
    public var isVoid: Bool {
        guard let run = runs.first, runs.count == 1, run.end?.ending == .void else { return false }
        let isUntouched = bed == nil && band == nil && newborns.isEmpty && observedAt.isEmpty && risk == nil
        return wasAdmitted(by: run) && isUntouched
    }

    /// True for a woman without a name or number whom the start of this clock admitted.
    func wasAdmitted(by run: CaesareanRun) -> Bool {
        id.rawValue == run.id.rawValue && !identity.isNamed && identity.mrn == nil
    }

    /// The run whose clock is going.
    public var runningCaesarean: CaesareanRun? { runs.last(where: \.isRunning) }

    /// How far the pregnancy is on a day; nil without a due date. It stands still at the first birth.
    public func gestation(on day: CalendarDay, _ offset: LocalOffset) -> Gestation? {
        guard let dueDate = identity.dueDate else { return nil }
        let until = newborns.first.map { min(day, $0.bornAt.moment.localDay(offset)) } ?? day
        return Gestation(dueDate: dueDate, on: until)
    }

    /// The newborn of a birth order.
    public func newborn(order: Int) -> Newborn? {
        newborns.first { $0.order == order }
    }

    /// The codes of all bands that she and her newborns wear now; none once the story went on in another.
    var wornCodes: [String] {
        guard mergedInto == nil else { return [] }
        return (band.map { [$0.code] } ?? []) + newborns.flatMap { $0.attachedBands.map(\.code) }
    }

    /// The newborn that wears a band with this code now.
    public func newborn(wearing code: String) -> Newborn? {
        newborns.first { $0.wears(code) }
    }
}
