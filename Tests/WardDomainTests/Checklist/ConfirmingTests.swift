import Testing
import WardDomain

/// Somebody of this hospital stands behind a recalled step, in one exact version.
@Suite struct ConfirmingTests {
    @Test func aStepIsConfirmedByNameAndVersion() throws {
        var ward = WardFixture()
        let step = try #require(SampleRules.pph[step: "call"])
        let command = ConfirmStep(drillProtocol: "pph", step: "call", version: "1")
        #expect(ward.refusal(of: command, by: .nurse) == .notAllowed(.nurse))
        #expect(ward.refusal(of: command, by: .admin) == .notAllowed(.administrator))
        #expect(ward.refusal(of: ConfirmStep(drillProtocol: "x", step: "call"), by: .doctor) == .protocolUnknown("x"))
        #expect(ward.refusal(of: ConfirmStep(drillProtocol: "pph", step: "x"), by: .doctor) == .stepUnknown("x"))
        #expect(
            ward.refusal(of: ConfirmStep(drillProtocol: "pph", step: "call", version: "0"), by: .doctor)
                == .protocolChanged("1"))

        try ward.record(command, by: .doctor)

        let known = try #require(ward.ward.plan.confirmation(of: step, in: SampleRules.pph))
        #expect(known.by == .doctor && known.version == "1" && known.content == step)
        #expect(ward.refusal(of: command, by: .chargeNurse) == .nothingToRecord)
        #expect(ward.entries.last?.fact.summary.en == "confirmed for this hospital: pph/call version 1")
    }

    @Test func anotherVersionOrOtherWordsAreNotConfirmed() throws {
        var ward = WardFixture()
        try ward.record(ConfirmStep(drillProtocol: "pph", step: "call"), by: .doctor)
        let old = SampleRules.pph
        let step = try #require(old[step: "call"])
        let changed = ProtocolStep(
            id: "call", targetSeconds: 31, role: "MW", critical: true, en: "call", zhHans: "call", source: step.source)
        let newer = DrillProtocol(
            id: "pph", version: "2", en: "PPH", zhHans: "产后出血", momentZeroEn: "start", momentZeroZhHans: "开始",
            roles: old.roles, steps: old.steps, source: old.source)

        #expect(ward.ward.plan.confirmation(of: changed, in: old) == nil)
        #expect(ward.ward.plan.confirmation(of: step, in: newer) == nil)
        ward.rules.protocols = [newer]
        #expect(ward.refusal(of: ConfirmStep(drillProtocol: "pph", step: "call"), by: .doctor) == nil)
    }

    @Test func whatWasReadAtItsSourceNeedsNobody() throws {
        var ward = WardFixture()
        let verified = ProtocolStep(
            id: "call", targetSeconds: nil, role: "MW", critical: true, en: "call", zhHans: "呼叫",
            source: Source(.verified, "read"))
        ward.rules.protocols = [
            DrillProtocol(
                id: "v", version: "1", en: "V", zhHans: "核", momentZeroEn: "start", momentZeroZhHans: "开始",
                roles: SampleRules.pph.roles, steps: [verified], source: Source(.verified, "read"))
        ]
        #expect(ward.refusal(of: ConfirmStep(drillProtocol: "v", step: "call"), by: .doctor) == .nothingToRecord)
    }
}
