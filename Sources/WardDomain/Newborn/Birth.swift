/// A baby was born.
public struct NewbornBorn: NewbornFact {
    public static let kind = "newbornBorn"
    public static let correctable: Set = [
        "place", "mode", "outcome", "sex", "weightGrams", "apgar", "cordClamps", "reason",
    ]
    public let newborn: NewbornID
    public let order: Int
    public let place: Place
    public let mode: BirthMode
    public let outcome: BirthOutcome
    public let sex: NewbornSex?
    public let weightGrams: Int?
    public let apgar: [Int: ApgarScore]
    public let custodian: Custodian
    /// The caesarean that the birth ends, where one was running.
    public let run: CaesareanID?
    public let reason: String?
    /// Clamps left on the cord; nil where nobody counted.
    public var cordClamps: Int?

    public var summary: Phrase {
        let weight = weightGrams.map { Phrase(en: ", \($0) g", zhHans: "，\($0) g") } ?? Phrase(en: "", zhHans: "")
        return Phrase(
            en:
                "born: \(order). \(sex?.label.en ?? "sex not recorded"), \(mode.label.en), \(outcome.label.en)\(weight.en)",
            zhHans:
                "出生：第\(order)胎 \(sex?.label.zhHans ?? "性别未记录")，\(mode.label.zhHans)，\(outcome.label.zhHans)\(weight.zhHans)"
        )
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.newborns.allSatisfy({ $0.id != newborn && $0.order != order }) else {
            throw .impossible("baby \(order) is born")
        }
        if let elder = admission.newborns.last(where: { $0.order < order }), stamp.occurred.isBefore(elder.bornAt) {
            throw .impossible("baby \(order) is born before an older sibling")
        }
        var baby = Newborn(
            id: newborn, order: order, bornAt: stamp.occurred, birthPlace: place, mode: mode, outcome: outcome,
            sex: sex, weightGrams: weightGrams,
            custody: Newborn.Custody(
                custodian: custodian, place: admission.firstPlace(ofBabyBornAt: place), since: stamp.occurred,
                expectedBack: nil))
        baby.apgar = apgar
        baby.cordClamps = cordClamps
        admission.newborns.append(baby)
        admission.newborns.sort { $0.order < $1.order }
        try endRun(of: &admission, stamp)
    }

    /// The first baby by caesarean after the decision ends the clock; one born another way ends it outside the count.
    private func endRun(of admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard let index = admission.runs.firstIndex(where: \.isRunning) else { return }
        if stamp.occurred.isBefore(admission.runs[index].decidedAt) {
            guard mode != .caesarean else { throw .impossible("born before the decision") }
            return
        }
        try admission.runs[index].finish(mode == .caesarean ? .delivered : .bornBeforeCaesarean, stamp.occurred)
        admission.runs[index].lastEntryAt = Occurrence(stamp.recorded)
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        try CordClamps.check(cordClamps, order: order)
        try RecordBirth.checkPlace(place)
        guard mode != .notRecorded else { throw .fieldMissing("mode") }
        guard outcome.wasLive || apgar.isEmpty else { throw .notLive }
        guard apgar.allSatisfy({ ApgarScore.minutes.contains($0) && $1.isValid }) else { throw .apgarInvalid }
    }
}

/// `newborn.born`: a birth; the first by caesarean after the decision stops the clock.
public struct RecordBirth: WardCommand, NamesCaesarean {
    public static let name = "newborn.born"
    public static let summary = Phrase(en: "record a birth", zhHans: "记录出生")
    public static let permission = Permission.emergency
    public static let backDating = BackDating.reasonAlways
    public static let fields =
        caesareanFields + [
            CommandField("order", "integer 1-9"),
            CommandField("mode", BirthMode.codes, required: true),
            CommandField("outcome", BirthOutcome.codes, required: true),
            CommandField("sex", NewbornSex.codes),
            CommandField("weightGrams", "integer \(TextRules.form(of: weightRange))"),
            CommandField("place", Place.codes),
            CommandField("apgar1", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
            CommandField("apgar5", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
            CommandField("apgar10", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
            CommandField("cordClamps", "integer 1-9, the birth order"), CommandField("reason", "string"),
        ]

    /// Grams that a birth weight may have.
    static let weightRange = 100...9999

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var mode: BirthMode
    public var outcome: BirthOutcome
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var place: Place?
    public var apgar1: ApgarGiven?
    public var apgar5: ApgarGiven?
    public var apgar10: ApgarGiven?
    /// One for the first child, two for the second: it tells twins apart before their bands do.
    public var cordClamps: Int?
    public var reason: String?

    public init(
        admission: AdmissionID, order: Int? = nil, mode: BirthMode, outcome: BirthOutcome, sex: NewbornSex? = nil,
        weightGrams: Int? = nil, place: Place? = nil, apgar1: ApgarGiven? = nil, apgar5: ApgarGiven? = nil,
        apgar10: ApgarGiven? = nil, cordClamps: Int? = nil, reason: String? = nil
    ) {
        self.admission = admission
        self.order = order
        self.mode = mode
        self.outcome = outcome
        self.sex = sex
        self.weightGrams = weightGrams
        self.place = place
        self.apgar1 = apgar1
        self.apgar5 = apgar5
        self.apgar10 = apgar10
        self.cordClamps = cordClamps
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try run == nil ? mother(context) : caesarean(context).admission
        let order = try checkedOrder(mother, context)
        try TextRules.check(weightGrams, Self.weightRange, "weightGrams")
        try Self.checkPlace(place)
        guard mode != .notRecorded else { throw .fieldMissing("mode") }
        try CordClamps.check(cordClamps, order: order)
        let running = mother.runningCaesarean
        if mode == .caesarean, let running, context.occurred.isBefore(running.decidedAt) { throw .birthBeforeDecision }
        if place == nil { try mother.checkAdmitted(context) }
        let scores = try ApgarGiven.scores([1: apgar1, 5: apgar5, 10: apgar10], of: outcome)
        let born = NewbornBorn(
            newborn: mother.freshNewbornID(order: order), order: order, place: place ?? mother.placeForBirth,
            mode: mode, outcome: outcome, sex: sex, weightGrams: weightGrams, apgar: scores,
            custodian: context.by.map(Custodian.staff) ?? .unsigned(terminal: context.terminal), run: running?.id,
            reason: reason, cordClamps: cordClamps)
        return [context.draft(.admission(mother.id), born)]
    }

    /// Nobody is born with the dead, or where a child who died is given to its family.
    static func checkPlace(_ place: Place?) throws(Refusal) {
        guard place != .released, place != .mortuary else {
            throw .outOfRange(field: "place", allowed: Phrase(en: "a place of birth", zhHans: "出生地点"))
        }
    }

    private func checkedOrder(_ mother: Admission, _ context: DecisionContext) throws(Refusal) -> Int {
        let next = (mother.newborns.map(\.order).max() ?? 0) + 1
        let order = order ?? next
        guard mother.newborn(order: order) == nil else { throw .orderTaken(order) }
        guard order == next, order <= 9 else { throw .orderSkipped(expected: next) }
        if let elder = mother.newborns.last, context.occurred.isBefore(elder.bornAt) { throw .bornBeforeSibling }
        return order
    }
}

extension Admission {
    /// A birth's place is the mother's place unless another is given.
    var placeForBirth: Place {
        switch place {
        case .theatre: .theatre
        case .postnatal: .postnatal
        case .icu: .ward
        case .otherHospital: .otherHospital
        case .home: .home
        case .ward, .died: .deliveryRoom
        }
    }

    /// Where a newborn is once the birth is recorded: a baby born outside came in with her.
    fileprivate func firstPlace(ofBabyBornAt place: Place) -> Place {
        switch place {
        case .beforeArrival, .otherHospital, .home: placeForBirth
        default: place
        }
    }

    /// An id that no baby of hers has or ever had, those included who went to their right mother.
    func freshNewbornID(order: Int) -> NewbornID {
        let taken = newbornsMovedAway + newborns.map(\.id)
        let first = NewbornID(id, order: order)
        let others = (2...).lazy.map { NewbornID("\(first)-\($0)") }
        return taken.contains(first) ? others.first { !taken.contains($0) } ?? first : first
    }
}
