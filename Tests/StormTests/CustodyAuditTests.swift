import Testing
import WardDomain

@testable import matrona_bench

/// The storm's audit sees what it is there to see: each fault is planted in entries that are sound without it.
struct CustodyAuditTests {
    private func found(_ said: String, in violations: [String]) -> Bool { violations.contains { $0.contains(said) } }

    @Test(
        arguments: [
            (["motherBand": nil], "neither the mother's band nor a reason"),
            (["motherBand": nil, "noMotherBandReason": " "], "neither the mother's band nor a reason"),
            (["motherBand": "MB0"], "MB0 is not its mother's band"),
            (["band": "NB1"], "the band NB1 is not on the baby"),
        ] as [([String: String?], String)])
    func aHandoverThatLacksAScanIsSeen(changes: [String: String?], said: String) throws {
        var ward = try AuditedWard()
        try ward.record(HandOver(band: "NA1", motherBand: "MA0", giver: "W1", receiver: "W2", to: .nicu))
        #expect(try ward.violations() == [])

        let violations = try ward.violations(planting: changes, in: "handoverCompleted")

        #expect(found(said, in: violations), "\(violations)")
    }

    @Test(
        arguments: [
            (["motherBand": nil], "neither the mother's band nor a reason"),
            (["motherBand": "MB0"], "MB0 is not its mother's band"), (["otherBand": nil], "the other one not read"),
            (["otherBand": "NB1"], "the other one not read"), (["otherBand": "NA1"], "the other one not read"),
            (["second": "W1"], "by one alone"), (["second": "C1"], "looks after no newborn"),
            (["reason": ""], "without a reason"),
        ] as [([String: String?], String)])
    func whatAReplacementReadIsSeen(changes: [String: String?], said: String) throws {
        var ward = try AuditedWard()
        try ward.record(
            ReplaceBand(
                newborn: ward.baby, limb: .leftWrist, newBand: "NA9", second: AuditedWard.nurse, motherBand: "MA0",
                otherBand: "NA2", reason: "torn"))
        #expect(try ward.violations() == [])

        let violations = try ward.violations(planting: changes, in: "bandReplaced")

        #expect(found(said, in: violations), "\(violations)")
    }

    @Test(
        arguments: [
            (["otherBand": nil], "not every band was read"), (["band": nil], "not every band was read"),
            (["otherBand": "NB2"], "by a band that is not on it"), (["motherBand": nil], "without its mother's band"),
            (["motherBand": "MB0"], "MB0 is not its mother's band"), (["second": "W1"], "by one alone"),
            (["second": "C1"], "looks after no newborn"), (["signatureSeenBy": nil], "saw the family sign"),
            (["signatureSeenBy": "X"], "saw the family sign"), (["document": nil], "showed no paper"),
            (["collector": " "], "is not named"), (["relation": ""], "is not named"), (["to": "nicu"], "left for nicu"),
        ] as [([String: String?], String)])
    func aDischargeThatLacksACheckIsSeen(changes: [String: String?], said: String) throws {
        var ward = try AuditedWard()
        try ward.record(
            DischargeNewborn(
                band: "NA1", otherBand: "NA2", motherBand: "MA0", to: .home, collector: "Zhang", relation: "father",
                documentKind: .passport, documentLast4: "1234", second: AuditedWard.nurse,
                signatureSeenBy: AuditedWard.nurse))
        #expect(try ward.violations() == [])

        let violations = try ward.violations(planting: changes, in: "newbornDischarged")

        #expect(found(said, in: violations), "\(violations)")
    }

    @Test(
        arguments: [
            (["noMotherBand": nil], "nobody said why"), (["second": "W2"], "without the charge nurse"),
            (["medicalOffice": nil], "the medical office"), (["document": nil], "showed no paper"),
            (["noMotherBand": "other"], "no said reason"),
        ] as [([String: String?], String)])
    func aDischargeWithoutTheMothersBandNeedsThemAll(changes: [String: String?], said: String) throws {
        var ward = try AuditedWard()
        try ward.record(
            DischargeNewborn(
                band: "NA1", otherBand: "NA2", motherBand: nil, noMotherBand: .adoption, to: .home,
                collector: "Office", relation: "agency", documentKind: .agencyLetter, documentLast4: "0042",
                second: AuditedWard.chargeNurse, signatureSeenBy: AuditedWard.nurse, medicalOffice: "Wu"))
        #expect(try ward.violations() == [])

        let violations = try ward.violations(planting: changes, in: "newbornDischarged")

        #expect(found(said, in: violations), "\(violations)")
    }

    @Test(
        arguments: [(["second": nil], "by one alone"), (["reason": nil], "without a reason")]
            as [([String: String?], String)])
    func aBandInThePlaceOfAStruckOneIsByTwo(changes: [String: String?], said: String) throws {
        var ward = try AuditedWard()
        let baby = ward.baby
        let band = try #require(ward.entries.last { ($0.fact as? BandAttached)?.newborn == baby })
        try ward.record(CorrectEntry(entry: band.stamp.id, reason: "slip", strike: true))
        try ward.record(
            AttachBand(
                newborn: baby, band: "NA9", limb: .rightAnkle, second: AuditedWard.nurse, motherBand: "MA0",
                otherBand: "NA1", reason: "slip"))
        #expect(try ward.violations() == [])

        let violations = try ward.violations(planting: changes, in: "bandAttached")

        #expect(found(said, in: violations), "\(violations)")
    }
}
