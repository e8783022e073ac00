import Testing

@testable import WardDomain

@Suite struct TextRulesTests {
    @Test(arguments: [
        String(repeating: "a", count: 64), String(repeating: "李", count: 32),
        String(repeating: "李", count: 31) + "ab", String(repeating: "ཀ", count: 64),
        String(repeating: "བོ", count: 64), String(repeating: "न\u{94D}", count: 64), "  阿依古丽·买买提  ",
    ])
    func aNameOfUpToSixtyFourCellsIsKept(name: String) throws {
        #expect(try TextRules.name(name, field: "name") == name.trimmed)
    }

    @Test(arguments: [
        String(repeating: "a", count: 65), String(repeating: "李", count: 32) + "a", String(repeating: "𠀀", count: 33),
        String(repeating: "བོ", count: 65),
    ])
    func aLongerNameIsRefusedAndNeverCut(name: String) {
        #expect(throws: Refusal.textTooLong(field: "name", most: 64, .cells)) {
            try TextRules.name(name, field: "name")
        }
    }

    @Test(arguments: ["", "   ", "\u{3000}", "\u{200B}", "\u{202E}\u{200F}", "\u{1B}\u{0}", "\n\t"])
    func aNameOfWhichNothingWouldBeSeenIsNone(name: String) throws {
        #expect(try TextRules.name(name, field: "name") == nil)
    }

    /// Two names that look the same are the same, and none hides what follows.
    @Test(arguments: [
        ("Li\u{0}Na", "LiNa"), ("Li\u{1B}[31mNa", "LiNa"), ("\u{1B}]0;title\u{07}Li Na", "Li Na"),
        ("می\u{200C}خواهم", "می\u{200C}خواهم"), ("\u{202E}Li Na\u{202C}", "Li Na"),
        ("Li\u{200B}Na", "LiNa"), ("Li\n\tNa", "Li Na"), ("नि\u{200D}शा", "नि\u{200D}शा"), ("李\u{3000}娜", "李\u{3000}娜"),
    ])
    func whatWouldNotBeSeenIsNoPartOfAName(typed: String, name: String) throws {
        #expect(try TextRules.name(typed, field: "name").map { Array($0.unicodeScalars) } == Array(name.unicodeScalars))
    }

    @Test func aNoteKeepsItsLines() throws {
        #expect(try TextRules.note("one\n\ttwo\u{0}\u{202E}", field: "note") == "one\n\ttwo")
    }

    @Test(arguments: ["\u{200B}", "\u{202E}\u{200B}", "\u{0}", "\u{200D}", "\n"])
    func aTextOfWhichNothingWouldBeSeenIsNoReason(text: String) {
        #expect(text.isBlank)
        #expect(throws: Refusal.reasonNeeded) { try TextRules.reason(text) }
    }

    @Test(arguments: [(2000, true), (2001, false)])
    func aNoteHasAnEnd(characters: Int, isKept: Bool) {
        let note = String(repeating: "注", count: characters)

        #expect(((try? TextRules.note(note, field: "note")) != nil) == isKept)
    }

    @Test func aNoteIsMeasuredByWhatItStores() {
        let oneCharacter = "a" + String(repeating: "\u{301}", count: 5000)

        #expect(throws: Refusal.textTooLong(field: "note", most: 2000, .characters)) {
            try TextRules.note(oneCharacter, field: "note")
        }
    }

    @Test(arguments: [nil, "", "  "])
    func aReasonMustSaySomething(text: String?) {
        #expect(throws: Refusal.reasonNeeded) { try TextRules.reason(text) }
    }

    @Test func aReasonIsTrimmed() throws {
        #expect(try TextRules.reason(" late entry ") == "late entry")
    }

    @Test(arguments: [" ZY1 ", "ＺＹ1", "\u{3000}ZY１", "zy1", "Z\u{200B}Y1", "ZY1\u{0}", "\u{202E}ZY1"])
    func aHospitalNumberIsComparedInOneForm(typed: String) {
        #expect(TextRules.number(typed) == "ZY1")
    }

    @Test(arguments: [(0...10, "0-10"), (-5...5, "-5..5")])
    func aRangeIsSaidSoThatItCanNotBeMisread(range: ClosedRange<Int>, text: String) {
        #expect(TextRules.form(of: range) == text)
    }
}
