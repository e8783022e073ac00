import Testing
import WardDomain

@Suite struct BandingTests {
    @Test func twoBandsSitOnTwoLimbs() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())

        try ward.record(AttachBand(newborn: baby, band: "nb1", limb: .leftWrist))
        #expect(
            ward.refusal(of: AttachBand(newborn: baby, band: "NB2", limb: .leftWrist)) == .limbTaken(.leftWrist))
        try ward.record(AttachBand(newborn: baby, band: "NB2", limb: .rightAnkle))

        #expect(ward.baby(baby).attachedBands.map(\.code) == ["NB1", "NB2"])
        #expect(ward.baby(baby).attachedBands.map(\.issue) == [1, 2])
        #expect(
            ward.refusal(of: AttachBand(newborn: baby, band: "NB3", limb: .leftAnkle)) == .twoBandsAlready)
    }

    @Test func aBandCodeIsOnOneLimbOfOneBaby() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair("李娜", codes: "A")
        let other = try ward.birth(try ward.admit("周敏"))

        #expect(ward.refusal(of: AttachBand(newborn: other, band: "NA1", limb: .leftWrist)) == .bandInUse("NA1"))
        #expect(ward.refusal(of: AttachBand(newborn: other, band: "MA0", limb: .leftWrist)) == .bandInUse("MA0"))
        #expect(ward.refusal(of: IssueBand(newborn: other, code: "NA1")) == .bandInUse("NA1"))
        #expect(ward.refusal(of: IssueBand(newborn: baby, code: "NA1")) == .bandInUse("NA1"))
    }

    @Test func aBadgeIsNoBandAndABandNoBadge() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let mother = try ward.admit("周敏")

        #expect(
            ward.refusal(of: AttachBand(newborn: baby, band: "w1001", limb: .leftWrist)) == .bandIsBadge("W1001"))
        #expect(ward.refusal(of: AttachMotherBand(admission: mother, band: "W1001")) == .bandIsBadge("W1001"))
        try ward.record(AttachBand(newborn: baby, band: "NB1", limb: .leftWrist))
        #expect(
            ward.refusal(of: AddStaff(badge: "nb1", name: "x", role: .nurse), by: .admin) == .bandInUse("NB1"))
    }

    @Test func aPersonCodeIsOnBothBandsAndEveryReprint() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let other = try ward.birth(try ward.admit("周敏"))

        try ward.record(AttachBand(newborn: baby, band: "P77", kind: .person, limb: .leftWrist))
        #expect(
            ward.refusal(of: AttachBand(newborn: baby, band: "P77", kind: .band, limb: .rightAnkle))
                == .bandInUse("P77"))
        try ward.record(AttachBand(newborn: baby, band: "P77", kind: .person, limb: .rightAnkle))
        try ward.record(
            ReplaceBand(
                newborn: baby, limb: .leftWrist, newBand: "P77", kind: .person, second: .nurse, motherBand: nil,
                noMotherBandReason: "theatre", otherBand: "P77", reason: "wet"))

        #expect(ward.baby(baby).attachedBands.map(\.code) == ["P77", "P77"])
        #expect(ward.baby(baby).bands.map(\.state) == [.void, .attached, .attached])
        #expect(
            ward.refusal(of: AttachBand(newborn: other, band: "P77", kind: .person, limb: .leftWrist)) != nil)
    }

    @Test func aBandCodeDoesNotBecomeAPersonCode() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        try ward.record(AttachBand(newborn: baby, band: "NB1", limb: .leftWrist))

        #expect(
            ward.refusal(of: AttachBand(newborn: baby, band: "NB1", kind: .person, limb: .rightAnkle))
                == .bandInUse("NB1"))
    }

    @Test func anIssuedBandIsPutOnItsOwnBabyOnly() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let other = try ward.birth(try ward.admit("周敏"))
        try ward.record(IssueBand(newborn: baby, code: "NB1"))
        #expect(!ward.baby(baby).wears("NB1"))

        #expect(ward.refusal(of: AttachBand(newborn: other, band: "NB1", limb: .leftWrist)) == .bandInUse("NB1"))
        try ward.record(AttachBand(newborn: baby, band: "NB1", limb: .leftWrist))

        #expect(ward.baby(baby).bands.count == 1)
        #expect(ward.baby(baby).wears("NB1"))
    }

    @Test func aBandIsReplacedByTwoPeopleWithAReasonAndTheOldOneIsVoidForEver() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        func replace(second: Badge = .nurse, reason: String = "lost", limb: Limb = .leftWrist) -> ReplaceBand {
            ReplaceBand(
                newborn: baby, limb: limb, newBand: "NA9", second: second, motherBand: "MA0", otherBand: "NA2",
                reason: reason)
        }
        #expect(ward.refusal(of: replace(second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: replace(second: "X")) == .badgeUnknown("X"))
        #expect(ward.refusal(of: replace(second: .coordinator)) == .notAllowed(.drillCoordinator))
        #expect(ward.refusal(of: replace(reason: " ")) == .reasonNeeded)
        #expect(ward.refusal(of: replace(limb: .leftAnkle)) == .notBanded)

        try ward.record(replace())

        #expect(ward.baby(baby).attachedBands.map(\.code).sorted() == ["NA2", "NA9"])
        #expect(!ward.baby(baby).wears("NA1"))
        let other = try ward.birth(try ward.admit("周敏"))
        for newborn in [baby, other] {
            #expect(
                ward.refusal(
                    of: ReplaceBand(
                        newborn: newborn, limb: .leftWrist, newBand: "NA1", second: .nurse, motherBand: "MA0",
                        otherBand: "NA2", reason: "x"))
                    == (newborn == baby ? .bandVoid("NA1") : .notBanded))
        }
        #expect(ward.refusal(of: AttachBand(newborn: other, band: "NA1", limb: .leftWrist)) == .bandVoid("NA1"))
        var describe = DescribeNewborn(newborn: baby, weightGrams: 3000)
        describe.newborn = nil
        describe.band = "NA1"
        #expect(ward.refusal(of: describe) == .bandVoid("NA1"))
    }

    @Test func aMothersNewBandNeedsAReasonAndVoidsTheOld() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(AttachMotherBand(admission: mother, band: "M10", limb: .rightWrist))
        #expect(ward.refusal(of: AttachMotherBand(admission: mother, band: "M11")) == .reasonNeeded)

        try ward.record(AttachMotherBand(admission: mother, band: "M11", second: .nurse, reason: "cut off in theatre"))

        #expect(ward.mother(mother).band?.code == "M11")
        #expect(ward.mother(mother).voidBands.map(\.state) == [.void])
        #expect(
            ward.refusal(of: AttachMotherBand(admission: mother, band: "M10", reason: "x")) == .bandVoid("M10"))
    }

    @Test func aMothersPersonCodeIsPrintedAgainAndComesBackInHerNextStay() throws {
        var ward = WardFixture()
        let first = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(AttachMotherBand(admission: first, band: "ZY1", kind: .person))
        try ward.record(
            AttachMotherBand(admission: first, band: "ZY1", kind: .person, second: .nurse, reason: "wet"))
        try ward.record(DepartMother(admission: first, to: .home, keepsBed: nil))
        let second = try ward.admit("李娜", mrn: "ZY1")

        try ward.record(AttachMotherBand(admission: second, band: "ZY1", kind: .person))

        let other = try ward.admit("周敏", mrn: "ZY2")
        #expect(ward.mother(second).band?.code == "ZY1")
        #expect(ward.refusal(of: AttachMotherBand(admission: other, band: "ZY1", kind: .person)) != nil)
    }

    @Test func nothingIsPutOnBeforeTheBirth() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        ward.wait(seconds: 60)
        let attach = AttachBand(newborn: baby, band: "NB1", limb: .leftWrist)

        #expect(ward.refusal(of: attach, at: ward.typed(secondsAgo: 61)) == .beforeBirth)
        #expect(ward.refusal(of: attach, at: ward.typed(secondsAgo: 60)) == nil)
    }
}
