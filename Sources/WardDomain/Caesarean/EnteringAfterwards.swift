/// `caesarean.enterAfterwards`: a case that was kept on paper, all its times at once; it is marked as such, and it counts.
/// Where the birth was recorded already it ends with that one, and tells of no baby.
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
                "object: \(timed.map(\.rawValue).joined(separator: "|")) to time; DELIVERY or stoodDownAt is needed",
                required: true, parts: timed.map { CommandField($0.rawValue, "time") }),
            CommandField("orderReason", "string, where a time stands out of order"),
            CommandField(
                "calls", "object: \(OnCallSlot.codes) to time",
                parts: OnCallSlot.allCases.map { CommandField($0.rawValue, "time") }),
            CommandField(
                "arrivals", "object: \(TeamPart.codes) to time",
                parts: TeamPart.allCases.map { CommandField($0.rawValue, "time") }),
            CommandField("stoodDownAt", "time, where the decision was reversed"),
            CommandField("stoodDownReason", "string, with stoodDownAt"),
            CommandField("delay", "code"), CommandField("delayText", "string"),
            CommandField(
                "mode", "\(BirthMode.codes); left out, by this caesarean"),
            CommandField("outcome", BirthOutcome.codes),
            CommandField("sex", NewbornSex.codes),
            CommandField("weightGrams", "integer \(TextRules.form(of: RecordBirth.weightRange))"),
            CommandField("apgar1", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
            CommandField("apgar5", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
            CommandField(
                "laterBabies", "array of objects: bornAt (time), mode, outcome, sex, weightGrams, apgar1, apgar5",
                parts: PaperBaby.parts),
            CommandField("reason", "string", required: true),
        ]
    /// Every milestone but the decision, whose time is the command's own.
    static let timed = Milestone.allCases.filter { $0 != .decision }

    /// A fact with the time of which it tells.
    typealias Dated = (at: Occurrence, fact: any Fact)

    public var mrn: String?
    public var admission: AdmissionID?
    /// Means the mother with this label; where there is none, it names a woman who is admitted by this act.
    public var label: String?
    public var category: CaesareanCategory
    public var indication: String?
    public var times: [Milestone: Timestamp]
    public var orderReason: String?
    /// When each place of the on-call list was called.
    public var calls: [OnCallSlot: Timestamp]?
    /// When each part of the team came.
    public var arrivals: [TeamPart: Timestamp]?
    /// When the decision was reversed, in place of a birth.
    public var stoodDownAt: Timestamp?
    public var stoodDownReason: String?
    public var delay: String?
    public var delayText: String?
    public var mode: BirthMode?
    public var outcome: BirthOutcome?
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var apgar1: ApgarGiven?
    public var apgar5: ApgarGiven?
    /// Twins and more, the first left out.
    public var laterBabies: [PaperBaby]?
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
        guard mother?.runningCaesarean == nil else { throw .caesareanAlreadyRunning }
        let times = try checkedTimes(context)
        let run = CaesareanID(context.id.rawValue)
        let decided = CaesareanDecided(
            run: run, category: category, indication: indication, place: nil, reason: reason,
            target: context.rules.target(of: category), enteredAfterwards: true)
        let marks: [Dated] = times.filter { $0.milestone != .delivery }.map {
            ($0.at, MilestoneMarked(run: run, milestone: $0.milestone, reason: orderReason ?? reason))
        }
        let team = try team(run, context)
        let end: [Dated] =
            if let reversal = try stoodDown(run, mother, after: times, context) {
                [reversal]
            } else if let born = mother?.birthWithoutClock(since: context.occurred) {
                [try recorded(born, run, times)]
            } else {
                try births(run, id, mother, times, context)
            }
        let stream = StreamID.admission(id)
        let later = (marks + team + end).map { Draft(stream: stream, occurred: $0.at, fact: $0.fact) }
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
            let at = Occurrence(
                typed: try typed.moment(context, "times.\(milestone.rawValue)"), reckonedFrom: context.now)
            guard !at.isBefore(context.occurred) else { throw .milestoneBeforeDecision }
            marks.append((milestone, at))
            guard !milestone.floats else { continue }
            if at.isBefore(latest), orderReason?.isBlank != false { throw .outOfOrder(milestone) }
            latest = at.orLater(latest)
        }
        return marks
    }

    /// The decision's reversal, behind which nothing lies; nil where it was not reversed.
    private func stoodDown(
        _ run: CaesareanID, _ mother: Admission?, after times: [(milestone: Milestone, at: Occurrence)],
        _ context: DecisionContext
    ) throws(Refusal) -> Dated? {
        guard let stoodDownAt else { return nil }
        guard stoodDownReason?.isBlank == false else { throw .fieldMissing("stoodDownReason") }
        let why = try TextRules.reason(stoodDownReason)
        let at = Occurrence(typed: try stoodDownAt.moment(context, "stoodDownAt"), reckonedFrom: context.now)
        guard !at.isBefore(context.occurred) else { throw .milestoneBeforeDecision }
        if let born = mother?.birthWithoutClock(since: context.occurred), !at.isBefore(born.bornAt) {
            throw .babyAlreadyBorn
        }
        let isLast = times.allSatisfy { $0.milestone != .delivery && !at.isBefore($0.at) }
        guard isLast, !tellsOfBabies else { throw .caesareanEnded(.stoodDown) }
        return (at, CaesareanStoodDown(run: run, reason: why))
    }

    /// The birth that is recorded already: it is told once, and a time on the paper is the same to the minute.
    private func recorded(
        _ born: Newborn, _ run: CaesareanID, _ times: [(milestone: Milestone, at: Occurrence)]
    ) throws(Refusal) -> Dated {
        let written = times.first { $0.milestone == .delivery }?.at
        let isSame = written.map { abs($0.interval(to: born.bornAt).seconds) < 60 } ?? true
        guard isSame, !tellsOfBabies else { throw .babyAlreadyBorn }
        return (born.bornAt, CaesareanEndedByBirth(run: run, newborn: born.id))
    }

    private var tellsOfBabies: Bool {
        mode != nil || outcome != nil || sex != nil || weightGrams != nil || apgar1 != nil || apgar5 != nil
            || laterBabies?.isEmpty == false
    }

    /// Every baby in the order of birth: the first ends the clock, the others come after it.
    private func births(
        _ run: CaesareanID, _ id: AdmissionID, _ mother: Admission?, _ times: [(milestone: Milestone, at: Occurrence)],
        _ context: DecisionContext
    ) throws(Refusal) -> [Dated] {
        guard let delivery = times.first(where: { $0.milestone == .delivery })?.at else {
            throw .fieldMissing(Milestone.delivery.rawValue)
        }
        let first = PaperBaby(
            bornAt: .moment(delivery.moment), mode: mode, outcome: outcome, sex: sex, weightGrams: weightGrams,
            apgar1: apgar1, apgar5: apgar5)
        let elders = mother?.newborns ?? []
        var order = elders.map(\.order).max() ?? 0
        var latest = elders.last?.bornAt
        var births: [Dated] = []
        for baby in [first] + (laterBabies ?? []) {
            order += 1
            let at = Occurrence(typed: try baby.bornAt.moment(context, "bornAt"), reckonedFrom: context.now)
            if let latest, at.isBefore(latest) { throw .bornBeforeSibling }
            latest = at
            let newborn = mother?.freshNewbornID(order: order) ?? NewbornID(id, order: order)
            let ended = births.isEmpty ? run : nil
            births.append((at, try baby.born(newborn, order: order, ending: ended, reason: reason, context)))
        }
        return births
    }

    private func delayDraft(
        _ run: CaesareanID, _ stream: StreamID, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        guard let delay else { return [] }
        guard let term = context.rules.delayReason(delay) else { throw .codeUnknown(field: "delay", code: delay) }
        let text = delayText?.unlessBlank
        guard !term.needsText || text != nil else { throw .fieldMissing("delayText") }
        if let text { _ = try TextRules.note(text, field: "delayText") }
        return [context.draft(stream, DelayGiven(run: run, code: delay, text: text))]
    }
}
