/// A caesarean was decided: the clock runs from this entry's time.
public struct CaesareanDecided: AdmissionFact {
    public static let kind = "caesareanDecided"
    public let run: CaesareanID
    public let category: CaesareanCategory?
    public let indication: String?
    public let reason: String?

    public var summary: Phrase {
        Phrase(
            en: "caesarean decided" + (category.map { ", cat \($0.rawValue)" } ?? ""),
            zhHans: "决定剖宫产" + (category.map { "，\($0.label.zhHans)" } ?? ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.runs.allSatisfy({ $0.id != run }) else { throw .impossible("the run \(run) exists") }
        var new = CaesareanRun(id: run, decidedAt: stamp.occurred, lastEntryAt: stamp.occurred)
        new.decidedReason = reason
        new.gradings = category.map { [CaesareanRun.Grading(category: $0, at: stamp.occurred)] } ?? []
        new.indication = indication
        if stamp.staff == nil { new.unsigned.append(stamp.id) }
        admission.runs.append(new)
    }
}

/// The decision's time was set anew, with a reason.
public struct DecisionRetimed: AdmissionFact {
    public static let kind = "decisionRetimed"
    public let run: CaesareanID
    public let reason: String

    public var summary: Phrase { Phrase(en: "decision time set: \(reason)", zhHans: "更正决定时间：\(reason)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            let earliest = run.reached.dropFirst().first { $0.milestone != .decision }
            if let earliest, earliest.at.isBefore(stamp.occurred) {
                throw .impossible("\(earliest.milestone.rawValue) lies before the new decision time")
            }
            run.decidedAt = stamp.occurred
            run.decidedReason = reason
            if let first = run.gradings.first {
                run.gradings[0] = CaesareanRun.Grading(category: first.category, at: stamp.occurred)
            }
        }
    }
}

/// `caesarean.decide`: starts the clock; for a mother, or for nobody who is known yet.
public struct DecideCaesarean: WardCommand, NamesMother {
    public static let name = "caesarean.decide"
    public static let summary = Phrase(en: "decide an emergency caesarean: the clock starts", zhHans: "决定紧急剖宫产，计时开始")
    public static let permission = Permission.emergency
    public static let backDating = BackDating.reasonAlways
    public static let fields =
        motherFields + [
            CommandField("label", "string"), CommandField("category", "integer 1-4"),
            CommandField("indication", "code"),
            CommandField("bed", "label"), CommandField("reason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    /// Names an unknown woman who is not admitted yet.
    public var label: String?
    public var category: CaesareanCategory?
    public var indication: String?
    /// The bed of an unknown woman.
    public var bed: BedLabel?
    public var reason: String?

    public init(
        admission: AdmissionID? = nil, label: String? = nil, category: CaesareanCategory? = nil,
        indication: String? = nil,
        bed: BedLabel? = nil, reason: String? = nil
    ) {
        self.admission = admission
        self.label = label
        self.category = category
        self.indication = indication
        self.bed = bed
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        if let indication, context.rules.indication(indication) == nil {
            throw .codeUnknown(field: "indication", code: indication)
        }
        let decided = CaesareanDecided(
            run: CaesareanID(context.id.rawValue), category: category, indication: indication, reason: reason)
        guard mrn != nil || admission != nil else { return try startUnknown(decided, context) }
        let mother = try mother(context)
        if let running = mother.runningCaesarean { throw .caesareanAlreadyRunning(running.id) }
        return [context.draft(.admission(mother.id), decided)]
    }

    /// An unknown woman is admitted by the same act.
    private func startUnknown(_ decided: CaesareanDecided, _ context: DecisionContext) throws(Refusal) -> [Draft] {
        let admission = AdmissionID(context.id.rawValue)
        let since = LocalTime(context.occurred.moment, context.offset).hourMinuteSecond
        let called = try TextRules.name(label, field: "label") ?? "unknown woman \(since)"
        let taken = context.ward.admissions.values.contains { $0.mergedInto == nil && $0.identity.label == called }
        if taken && label != nil { throw .labelInUse(called) }
        if let bed { try context.ward.checkFree(bed) }
        let unique = taken ? "\(called) \(context.id.rawValue.suffix(4))" : called
        return [
            context.draft(
                .admission(admission),
                MotherAdmitted(identity: MotherIdentity(label: unique), admittedAt: nil, bed: bed, flags: [])),
            context.draft(.admission(admission), decided),
        ]
    }
}

extension Admission {
    /// Changes one run, and notes the time of its newest entry and whether it waits for a signature.
    mutating func withRun(
        _ id: CaesareanID, _ stamp: EntryStamp, _ change: (inout CaesareanRun) throws(FoldFault) -> Void
    ) throws(FoldFault) {
        guard let index = runs.firstIndex(where: { $0.id == id }) else { throw .impossible("there is no run \(id)") }
        try change(&runs[index])
        runs[index].lastEntryAt = Occurrence(stamp.recorded)
        if stamp.staff == nil { runs[index].unsigned.append(stamp.id) }
    }
}
