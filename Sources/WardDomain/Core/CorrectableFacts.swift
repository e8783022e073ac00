/// What a correction may change in each kind of fact. Who is meant, codes of bands and custodians are never changed:
/// such an entry is struck out and recorded anew, under all the rules of its command.
extension MotherAdmitted {
    public static let correctable: Set = ["identity", "bed", "flags"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        _ = try IdentityRules.checked(identity, context, on: (admittedAt ?? context.occurred).moment)
        guard !identity.called.isEmpty else { throw .fieldMissing("name") }
    }
}

extension MotherIdentified {
    public static let correctable: Set = ["known", "flags"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        _ = try IdentityRules.checked(known, context, on: context.occurred.moment)
    }
}

extension MotherMoved {
    public static let correctable: Set = ["bed", "reason"]
}

extension MotherDeparted {
    public static let correctable: Set = ["to", "keepsBed", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard to != .ward else { throw .outOfRange(field: "to", allowed: "elsewhere") }
    }
}

extension RiskGraded {
    public static let correctable: Set = ["grade", "infectious", "factors", "reason"]
}

extension LabourObserved {
    public static let correctable: Set = ["observation", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        try observation.check()
        for moment in [observation.membranesRupturedAt, observation.fullyDilatedAt].compactMap({ $0 }) {
            try WardRules.checkTyped(moment, context)
        }
    }
}

extension PlanWritten {
    public static let correctable: Set = ["text"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        if let text { _ = try TextRules.note(text, field: "text") }
    }
}

extension TherapyRecorded {
    public static let correctable: Set = ["epidural", "oxytocin", "reason"]
}

extension ChargeTaken {
    public static let correctable: Set = ["staff"]

    public func check(_ context: DecisionContext) throws(Refusal) { _ = try context.atWork(staff) }
}

extension CaesareanDecided {
    public static let correctable: Set = ["category", "indication", "place", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        if let indication, context.rules.indication(indication) == nil {
            throw .codeUnknown(field: "indication", code: indication)
        }
    }
}

extension MilestoneMarked {
    public static let correctable: Set = ["reason"]
}

extension CategoryGiven {
    public static let correctable: Set = ["category", "reason"]
}

extension IndicationGiven {
    public static let correctable: Set = ["indication"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard context.rules.indication(indication) != nil else {
            throw .codeUnknown(field: "indication", code: indication)
        }
    }
}

extension DelayGiven {
    public static let correctable: Set = ["code", "text"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard let term = context.rules.delayReason(code) else { throw .codeUnknown(field: "delay", code: code) }
        guard !term.needsText || text?.isBlank == false else { throw .fieldMissing("text") }
    }
}

extension TeamArrived {
    public static let correctable: Set = ["badge", "name", "part", "reason"]
}

extension TeamCalled {
    public static let correctable: Set = ["slot", "name", "phone", "reason"]
}

extension ArrivalNamed {
    public static let correctable: Set = ["name", "part"]
}

extension ArrestNoted {
    public static let correctable: Set = ["onTheSpot", "reason"]
}

extension CaesareanReviewed {
    public static let correctable: Set = ["review"]

    public func check(_ context: DecisionContext) throws(Refusal) { _ = try review.checked() }
}

extension OnCallSet {
    public static let correctable: Set = ["duties", "cleared"]
}

extension CaesareanStoodDown {
    public static let correctable: Set = ["reason"]
}

extension CaesareanVoided {
    public static let correctable: Set = ["reason"]
}

extension NewbornBorn {
    public static let correctable: Set = [
        "place", "mode", "outcome", "sex", "weightGrams", "apgar", "cordClamps", "reason",
    ]

    public func check(_ context: DecisionContext) throws(Refusal) {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
        try CordClamps.check(cordClamps, order: order)
        try RecordBirth.checkPlace(place)
        guard mode != .notRecorded else { throw .fieldMissing("mode") }
        guard outcome.wasLive || apgar.isEmpty else { throw .notLive }
        guard apgar.allSatisfy({ ApgarScore.minutes.contains($0) && $1.isValid }) else { throw .apgarInvalid }
    }
}

extension NewbornDescribed {
    public static let correctable: Set = ["sex", "weightGrams", "details", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
    }
}

extension ApgarScored {
    public static let correctable: Set = ["minute", "score", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard ApgarScore.minutes.contains(minute), score.isValid else { throw .apgarInvalid }
    }
}

extension CordGasesRecorded {
    public static let correctable: Set = ["arterial", "venous", "notTaken", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        let gases = [arterial, venous].compactMap { $0 }
        guard gases.isEmpty == notTaken else { throw .nothingToRecord }
        for gas in gases where !RecordCordGases.plausiblePH.contains(gas.pHThousandths) {
            throw .outOfRange(field: "arterialPH", allowed: "6.50-7.60")
        }
    }
}

extension NewbornAdmitted {
    public static let correctable: Set = ["sex", "weightGrams", "mode", "number", "from", "broughtBy", "reason"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        try TextRules.check(weightGrams, RecordBirth.weightRange, "weightGrams")
    }
}

extension TransferCardWritten {
    public static let correctable: Set = ["card"]

    public func check(_ context: DecisionContext) throws(Refusal) { _ = try card.checked() }
}

extension FarewellAgreed {
    public static let correctable: Set = ["wish", "note"]
}

extension BandAttached {
    public static let correctable: Set = ["limb", "reason"]
}

extension MotherBandAttached {
    public static let correctable: Set = ["limb", "reason"]
}

extension HandoverCompleted {
    public static let correctable: Set = ["reason", "expectedBack", "noMotherBandReason"]
}

extension HandoverRefused {
    public static let correctable: Set = ["reason"]
}

extension StepMarked {
    public static let correctable: Set = ["result", "dose", "note", "reason"]
}

extension ChecklistNoted {
    public static let correctable: Set = ["text"]
}

extension InjectGiven {
    public static let correctable: Set = ["text"]
}

extension DebriefWritten {
    public static let correctable: Set = ["debrief"]
}

extension StaffAdded {
    public static let correctable: Set = ["name", "role", "specialty"]

    public func check(_ context: DecisionContext) throws(Refusal) {
        try Work(role, specialty).check()
        guard try TextRules.name(name, field: "name") != nil else { throw .fieldMissing("name") }
    }
}
