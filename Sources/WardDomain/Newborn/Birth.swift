/// A baby was born.
public struct NewbornBorn: AdmissionFact {
    public static let kind = "newbornBorn"
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

    public var summary: Phrase {
        let weight = weightGrams.map { ", \($0) g" } ?? ""
        return Phrase(
            en:
                "born: \(order). \(sex?.label.en ?? "sex not recorded"), \(mode.label.en), \(outcome.label.en)\(weight)",
            zhHans:
                "出生：第\(order)胎 \(sex?.label.zhHans ?? "性别未记录")，\(mode.label.zhHans)，\(outcome.label.zhHans)\(weight)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.newborns.allSatisfy({ $0.id != newborn && $0.order != order }) else {
            throw .impossible("baby \(order) is born")
        }
        var baby = Newborn(
            id: newborn, order: order, bornAt: stamp.occurred, birthPlace: place, mode: mode, outcome: outcome,
            sex: sex,
            weightGrams: weightGrams,
            custody: Newborn.Custody(custodian: custodian, place: place, since: stamp.occurred, expectedBack: nil))
        baby.apgar = apgar
        admission.newborns.append(baby)
        admission.newborns.sort { $0.order < $1.order }
        if stamp.staff == nil { admission.unsigned.append(stamp.id) }
        try endRun(of: &admission, stamp)
    }

    /// The first baby by caesarean after the decision ends the clock; one born another way ends it outside the count.
    private func endRun(of admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard let index = admission.runs.firstIndex(where: \.isRunning) else { return }
        let decidedAt = admission.runs[index].decidedAt
        if stamp.occurred.isBefore(decidedAt) {
            guard mode != .caesarean || run == nil else { throw .impossible("born before the decision") }
            return
        }
        admission.runs[index].end = CaesareanRun.End(
            ending: mode == .caesarean ? .delivered : .bornBeforeCaesarean, at: stamp.occurred, reason: nil)
        admission.runs[index].lastEntryAt = Occurrence(stamp.recorded)
    }
}

/// An Apgar score was given, by sign or in total.
public struct ApgarScored: AdmissionFact {
    public static let kind = "apgarScored"
    public let newborn: NewbornID
    public let minute: Int
    public let score: ApgarScore

    public var summary: Phrase {
        let total = score.total.map(String.init) ?? "-"
        return Phrase(en: "Apgar \(minute) min: \(total)", zhHans: "\(minute) 分钟阿氏评分：\(total)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { $0.apgar[minute] = score }
    }
}

/// Cord gases were taken, or were not.
public struct CordGasesRecorded: AdmissionFact {
    public static let kind = "cordGasesRecorded"
    public let newborn: NewbornID
    public let arterial: CordGas?
    public let venous: CordGas?
    public let notTaken: Bool

    public var summary: Phrase {
        notTaken
            ? Phrase(en: "cord gases not taken", zhHans: "未采脐血气") : Phrase(en: "cord gases recorded", zhHans: "脐血气已记录")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.arterialGas = arterial
            baby.venousGas = venous
            baby.gasesNotTaken = notTaken
        }
    }
}

/// A newborn died after birth.
public struct NewbornDied: AdmissionFact {
    public static let kind = "newbornDied"
    public let newborn: NewbornID

    public var summary: Phrase { Phrase(en: "the baby died", zhHans: "新生儿死亡") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { $0.outcome = .diedLater }
    }
}

extension Admission {
    /// Changes one newborn.
    mutating func withNewborn(_ id: NewbornID, _ change: (inout Newborn) throws(FoldFault) -> Void) throws(FoldFault) {
        guard let index = newborns.firstIndex(where: { $0.id == id }) else {
            throw .impossible("there is no baby \(id)")
        }
        try change(&newborns[index])
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
            CommandField("label", "string"), CommandField("order", "integer 1-9"),
            CommandField("mode", BirthMode.allCases.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("outcome", BirthOutcome.allCases.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("sex", NewbornSex.allCases.map(\.rawValue).joined(separator: "|")),
            CommandField("weightGrams", "integer 100-9999"),
            CommandField("place", Place.allCases.map(\.rawValue).joined(separator: "|")),
            CommandField("apgar1", "integer 0-10, or the five signs"),
            CommandField("apgar5", "integer 0-10, or the five signs"),
            CommandField("apgar10", "integer 0-10, or the five signs"), CommandField("reason", "string"),
        ]

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
    public var reason: String?

    public init(
        admission: AdmissionID, order: Int? = nil, mode: BirthMode, outcome: BirthOutcome, sex: NewbornSex? = nil,
        weightGrams: Int? = nil, place: Place? = nil, apgar1: ApgarGiven? = nil, apgar5: ApgarGiven? = nil,
        apgar10: ApgarGiven? = nil,
        reason: String? = nil
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
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try run == nil ? mother(context) : caesarean(context).admission
        let order = try checkedOrder(mother, context)
        try TextRules.check(weightGrams, 100...9999, "weightGrams")
        let running = mother.runningCaesarean
        if mode == .caesarean, let running, context.occurred.isBefore(running.decidedAt) { throw .birthBeforeDecision }
        let born = NewbornBorn(
            newborn: NewbornID(mother.id, order: order), order: order, place: place ?? mother.placeForBirth, mode: mode,
            outcome: outcome, sex: sex, weightGrams: weightGrams, apgar: try apgar(),
            custodian: context.by.map(Custodian.staff) ?? .unsigned(terminal: context.terminal), run: running?.id,
            reason: reason)
        return [context.draft(.admission(mother.id), born)]
    }

    private func checkedOrder(_ mother: Admission, _ context: DecisionContext) throws(Refusal) -> Int {
        let next = (mother.newborns.map(\.order).max() ?? 0) + 1
        let order = order ?? next
        guard mother.newborn(order: order) == nil else { throw .orderTaken(order) }
        guard order == next, order <= 9 else { throw .orderSkipped(expected: next) }
        if let elder = mother.newborns.last, context.occurred.isBefore(elder.bornAt) { throw .bornBeforeSibling }
        return order
    }

    private func apgar() throws(Refusal) -> [Int: ApgarScore] {
        var scores: [Int: ApgarScore] = [:]
        for (minute, given) in [(1, apgar1), (5, apgar5), (10, apgar10)] {
            guard let score = given?.score else { continue }
            if case .total(let total)? = given { try TextRules.check(total, 0...10, "apgar\(minute)") }
            guard score.isValid else { throw .apgarInvalid }
            scores[minute] = score
        }
        return scores
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
        default: .deliveryRoom
        }
    }
}

/// `newborn.apgar`: a score by sign or in total.
public struct ScoreApgar: WardCommand, NamesNewborn {
    public static let name = "newborn.apgar"
    public static let summary = Phrase(en: "score Apgar", zhHans: "阿氏评分")
    public static let permission = Permission.emergency
    public static let fields =
        newbornFields + [
            CommandField("minute", "1|5|10|15|20", required: true), CommandField("appearance", "integer 0-2"),
            CommandField("pulse", "integer 0-2"), CommandField("grimace", "integer 0-2"),
            CommandField("activity", "integer 0-2"), CommandField("respiration", "integer 0-2"),
            CommandField("total", "integer 0-10"), CommandField("reason", "string"),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var order: Int?
    public var minute: Int
    public var appearance: Int?
    public var pulse: Int?
    public var grimace: Int?
    public var activity: Int?
    public var respiration: Int?
    public var total: Int?
    public var reason: String?

    public init(newborn: NewbornID, minute: Int, score: ApgarScore, reason: String? = nil) {
        self.newborn = newborn
        self.minute = minute
        appearance = score.appearance
        pulse = score.pulse
        grimace = score.grimace
        activity = score.activity
        respiration = score.respiration
        total = score.totalOnly
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.outcome == .live || baby.outcome == .diedLater else { throw .notLive }
        guard ApgarScore.minutes.contains(minute) else { throw .outOfRange(field: "minute", allowed: "1|5|10|15|20") }
        let score = ApgarScore(
            appearance: appearance, pulse: pulse, grimace: grimace, activity: activity, respiration: respiration,
            totalOnly: total)
        guard score.isValid else { throw .apgarInvalid }
        return [context.draft(.admission(admission.id), ApgarScored(newborn: baby.id, minute: minute, score: score))]
    }
}

/// `newborn.cordGases`: arterial and venous, or not taken.
public struct RecordCordGases: WardCommand, NamesNewborn {
    public static let name = "newborn.cordGases"
    public static let summary = Phrase(en: "record cord gases, or that none were taken", zhHans: "记录脐血气或未采")
    public static let permission = Permission.emergency
    public static let fields =
        newbornFields + [
            CommandField("arterialPH", "number 6.50-7.60"), CommandField("arterialBaseDeficit", "number"),
            CommandField("venousPH", "number 6.50-7.60"), CommandField("venousBaseDeficit", "number"),
            CommandField("notTaken", "true"), CommandField("reason", "string"),
        ]
    /// Plausible pH in thousandths (recall; clinical reference 2.6).
    public static let plausiblePH = 6500...7600

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var order: Int?
    public var arterialPH: Double?
    public var arterialBaseDeficit: Double?
    public var venousPH: Double?
    public var venousBaseDeficit: Double?
    public var notTaken: Bool?
    public var reason: String?

    public init(
        newborn: NewbornID, arterialPH: Double? = nil, arterialBaseDeficit: Double? = nil, venousPH: Double? = nil,
        venousBaseDeficit: Double? = nil, notTaken: Bool? = nil
    ) {
        self.newborn = newborn
        self.arterialPH = arterialPH
        self.arterialBaseDeficit = arterialBaseDeficit
        self.venousPH = venousPH
        self.venousBaseDeficit = venousBaseDeficit
        self.notTaken = notTaken
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        let arterial = try gas(arterialPH, arterialBaseDeficit, "arterialPH")
        let venous = try gas(venousPH, venousBaseDeficit, "venousPH")
        let taken = arterial != nil || venous != nil
        guard taken != (notTaken == true) else { throw .nothingToRecord }
        let fact = CordGasesRecorded(newborn: baby.id, arterial: arterial, venous: venous, notTaken: !taken)
        return [context.draft(.admission(admission.id), fact)]
    }

    private func gas(_ pH: Double?, _ baseDeficit: Double?, _ field: String) throws(Refusal) -> CordGas? {
        guard let pH else {
            guard baseDeficit == nil else { throw .fieldMissing(field) }
            return nil
        }
        let thousandths = (pH * 1000).rounded()
        guard (6500.0...7600.0).contains(thousandths) else { throw .outOfRange(field: field, allowed: "6.50-7.60") }
        if let baseDeficit, !(-30.0...40.0).contains(baseDeficit) {
            throw .outOfRange(field: field.replacing("PH", with: "BaseDeficit"), allowed: "-30-40")
        }
        return CordGas(pHThousandths: Int(thousandths), baseDeficitTenths: baseDeficit.map { Int(($0 * 10).rounded()) })
    }
}

/// `newborn.died`: after birth; identity and custody stay, alarms end.
public struct RecordNewbornDeath: WardCommand, NamesNewborn {
    public static let name = "newborn.died"
    public static let summary = Phrase(en: "record that a baby died", zhHans: "记录新生儿死亡")
    public static let permission = Permission.custody
    public static let fields = newbornFields + [CommandField("reason", "string")]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var order: Int?
    public var reason: String?

    public init(newborn: NewbornID, reason: String? = nil) {
        self.newborn = newborn
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.outcome == .live else { throw .notLive }
        guard !context.occurred.isBefore(baby.bornAt) else { throw .custodyChangedSince }
        return [context.draft(.admission(admission.id), NewbornDied(newborn: baby.id))]
    }
}
