import Testing

@testable import WardDomain

@Suite struct CodePatternTests {
    @Test(arguments: [
        ("W####", "W1001", true), ("W####", "w1001", true), ("W####", "W100", false), ("W####", "W10011", false),
        ("W####", "W100A", false), ("W???", "WA1B", true), ("W???", "WA-B", false), ("COT-*", "cot-", true),
        ("COT-*", "COT-7-B", true), ("COT-*", "COTT-7", false), ("NB*##", "NB-X-77", true), ("NB*##", "NB-X-7", false),
        ("W##", "W１２", false),
    ])
    func aPatternMatchesTheWholeCode(pattern: String, code: String, matches: Bool) {
        #expect(CodePattern(pattern, .staff).matches(code) == matches)
    }

    private var site: SiteRules {
        var site = SiteRules()
        site.codePatterns = [
            CodePattern("W####", .staff), CodePattern("M-*", .mother, kind: .person),
            CodePattern("NB-*", .newborn, kind: .band), CodePattern("*-9", .cot),
        ]
        return site
    }

    @Test func aCodeOfAnotherClassIsRefused() {
        #expect(throws: Refusal.codeOfOtherClass("M-1", .mother)) { try site.check("M-1", is: .newborn) }
        #expect(throws: Refusal.codeOfOtherClass("X-9", .cot)) { try site.check("X-9", is: .newborn) }
        #expect(throws: Never.self) { try site.check("NB-1", is: .newborn) }
        #expect(throws: Never.self) { try site.check("ANY", is: .newborn) }
    }

    @Test func aCodeOfTwoClassesIsAmbiguous() {
        #expect(throws: Refusal.codeAmbiguous("NB-9")) { try site.check("NB-9", is: .newborn) }
    }

    @Test func aPatternSaysWhoseCodeItIs() {
        #expect(site.kind(of: "m-12") == .person)
        #expect(site.kind(of: "NB-12") == .band)
        #expect(site.kind(of: "W1001") == nil)
    }
}
