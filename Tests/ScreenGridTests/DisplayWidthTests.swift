import ScreenGrid
import SeededNumbers
import Testing

@Suite struct DisplayWidthTests {
    @Test(arguments: [
        ("", 0), ("a", 1), ("abc", 3), ("李娜", 4), ("王敏 midwife", 12), ("·", 1), ("—", 1), ("①", 1),
        ("！", 2), ("｡", 1), ("한", 2), ("\u{1112}\u{1161}\u{11AB}", 2), ("𠮷", 2), ("𰀀", 2), ("㐀", 2),
        ("e\u{301}", 1), ("བོད་", 3), ("ئۇيغۇر", 6), ("😀", 2), ("\u{1B}", 0), ("\u{200B}", 0), ("\u{FEFF}", 0),
    ])
    func textTakesItsColumns(text: String, columns: Int) {
        #expect(text.displayWidth == columns)
    }

    @Test func aClusterOfSeveralSpacingCharactersIsCountedAsItIsDrawn() {
        #expect(DisplayWidth.width(of: "👩‍👧") == 4)
        #expect(DisplayWidth.width(of: "🇨🇳") == 2)
        #expect(DisplayWidth.width(of: "👍🏽") == 4)
    }

    @Test func marksBeyondFourTakeACarrierOfTheirOwn() {
        let marks = String(repeating: "\u{301}", count: 4)
        #expect("a\(marks)".displayWidth == 1)
        #expect("a\(marks)\u{301}".displayWidth == 2)
    }
}

@Suite struct TextFittingTests {
    @Test(arguments: [("abc", 2, "ab"), ("李娜", 3, "李"), ("李娜", 4, "李娜"), ("李娜", 0, ""), ("abc", 9, "abc")])
    func clippingNeverSplitsAWideCharacter(text: String, columns: Int, clipped: String) {
        #expect(text.clipped(to: columns) == clipped)
    }

    @Test func paddingFillsToTheColumn() {
        #expect("李".padded(to: 5) == "李   ")
        #expect("李".padded(to: 5, .trailing) == "   李")
        #expect("李".padded(to: 5, .centre) == " 李  ")
        #expect("李娜".padded(to: 3) == "李 ")
    }

    @Test(arguments: [
        ("call for help now", 8, ["call for", "help now"]),
        ("产后出血演练", 5, ["产后", "出血", "演练"]),
        ("PPH 产后出血 v2", 8, ["PPH 产后", "出血 v2"]),
        ("misoprostol", 4, ["miso", "pros", "tol"]),
        ("one\n\ntwo", 9, ["one", "", "two"]),
        ("", 5, [""]),
        ("中", 1, ["中"]),
        ("按空格标记。", 10, ["按空格标", "记。"]),
        ("按空格标记。）下一步", 12, ["按空格标", "记。）下一步"]),
        ("按「空格」标记", 4, ["按", "「空", "格」", "标记"]),
        ("按 Enter。", 8, ["按", "Enter。"]),
        ("胎心(次/分)，宫缩", 6, ["胎心", "(次/", "分)，", "宫缩"]),
        ("。。。", 2, ["。", "。", "。"]),
    ])
    func textWraps(text: String, columns: Int, lines: [String]) {
        #expect(text.wrapped(to: columns) == lines)
    }

    @Test func wrappingLosesNothingButSpaces() {
        var random = SeededRandom(seed: 7)
        for _ in 0..<500 {
            let text = random.text(length: 40)
            let columns = Int.random(in: 4...20, using: &random)
            let lines = text.wrapped(to: columns)
            #expect(lines.joined().filter { $0 != " " } == text.filter { $0 != " " })
            #expect(lines.allSatisfy { $0.displayWidth <= columns })
        }
    }
}

@Suite struct SafeTextTests {
    @Test(arguments: [
        ("张伟", "张伟"),
        ("\u{1B}[31mred\u{1B}[0m", "red"),
        ("\u{1B}]0;title\u{07}name", "name"),
        ("\u{1B}]8;;http://x\u{1B}\\link", "link"),
        ("\u{1B}(Bx", "x"),
        ("\u{9B}2Jgone", "gone"),
        ("\u{1B}Pnever ended", "never ended"),
        ("a\u{202E}b\u{2066}c\u{200F}", "abc"),
        ("a\u{200B}\u{200D}\u{FEFF}\u{AD}b", "ab"),
        ("tab\there\r\n", "tab here  "),
        ("\u{07}\u{08}\u{7F}ok", "ok"),
        ("努尔古丽·艾合买提", "努尔古丽·艾合买提"),
        ("བསོད་ནམས", "བསོད་ནམས"),
        ("\u{1B}", ""),
        ("👩\u{200D}👧", "👩👧"),
    ])
    func onlyVisibleTextIsLeft(text: String, safe: String) {
        #expect(text.safeForScreen == safe)
    }
}
