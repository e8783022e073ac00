import Foundation

/// Every kind of fact that the ledger may hold, and how its payload is written and read.
public enum FactKinds {
    /// All kinds; a fact that is not listed can be neither written nor read.
    public static let all: [any Fact.Type] = [
        EntryCorrected.self, EntriesSigned.self,
        WardSetUp.self, BedAdded.self, BedRemoved.self, DoseConfirmed.self,
        StaffAdded.self, StaffRetired.self, PINSet.self,
        AccessNoted.self, ClockStepped.self,
        MotherAdmitted.self, MotherIdentified.self, MotherMerged.self, StoryAbsorbed.self, MotherMoved.self,
        MotherDeparted.self, RiskGraded.self, LabourObserved.self, PlanWritten.self, TherapyRecorded.self,
        ChargeTaken.self,
        CaesareanDecided.self, DecisionRetimed.self, MilestoneMarked.self, MilestoneNotApplicable.self,
        MilestoneStruck.self, CategoryGiven.self, IndicationGiven.self, DelayGiven.self, TeamArrived.self,
        CaesareanStoodDown.self, CaesareanVoided.self, CaesareanMovedAway.self, CaesareanMovedHere.self,
        NewbornBorn.self, ApgarScored.self, CordGasesRecorded.self, NewbornDied.self,
        MotherBandAttached.self, BandIssued.self, BandAttached.self, BandReplaced.self,
        HandoverCompleted.self, HandoverMismatched.self, HandoverRefused.self, MismatchCleared.self,
        NewbornMoved.self, NewbornDischarged.self,
        ChecklistStarted.self, ParticipantArrived.self, StepMarked.self, ChecklistNoted.self, InjectGiven.self,
        ChecklistSuspended.self, ChecklistResumed.self, ChecklistFinished.self, ChecklistVoided.self,
        DebriefWritten.self,
    ]

    private static let byKind: [String: any Fact.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.kind, $0) })

    /// The payload text of a fact: JSON with sorted keys.
    public static func encode(_ fact: any Fact) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return String(decoding: try encoder.encode(fact), as: UTF8.self)
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

    /// The payload of a fact with some of its fields changed; null takes a field away.
    ///
    /// - Throws: a decoding error when the outcome is no fact of the kind, or names a field that the kind lacks.
    static func changed(_ fact: any Fact, by change: [String: JSONValue]) throws -> String {
        let kind = type(of: fact).kind
        var fields = try JSONDecoder().decode([String: JSONValue].self, from: Data(try encode(fact).utf8))
        for (name, value) in change {
            fields[name] = value == .null ? nil : value
        }
        let text = String(decoding: try JSONEncoder().encode(fields), as: UTF8.self)
        let corrected = try decode(kind: kind, schema: type(of: fact).schema, payload: text)
        let canonical = try encode(corrected)
        let kept = try JSONDecoder().decode([String: JSONValue].self, from: Data(canonical.utf8))
        guard Set(fields.keys).isSubset(of: kept.keys) else { throw FoldFault.impossible("unknown field") }
        return canonical
    }
}
