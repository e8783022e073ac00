/// `caesarean.enterAfterwards`: a case that was kept on paper, all its times at once; it is marked as such, and it counts.
public struct EnterCaesareanAfterwards: WardCommand, NamesMother {
    public static let name = "caesarean.enterAfterwards"
    public static let summary = Phrase(
        en: "enter a case kept on paper; at is the decision", zhHans: "补录纸质记录病例（at 为决定时间）")
    public static let permission = Permission.care
    public static let backDating = BackDating.reasonAlways
    public static let fields =
        motherFields + [
            CommandField("category", "integer 1-4", required: true), CommandField("indication", "code"),
            CommandField(
                "times",
                "object: \(timed.map(\.rawValue).joined(separator: "|")) to time; DELIVERY is needed", required: true),
            CommandField("orderReason", "string, where a time stands out of order"),
            CommandField("delay", "code"), CommandField("delayText", "string"),
            CommandField("outcome", BirthOutcome.allCases.map(\.rawValue).joined(separator: "|")),
            CommandField("sex", NewbornSex.allCases.map(\.rawValue).joined(separator: "|")),
            CommandField("weightGrams", "integer \(TextRules.form(of: RecordBirth.weightRange))"),
            CommandField("apgar1", "integer 0-10, or the five signs"),
            CommandField("apgar5", "integer 0-10, or the five signs"),
            CommandField("reason", "string", required: true),
        ]
    /// Every milestone but the decision, whose time is the command's own.
    static let timed = Milestone.allCases.filter { $0 != .decision }

    public var mrn: String?
    public var admission: AdmissionID?
    /// Means the mother with this label; where there is none, it names a woman who is admitted by this act.
    public var label: String?
    public var category: CaesareanCategory
    public var indication: String?
    public var times: [Milestone: Timestamp]
    public var orderReason: String?
    public var delay: String?
    public var delayText: String?
    public var outcome: BirthOutcome?
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var apgar1: ApgarGiven?
    public var apgar5: ApgarGiven?
    public var reason: String?

    public init(
        admission: AdmissionID? = nil, label: String? = nil, category: CaesareanCategory,
        times: [Milestone: Moment], reason: String
    ) {
        self.admission = admission
        self.label = label
        self.category = category
        self.times = times.mapValues(Timestamp.moment)
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let reason = try TextRules.reason(reason)
        if let indication, context.rules.indication(indication) == nil {
            throw .codeUnknown(field: "indication", code: indication)
        }
        let (id, mother, admitting) = try subject(context)
        if let running = mother?.runningCaesarean { throw .caesareanAlreadyRunning(running.id) }
        let marks = try checkedTimes(context)
        guard let born = marks.first(where: { $0.milestone == .delivery })?.at else { throw .fieldMissing("DELIVERY") }
        let run = CaesareanID(context.id.rawValue)
        let decided = CaesareanDecided(
            run: run, category: category, indication: indication, place: nil, reason: reason,
            target: context.target(of: category), enteredAfterwards: true)
        let facts: [(Occurrence, any Fact)] =
            marks.filter { $0.milestone != .delivery }.map {
                ($0.at, MilestoneMarked(run: run, milestone: $0.milestone, reason: orderReason ?? reason))
            } + [(born, try birth(run, id, mother, born, context))]
        let stream = StreamID.admission(id)
        let later = facts.map { Draft(stream: stream, occurred: $0.0, fact: $0.1) }
        return admitting + [context.draft(stream, decided)] + later + (try delayDraft(run, stream, context))
    }

    /// Whose case it was; a woman of whom there is a label alone is admitted by this act.
    private func subject(
        _ context: DecisionContext
    ) throws(Refusal) -> (id: AdmissionID, mother: Admission?, admitting: [Draft]) {
        if mrn != nil || admission != nil || context.ward.hasMother(labelled: label) {
            let mother = try Self.open(self, context)
            return (mother.id, mother, [])
        }
        guard let label = try TextRules.name(label, field: "label") else { throw .fieldMissing("mrn") }
        let id = AdmissionID(context.id.rawValue)
        let fact = MotherAdmitted(identity: MotherIdentity(label: label), admittedAt: nil, bed: nil, flags: [])
        return (id, nil, [context.draft(.admission(id), fact)])
    }

    private static func open(_ command: Self, _ context: DecisionContext) throws(Refusal) -> Admission {
        try command.mother(context)
    }

    /// Every time, none before the decision or ahead of now. One that breaks the order asks for a reason.
    private func checkedTimes(
        _ context: DecisionContext
    ) throws(Refusal) -> [(milestone: Milestone, at: Occurrence)] {
        guard times[.decision] == nil else { throw .milestoneIsDecision }
        var marks: [(milestone: Milestone, at: Occurrence)] = []
        var latest = context.occurred
        for milestone in Self.timed {
            guard let typed = times[milestone] else { continue }
            let at = Occurrence(typed: try typed.moment(context), reckonedFrom: context.now)
            guard !at.isBefore(context.occurred) else { throw .milestoneBeforeDecision }
            marks.append((milestone, at))
            guard !milestone.floats else { continue }
            if at.isBefore(latest), orderReason?.isBlank != false { throw .outOfOrder(milestone) }
            latest = at.isBefore(latest) ? latest : at
        }
        return marks
    }

    private func birth(
        _ run: CaesareanID, _ id: AdmissionID, _ mother: Admission?, _ born: Occurrence, _ context: DecisionContext
    ) throws(Refusal) -> NewbornBorn {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        let outcome = outcome ?? .live
        var scores: [Int: ApgarScore] = [:]
        for (minute, given) in [(1, apgar1), (5, apgar5)] {
            guard let score = given?.score else { continue }
            guard outcome.wasLive else { throw .notLive }
            if case .total(let total)? = given { try TextRules.check(total, 0...10, "apgar\(minute)") }
            guard score.isValid else { throw .apgarInvalid }
            scores[minute] = score
        }
        let elders = mother?.newborns ?? []
        if let elder = elders.last, born.isBefore(elder.bornAt) { throw .bornBeforeSibling }
        let order = (elders.map(\.order).max() ?? 0) + 1
        return NewbornBorn(
            newborn: mother?.freshNewbornID(order: order) ?? NewbornID(id, order: order), order: order, place: .theatre,
            mode: .caesarean, outcome: outcome, sex: sex, weightGrams: weightGrams, apgar: scores,
            custodian: context.by.map(Custodian.staff) ?? .unsigned(terminal: context.terminal), run: run,
            reason: reason)
    }

    private func delayDraft(
        _ run: CaesareanID, _ stream: StreamID, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        guard let delay else { return [] }
        guard let term = context.rules.delayReason(delay) else { throw .codeUnknown(field: "delay", code: delay) }
        let text = delayText.flatMap { $0.isBlank ? nil : $0 }
        guard !term.needsText || text != nil else { throw .fieldMissing("delayText") }
        if let text { _ = try TextRules.note(text, field: "delayText") }
        return [context.draft(stream, DelayGiven(run: run, code: delay, text: text))]
    }
}
