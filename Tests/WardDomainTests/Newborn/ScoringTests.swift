import Testing
import WardDomain

@Suite struct ApgarTests {
    /// Appearance, pulse, grimace, activity, respiration; total given; valid; total shown.
    static let table: [([Int?], Int?, Bool, Int?)] = [
        ([nil, nil, nil, nil, nil], nil, false, nil), ([nil, nil, nil, nil, nil], 0, true, 0),
        ([nil, nil, nil, nil, nil], 10, true, 10), ([nil, nil, nil, nil, nil], 11, false, 11),
        ([nil, nil, nil, nil, nil], -1, false, -1), ([0, 0, 0, 0, 0], nil, true, 0), ([2, 2, 2, 2, 2], nil, true, 10),
        ([2, 2, 2, 2, 2], 10, true, 10), ([2, 2, 2, 2, 2], 9, false, 10), ([1, 2, 2, 2, 2], 9, true, 9),
        ([3, 2, 2, 2, 2], nil, false, 11), ([-1, 2, 2, 2, 2], nil, false, 7),
        ([2, nil, nil, nil, nil], nil, true, nil),
        ([2, 2, 2, 2, nil], 8, true, 8), ([2, 2, 2, 2, nil], 10, true, 10), ([2, 2, 2, 2, nil], 7, false, 7),
        ([0, 0, 0, 0, nil], 3, false, 3), ([0, 0, 0, 0, nil], 2, true, 2),
    ]

    @Test(arguments: table)
    func aScoreIsValidWhenItsSignsCanMakeItsTotal(signs: [Int?], total: Int?, isValid: Bool, shown: Int?) throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let score = ApgarScore(
            appearance: signs[0], pulse: signs[1], grimace: signs[2], activity: signs[3], respiration: signs[4],
            totalOnly: total)

        #expect(score.isValid == isValid)
        #expect(score.total == shown)
        #expect(
            ward.refusal(of: ScoreApgar(newborn: baby, minute: 1, score: score)) == (isValid ? nil : .apgarInvalid))
    }

    @Test(arguments: [(1, true), (5, true), (10, true), (15, true), (20, true), (0, false), (2, false), (25, false)])
    func itIsScoredAtSetMinutes(minute: Int, isKept: Bool) throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let score = ScoreApgar(newborn: baby, minute: minute, score: ApgarScore(totalOnly: 9))

        #expect(ward.refusal(of: score) == (isKept ? nil : .outOfRange(field: "minute", allowed: "1|5|10|15|20")))
    }

    @Test func notDoneIsNotZero() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())

        try ward.record(ScoreApgar(newborn: baby, minute: 1, score: ApgarScore(pulse: 2)))

        #expect(ward.baby(baby).apgar[1]?.total == nil)
        #expect(ward.baby(baby).apgar[5] == nil)
    }

    @Test func aScoreGivenUnsignedWaitsForItsSignature() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother)

        let made = try ward.record(
            ScoreApgar(newborn: baby, minute: 1, score: ApgarScore(totalOnly: 9)), by: nil)

        #expect(ward.mother(mother).unsigned == [made[0].stamp.id])
    }
}

/// A score that comes with the birth.
@Suite struct ApgarGivenTests {
    @Test(
        arguments: [
            ("9", .total(9)), ("0", .total(0)), ("10", .total(10)), ("11", nil), ("99", nil), ("", nil), ("-1", nil),
            ("222", nil), ("2222", nil), ("222222", nil), ("9.5", nil), ("９", nil),
            ("22212", .signs(ApgarScore(appearance: 2, pulse: 2, grimace: 2, activity: 1, respiration: 2))),
            ("0 1 2 0 1", .signs(ApgarScore(appearance: 0, pulse: 1, grimace: 2, activity: 0, respiration: 1))),
            ("22223", nil),
        ] as [(String, ApgarGiven?)])
    func itIsTypedAsATotalOrSignBySign(typed: String, given: ApgarGiven?) {
        #expect(ApgarGiven(typed: typed) == given)
    }

    @Test func aBirthKeepsItAsItWasGiven() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let signs = ApgarScore(appearance: 1, pulse: 2, grimace: 2, activity: 1, respiration: 2)

        try ward.record(
            RecordBirth(
                admission: mother, mode: .vaginal, outcome: .live, apgar1: .signs(signs), apgar5: .total(9)))

        #expect(ward.mother(mother).newborns[0].apgar == [1: signs, 5: ApgarScore(totalOnly: 9)])
        #expect(signs.total == 8)
    }

    @Test(arguments: [ApgarScore(), ApgarScore(pulse: 3), ApgarScore(pulse: 2, totalOnly: 11)])
    func aScoreThatCanNotBeIsRefused(score: ApgarScore) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let birth = RecordBirth(admission: mother, mode: .vaginal, outcome: .live, apgar1: .signs(score))

        #expect(ward.refusal(of: birth) == .apgarInvalid)
    }

    @Test(arguments: [ApgarGiven.total(9), .signs(ApgarScore(pulse: 2))])
    func itIsStoredAndReadBack(given: ApgarGiven) throws {
        #expect(try roundTrip([given]) == [given])
    }
}

@Suite struct CordGasTests {
    @Test(arguments: [
        (6.499, false), (6.5, true), (6.4996, true), (7.2, true), (7.6, true), (7.6004, true), (7.601, false),
        (.nan, false), (.infinity, false), (-7.2, false),
    ])
    func aPHHasItsRange(pH: Double, isKept: Bool) throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())

        #expect(
            ward.refusal(of: RecordCordGases(newborn: baby, arterialPH: pH))
                == (isKept ? nil : .outOfRange(field: "arterialPH", allowed: "6.50-7.60")))
        #expect(
            ward.refusal(of: RecordCordGases(newborn: baby, venousPH: pH))
                == (isKept ? nil : .outOfRange(field: "venousPH", allowed: "6.50-7.60")))
    }

    @Test(arguments: [(-30.0, true), (-30.1, false), (40, true), (40.1, false), (.nan, false)])
    func aBaseDeficitHasItsRange(deficit: Double, isKept: Bool) throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let gases = RecordCordGases(newborn: baby, arterialPH: 7.2, arterialBaseDeficit: deficit)

        #expect(
            ward.refusal(of: gases) == (isKept ? nil : .outOfRange(field: "arterialBaseDeficit", allowed: "-30..40")))
    }

    @Test func samplesAddUp() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())

        try ward.record(RecordCordGases(newborn: baby, arterialPH: 7.18, arterialBaseDeficit: 9.4))
        try ward.record(RecordCordGases(newborn: baby, venousPH: 7.25))

        #expect(ward.baby(baby).arterialGas == CordGas(pHThousandths: 7180, baseDeficitTenths: 94))
        #expect(ward.baby(baby).venousGas == CordGas(pHThousandths: 7250, baseDeficitTenths: nil))
        #expect(ward.refusal(of: RecordCordGases(newborn: baby, notTaken: true)) == .nothingToRecord)
    }

    @Test func notTakenIsAFinding() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        #expect(ward.refusal(of: RecordCordGases(newborn: baby)) == .nothingToRecord)
        #expect(
            ward.refusal(of: RecordCordGases(newborn: baby, arterialPH: 7.2, notTaken: true)) == .nothingToRecord)
        #expect(
            ward.refusal(of: RecordCordGases(newborn: baby, arterialBaseDeficit: 3)) == .fieldMissing("arterialPH"))

        try ward.record(RecordCordGases(newborn: baby, notTaken: true))

        #expect(ward.baby(baby).gasesNotTaken)
    }
}
