/// A mother came; only a label is known of some.
public struct MotherAdmitted: AdmissionFact {
    public static let kind = "motherAdmitted"
    public static let correctable: Set = ["identity", "bed", "flags"]
    public let identity: MotherIdentity
    /// Nil when no time was given.
    public let admittedAt: Occurrence?
    public let bed: BedLabel?
    @InOrder public internal(set) var flags: Set<SpecialFlag>

    public var summary: Phrase {
        let bed = bed.map { " -> \($0)" } ?? ""
        return Phrase(en: "admitted: \(identity.said.en)\(bed)", zhHans: "入院：\(identity.said.zhHans)\(bed)")
    }

    public var maskedSummary: Phrase { Phrase(en: "admitted", zhHans: "入院") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.recordedAt == nil else { throw .impossible("already admitted") }
        admission.identity = identity
        admission.admittedAt = admittedAt
        admission.recordedAt = stamp.recorded.moment
        admission.placeSince = stamp.occurred
        admission.bed = bed
        admission.flags = flags
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        _ = try IdentityRules.checked(identity, context, on: (admittedAt ?? context.occurred).moment)
        guard !identity.called.isEmpty else { throw .fieldMissing("name") }
    }
}

extension MotherAdmitted {
    /// The same admission at another time, where it had one.
    func moved(to time: Occurrence) -> MotherAdmitted? {
        guard admittedAt != nil else { return nil }
        return MotherAdmitted(identity: identity, admittedAt: time, bed: bed, flags: flags)
    }
}

/// What was learned of who she is.
public struct MotherIdentified: AdmissionFact {
    public static let kind = "motherIdentified"
    public static let correctable: Set = ["known", "flags"]
    public let known: MotherIdentity
    public let flags: Set<SpecialFlag>?

    public var summary: Phrase {
        let what = [known.name, known.mrn].compactMap { $0 }.joined(separator: " ")
        return what.isEmpty
            ? Phrase(en: "details added", zhHans: "补充信息")
            : Phrase(en: "identified: \(what)", zhHans: "身份确认：\(what)")
    }

    public var maskedSummary: Phrase {
        known.name == nil && known.mrn == nil ? summary : Phrase(en: "identified", zhHans: "身份已确认")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.identity = admission.identity.updated(by: known)
        if let flags { admission.flags = flags }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(known, forKey: .known)
        try container.encodeIfPresent(flags?.inOrder, forKey: .flags)
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        _ = try IdentityRules.checked(known, context, on: context.occurred.moment)
    }
}

/// `mother.admit`: a mother comes; only a label or a name is needed.
public struct AdmitMother: WardCommand {
    public static let name = "mother.admit"
    public static let summary = Phrase(en: "admit a mother", zhHans: "孕产妇入院")
    public static let permission = Permission.care
    public static let backDating = BackDating.free
    public static let fields =
        identityFields + [
            CommandField("bed", "label"), CommandField("admittedAt", "time"),
        ] + IdentityCheck.fields
    static let identityFields = [
        CommandField("mrn", "string"), CommandField("name", "string"), CommandField("label", "string"),
        CommandField("birthDate", "day"),
        CommandField("gravida", "integer \(TextRules.form(of: IdentityRules.gravida))"),
        CommandField("para", "integer \(TextRules.form(of: IdentityRules.para))"),
        CommandField("dueDate", "day"), CommandField("fetuses", "integer \(TextRules.form(of: IdentityRules.fetuses))"),
        CommandField("flags", "array of " + SpecialFlag.codes),
    ]

    public var mrn: String?
    public var name: String?
    public var label: String?
    public var birthDate: CalendarDay?
    public var gravida: Int?
    public var para: Int?
    public var dueDate: CalendarDay?
    public var fetuses: Int?
    public var flags: Set<SpecialFlag>?
    public var bed: BedLabel?
    /// Left out, it sets no lower bound for other times.
    public var admittedAt: Timestamp?
    /// How it was made sure who she is.
    public var identityCheck: IdentityCheck.Means?
    public var documentKind: DocumentKind?
    public var documentLast4: String?
    public var second: Badge?
    public var checkNote: String?

    public init(
        identity: MotherIdentity, bed: BedLabel? = nil, admittedAt: Moment? = nil, flags: Set<SpecialFlag>? = nil,
        identityCheck: IdentityCheck.Means? = nil, documentKind: DocumentKind? = nil, documentLast4: String? = nil,
        second: Badge? = nil, checkNote: String? = nil
    ) {
        self.identityCheck = identityCheck
        self.documentKind = documentKind
        self.documentLast4 = documentLast4
        self.second = second
        self.checkNote = checkNote
        mrn = identity.mrn
        name = identity.name
        label = identity.label
        birthDate = identity.birthDate
        gravida = identity.gravida
        para = identity.para
        dueDate = identity.dueDate
        fetuses = identity.fetuses
        self.bed = bed
        self.admittedAt = admittedAt.map(Timestamp.moment)
        self.flags = flags
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        mrn.map { [.admissions(mrn: TextRules.number($0))] } ?? []
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let admitted = try admittedAt?.moment(context, "admittedAt")
        let identity = try IdentityRules.checked(
            MotherIdentity(
                label: label, name: name, mrn: mrn, birthDate: birthDate, gravida: gravida, para: para,
                dueDate: dueDate, fetuses: fetuses), context, on: admitted ?? context.occurred.moment)
        guard !identity.called.isEmpty else { throw .fieldMissing("name") }
        try checkNumber(identity, context)
        try checkLabel(identity, context)
        if let bed { try context.ward.checkFree(bed) }
        let check = try IdentityCheck.checked(
            identityCheck, kind: documentKind, lastFour: documentLast4, second: second, note: checkNote, context)
        let story = StreamID.admission(AdmissionID(context.id.rawValue))
        let admittedFact = MotherAdmitted(
            identity: identity, admittedAt: admitted.map { Occurrence(typed: $0, reckonedFrom: context.now) }, bed: bed,
            flags: flags ?? [])
        return [context.draft(story, admittedFact)]
            + (check.map { [context.draft(story, MotherIdentityChecked(check: $0))] } ?? [])
    }

    private func checkNumber(_ identity: MotherIdentity, _ context: DecisionContext) throws(Refusal) {
        guard let mrn = identity.mrn else { return }
        let known = context.answers.admissionsByNumber[mrn] ?? []
        if context.origin.way == .import, known.contains(where: { $0.dueDate == identity.dueDate }) {
            throw .alreadyAdmitted(mrn)
        }
        if known.contains(where: \.open) { throw .numberInUse(mrn) }
    }

    private func checkLabel(_ identity: MotherIdentity, _ context: DecisionContext) throws(Refusal) {
        guard identity.name == nil, let label = identity.label else { return }
        if context.ward.hasMother(labelled: label) { throw .labelInUse(label) }
    }
}

/// `mother.identify`: what is newly known of a mother; an unknown woman gets her name.
public struct IdentifyMother: WardCommand {
    public static let name = "mother.identify"
    public static let summary = Phrase(en: "identify a mother", zhHans: "确认孕产妇身份")
    public static let permission = Permission.care
    public static let fields =
        [CommandField("admission", "id"), CommandField("run", "id")] + AdmitMother.identityFields

    public var admission: AdmissionID?
    public var run: CaesareanID?
    public var mrn: String?
    public var name: String?
    /// The label of the unnamed woman who is meant, where no admission is given.
    public var label: String?
    public var birthDate: CalendarDay?
    public var gravida: Int?
    public var para: Int?
    public var dueDate: CalendarDay?
    public var fetuses: Int?
    public var flags: Set<SpecialFlag>?

    public init(admission: AdmissionID, known: MotherIdentity, flags: Set<SpecialFlag>? = nil) {
        self.admission = admission
        mrn = known.mrn
        name = known.name
        birthDate = known.birthDate
        gravida = known.gravida
        para = known.para
        dueDate = known.dueDate
        fetuses = known.fetuses
        self.flags = flags
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        (mrn.map { [.admissions(mrn: TextRules.number($0))] } ?? []) + (admission.map { [.admission($0)] } ?? [])
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try target(context)
        let known = try IdentityRules.checked(
            MotherIdentity(
                name: name, mrn: mrn, birthDate: birthDate, gravida: gravida, para: para, dueDate: dueDate,
                fetuses: fetuses), context, on: context.occurred.moment)
        if let mrn = known.mrn, mrn != mother.identity.mrn,
            context.answers.admissionsByNumber[mrn, default: []].contains(where: { $0.open && $0.id != mother.id })
        {
            throw .numberInUse(mrn)
        }
        let updated = mother.identity.updated(by: known)
        try IdentityRules.checkBirths(updated)
        guard updated != mother.identity || (flags.map { $0 != mother.flags } ?? false) else {
            throw .nothingToRecord
        }
        return [context.draft(.admission(mother.id), MotherIdentified(known: known, flags: flags))]
    }

    private func target(_ context: DecisionContext) throws(Refusal) -> Admission {
        if let run {
            guard let found = context.ward.caesarean(run) else { throw .caesareanUnknown }
            return found.admission
        }
        let byNumber = admission == nil && label == nil ? mrn : nil
        return try context.ward.mother(mrn: byNumber, admission: admission, label: label)
    }
}

/// What an identity must keep to.
enum IdentityRules {
    /// The identity with texts trimmed and blanks taken as not recorded.
    static func checked(
        _ given: MotherIdentity, _ context: DecisionContext, on moment: Moment
    ) throws(Refusal) -> MotherIdentity {
        var identity = given
        identity.name = try TextRules.name(given.name, field: "name")
        identity.label = try TextRules.name(given.label, field: "label")
        identity.mrn = try TextRules.name(given.mrn.map(TextRules.number), field: "mrn")
        let today = moment.localDay(context.offset)
        if let due = identity.dueDate, !Gestation.isPlausible(dueDate: due, on: today) {
            throw .dueDateImplausible(due)
        }
        if let born = identity.birthDate, !(ageYears.contains(born.days(to: today) / 365)) {
            throw .birthDateImplausible(born)
        }
        try TextRules.check(identity.gravida, gravida, "gravida")
        try TextRules.check(identity.para, para, "para")
        try TextRules.check(identity.fetuses, fetuses, "fetuses")
        try checkBirths(identity)
        return identity
    }

    /// Births before this pregnancy are fewer than pregnancies.
    static func checkBirths(_ identity: MotherIdentity) throws(Refusal) {
        if let gravida = identity.gravida, let para = identity.para, para >= gravida { throw .paraNotBelowGravida }
    }

    static let gravida = 1...30
    static let para = 0...20
    static let fetuses = 1...6

    /// Ages at which a birth date is taken as typed right.
    private static let ageYears = 8...70
}

extension WardState {
    /// Refuses a bed that is not there or that another mother lies in.
    func checkFree(_ bed: BedLabel, except admission: AdmissionID? = nil) throws(Refusal) {
        guard plan.has(bed) else { throw .noSuchBed(bed) }
        if let occupant = occupant(of: bed), occupant.id != admission {
            throw .bedOccupied(bed)
        }
    }
}
