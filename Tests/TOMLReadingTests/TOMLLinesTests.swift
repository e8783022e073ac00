import TOMLReading
import Testing

@Suite("Lines of a TOML document")
struct TOMLLinesTests {
    static let text = """
        # a comment with [brackets] and "quotes"
        kind = "a # no comment"
        zero = { en = "x = [1]", "zh" = '''
        two
        lines''' }
        'quoted key'.deep = 1
        list = [
          { code = "A" }, # first
          { code = "B",
            en = "]" },
        ]

        [[step]]
        id = "one"
        text = \"""
        a \\"quoted\\" \"" text
        \"""
        [step.dose]
        en = "dose"

        [[step]]
        [[step.dose]]
        en = "first"
        [[step.dose]]
        en = "second"
        [other.table]
        key = 2026-11-23
        """

    @Test(
        "Each value's line",
        arguments: [
            (.root, 1),
            (TOMLPath.root.key("kind"), 2),
            (.root.key("zero"), 3),
            (.root.key("zero").key("zh"), 3),
            (.root.key("quoted key").key("deep"), 6),
            (.root.key("list"), 7),
            (.root.key("list").element(0).key("code"), 8),
            (.root.key("list").element(1), 9),
            (.root.key("list").element(1).key("en"), 10),
            (.root.key("step"), 13),
            (.root.key("step").element(0), 13),
            (.root.key("step").element(0).key("text"), 15),
            (.root.key("step").element(0).key("dose"), 18),
            (.root.key("step").element(0).key("dose").key("en"), 19),
            (.root.key("step").element(1), 21),
            (.root.key("step").element(1).key("dose").element(0).key("en"), 23),
            (.root.key("step").element(1).key("dose").element(1).key("en"), 25),
            (.root.key("other").key("table").key("key"), 27),
        ])
    func lines(path: TOMLPath, line: Int) {
        #expect(TOMLLines(Self.text).line(of: path) == line)
    }

    @Test("What is not there has the line of what holds it")
    func missing() {
        let lines = TOMLLines(Self.text)
        #expect(lines.line(of: .root.key("nothing")) == 1)
        #expect(lines.line(of: .root.key("step").element(1).key("role")) == 21)
        #expect(lines.line(of: .root.key("list").element(1).key("zh").key("x")) == 9)
    }

    @Test("Carriage returns and a byte order mark change no line")
    func lineEndings() {
        let text = "\u{FEFF}" + Self.text.replacing("\n", with: "\r\n")
        #expect(TOMLLines(text).line(of: .root.key("step").element(1).key("dose").element(1).key("en")) == 25)
    }

    @Test(
        "Any bytes come to an end",
        arguments: ["=", "]", "[", "[[", "a = \"", "a = '''", "{", "}", "a.b", "= ]\n, }", "\\"])
    func terminates(text: String) {
        #expect(TOMLLines(text).line(of: .root) == 1)
    }
}
