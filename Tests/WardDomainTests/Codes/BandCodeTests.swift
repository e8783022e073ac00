import Testing

@testable import WardDomain

@Suite struct BandCodeTests {
    @Test(arguments: [("943646579210", 4), ("69012340000000001", 8), ("629104150021", 3), ("0", 0), ("", 0)])
    func theCheckDigitIsGS1s(body: String, digit: Int) {
        #expect(CheckDigit.of(body) == digit)
    }

    @Test(arguments: [
        ("9436465792104", true), ("690123400000000018", true), ("6291041500213", true), ("690123400000000019", false),
        ("690123400000000081", false), ("1", false), ("", false), ("69012340000000001X", false),
        ("６２９１０４１５００２１３", false),
    ])
    func aRightCheckDigitIsKnown(digits: String, isRight: Bool) {
        #expect(CheckDigit.isRight(digits) == isRight)
    }

    @Test(arguments: [
        "8018690123400000000018", "]d28018690123400000000018", "]C18018690123400000000018",
        "(8018)690123400000000018", "]d2\u{1D}8018690123400000000018", " ]D28018690123400000000018\n",
        "]d28018690123400000000018\u{1D}801942", "(8018)690123400000000018(7256)LI",
        "]Q372581/2\u{1D}8018690123400000000018\u{1D}7259LI",
        "8017690123400000000018", "690123400000000018",
    ])
    func aServiceNumberIsFoundInEveryForm(scanned: String) {
        #expect(BandCode.normalized(scanned) == "690123400000000018")
    }

    @Test(arguments: [
        ("w1001", "W1001"), ("]C1nb-77", "NB-77"), ("]c0nb-77", "NB-77"), ("  x  ", "X"), ("80181234", "80181234"),
        ("", ""),
    ])
    func aHospitalCodeIsKeptUpperCase(scanned: String, code: String) {
        #expect(BandCode.normalized(scanned) == code)
    }

    @Test(arguments: ["NB", "", String(repeating: "x", count: 65), "NB 77", "NB\u{1D}77"])
    func anUnreadableCodeIsRefused(scanned: String) {
        #expect(throws: Refusal.codeUnreadable(scanned)) { try BandCode.checked(scanned) }
    }

    @Test(arguments: ["8018690123400000000019", "(8018)690123400000000019", "]d28018690123400000000019"])
    func aWrongCheckDigitIsNamed(scanned: String) {
        let fault = ElementFault.wrongCheckDigit(.recipient, found: 9, expected: 8)
        #expect(throws: Refusal.elementsFaulty(scanned, fault)) { try BandCode.checked(scanned) }
    }

    @Test func aDrugsCodeNamesNobody() {
        let scanned = "]d20109506000134352172701311012A"
        #expect(throws: Refusal.codeNamesNobody("(01)09506000134352(17)270131(10)12A")) {
            try BandCode.checked(scanned)
        }
    }

    @Test(arguments: [
        ("01069012340000161234", true), ("0106901234000016", true), ("0106901234000017", false),
        ("7259LI8018690123400000000018", true), ("X8017690123400000000018", true), ("]c00106901234000016", true),
        ("7259LI8018690123400000000019", false), ("690123400000000018", false), ("0100200300400500", false),
        ("ZY2026001", false), ("]d20106901234000016", false), ("", false),
    ])
    func aSymbolThatLostItsMarkIsKnown(scanned: String, isOne: Bool) {
        #expect(BandCode.looksLikeElements(scanned) == isOne)
    }

    @Test(arguments: ["0106901234000016", "7259LI8018690123400000000018"])
    func aSymbolThatLostItsMarkIsNobodysBand(scanned: String) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother)
        let attach = AttachBand(newborn: baby, band: scanned, limb: .leftWrist)
        #expect(ward.refusal(of: attach) == .elementsUnmarked(scanned))
        #expect(ward.refusal(of: AttachMotherBand(admission: mother, band: scanned)) == .elementsUnmarked(scanned))

        ward.rules.site.codePatterns = [CodePattern("01##############", .newborn), CodePattern("7259*", .newborn)]

        #expect(ward.refusal(of: attach) == nil, "the site says that its own codes look so")
    }

    @Test(arguments: [
        ("]d28018690123400000000018\u{1D}801942", "(8018)690123400000000018(8019)42"),
        ("8018690123400000000018", "690123400000000018"), ("w1001", "W1001"),
        ("]d28017690123400000000018\u{1D}801942", "690123400000000018"),
    ])
    func aNewBandIsKeptWithItsIssue(scanned: String, kept: String) {
        #expect(BandCode.withIssue(scanned) == kept)
        #expect(BandCode.normalized(kept) == BandCode.normalized(scanned))
    }

    @Test func theIssueOfABandIsRead() {
        guard case .person(_, _, let issue) = BandCode.read("]d28018690123400000000018\u{1D}801942") else {
            Issue.record("not read as a person's")
            return
        }
        #expect(issue == 42)
    }

    @Test(arguments: ["NB1", String(repeating: "X", count: 64), "801812345678", "(8018)690123400000000018"])
    func aReadableCodeIsKept(scanned: String) throws {
        #expect(try BandCode.checked(scanned) == BandCode.normalized(scanned))
    }
}
