/// A baby of a case that was kept on paper.
public struct PaperBaby: Codable, Hashable, Sendable {
    public var bornAt: Timestamp
    /// Nil where it was born by this caesarean.
    public var mode: BirthMode?
    public var outcome: BirthOutcome?
    public var sex: NewbornSex?
    public var weightGrams: Int?
    public var apgar1: ApgarGiven?
    public var apgar5: ApgarGiven?

    public init(
        bornAt: Timestamp, mode: BirthMode? = nil, outcome: BirthOutcome?, sex: NewbornSex? = nil,
        weightGrams: Int? = nil, apgar1: ApgarGiven? = nil, apgar5: ApgarGiven? = nil
    ) {
        self.bornAt = bornAt
        self.mode = mode
        self.outcome = outcome
        self.sex = sex
        self.weightGrams = weightGrams
        self.apgar1 = apgar1
        self.apgar5 = apgar5
    }

    /// Its fields in JSON, for the help.
    static let parts = [
        CommandField("bornAt", "time", required: true),
        CommandField("mode", BirthMode.codes),
        CommandField("outcome", BirthOutcome.codes, required: true),
        CommandField("sex", NewbornSex.codes),
        CommandField("weightGrams", "integer \(TextRules.form(of: RecordBirth.weightRange))"),
        CommandField("apgar1", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
        CommandField("apgar5", "integer 0-10, or the five signs", parts: ApgarGiven.parts),
    ]

    /// The birth as it is recorded; whether the baby lived must be said.
    func born(
        _ newborn: NewbornID, order: Int, ending run: CaesareanID?, reason: String?, _ context: DecisionContext
    ) throws(Refusal) -> NewbornBorn {
        guard let outcome else { throw .fieldMissing("outcome") }
        guard mode != .notRecorded else { throw .fieldMissing("mode") }
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        return NewbornBorn(
            newborn: newborn, order: order, place: .theatre, mode: mode ?? .caesarean, outcome: outcome, sex: sex,
            weightGrams: weightGrams, apgar: try ApgarGiven.scores([1: apgar1, 5: apgar5], of: outcome),
            custodian: context.by.map(Custodian.staff) ?? .unsigned(terminal: context.terminal), run: run,
            reason: reason)
    }
}
