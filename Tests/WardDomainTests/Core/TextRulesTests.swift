import Testing

@testable import WardDomain

@Suite struct TextRulesTests {
    @Test(arguments: [
        String(repeating: "a", count: 64), String(repeating: "李", count: 32),
        String(repeating: "李", count: 31) + "ab", String(repeating: "ཀ", count: 64), "  阿依古丽·买买提  ",
    ])
    func aNameOfUpToSixtyFourCellsIsKept(name: String) throws {
        #expect(try TextRules.name(name, field: "name") == name.trimmed)
    }

    @Test(arguments: [
        String(repeating: "a", count: 65), String(repeating: "李", count: 32) + "a", String(repeating: "𠀀", count: 33),
    ])
    func aLongerNameIsRefusedAndNeverCut(name: String) {
        #expect(throws: Refusal.textTooLong(field: "name")) { try TextRules.name(name, field: "name") }
    }

    @Test(arguments: ["", "   ", "\u{3000}", "\u{200B}", "\u{202E}\u{200F}", "\u{1B}\u{0}", "\n\t"])
    func aNameOfWhichNothingWouldBeSeenIsNone(name: String) throws {
        #expect(try TextRules.name(name, field: "name") == nil)
    }

    @Test(arguments: [(2000, true), (2001, false)])
    func aNoteHasAnEnd(characters: Int, isKept: Bool) {
        let note = String(repeating: "注", count: characters)

        #expect(((try? TextRules.note(note, field: "note")) != nil) == isKept)
    }

    @Test func aNoteIsMeasuredByWhatItStores() {
        let oneCharacter = "a" + String(repeating: "\u{301}", count: 5000)

        #expect(throws: Refusal.textTooLong(field: "note")) { try TextRules.note(oneCharacter, field: "note") }
    }

    @Test(arguments: [nil, "", "  "])
    func aReasonMustSaySomething(text: String?) {
        #expect(throws: Refusal.reasonNeeded) { try TextRules.reason(text) }
    }

    @Test func aReasonIsTrimmed() throws {
        #expect(try TextRules.reason(" late entry ") == "late entry")
    }

    @Test(arguments: [" ZY1 ", "ＺＹ1", "\u{3000}ZY１", "zy1"])
    func aHospitalNumberIsComparedInOneForm(typed: String) {
        #expect(TextRules.number(typed) == "ZY1")
    }

    @Test(arguments: [(0...10, "0-10"), (-5...5, "-5..5")])
    func aRangeIsSaidSoThatItCanNotBeMisread(range: ClosedRange<Int>, text: String) {
        #expect(TextRules.form(of: range) == text)
    }
}
