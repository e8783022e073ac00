import Testing
import WardDomain

@Suite struct SigningTests {
    @Test func everythingUnsignedIsListedAndOneSignatureStandsForAll() throws {
        var ward = WardFixture()
        let run = try ward.decide(nil, by: nil)
        let woman = try #require(ward.ward.caesarean(run)?.admission.id)
        try ward.record(MarkMilestone(run: run, milestone: .call), by: nil)
        try ward.record(MarkMilestone(run: run, milestone: .arrive), by: .doctor)
        try ward.record(ArriveAtCaesarean(run: run, badge: .nurse), by: nil)
        let baby = try ward.birth(woman, mode: .caesarean, by: nil)
        try ward.record(ScoreApgar(newborn: baby, minute: 1, score: ApgarScore(totalOnly: 8)), by: nil)
        try ward.record(MoveNewborn(newborn: baby, to: .nicu), by: nil)
        let unsigned = ward.entries.filter { $0.stream == .admission(woman) && $0.stamp.staff == nil }.map(\.stamp.id)
        #expect(Set(ward.mother(woman).unsigned + ward.run(run).unsigned) == Set(unsigned))

        try ward.record(SignEntries(admission: woman), by: .otherMidwife)

        #expect(ward.mother(woman).unsigned.isEmpty)
        #expect(ward.run(run).unsigned.isEmpty)
        #expect(ward.baby(baby).custody.custodian == .staff(.otherMidwife))
        #expect(ward.refusal(of: SignEntries(admission: woman)) == .nothingUnsigned)
    }

    /// Whoever signs for an unsigned birth has the baby: a role that may have none can't.
    @Test(arguments: [
        (Badge.admin, false), (.coordinator, false), (.midwife, true), (.nurse, true), (.chargeNurse, true),
        (.doctor, true),
    ])
    func onlyWhoMayHaveABabySignsForItsBirth(_ badge: Badge, _ may: Bool) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother, by: nil)
        let role = try #require(ward.ward.roster[badge]).role

        #expect(ward.refusal(of: SignEntries(admission: mother), by: badge) == (may ? nil : .notAllowed(role)))

        try ward.record(SignEntries(admission: mother))
        #expect(ward.baby(baby).custody.custodian == .staff(.midwife))
        try ward.record(MoveNewborn(newborn: baby, to: .nicu), by: nil)
        #expect(ward.refusal(of: SignEntries(admission: mother), by: badge) == (may ? nil : .notAllowed(role)))
    }

    /// Where no baby is concerned every role signs for what it pressed.
    @Test func anAdministratorSignsForAClock() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.decide(mother, by: nil)

        #expect(ward.refusal(of: SignEntries(admission: mother), by: .admin) == nil)
    }

    @Test func aSignatureNeedsASignature() throws {
        var ward = WardFixture()
        let run = try ward.startResponse(by: nil)

        #expect(ward.refusal(of: SignEntries(response: run), by: nil) == .signatureNeeded)
        #expect(ward.refusal(of: SignEntries(response: ChecklistID("x"))) == .checklistUnknown)
        try ward.record(SignEntries(response: run))
        #expect(ward.checklist(run).unsigned.isEmpty)
    }
}
