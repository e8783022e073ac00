import Testing

@testable import WardDomain

/// Whose band a code is now, through everything by which a code changes its wearer or its story.
@Suite struct BandWearerTests {
    private func wearer(_ code: String, _ ward: WardFixture) -> BandWearer? { ward.ward.wearer(of: code) }

    @Test func aMotherAndHerBabyAreFoundByTheirBandsAndByNoOther() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()

        #expect(wearer("MA0", ward) == .mother(ward.mother(mother)))
        for code in ["NA1", "NA2"] {
            #expect(wearer(code, ward) == .newborn(ward.mother(mother), ward.baby(baby)))
        }
        #expect(wearer("NA3", ward) == nil)
    }

    @Test func aBandThatWasTakenOffIsNobodys() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        try ward.record(LoseBand(newborn: baby, limb: .leftWrist, reason: "bath"))
        try ward.record(
            AttachMotherBand(
                admission: mother, band: "MA9", second: "W2001", babyBand: "NA2", noBabyBandReason: nil, reason: "torn")
        )

        #expect(wearer("NA1", ward) == nil)
        #expect(wearer("MA0", ward) == nil)
        #expect(wearer("MA9", ward) == .mother(ward.mother(mother)))
    }

    @Test func bandsGoWithAStoryThatJoinsAnother() throws {
        var ward = WardFixture()
        let unnamed = try ward.admit(label: "unknown woman 1")
        try ward.record(AttachMotherBand(admission: unnamed, band: "MU0"))
        let baby = try ward.birth(unnamed)
        try ward.record(AttachBand(newborn: baby, band: "NU1", limb: .leftWrist))
        let known = try ward.admit("李娜")

        try ward.record(MergeMother(admission: unnamed, into: known))

        #expect(wearer("MU0", ward) == .mother(ward.mother(known)))
        #expect(wearer("NU1", ward) == .newborn(ward.mother(known), ward.baby(baby)))
    }

    @Test func whoHasLeftIsFoundOnlyWhereHerStoryIsLookedUpAndNeverBeforeWhoIsHere() throws {
        var ward = WardFixture()
        let (mother, _) = try ward.pair()
        try ward.record(DischargeTests.discharge())
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: false))
        let stay = ward.mother(mother)
        #expect(wearer("MA0", ward) == nil)

        var lookedUp = ward.ward
        lookedUp.put(.admission(stay), keepingClosed: true)
        #expect(lookedUp.wearer(of: "MA0") == .mother(stay))

        var again = Admission(id: AdmissionID("again"))
        (again.recordedAt, again.band) = (ward.clock.moment, stay.band)
        for (first, second) in [(stay, again), (again, stay)] {
            var both = WardState()
            both.put(.admission(first), keepingClosed: true)
            both.put(.admission(second), keepingClosed: true)
            #expect(both.wearer(of: "MA0") == .mother(again))
        }
    }
}
