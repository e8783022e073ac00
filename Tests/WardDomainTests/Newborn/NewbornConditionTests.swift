import Testing

@testable import WardDomain

/// How a baby was found, and what of it the register keeps.
@Suite struct NewbornConditionTests {
    private static func condition(_ set: (inout NewbornCondition) -> Void) -> NewbornCondition {
        var condition = NewbornCondition()
        set(&condition)
        return condition
    }

    @Test(arguments: [(249, false), (250, true), (450, true), (451, false)])
    func aTemperatureHasItsRange(tenths: Int, isRight: Bool) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let note = NoteCondition(newborn: baby, Self.condition { $0.temperatureTenths = tenths })

        #expect((ward.refusal(of: note) == nil) == isRight)
    }

    @Test(arguments: [(-1, false), (0, true), (100, true), (101, false)])
    func aSaturationHasItsRange(percent: Int, isRight: Bool) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let note = NoteCondition(newborn: baby, Self.condition { $0.oxygenSaturation = percent })

        #expect((ward.refusal(of: note) == nil) == isRight)
    }

    @Test func blankIsNotRecorded() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let blank = Self.condition { for field in NewbornCondition.Field.allCases { $0[field] = "  " } }
        #expect(ward.refusal(of: NoteCondition(newborn: baby, blank)) == .nothingToRecord)

        try ward.record(NoteCondition(newborn: baby, Self.condition { $0[.feeding] = " breast, 10 min " }))

        #expect(ward.baby(baby).found?.condition.parts.map(\.en) == ["feeding: breast, 10 min"])
        #expect(ward.baby(baby).found?.condition[.stool] == nil)
    }

    @Test func theRegisterKeepsWhatWasFoundInThatCustodyAndTheBandsThatWereOn() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair(bed: "1")
        try ward.record(NoteCondition(newborn: baby, Self.condition { $0.temperatureTenths = 368 }))
        ward.wait(seconds: 60)
        try ward.record(MoveNewborn(newborn: baby, to: .theatre))
        try ward.record(CustodyTests.handOver(to: "W2001", place: .ward))
        let first = try #require(ward.baby(baby).lastHandover)
        #expect(first.found?.condition.temperatureTenths == 368)
        #expect(first.found?.by == .midwife)
        #expect(first.bed == "1")
        #expect(first.bands?.map(\.code) == ["NA1", "NA2"])
        ward.wait(seconds: 60)
        try ward.record(
            LoseBand(newborn: baby, limb: .leftWrist, reason: "cut off for a line"), by: .nurse)

        try ward.record(RefuseHandover(newborn: baby, receiver: "W2002", to: .nicu, reason: "no cot"))

        let second = try #require(ward.baby(baby).lastHandover)
        #expect(second.found == nil, "nobody looked since she took the baby")
        #expect(second.bands?.map(\.code) == ["NA2"])
    }

    @Test func whoLeavesIsRegisteredWithPaperAndSignatures() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()

        try ward.record(DischargeTests.discharge())

        let row = try #require(ward.baby(baby).lastHandover)
        #expect(row.document == IdentityDocument(kind: .identityCard, lastFour: "012X"))
        #expect(row.second == .nurse && row.signatureSeenBy == .nurse)
        #expect(row.band == "NA1" && row.motherBand == "MA0")
    }

    @Test func aChildWhoDiedIsNotAskedFor() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        try ward.record(RecordNewbornDeath(newborn: baby))

        let note = NoteCondition(newborn: baby, Self.condition { $0[.colour] = "pink" })

        #expect(ward.refusal(of: note) == .notLive)
    }
}
