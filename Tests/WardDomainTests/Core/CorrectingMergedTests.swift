import Testing
import WardDomain

/// Corrections of a story that was merged reach the one that took it in.
@Suite struct CorrectingMergedTests {
    private static func observed(_ ward: inout WardFixture, _ woman: AdmissionID, cervix: Int) throws -> EntryID {
        var seen = LabourObservation()
        seen.cervix = cervix
        return try ward.record(ObserveLabour(admission: woman, observation: seen))[0].stamp.id
    }

    private static let five = ["observation": JSONValue.object(["cervix": .integer(5)])]

    @Test func aCorrectionReachesTheStoryThatTookItIn() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        let entry = try Self.observed(&ward, unknown, cervix: 6)
        try ward.record(MergeMother(admission: unknown, into: known))
        let absorbed = try #require(ward.entries.last { $0.fact is StoryAbsorbed })

        let made = try ward.record(CorrectEntry(entry: entry, reason: "a slip", change: Self.five))

        #expect(made.map(\.stream) == [.admission(unknown), .admission(known)])
        #expect(made.compactMap { ($0.fact as? EntryCorrected)?.target } == [entry, absorbed.stamp.id])
        #expect(ward.mother(known).latest.cervix == 5)
        #expect(ward.mother(unknown).latest.cervix == 5)
        #expect(ward.mother(unknown).mergedInto == known)
        #expect(ward.ward.admissions[known]?.latest.cervix == 5)
    }

    /// The second correction stands on the first, and what her own story says since stays.
    @Test func correctionsAddUp() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        let plan = try ward.record(WritePlan(admission: unknown, text: "wait"))[0].stamp.id
        let entry = try Self.observed(&ward, unknown, cervix: 6)
        try ward.record(MergeMother(admission: unknown, into: known))
        try ward.record(CorrectEntry(entry: plan, reason: "x", change: ["text": .string("theatre")]))
        try ward.record(CorrectEntry(entry: entry, reason: "x", strike: true))

        #expect(ward.mother(known).planLine == "theatre")
        #expect(ward.mother(known).latest.cervix == nil)
        #expect(ward.refusal(of: CorrectEntry(entry: entry, reason: "x", strike: true)) == .entryAlreadyStruck)
    }

    @Test func aCorrectionGoesOnThroughEveryMerge() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let (first, second) = (try ward.admit(label: "u1"), try ward.admit(label: "u2"))
        let entry = try Self.observed(&ward, first, cervix: 6)
        try ward.record(MergeMother(admission: first, into: second))
        try ward.record(MergeMother(admission: second, into: known))

        let made = try ward.record(CorrectEntry(entry: entry, reason: "a slip", change: Self.five))

        #expect(made.map(\.stream) == [.admission(first), .admission(second), .admission(known)])
        #expect(ward.mother(known).latest.cervix == 5)
    }

    /// A birth that was carried over is corrected, but not struck out once the baby went on from there.
    @Test func whatWentOnInTheOtherStoryHoldsTheEntryInPlace() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        let born = try ward.record(RecordBirth(admission: unknown, mode: .vaginal, outcome: .live))[0].stamp.id
        try ward.record(MergeMother(admission: unknown, into: known))
        let strike = CorrectEntry(entry: born, reason: "no birth", strike: true)
        #expect(ward.refusal(of: strike) == nil)
        let baby = try #require(ward.mother(known).newborns.first).id
        try ward.record(ScoreApgar(newborn: baby, minute: 1, score: ApgarScore(totalOnly: 8)))

        #expect(ward.refusal(of: strike)?.code == "correctionImpossible")
        try ward.record(CorrectEntry(entry: born, reason: "x", change: ["sex": .string("male")]))
        #expect(ward.baby(baby).sex == .male)
        #expect(ward.baby(baby).apgar[1]?.total == 8)
    }

    @Test func theMergeItselfStands() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        let merge = try ward.record(MergeMother(admission: unknown, into: known))

        for entry in merge {
            let strike = CorrectEntry(entry: entry.stamp.id, reason: "x", strike: true)
            #expect(ward.refusal(of: strike, by: .doctor) == .notCorrectable)
        }
    }
}
