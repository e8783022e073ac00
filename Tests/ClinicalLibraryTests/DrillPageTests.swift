import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("A protocol as a page for the wall")
struct DrillPageTests {
    private func small() throws -> DrillProtocol {
        let text = smallProtocol("mark = \"V\"", "caution = { en = \"Never twice\", zh = \"禁重复\" }\nmark = \"V\"")
        return try DrillProtocolFile.read(text: text, name: "f.toml").drillProtocol
    }

    @Test("English")
    func english() throws {
        #expect(
            drillPage(try small(), effectiveFrom: CalendarDay("2026-11-23"), in: .english) == """
                Small
                version 1, in force from 2026-11-23; clock from: start
                * critical step; + time proposed by the library; [V] verified, [V*]
                second-hand, [R] recall: unconfirmed

                 1 * 0:30   MW Do it [R:1]
                 2   15:00+ MW Give it [V*:2]
                               = 1 g [V:3]
                               ! Never twice

                MW midwife

                 1 our own [R]
                 2 a book [V*]
                 3 another book [V]

                """)
    }

    @Test("Chinese")
    func chinese() throws {
        #expect(
            drillPage(try small(), in: .chinese) == """
                小
                版本 1；计时起点：开始
                * 关键步骤；+ 时间为本库建议；[V] 已核实，[V*] 转引，[R] 凭记忆，待核

                 1 * 0:30   MW 做 [R:1]
                 2   15:00+ MW 给药 [V*:2]
                               = 1克 [V:3]
                               ! 禁重复

                MW 助产士

                 1 our own [R]
                 2 a book [V*]
                 3 another book [V]

                """)
    }

    @Test("No line of any compiled-in protocol is wider than a terminal", arguments: Language.allCases)
    func width(language: Language) {
        for found in ClinicalLibrary.compiledIn.rules.protocols {
            let lines = drillPage(found, in: language).split(separator: "\n")
            #expect(lines.allSatisfy { String($0).cells <= 78 }, "\(found.id)")
            #expect(lines.count > found.steps.count)
        }
    }

    @Test(
        "Wrapping breaks at spaces and between Chinese characters, never before a closing sign",
        arguments: [
            ("one two three", 7, ["one two", "three"]),
            ("一二三四五", 6, ["一二三", "四五"]),
            ("一二三，四", 6, ["一二", "三，四"]),
            ("一（二三）", 5, ["一", "（二", "三）"]),
            ("，", 1, ["，"]),
            ("", 5, [""]),
        ] as [(String, Int, [String])])
    func wrapping(text: String, width: Int, lines: [String]) {
        #expect(text.wrapped(to: width) == lines)
    }
}
