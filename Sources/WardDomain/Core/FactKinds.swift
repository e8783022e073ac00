import Foundation

/// Every kind of fact that the ledger may hold, and how its payload is written and read.
public enum FactKinds {
    /// All kinds; a fact that is not listed can be neither written nor read.
    public static let all: [any Fact.Type] = [
        EntryCorrected.self, EntriesSigned.self,
        WardSetUp.self, BedAdded.self, BedRemoved.self, StepConfirmed.self,
        StaffAdded.self, StaffRetired.self, PINSet.self,
        AccessNoted.self, ClockStepped.self,
        MotherAdmitted.self, MotherIdentified.self, MotherMerged.self, StoryAbsorbed.self, MotherMoved.self,
        MotherDeparted.self, RiskGraded.self, HighRiskStepDone.self, LabourObserved.self, PlanWritten.self,
        TherapyRecorded.self, ChargeTaken.self,
        CaesareanDecided.self, DecisionRetimed.self, MilestoneMarked.self, MilestoneNotApplicable.self,
        MilestoneStruck.self, CategoryGiven.self, IndicationGiven.self, DelayGiven.self, TeamArrived.self,
        CaesareanStoodDown.self, CaesareanEndedByBirth.self, CaesareanVoided.self, CaesareanMovedAway.self,
        CaesareanMovedHere.self,
        TeamCalled.self, ArrivalNamed.self, CaesareanReviewed.self, ArrestNoted.self, CaesareanClosed.self,
        CaesareanConfirmed.self, CaesareansJoined.self, OnCallSet.self,
        NewbornBorn.self, NewbornDescribed.self, ApgarScored.self, CordGasesRecorded.self, NewbornDied.self,
        NewbornConditionFound.self,
        MotherBandAttached.self, BandIssued.self, BandAttached.self, BandReplaced.self,
        HandoverCompleted.self, HandoverMismatched.self, HandoverRefused.self, MismatchCleared.self,
        NewbornMoved.self, NewbornDischarged.self,
        MotherIdentityChecked.self, NewbornAdmitted.self, AuthorityNotified.self, BandLost.self, IdentityDoubted.self,
        IdentityResolved.self, RebandingOrdered.self, RelativeAuthorised.self, RelativeWithdrawn.self,
        TransferCardWritten.self, TransferCardReadBack.self, VisitorEntered.self, VisitorLeft.self,
        FarewellAgreed.self, DeathReported.self, ChildReleased.self,
        ChecklistStarted.self, ParticipantArrived.self, StepMarked.self, ChecklistNoted.self, InjectGiven.self,
        ChecklistSuspended.self, ChecklistResumed.self, ChecklistFinished.self, ChecklistVoided.self,
        DebriefWritten.self, ResponseLinked.self,
        FindingOpened.self, FindingReassigned.self, FindingClosed.self, RhythmHeld.self,
        KitCheckBegun.self, KitItemChecked.self, KitCheckFinished.self, KitSealChecked.self, KitCheckVoided.self,
        KitCaredFor.self, KitPosted.self,
        DutyChanged.self, AlarmAnswered.self, MotherBandChecked.self,
        HeadCountStarted.self, HeadCountPurposeGiven.self, NewbornCounted.self, NewbornSeenUnbanded.self,
        HeadCountFinished.self,
        GroupHandedOver.self, ShiftHandedOver.self, ChargeHandedOver.self,
    ]

    private static let byKind: [String: any Fact.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.kind, $0) })

    /// The payload text of a fact: JSON with sorted keys. Whatever field it stands in, what would not be seen is left out.
    ///
    /// - Parameter reasonOfTime: why its time was not recorded then; it stands beside the fact's own fields.
    public static func encode(_ fact: any Fact, reasonOfTime: String? = nil) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let payload = PayloadWritten(fact: fact, reasonOfTime: reasonOfTime)
        return String(decoding: try encoder.encode(payload), as: UTF8.self).withoutUnseen
    }

    /// Why the time of a stored payload was not recorded then; nil where the payload says nothing of it.
    public static func reasonOfTime(payload: String) throws -> String? {
        guard payload.contains(PayloadKey.reasonOfTime.stringValue) else { return nil }
        return try JSONDecoder().decode(ReasonOfTime.self, from: Data(payload.utf8)).reasonOfTime
    }

    /// The fact of a stored payload.
    ///
    /// - Throws: `FoldFault.unknown` for a kind or version that this program does not know; a decoding error else.
    public static func decode(kind: String, schema: Int, payload: String) throws -> any Fact {
        guard let type = byKind[kind], schema <= type.schema else {
            throw FoldFault.unknown(kind: kind, schema: schema)
        }
        return try JSONDecoder().decode(type, from: Data(payload.utf8))
    }

    /// A fact with some of its fields changed, at any depth; null takes a field away.
    ///
    /// - Throws: a decoding error when the outcome is no fact of the kind, or names a field that the kind lacks.
    static func changed(_ fact: any Fact, by change: [String: JSONValue]) throws -> any Fact {
        let type = type(of: fact)
        let fields = try json(fact).overlaid(by: .object(change))
        let text = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
        let corrected = try decode(kind: type.kind, schema: type.schema, payload: text)
        guard fields.isCovered(by: try json(corrected)) else { throw FoldFault.impossible("unknown field") }
        return corrected
    }

    private static func json(_ fact: any Fact) throws -> JSONValue {
        try JSONDecoder().decode(JSONValue.self, from: Data(try encode(fact).utf8))
    }
}

/// What a payload holds beside its fact.
private enum PayloadKey: String, CodingKey {
    case reasonOfTime
}

/// A fact, and beside its fields why its time was not recorded then.
private struct PayloadWritten: Encodable {
    let fact: any Fact
    let reasonOfTime: String?

    func encode(to encoder: any Encoder) throws {
        try fact.encode(to: encoder)
        guard let reasonOfTime else { return }
        var beside = encoder.container(keyedBy: PayloadKey.self)
        try beside.encode(reasonOfTime, forKey: .reasonOfTime)
    }
}

private struct ReasonOfTime: Decodable {
    let reasonOfTime: String?
}
