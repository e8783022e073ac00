import Testing
import WardDomain

@Suite struct BirthTests {
    @Test func aBirthHasOneCustodianAndOnePlaceAtOnce() throws {
        var ward = WardFixture()
        let mother = try ward.admit()

        let baby = try ward.birth(mother)

        #expect(ward.baby(baby).custody.custodian == .staff(.midwife))
        #expect(ward.baby(baby).custody.place == .deliveryRoom)
        #expect(ward.baby(baby).custody.since == ward.baby(baby).bornAt)
        #expect(ward.baby(baby).sex == nil && ward.baby(baby).weightGrams == nil && ward.baby(baby).apgar.isEmpty)
    }

    @Test func twinsComeInTheirOrder() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        func birth(order: Int?) -> RecordBirth {
            RecordBirth(admission: mother, order: order, mode: .vaginal, outcome: .live)
        }
        #expect(ward.refusal(of: birth(order: 2)) == .orderSkipped(expected: 1))
        try ward.record(birth(order: 1))
        #expect(ward.refusal(of: birth(order: 1)) == .orderTaken(1))
        #expect(ward.refusal(of: birth(order: 3)) == .orderSkipped(expected: 2))
        ward.wait(seconds: 480)

        try ward.record(birth(order: nil))

        #expect(ward.mother(mother).newborns.map(\.letter) == ["A", "B"])
    }

    @Test(arguments: [(480, nil), (481, Refusal.bornBeforeSibling)] as [(Int, Refusal?)])
    func noTwinIsBornBeforeTheFirst(secondsAgo: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.birth(mother)
        ward.wait(seconds: 480)
        let birth = RecordBirth(admission: mother, mode: .vaginal, outcome: .live, reason: "late")

        #expect(ward.refusal(of: birth, at: ward.typed(secondsAgo: secondsAgo)) == refusal)
    }

    @Test func nineIsTheLast() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        for _ in 1...9 { try ward.birth(mother) }

        #expect(
            ward.refusal(of: RecordBirth(admission: mother, mode: .vaginal, outcome: .live))
                == .orderSkipped(expected: 10))
    }

    @Test(arguments: [BirthOutcome.diedBeforeLabour, .diedInLabour])
    func aStillbornChildHasIdentityAndCustodyAndRaisesNoAlarm(outcome: BirthOutcome) throws {
        var ward = WardFixture()
        let mother = try ward.admit()

        let child = try ward.birth(mother, outcome: outcome)
        try ward.record(AttachBand(newborn: child, band: "N01", limb: .leftWrist))
        ward.wait(seconds: 3600)

        #expect(ward.baby(child).custody.custodian == .staff(.midwife))
        #expect(!outcome.raisesAlarms)
        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).isEmpty)
        #expect(
            ward.refusal(of: ScoreApgar(newborn: child, minute: 1, score: ApgarScore(totalOnly: 0))) == .notLive)
        let scored = RecordBirth(admission: mother, mode: .vaginal, outcome: outcome, apgar1: .total(0))
        #expect(ward.refusal(of: scored) == .notLive)
    }

    @Test(arguments: [(99, false), (100, true), (9999, true), (10000, false)])
    func aWeightHasItsRange(grams: Int, isKept: Bool) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let birth = RecordBirth(admission: mother, mode: .vaginal, outcome: .live, weightGrams: grams)

        #expect(
            ward.refusal(of: birth) == (isKept ? nil : .outOfRange(field: "weightGrams", allowed: "100-9999")))
    }

    @Test(arguments: [(-1, false), (0, true), (10, true), (11, false)])
    func anApgarTotalHasItsRange(total: Int, isKept: Bool) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let birth = RecordBirth(admission: mother, mode: .vaginal, outcome: .live, apgar5: .total(total))

        #expect(ward.refusal(of: birth) == (isKept ? nil : .outOfRange(field: "apgar5", allowed: "0-10")))
    }

    @Test func aBirthIsWhereTheMotherIsUnlessSaidOtherwise() throws {
        var ward = WardFixture()
        let mother = try ward.admit(bed: "3")
        try ward.record(DepartMother(admission: mother, to: .theatre, keepsBed: true))

        let inTheatre = try ward.birth(mother, mode: .caesarean)
        let made = try ward.record(
            RecordBirth(admission: mother, mode: .vaginal, outcome: .live, place: .emergency))

        #expect(ward.baby(inTheatre).birthPlace == .theatre)
        #expect((made[0].fact as? NewbornBorn)?.place == .emergency)
    }

    @Test(arguments: [Place.beforeArrival, .home, .otherHospital])
    func aBabyBornOutsideCameInWithTheMother(place: Place) throws {
        var ward = WardFixture()
        let mother = try ward.admit(admittedAt: ward.clock.moment)
        ward.wait(seconds: 60)
        let time = ward.typed(secondsAgo: 1800)
        func birth(_ place: Place?) -> RecordBirth {
            RecordBirth(admission: mother, mode: .vaginal, outcome: .live, place: place, reason: "before arrival")
        }
        #expect(ward.refusal(of: birth(nil), at: time) == .beforeAdmission)

        try ward.record(birth(place), at: time)

        let baby = ward.mother(mother).newborns[0]
        #expect(baby.birthPlace == place)
        #expect(baby.custody.place == .deliveryRoom)
        #expect(baby.isHere)
    }

    @Test func aBirthIsRecordedOnTheRunOfAnUnknownWoman() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil, by: nil)
        var birth = RecordBirth(admission: AdmissionID(""), mode: .caesarean, outcome: .live)
        birth.admission = nil
        birth.run = run
        ward.wait(seconds: 900)

        try ward.record(birth, by: nil)

        #expect(ward.run(run).decisionToDelivery?.seconds == 900)
        let woman = try #require(ward.ward.caesarean(run)?.admission)
        #expect(woman.newborns.map(\.custody.custodian) == [.unsigned(terminal: "T-03")])
    }

    @Test func sexAndWeightAreRecordedAfterwards() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        ward.wait(seconds: 5400)
        #expect(ward.refusal(of: DescribeNewborn(newborn: baby)) == .nothingToRecord)
        #expect(
            ward.refusal(of: DescribeNewborn(newborn: baby, weightGrams: 99))
                == .outOfRange(field: "weightGrams", allowed: "100-9999"))

        try ward.record(DescribeNewborn(newborn: baby, sex: .female, weightGrams: 3120))
        try ward.record(DescribeNewborn(newborn: baby, weightGrams: 3210))

        #expect(ward.baby(baby).sex == .female)
        #expect(ward.baby(baby).weightGrams == 3210)
        #expect(ward.refusal(of: DescribeNewborn(newborn: baby, sex: .female)) == .nothingToRecord)
    }

    @Test func aDeathAfterBirthEndsAlarmsAndKeepsCustody() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let custody = ward.baby(baby).custody
        ward.wait(seconds: 60)
        #expect(ward.refusal(of: RecordNewbornDeath(newborn: baby), at: ward.typed(secondsAgo: 61)) == .beforeBirth)

        try ward.record(RecordNewbornDeath(newborn: baby))

        #expect(ward.baby(baby).outcome == .diedLater)
        #expect(ward.baby(baby).custody == custody)
        #expect(ward.refusal(of: RecordNewbornDeath(newborn: baby)) == .notLive)
        #expect(
            ward.refusal(of: ScoreApgar(newborn: baby, minute: 5, score: ApgarScore(totalOnly: 2))) == nil)
    }

    @Test func whatIsSaidOfABabyMustMeanTheSameBaby() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair("李娜", codes: "A")
        let (other, _) = try ward.pair("周敏", codes: "B")
        var command = DescribeNewborn(newborn: baby, weightGrams: 3000)
        command.admission = mother
        command.order = 1
        command.band = "NA1"
        #expect(ward.refusal(of: command) == nil)
        command.band = "NB1"
        #expect(ward.refusal(of: command) == .referencesDisagree)
        command.band = nil
        command.order = 2
        #expect(ward.refusal(of: command) == .referencesDisagree)
        command.order = nil
        command.admission = other
        #expect(ward.refusal(of: command) == .referencesDisagree)
        command.newborn = nil
        command.order = 2
        #expect(ward.refusal(of: command) == .newbornUnknown("2"))
        command.order = nil
        command.admission = nil
        #expect(ward.refusal(of: command) == .fieldMissing("mrn"))
        command.band = "MA0"
        #expect(ward.refusal(of: command) == .notABabyBand("MA0"))
        command.band = "ZZZ"
        #expect(ward.refusal(of: command) == .bandUnknown("ZZZ"))
    }
}
