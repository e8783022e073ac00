import Testing
import WardDomain

@Suite struct MergingTests {
    @Test func anUnknownWomansClockGoesToHerOwnAdmissionTimesAndAll() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let run = try ward.decide(nil, by: nil)
        ward.wait(seconds: 600)
        let unknown = try #require(ward.ward.caesarean(run)?.admission.id)
        let before = ward.run(run)

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).runs == [before])
        #expect(ward.run(run).elapsed(now: ward.clock).seconds == 600)
        #expect(ward.mother(unknown).mergedInto == known)
        #expect(ward.ward.admissions[unknown] == nil)
        #expect(ward.mother(known).identity.name == "李娜")
    }

    @Test func herOldIdAndHerLabelLeadToHer() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "unknown woman 1")

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.ward.current(unknown)?.id == known)
        #expect(try ward.record(WritePlan(admission: unknown, text: "x"))[0].stream == .admission(known))
        var byLabel = WritePlan(admission: unknown, text: "y")
        byLabel.admission = nil
        byLabel.label = "unknown woman 1"
        #expect(try ward.record(byLabel)[0].stream == .admission(known))
    }

    /// A story that is still open under another name does not say that she lives.
    @Test(arguments: [true, false])
    func whoDiedStaysDeadInAMerge(isKnownOne: Bool) throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        let dies = isKnownOne ? known : unknown
        _ = try ward.birth(dies)
        try ward.record(DepartMother(admission: dies, to: .died, keepsBed: false))

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).place == .died)
        #expect(ward.mother(known).bed == nil)
    }

    @Test(arguments: [
        (MotherIdentity(label: "u"), true), (MotherIdentity(name: "李娜"), true), (MotherIdentity(name: "周敏"), false),
        (MotherIdentity(name: "李娜", mrn: "ZY2"), false), (MotherIdentity(label: "u", mrn: "ZY2"), false),
    ])
    func twoWomenAreNeverMerged(identity: MotherIdentity, isMerged: Bool) throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let other = AdmissionID(try ward.record(AdmitMother(identity: identity))[0].stamp.id.rawValue)

        let refusal = ward.refusal(of: MergeMother(admission: other, into: known))

        #expect(refusal == (isMerged ? nil : .mergeWouldMixMothers))
    }

    @Test func mergesThatWouldMixAreRefused() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        #expect(ward.refusal(of: MergeMother(admission: unknown, into: unknown)) == .sameMother)
        try ward.decide(known)
        try ward.decide(unknown)
        #expect(ward.refusal(of: MergeMother(admission: unknown, into: known)) == .bothHaveRunningClock)
        try ward.birth(known)
        try ward.birth(unknown)
        #expect(ward.refusal(of: MergeMother(admission: unknown, into: known)) == .mergeWouldMixBabies)
    }

    @Test func sheIsInTheBedOfTheUnknownWoman() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        let unknown = try ward.admit(label: "u", bed: "6")

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.ward.occupant(of: "6")?.id == known)
        #expect(ward.ward.occupant(of: "3") == nil)
    }

    @Test func sheKeepsHerBedWhereTheUnknownWomanHasNone() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        let run = try ward.decide(nil)
        try ward.record(MarkMilestone(run: run, milestone: .arrive))
        let unknown = try #require(ward.ward.caesarean(run)?.admission.id)

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).bed == "3")
        #expect(ward.mother(known).place == .theatre)
    }

    @Test func aMergeHidesNoRisk() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(GradeRisk(admission: known, grade: .red, infectious: true, factors: ["HBsAg"]))
        let unknown = try ward.admit(label: "u")
        try ward.record(GradeRisk(admission: unknown, grade: .yellow, infectious: false, factors: ["twins"]))

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).risk == .red)
        #expect(ward.mother(known).infectious == true)
        #expect(ward.mother(known).riskFactors == ["HBsAg", "twins"])
    }

    @Test func ofEverythingElseTheNewerWordCounts() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        func fetalHeart(_ mother: AdmissionID, _ rate: Int) -> ObserveLabour {
            ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.fetalHeartRate = rate })
        }
        try ward.record(WritePlan(admission: known, text: "older"))
        try ward.record(TakeCharge(admission: unknown, staff: .nurse))
        try ward.record(fetalHeart(unknown, 90))
        ward.wait(seconds: 60)
        try ward.record(WritePlan(admission: unknown, text: "newer"))
        try ward.record(TakeCharge(admission: known, staff: .midwife))
        try ward.record(fetalHeart(known, 140))

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).planLine == "newer")
        #expect(ward.mother(known).inCharge == .midwife)
        #expect(ward.mother(known).latest.fetalHeartRate == 140)
    }

    @Test func theBandOnHerWristIsTheLastOne() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        try ward.record(AttachMotherBand(admission: known, band: "M10"))
        ward.wait(seconds: 60)
        let unknown = try ward.admit(label: "u")
        try ward.record(AttachMotherBand(admission: unknown, band: "M20"))

        try ward.record(MergeMother(admission: unknown, into: known))

        #expect(ward.mother(known).band?.code == "M20")
        #expect(ward.mother(known).voidBands.map(\.code) == ["M10"])
        #expect(ward.refusal(of: AttachMotherBand(admission: known, band: "M10", reason: "x")) == .bandVoid("M10"))
    }

    @Test func herBabiesKeepTheirNamesAndTheNextOneGetsItsOwn() throws {
        var ward = WardFixture()
        let known = try ward.admit("李娜", mrn: "ZY1")
        let unknown = try ward.admit(label: "u")
        let first = try ward.birth(unknown, by: nil)
        try ward.record(MergeMother(admission: unknown, into: known))

        let second = try ward.birth(known)

        #expect(ward.mother(known).newborns.map(\.id) == [first, second])
        #expect(ward.mother(known).newborns.map(\.order) == [1, 2])
        try ward.record(SignEntries(admission: known))
        #expect(ward.baby(first).custody.custodian == .staff(.midwife))
    }
}
