import Testing
import WardDomain

@testable import ClinicalLibrary

/// A small valid protocol, line by line; tests change one line of it.
let smallProtocol = """
    kind = "drill"
    id = "small"
    version = "1"
    effective = 2026-11-23
    source = "our own"
    mark = "R"
    en = "Small"
    zh = "小"
    emergencyKey = "x"
    momentZero = { en = "start", zh = "开始" }
    roles = [{ code = "MW", en = "midwife", zh = "助产士" }]
    [[step]]
    id = "one"
    target = "0:30"
    role = "MW"
    critical = true
    en = "Do it"
    zh = "做"
    [[step]]
    id = "two"
    target = "15:00"
    proposal = true
    role = "MW"
    critical = false
    drug = true
    en = "Give it"
    zh = "给药"
    mark = "V*"
    source = "a book"
    [[step.dose]]
    en = "1 g"
    zh = "1克"
    mark = "V"
    source = "another book"
    """

/// The small protocol with one text in it replaced.
func smallProtocol(_ old: String, _ new: String) -> String {
    smallProtocol.replacing(old, with: new, maxReplacements: 1)
}

/// What is wrong with a protocol: its lines and English messages.
func faults(_ text: String) -> [String] {
    do {
        _ = try DrillProtocolFile.read(text: text, name: "f.toml")
        return []
    } catch {
        return error.faults.map { $0.text(in: .english) }
    }
}

@Suite("Faults of a protocol file")
struct ProtocolFaultTests {
    @Test("A valid file becomes its protocol")
    func valid() throws {
        let file = try DrillProtocolFile.read(text: smallProtocol, name: "f.toml")
        let found = file.drillProtocol
        #expect(found.id == "small" && found.emergencyKey == "x" && found.version == "1")
        #expect(found.roles == [TeamRole(code: "MW", en: "midwife", zhHans: "助产士")])
        #expect(found.steps[0].source == Source(.recall, "our own"))
        #expect(
            found.steps[1]
                == ProtocolStep(
                    id: "two", targetSeconds: 900, targetIsProposal: true, role: "MW", critical: false, en: "Give it",
                    zhHans: "给药", takesDose: true,
                    dose: ProtocolDose(en: "1 g", zhHans: "1克", source: Source(.verified, "another book")),
                    source: Source(.secondHand, "a book")))
        #expect(
            file.version
                == LibraryVersion(
                    kind: .drill, file: "f.toml", version: "1",
                    effectiveFrom: try #require(CalendarDay("2026-11-23")), source: Source(.recall, "our own")))
    }

    @Test("Five different faults in one file are all named, each with its line")
    func fiveFaults() {
        let text =
            smallProtocol
            .replacing("effective = 2026-11-23", with: "effective = \"2026-11-23\"")
            .replacing("zh = \"做\"\n", with: "")
            .replacing("role = \"MW\"\ncritical = false", with: "role = \"MD\"\ncritical = false")
            .replacing("id = \"two\"", with: "id = \"one\"")
            .replacing("mark = \"V*\"", with: "mark = \"W\"\ncolour = \"red\"")
        #expect(
            faults(text) == [
                "f.toml:4: 'effective' must be a date such as 2026-11-23, without quotes, found string",
                "f.toml:12: 'zh' is missing",
                "f.toml:19: 'id' 'one' occurs twice",
                "f.toml:22: 'role' is 'MD', must be MW",
                "f.toml:27: 'mark' is 'W', must be V, V*, R",
                "f.toml:28: 'colour' is not a key here",
            ])
    }

    @Test(
        "One fault at a time, with its line",
        arguments: [
            ("kind = \"drill\"", "kind = \"indications\"", "1: 'kind' is 'indications', must be drill"),
            ("id = \"small\"", "id = \"Small one\"", "2: 'id' is 'Small one', must be a-z 0-9 -"),
            ("version = \"1\"", "version = 1", "3: 'version' must be text in quotes, found integer"),
            ("mark = \"R\"\n", "", "1: 'mark' is missing"),
            ("zh = \"小\"", "zh = \" \"", "8: 'zh' is empty"),
            ("emergencyKey = \"x\"", "emergencyKey = \"C\"", "9: 'emergencyKey' is 'c', must be a-z (c: caesarean)"),
            ("emergencyKey = \"x\"", "emergencyKey = \"xy\"", "9: 'emergencyKey' is 'xy', must be a-z (c: caesarean)"),
            ("emergencyKey = \"x\"", "emergencyKey = \"1\"", "9: 'emergencyKey' is '1', must be a-z (c: caesarean)"),
            ("en = \"start\", ", "", "10: 'en' is missing"),
            ("{ en = \"start\"", "{ at = 0, en = \"start\"", "10: 'at' is not a key here"),
            ("momentZero = { en = \"start\", zh = \"开始\" }\n", "", "1: 'momentZero' is missing"),
            ("code = \"MW\"", "code = \"mw\"", "11: 'code' is 'mw', must be A-Z 0-9 _"),
            ("target = \"0:30\"", "target = 30", "14: 'target' must be text in quotes, found integer"),
            ("target = \"0:30\"", "target = \"-0:30\"", "14: 'target' is '-0:30', must be m:ss, 0:00 - 999:59"),
            ("target = \"0:30\"", "target = \"0:60\"", "14: 'target' is '0:60', must be m:ss, 0:00 - 999:59"),
            ("target = \"0:30\"", "target = \"1000:00\"", "14: 'target' is '1000:00', must be m:ss, 0:00 - 999:59"),
            ("target = \"0:30\"", "target = \"0:3\"", "14: 'target' is '0:3', must be m:ss, 0:00 - 999:59"),
            ("critical = true", "critical = \"yes\"", "16: 'critical' must be true or false, found string"),
            ("critical = true\n", "", "12: 'critical' is missing"),
            ("role = \"MW\"\n", "repeat = \"0:00\"\nrole = \"MW\"\n", "15: 'repeat' is 0, must be 0:01 - 999:59"),
            ("[[step.dose]]", "[step.dose]", "30: 'dose' must be a list of tables, found table"),
            ("target = \"15:00\"\n", "", "21: 'proposal' needs 'target' beside it"),
            ("drug = true\n", "", "29: 'dose' needs 'drug = true' beside it"),
            ("mark = \"V*\"\n", "", "19: 'mark' is missing"),
            ("source = \"a book\"\n", "", "19: 'source' is missing"),
            ("mark = \"V\"\n", "", "30: 'mark' is missing"),
            ("en = \"Do it\"", "en = \"Do\\u001b[2J it\"", "17: 'en' holds a control or direction character"),
            ("en = \"Do it\"", "en = \"Do \\u202E it\"", "17: 'en' holds a control or direction character"),
        ])
    func oneFault(old: String, new: String, fault: String) {
        #expect(smallProtocol.contains(old))
        let found = faults(smallProtocol(old, new))
        // A role that is refused leaves the steps that name it without one.
        #expect(found.first == "f.toml:" + fault)
        #expect(found.count == (old == "code = \"MW\"" ? 3 : 1), "\(found)")
    }

    @Test(
        "Targets at both edges are read",
        arguments: [("0:00", 0), ("0:59", 59), ("75:00", 4500), ("999:59", 59_999)])
    func targetEdges(text: String, seconds: Int) throws {
        let file = try DrillProtocolFile.read(text: smallProtocol("0:30", text), name: "f.toml")
        #expect(file.drillProtocol.steps[0].targetSeconds == seconds)
    }

    @Test("A list without steps, and a role given twice")
    func lists() {
        let headless = smallProtocol.prefix(upTo: smallProtocol.firstRange(of: "[[step]]")!.lowerBound)
        #expect(faults(String(headless)) == ["f.toml:1: 'step' is missing"])
        #expect(faults(headless + "step = []\n") == ["f.toml:12: 'step' is empty"])
        #expect(faults(headless + "step = [1]\n") == ["f.toml:12: 'step' must be a list of tables, found integer"])
        let twice = smallProtocol("roles = [", "roles = [{ code = \"MW\", en = \"a\", zh = \"甲\" },\n")
        #expect(faults(twice) == ["f.toml:12: 'code' 'MW' occurs twice"])
    }

    @Test(
        "A note names its topic, its source and a step that there is",
        arguments: [
            ("topic = \"technique\"", "topic = \"rumour\"", "36: 'topic' is 'rumour'"),
            ("step = \"one\"", "step = \"three\"", "37: 'step' is 'three', must be one, two"),
            ("zh = \"慢\"\n", "", "35: 'zh' is missing"), ("mark = \"V*\"\n", "", "35: 'mark' is missing"),
            ("source = \"a letter\"", "origin = \"a letter\"", "35: 'source' is missing"),
        ])
    func notes(old: String, new: String, fault: String) {
        let note = """

            [[note]]
            topic = "technique"
            step = "one"
            en = "slowly"
            zh = "慢"
            mark = "V*"
            source = "a letter"
            """
        #expect(faults(smallProtocol + note) == [])
        let found = faults(smallProtocol + note.replacing(old, with: new))
        #expect(found.first?.hasPrefix("f.toml:" + fault) == true, "\(found)")
    }

    @Test("A step that depends on a score names an earlier step that is scored")
    func scoreCondition() {
        let condition = "if = { step = \"one\", apgarBelow = 7 }\nrole = \"MW\"\ncritical = false"
        let unscored = smallProtocol("role = \"MW\"\ncritical = false", condition)
        #expect(faults(unscored) == ["f.toml:23: 'if' is 'one', must be an earlier step that scores ()"])
        let scored = unscored.replacing(
            "target = \"0:30\"", with: "target = \"0:30\"\nmeasures = [\"apgar\"]\napgarMinute = 5")
        #expect(faults(scored) == [])
        let eleven = scored.replacing("apgarBelow = 7", with: "apgarBelow = 11")
        #expect(faults(eleven) == ["f.toml:25: 'apgarBelow' is 11, must be 1-10"])
    }

    @Test("What is not TOML, or not text, is said with its line")
    func notTOML() throws {
        let syntax = faults(smallProtocol("zh = \"做\"", "zh = \"做"))
        #expect(syntax.count == 1 && syntax[0].hasPrefix("f.toml:18: not valid TOML: "))
        let redefined = faults(smallProtocol("id = \"one\"", "id = \"one\"\nid = \"two\""))
        #expect(redefined.count == 1 && redefined[0].hasPrefix("f.toml:14: not valid TOML: "))
        #expect(faults(smallProtocol("做", "做\0")) == ["f.toml:18: a zero byte stands in the text"])
        #expect(faults("")[0] == "f.toml:1: 'kind' is missing")
    }

    @Test("A byte order mark and carriage returns are read")
    func lineEndings() {
        #expect(faults("\u{FEFF}" + smallProtocol.replacing("\n", with: "\r\n")).isEmpty)
        let wrong = smallProtocol("role = \"MW\"", "role = \"X\"").replacing("\n", with: "\r\n")
        #expect(faults("\u{FEFF}" + wrong) == ["f.toml:15: 'role' is 'X', must be MW"])
    }

    @Test("A fault is said in Chinese too")
    func chinese() {
        let fault = LibraryFault(file: "f.toml", line: 3, message: FaultReason.missing("zh").message)
        #expect(fault.text(in: .chinese) == "f.toml:3: 缺少 'zh'")
        #expect(
            LibraryFault(file: "f.toml", line: nil, message: FaultReason.unreadable.message).text(in: .english)
                == "f.toml: not readable as UTF-8 text of at most 1 MiB")
    }
}
