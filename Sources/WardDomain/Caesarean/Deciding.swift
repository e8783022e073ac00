/// A caesarean was decided: the clock runs from this entry's time.
public struct CaesareanDecided: CaesareanFact {
    public static let kind = "caesareanDecided"
    public static let correctable: Set = ["category", "indication", "place", "reason"]
    public let run: CaesareanID
    public let category: CaesareanCategory?
    public let indication: String?
    /// Where it was decided, where that was not on the ward.
    public let place: Place?
    public let reason: String?
    /// Seconds that the library in force gave for the category.
    public let target: Int?
    /// True for a case kept on paper.
    public let enteredAfterwards: Bool?

    init(
        run: CaesareanID, category: CaesareanCategory?, indication: String?, place: Place?, reason: String?,
        target: Int? = nil, enteredAfterwards: Bool? = nil
    ) {
        self.run = run
        self.category = category
        self.indication = indication
        self.place = place
        self.reason = reason
        self.target = target
        self.enteredAfterwards = enteredAfterwards
    }

    public var summary: Phrase {
        let afterwards = enteredAfterwards == true
        return Phrase(
            en: "caesarean decided" + (category.map { ", cat \($0.rawValue)" } ?? "")
                + (afterwards ? ", entered afterwards" : ""),
            zhHans: "决定剖宫产" + (category.map { "，\($0.label.zhHans)" } ?? "") + (afterwards ? "，事后补录" : ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.runs.allSatisfy({ $0.id != run }) else { throw .impossible("the run \(run) exists") }
        var new = CaesareanRun(id: run, decidedAt: stamp.occurred, lastEntryAt: Occurrence(stamp.recorded))
        new.decidedPlace = place
        new.decidedReason = reason
        new.gradings = category.map { [.init(category: $0, at: stamp.occurred, target: target)] } ?? []
        new.enteredAfterwards = enteredAfterwards
        new.indication = indication
        if stamp.staff == nil { new.unsigned.append(stamp.id) }
        admission.runs.append(new)
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        if let indication, context.rules.indication(indication) == nil {
            throw .codeUnknown(field: "indication", code: indication)
        }
    }
}

/// The decision's time was set anew, with a reason.
public struct DecisionRetimed: CaesareanFact {
    public static let kind = "decisionRetimed"
    public let run: CaesareanID
    public let reason: String

    public var summary: Phrase { Phrase(en: "decision time set: \(reason)", zhHans: "更正决定时间：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            if let earliest = run.firstAfterDecision, earliest.isBefore(stamp.occurred) {
                throw .impossible("something lies before the new decision time")
            }
            if let first = run.gradings.first, first.at == run.decidedAt {
                run.gradings[0] = .init(category: first.category, at: stamp.occurred, target: first.target)
            }
            run.decidedAt = stamp.occurred
            run.decidedReason = reason
        }
    }
}

/// `caesarean.decide`: starts the clock; for a mother, or for nobody who is known yet. A decision that is written down
/// after the birth was recorded ends with that birth.
public struct DecideCaesarean: WardCommand, NamesMother {
    public static let name = "caesarean.decide"
    public static let summary = Phrase(en: "decide an emergency caesarean: the clock starts", zhHans: "决定紧急剖宫产，计时开始")
    public static let permission = Permission.emergency
    public static let backDating = BackDating.reasonAlways
    public static let fields =
        motherFields + [
            CommandField("category", "integer 1-4"),
            CommandField("indication", "code"), CommandField("bed", "label"),
            CommandField("place", Place.codes),
            CommandField("reason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    /// Means the mother with this label; where there is none, it names an unknown woman who is admitted by this act.
    public var label: String?
    public var category: CaesareanCategory?
    public var indication: String?
    /// The bed of an unknown woman.
    public var bed: BedLabel?
    /// Where it was decided; needed where that was before her admission.
    public var place: Place?
    public var reason: String?

    public init(
        admission: AdmissionID? = nil, label: String? = nil, category: CaesareanCategory? = nil,
        indication: String? = nil, bed: BedLabel? = nil, place: Place? = nil, reason: String? = nil
    ) {
        self.admission = admission
        self.label = label
        self.category = category
        self.indication = indication
        self.bed = bed
        self.place = place
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        if let indication, context.rules.indication(indication) == nil {
            throw .codeUnknown(field: "indication", code: indication)
        }
        let decided = CaesareanDecided(
            run: CaesareanID(context.id.rawValue), category: category, indication: indication, place: place,
            reason: reason, target: context.rules.target(of: category))
        guard let mother = try knownMother(context) else { return try startUnknown(decided, context) }
        guard mother.runningCaesarean == nil else { throw .caesareanAlreadyRunning }
        if place == nil { try mother.checkAdmitted(context) }
        return [context.draft(.admission(mother.id), decided)]
            + mother.end(of: decided.run, decidedAt: context.occurred)
    }

    /// The mother who is meant; nil when the start is for nobody, or for a label that nobody has.
    private func knownMother(_ context: DecisionContext) throws(Refusal) -> Admission? {
        guard mrn != nil || admission != nil || context.ward.hasMother(labelled: label) else { return nil }
        return try mother(context)
    }

    /// An unknown woman is admitted by the same act.
    private func startUnknown(_ decided: CaesareanDecided, _ context: DecisionContext) throws(Refusal) -> [Draft] {
        let admission = AdmissionID(context.id.rawValue)
        let since = LocalTime(context.occurred.moment, context.offset).hourMinuteSecond
        let called = try TextRules.name(label, field: "label") ?? "\(MotherIdentity.unknownWoman) \(since)"
        if let bed { try context.ward.checkFree(bed) }
        let taken = context.ward.hasMother(labelled: called)
        let unique = taken ? "\(called) \(context.id.rawValue.suffix(4))" : called
        return [
            context.draft(
                .admission(admission),
                MotherAdmitted(identity: MotherIdentity(label: unique), admittedAt: nil, bed: bed, flags: [])),
            context.draft(.admission(admission), decided),
        ]
    }
}
