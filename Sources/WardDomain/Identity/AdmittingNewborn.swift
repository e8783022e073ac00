/// How a newborn came who was not born on this ward.
public struct NewbornArrival: Codable, Hashable, Sendable {
    /// From where it came, as far as that is known.
    public enum How: String, Codable, CaseIterable, Sendable {
        case outborn, transferredIn, bornBeforeArrival, foundling

        public var label: Phrase {
            switch self {
            case .outborn: Phrase(en: "outborn", zhHans: "院外出生")
            case .transferredIn: Phrase(en: "transferred in", zhHans: "外院转入")
            case .bornBeforeArrival: Phrase(en: "born before arrival", zhHans: "途中分娩")
            case .foundling: Phrase(en: "foundling", zhHans: "弃婴")
            }
        }
    }

    public let how: How
    public let at: Occurrence
    /// The hospital or place it came from.
    public let from: String?
    public let broughtBy: String?
    /// What was said to the police, to the civil affairs office; nil until somebody told them.
    public internal(set) var notified: [Authority: AuthorityNotice] = [:]
}

/// Who is told of a child without a guardian (NB14, ID-6).
public enum Authority: String, Codable, CaseIterable, CodingKeyRepresentable, Sendable {
    case police, civilAffairs

    public var label: Phrase {
        switch self {
        case .police: Phrase(en: "police", zhHans: "公安")
        case .civilAffairs: Phrase(en: "civil affairs", zhHans: "民政")
        }
    }
}

/// One notice: what was said and answered, and when.
public struct AuthorityNotice: Codable, Hashable, Sendable {
    public let note: String
    public let at: Occurrence
}

/// A newborn came whose mother is not on this ward: a story of its own, without anybody's labour.
public struct NewbornAdmitted: NewbornFact {
    public static let kind = "newbornAdmitted"
    public static let correctable: Set = ["sex", "weightGrams", "mode", "number", "from", "broughtBy", "reason"]
    public let newborn: NewbornID
    public let order: Int
    /// The mother as far as she is known; at least what the child is called by.
    public let mother: MotherIdentity
    public let how: NewbornArrival.How
    /// Nil where nobody knows.
    public let bornAt: Occurrence?
    public let birthPlace: Place
    public let mode: BirthMode
    public let sex: NewbornSex?
    public let weightGrams: Int?
    public let number: String?
    public let from: String?
    public let broughtBy: String?
    public let place: Place
    public let custodian: Custodian
    public let reason: String?

    public var summary: Phrase {
        let from = from.map { ", \($0)" } ?? ""
        return Phrase(
            en: "newborn came, \(how.label.en)\(from): \(mother.called)",
            zhHans: "新生儿入科（\(how.label.zhHans)\(from)）：\(mother.called)")
    }

    public var maskedSummary: Phrase {
        Phrase(en: "newborn came, \(how.label.en)", zhHans: "新生儿入科（\(how.label.zhHans)）")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        if admission.recordedAt == nil {
            admission.identity = mother
            admission.recordedAt = stamp.recorded.moment
            admission.placeSince = stamp.occurred
            admission.isWithoutMother = true
        }
        guard admission.newborns.allSatisfy({ $0.id != newborn && $0.order != order }) else {
            throw .impossible("baby \(order) is here")
        }
        var baby = Newborn(
            id: newborn, order: order, bornAt: bornAt ?? stamp.occurred, birthPlace: birthPlace, mode: mode,
            outcome: .live, sex: sex, weightGrams: weightGrams,
            custody: Newborn.Custody(custodian: custodian, place: place, since: stamp.occurred, expectedBack: nil))
        baby.arrival = NewbornArrival(how: how, at: stamp.occurred, from: from, broughtBy: broughtBy)
        baby.birthTimeKnown = bornAt != nil
        baby.number = number
        admission.newborns.append(baby)
        admission.newborns.sort { $0.order < $1.order }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
    }
}

/// `newborn.admit`: a newborn comes without its mother; a label is enough.
public struct AdmitNewborn: WardCommand {
    public static let name = "newborn.admit"
    public static let summary = Phrase(en: "admit a newborn whose mother is not here", zhHans: "新生儿单独入科")
    public static let permission = Permission.custody
    public static let backDating = BackDating.free
    public static let fields = [
        CommandField("how", NewbornArrival.How.codes, required: true),
        CommandField("label", "string"), CommandField("motherName", "string"), CommandField("admission", "id"),
        CommandField("number", "string"), CommandField("bornAt", "time"),
        CommandField("mode", BirthMode.codes),
        CommandField("sex", NewbornSex.codes),
        CommandField("weightGrams", "integer \(TextRules.form(of: RecordBirth.weightRange))"),
        CommandField("from", "string"), CommandField("broughtBy", "string"),
        CommandField(
            "place", Place.allCases.filter { !$0.isAway }.map(\.rawValue).joined(separator: "|"), required: true),
        CommandField("reason", "string"),
    ]

    public var how: NewbornArrival.How
    /// What the child is called by where no mother's name is known.
    public var label: String?
    public var motherName: String?
    /// The story of a twin who came before.
    public var admission: AdmissionID?
    public var number: String?
    public var bornAt: Timestamp?
    public var mode: BirthMode?
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var from: String?
    public var broughtBy: String?
    public var place: Place
    public var reason: String?

    public init(
        _ how: NewbornArrival.How, label: String? = nil, motherName: String? = nil, admission: AdmissionID? = nil,
        number: String? = nil, bornAt: Moment? = nil, mode: BirthMode? = nil, sex: NewbornSex? = nil,
        weightGrams: Int? = nil, from: String? = nil, broughtBy: String? = nil, place: Place, reason: String? = nil
    ) {
        self.how = how
        self.label = label
        self.motherName = motherName
        self.admission = admission
        self.number = number
        self.bornAt = bornAt.map(Timestamp.moment)
        self.mode = mode
        self.sex = sex
        self.weightGrams = weightGrams
        self.from = from
        self.broughtBy = broughtBy
        self.place = place
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let sibling = try sibling(context)
        let identity = if let sibling { sibling.identity } else { try identity(context) }
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        guard !place.isAway, place != .mortuary, place != .motherBed else {
            throw .outOfRange(field: "place", allowed: Phrase(en: "a place in this hospital", zhHans: "本院内的地点"))
        }
        let number = try TextRules.name(number.map(TextRules.number), field: "number")
        try context.ward.checkFree(childsNumber: number, of: nil, mother: sibling?.id)
        let born = try bornAt?.moment(context, "bornAt")
        if let born, born > context.occurred.moment {
            throw .outOfRange(field: "bornAt", allowed: Phrase(en: "before it came", zhHans: "入科之前的时间"))
        }
        let story = sibling?.id ?? AdmissionID(context.id.rawValue)
        let order = (sibling?.newborns.map(\.order).max() ?? 0) + 1
        let admitted = NewbornAdmitted(
            newborn: NewbornID(story, order: order), order: order, mother: identity, how: how,
            bornAt: born.map { Occurrence(typed: $0, reckonedFrom: context.now) },
            birthPlace: how == .transferredIn || how == .outborn ? .otherHospital : .beforeArrival,
            mode: mode ?? .notRecorded, sex: sex, weightGrams: weightGrams,
            number: number,
            from: try TextRules.name(from, field: "from"), broughtBy: try TextRules.name(broughtBy, field: "broughtBy"),
            place: place, custodian: context.by.map(Custodian.staff) ?? .unsigned(terminal: context.terminal),
            reason: reason)
        return [context.draft(.admission(story), admitted)]
    }

    private func sibling(_ context: DecisionContext) throws(Refusal) -> Admission? {
        guard let admission else { return nil }
        guard let story = context.ward.current(admission) else { throw .motherUnknown(admission.rawValue) }
        guard story.isWithoutMother else { throw .motherIsHere }
        return story
    }

    private func identity(_ context: DecisionContext) throws(Refusal) -> MotherIdentity {
        let name = try TextRules.name(motherName, field: "motherName")
        let label = try TextRules.name(label, field: "label")
        guard name != nil || label != nil else { throw .fieldMissing("label") }
        if name == nil, context.ward.hasMother(labelled: label) { throw .labelInUse(label ?? "") }
        return MotherIdentity(label: label, name: name)
    }
}

/// Somebody told the police, or the civil affairs office, of a child without a guardian.
public struct AuthorityNotified: NewbornFact {
    public static let kind = "authorityNotified"
    public let newborn: NewbornID
    public let authority: Authority
    public let note: String

    public var summary: Phrase {
        Phrase(en: "\(authority.label.en) told: \(note)", zhHans: "已告知\(authority.label.zhHans)：\(note)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard baby.arrival != nil else { throw .impossible("the baby was born here") }
            baby.arrival?.notified[authority] = AuthorityNotice(note: note, at: stamp.occurred)
        }
    }
}

/// `newborn.notify`: whom of the police or the civil affairs office was told, and what they answered.
public struct NotifyAuthority: WardCommand, NamesNewborn {
    public static let name = "newborn.notify"
    public static let summary = Phrase(en: "the police or civil affairs were told", zhHans: "记录已告知公安或民政")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("authority", Authority.codes, required: true),
            CommandField("note", "string", required: true),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var authority: Authority
    public var note: String

    public init(newborn: NewbornID, _ authority: Authority, note: String) {
        self.newborn = newborn
        self.authority = authority
        self.note = note
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.arrival != nil else { throw .motherIsHere }
        guard !note.isBlank else { throw .fieldMissing("note") }
        let fact = AuthorityNotified(
            newborn: baby.id, authority: authority, note: try TextRules.note(note.trimmed, field: "note"))
        return [context.draft(.admission(admission.id), fact)]
    }
}
