/// The sex of a newborn; undetermined is a finding, not a gap.
public enum NewbornSex: String, Codable, CaseIterable, Sendable {
    case female, male, undetermined

    public var label: Phrase {
        switch self {
        case .female: Phrase(en: "girl", zhHans: "女")
        case .male: Phrase(en: "boy", zhHans: "男")
        case .undetermined: Phrase(en: "undetermined", zhHans: "未定")
        }
    }

    /// One letter for the board.
    public var mark: Phrase {
        switch self {
        case .female: Phrase(en: "F", zhHans: "女")
        case .male: Phrase(en: "M", zhHans: "男")
        case .undetermined: Phrase(en: "U", zhHans: "未")
        }
    }
}

/// How a baby was born.
public enum BirthMode: String, Codable, CaseIterable, Sendable {
    case vaginal, forceps, vacuum, breech, caesarean
    /// Nobody here knows: for a child that was born elsewhere.
    case notRecorded

    /// The modes that a birth on this ward can have.
    public static let allCases: [BirthMode] = [.vaginal, .forceps, .vacuum, .breech, .caesarean]

    public var label: Phrase {
        switch self {
        case .vaginal: Phrase(en: "vaginal", zhHans: "阴道分娩")
        case .forceps: Phrase(en: "forceps", zhHans: "产钳")
        case .vacuum: Phrase(en: "vacuum", zhHans: "胎头吸引")
        case .breech: Phrase(en: "vaginal breech", zhHans: "臀位阴道分娩")
        case .caesarean: Phrase(en: "caesarean", zhHans: "剖宫产")
        case .notRecorded: Phrase(en: "mode not recorded", zhHans: "分娩方式未记录")
        }
    }
}

/// The outcome of a birth.
public enum BirthOutcome: String, Codable, CaseIterable, Sendable {
    case live, diedBeforeLabour, diedInLabour, diedLater

    public var label: Phrase {
        switch self {
        case .live: Phrase(en: "live", zhHans: "活产")
        case .diedBeforeLabour: Phrase(en: "died before labour", zhHans: "死胎")
        case .diedInLabour: Phrase(en: "died in labour", zhHans: "死产")
        case .diedLater: Phrase(en: "died later", zhHans: "出生后死亡")
        }
    }

    /// A child who died has identity and custody, and raises no alarm.
    public var raisesAlarms: Bool { self == .live }

    /// Born alive, whatever came later.
    var wasLive: Bool { self == .live || self == .diedLater }
}

/// Cord blood gases of one sample.
public struct CordGas: Codable, Hashable, Sendable {
    /// pH in thousandths, 6500-7600.
    public let pHThousandths: Int
    /// Base deficit in tenths of mmol/L.
    public let baseDeficitTenths: Int?

    public init(pHThousandths: Int, baseDeficitTenths: Int?) {
        self.pHThousandths = pHThousandths
        self.baseDeficitTenths = baseDeficitTenths
    }
}

/// A newborn: identity, bands, and always exactly one custodian and one place.
public struct Newborn: Codable, Hashable, Sendable, Identifiable {
    /// Who has the baby, where, and since when.
    public struct Custody: Codable, Hashable, Sendable {
        public let custodian: Custodian
        public let place: Place
        public let since: Occurrence
        /// When the baby is expected back with the mother, after an errand.
        public let expectedBack: Moment?
        /// The unit whose custody it is, in the person of the nurse who is named; nil outside such a unit.
        public var unit: Place? {
            guard case .staff = custodian, place.isUnit else { return nil }
            return place
        }

        public init(custodian: Custodian, place: Place, since: Occurrence, expectedBack: Moment?) {
            self.custodian = custodian
            self.place = place
            self.since = since
            self.expectedBack = expectedBack
        }
    }

    /// A move that was made in a hurry, whose handover is still owed.
    public struct PendingMove: Codable, Hashable, Sendable {
        public let place: Place
        public let since: Occurrence
        public let movedBy: Badge?
    }

    /// A mismatch that nobody has cleared yet: no handover can begin until then.
    public struct Mismatch: Codable, Hashable, Sendable {
        public let entry: EntryID
        public let scanned: String
        /// Nil where the mother had no band.
        public let belongs: String?
        public let since: Occurrence
        public let by: Badge?
    }

    /// The last finished handover, as the register shows it.
    public struct Handover: Codable, Hashable, Sendable {
        public internal(set) var entry: EntryID
        public let giver: Custodian
        /// Nil where something did not match before anybody had said that she takes the baby.
        public let receiver: Custodian?
        public let from: Place
        public let to: Place
        public let reason: String?
        public let at: Occurrence
        public let retrospective: Bool
        /// `match`, `refused`, or `mismatch`.
        public let result: HandoverResult
        public internal(set) var purpose: HandoverPurpose?
        /// The codes that were scanned; nil where none was.
        public internal(set) var band: String?
        public internal(set) var motherBand: String?
        public internal(set) var noMotherBandReason: String?
        /// Who confirmed with a PIN.
        public internal(set) var pinChecked: [Badge]?
        /// When the baby was expected back, where it was.
        public internal(set) var expectedBack: Moment?
        /// The mother's bed, the bands that were on, and how the baby was found before it was given.
        public internal(set) var bed: BedLabel?
        public internal(set) var bands: [WornBand]?
        public internal(set) var found: FoundCondition?
        /// Where the baby left: why without the mother's band, what paper the collector showed, the second person, and who
        /// saw the family sign.
        public internal(set) var noMotherBand: NoMotherBand?
        public internal(set) var document: IdentityDocument?
        public internal(set) var second: Badge?
        public internal(set) var signatureSeenBy: Badge?
        /// Who of the medical office was there, where the mother's band was not.
        public internal(set) var medicalOffice: String?
        /// What a correction made of this row of the register; nil in a row that was never corrected.
        public internal(set) var correction: RegisterCorrection?
    }

    public let id: NewbornID
    /// 1 for the first born.
    public let order: Int
    public internal(set) var bornAt: Occurrence
    public internal(set) var birthPlace: Place
    public internal(set) var mode: BirthMode
    public internal(set) var outcome: BirthOutcome
    public internal(set) var sex: NewbornSex?
    /// Grams, 100-9999.
    public internal(set) var weightGrams: Int?
    public internal(set) var apgar: [Int: ApgarScore] = [:]
    public internal(set) var arterialGas: CordGas?
    public internal(set) var venousGas: CordGas?
    public internal(set) var gasesNotTaken = false
    public internal(set) var bands: [Band] = []
    public internal(set) var custody: Custody
    public internal(set) var pendingMove: PendingMove?
    public internal(set) var mismatch: Mismatch?
    public internal(set) var lastHandover: Handover?
    /// When its band was last read against the mother's and matched.
    public internal(set) var motherBandCheckedAt: Occurrence?
    /// How it came without being born on this ward; nil for a child that was born here.
    public internal(set) var arrival: NewbornArrival?
    /// Stored form of `birthTimeKnown`.
    var birthTimeMissing: Bool?
    /// The child's own hospital number.
    public internal(set) var number: String?
    /// The name that the family registered: it stands beside the distinct name, never in its place.
    public internal(set) var registeredName: String?
    /// Millimetres, crown to heel.
    public internal(set) var lengthMillimetres: Int?
    /// Clamps left on the cord: one for the first twin, two for the second.
    public internal(set) var cordClamps: Int?
    /// What it looks like, and anything abnormal; footprints or a photograph that were kept.
    public internal(set) var features: String?
    /// Set while nobody may say which of several babies this is.
    public internal(set) var identityDoubt: IdentityDoubt?
    /// Drafts of adverse events, in the order in which they happened.
    @Added public internal(set) var adverseEvents: [AdverseEventDraft] = []
    /// The card of its transfer to the NICU.
    public internal(set) var transferCard: TransferCardState?
    /// How it was found last; nil while nobody said.
    public internal(set) var found: FoundCondition?
    /// When whoever has it took it over; nil since its birth or arrival.
    var takenAt: Occurrence?
    /// Who is with it in the newborn ward now.
    @Added public internal(set) var visitors: [Visitor] = []
    /// When two people last saw in a head count that it had no band; nil while nobody did.
    var seenUnbandedAt: Occurrence?
    /// Stored forms of `farewell`, `movedUnidentified`, `wrongIssues` and `hadBandStruck`.
    var farewellSaid: Farewell?
    var wasMovedUnidentified: Bool?
    var wrongIssuesFound: Int?
    var wasBandStruck: Bool?

    /// The bands that are on the baby now.
    public var attachedBands: [Band] { bands.filter { $0.state == .attached } }

    var hasGases: Bool { arterialGas != nil || venousGas != nil }

    /// Whether a scanned code is on this baby now.
    public func wears(_ code: String) -> Bool {
        bands.contains { $0.state == .attached && $0.code == code }
    }

    /// True while the baby is in this hospital's care.
    public var isHere: Bool { !custody.place.isAway }

    /// True while somebody here answers for the child: until it has left, also when it died.
    var isAwaited: Bool { isHere }

    /// `A`, `B` ... for a multiple birth.
    public var letter: String { Newborn.letter(order: order) }

    /// False for a child of whose birth nobody knows the time: `bornAt` is then when it came.
    public internal(set) var birthTimeKnown: Bool {
        get { birthTimeMissing != true }
        set { birthTimeMissing = newValue ? nil : true }
    }

    /// What was agreed with the family of a child who died, and to whom the death was reported.
    public internal(set) var farewell: Farewell {
        get { farewellSaid ?? Farewell() }
        set { farewellSaid = newValue == Farewell() ? nil : newValue }
    }

    /// True when it was rushed away without a band, and with nothing that tells who it is.
    var movedUnidentified: Bool {
        get { wasMovedUnidentified == true }
        set { wasMovedUnidentified = newValue ? true : nil }
    }

    /// Issues up to this one were found to be wrong; nothing is handed over until all that is on is newer.
    var wrongIssues: Int {
        get { wrongIssuesFound ?? 0 }
        set { wrongIssuesFound = newValue == 0 ? nil : newValue }
    }

    /// True once a band that was said to be on was struck out: nobody knows what the baby wore meanwhile.
    var hadBandStruck: Bool {
        get { wasBandStruck == true }
        set { wasBandStruck = newValue ? true : nil }
    }

    /// Since when it is on this ward: its birth, or when it came.
    public var hereSince: Occurrence { arrival?.at ?? bornAt }

    /// True while bands that were found to be wrong have not all been replaced.
    public var needsRebanding: Bool {
        wrongIssues > 0 && (attachedBands.isEmpty || attachedBands.contains { $0.issue <= wrongIssues })
    }
}

/// How a handover ended.
public enum HandoverResult: String, Codable, CaseIterable, Sendable {
    case match, mismatch, refused

    public var label: Phrase {
        switch self {
        case .match: Phrase(en: "match", zhHans: "相符")
        case .mismatch: Phrase(en: "MISMATCH", zhHans: "不符")
        case .refused: Phrase(en: "refused", zhHans: "拒收")
        }
    }
}
