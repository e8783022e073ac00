import Testing
import WardDomain

@testable import ClinicalLibrary

/// A protocol with everything that a step may ask, measure and depend on; tests change one line of it.
private let ruled = """
    kind = "drill"
    id = "ruled"
    version = "1"
    effective = 2026-11-23
    source = "our own"
    mark = "R"
    en = "Ruled"
    zh = "规则"
    momentZero = { en = "start", zh = "开始" }
    roles = [{ code = "MW", en = "midwife", zh = "助产士" }]
    [[step]]
    id = "look"
    target = "1:30"
    role = "MW"
    critical = true
    ask = [{ code = "low", en = "low", zh = "低" }, { code = "high", en = "high", zh = "高" }]
    en = "Look"
    zh = "看"
    [[step]]
    id = "act"
    target = "2:00"
    role = "MW"
    critical = true
    if = { step = "look", answers = ["low"] }
    measures = ["loss", "shock-index", "apgar", "spo2"]
    apgarMinute = 5
    en = "Act"
    zh = "做"
    [[step.caution]]
    en = "Not with asthma"
    zh = "哮喘禁用"
    mark = "R"
    source = "a book"
    [[step]]
    id = "later"
    target = "5:00"
    from = "act"
    role = "MW"
    critical = false
    en = "Later"
    zh = "稍后"
    [[shockIndex]]
    level = "alert"
    from = "0.9"
    mark = "V"
    source = "a paper"
    [[oxygen]]
    minute = 1
    low = 60
    high = 65
    mark = "V"
    source = "a table"
    [[scenario]]
    id = "case"
    en = "A case"
    zh = "病例"
    signs = { hr = 70, sbp = 90, dbp = 50, rr = 20, spo2 = 95, fhr = 100, loss = 600 }
    mark = "R"
    source = "exercise design"
    inject = [{ id = "one", at = "1:00", en = "One", zh = "一" }]
    """

@Suite("What a step asks, measures and depends on")
struct StepRulesTests {
    @Test("Everything is read")
    func everything() throws {
        let found = try DrillProtocolFile.read(text: ruled, name: "f.toml").drillProtocol
        #expect(found.steps[0].asks.map(\.code) == ["low", "high"])
        #expect(found.steps[1].condition == StepCondition(step: "look", answers: ["low"]))
        #expect(found.steps[1].measures == [.bloodLoss, .shockIndex, .apgar, .oxygenSaturation])
        #expect(found.steps[1].apgarMinute == 5)
        #expect(
            found.steps[1].cautions
                == [StepCaution(en: "Not with asthma", zhHans: "哮喘禁用", source: Source(.recall, "a book"))])
        #expect(found.steps[2].countsFrom == "act")
        #expect(found.shockIndex?.map(\.fromHundredths) == [90])
        #expect(found.oxygen?.map(\.range) == ["60-65%"])
        #expect(found.scenarios?.first?.injects.first?.atSeconds == 60)
        #expect(found.scenarios?.first?.signs?.text.en == "HR 70  BP 90/50  SpO2 95%  RR 20  FHR 100  loss 600 mL")
        #expect(found.effectiveFrom == CalendarDay("2026-11-23"))
    }

    @Test(
        "One fault at a time, with its line",
        arguments: [
            (
                "if = { step = \"look\"", "if = { step = \"nobody\"",
                "24: 'if' is 'nobody', must be an earlier step that asks (look)"
            ),
            ("answers = [\"low\"]", "answers = [\"lo\"]", "24: 'answers' is 'lo', must be low, high"),
            ("answers = [\"low\"]", "answers = []", "24: 'answers' is empty"),
            (
                "answers = [\"low\"]", "answers = \"low\"",
                "24: 'answers' must be a list of texts in quotes, found string"
            ),
            ("answers = [\"low\"]", "answers = [\"low\", \"low\"]", "24: 'answers' 'low' occurs twice"),
            ("{ step = \"look\", ", "{ step = \"look\", or = 1, ", "24: 'or' is not a key here"),
            (", { code = \"high\", en = \"high\", zh = \"高\" }", "", "16: 'ask' is '1', must be >= 2"),
            ("code = \"high\"", "code = \"low\"", "16: 'code' 'low' occurs twice"),
            ("code = \"high\"", "code = \"HIGH\"", "16: 'code' is 'HIGH', must be a-z 0-9 -"),
            (
                "\"loss\", \"shock", "\"blood\", \"shock",
                "25: 'measures' is 'blood', must be loss, shock-index, apgar, spo2"
            ),
            ("apgarMinute = 5", "apgarMinute = 6", "26: 'apgarMinute' is 6, must be 1, 5, 10, 15, 20"),
            ("apgarMinute = 5\n", "", "25: 'measures: apgar' needs 'apgarMinute' beside it"),
            ("\"apgar\", ", "", "25: 'measures: apgar' needs 'apgarMinute' beside it"),
            ("from = \"act\"", "from = \"later\"", "37: 'from' is 'later', must be an earlier step (look, act)"),
            ("target = \"5:00\"\n", "", "36: 'from' needs 'target' beside it"),
            ("level = \"alert\"", "level = \"soon\"", "43: 'level' is 'soon', must be alert, urgent"),
            ("from = \"0.9\"", "from = \"0.900\"", "44: 'from' is '0.900', must be 0.01 - 99.99"),
            ("from = \"0.9\"", "from = \"0\"", "44: 'from' is '0', must be 0.01 - 99.99"),
            ("from = \"0.9\"", "from = 0.9", "44: 'from' must be text in quotes, found floating-point number"),
            ("high = 65", "high = 59", "50: 'high' is 59, must be >= 60"),
            ("low = 60", "low = 0", "49: 'low' is 0, must be 1-100"),
            ("minute = 1\n", "minute = 61\n", "48: 'minute' is 61, must be 1-60"),
            ("hr = 70", "hr = 301", "57: 'hr' is 301, must be 0-300"),
            ("hr = 70", "pulse = 70", "57: 'pulse' is not a key here"),
            ("at = \"1:00\"", "at = \"1\"", "60: 'at' is '1', must be m:ss, 0:00 - 999:59"),
            ("mark = \"R\"\nsource = \"exercise design\"\n", "", "53: 'mark' is missing"),
        ])
    func oneFault(old: String, new: String, fault: String) {
        #expect(ruled.contains(old))
        let found = faults(ruled.replacing(old, with: new, maxReplacements: 1))
        #expect(found.first == "f.toml:" + fault, "\(found)")
    }

    @Test("A critical step hangs on a critical question, and each measure on what it is held against")
    func together() {
        let uncritical = ruled.replacing("critical = true\nask", with: "critical = false\nask")
        #expect(
            faults(uncritical)
                == ["f.toml:15: 'critical' is 'false', must be true: critical steps depend on its answer"])
        let bare = ruled.prefix(upTo: ruled.firstRange(of: "[[shockIndex]]")!.lowerBound)
        #expect(
            faults(String(bare)) == [
                "f.toml:25: 'measures: shock-index' needs '[[shockIndex]]' beside it",
                "f.toml:25: 'measures: spo2' needs '[[oxygen]]' beside it",
            ])
    }

    @Test("The shock index and the oxygen of the newborn stand as the reference has them")
    func library() throws {
        let levels = try #require(try protocolInForce("pph").shockIndex)
        #expect(levels.map(\.limit) == [">=0.90", ">=1.70"])
        #expect(levels.allSatisfy { $0.source.mark == .verified })
        let oxygen = try #require(try protocolInForce("newborn-resuscitation").oxygen)
        #expect(
            oxygen.map { "\($0.minute) \($0.range)" } == [
                "1 60-65%", "2 65-70%", "3 70-75%", "4 75-80%", "5 80-85%", "10 85-95%",
            ])
        #expect(oxygen.allSatisfy { $0.source.mark == .verified })
    }

    @Test("Branches: which step hangs on which answer")
    func branches() {
        let found = ClinicalLibrary.compiledIn.rules.protocols.flatMap { found in
            found.steps.compactMap { step in
                step.condition.map { condition in
                    let answers = condition.apgarBelow.map { "below \($0)" } ?? condition.answers.joined(separator: " ")
                    return "\(found.id) \(step.id): \(condition.step) \(answers)"
                }
            }
        }
        #expect(
            found == [
                "newborn-resuscitation corrective: ppv started", "newborn-resuscitation heart-rate: ppv started",
                "newborn-resuscitation intubate: heart-rate below-60",
                "newborn-resuscitation compressions: heart-rate below-60",
                "newborn-resuscitation reassess: heart-rate below-60",
                "newborn-resuscitation adrenaline: reassess below-60",
                "newborn-resuscitation adrenaline-repeat: reassess below-60",
                "newborn-resuscitation apgar-15: apgar-5 below 7", "newborn-resuscitation apgar-20: apgar-5 below 7",
                "eclampsia antihypertensive: blood-pressure treat", "eclampsia repeat-fit: second-fit again",
                "cord-prolapse theatre: assisted-birth theatre",
                "afe hysterotomy: airway no-pulse", "maternal-arrest delivery: hysterotomy started",
            ])
    }

    @Test("Every scenario says that it is made up, and its figures are marked recall")
    func scenarios() throws {
        let protocols = ClinicalLibrary.compiledIn.rules.protocols
        for found in protocols {
            let scenarios = try #require(found.scenarios, "\(found.id)")
            #expect(scenarios.allSatisfy { $0.source == Source(.recall, "exercise design, no patient") })
            #expect(scenarios.allSatisfy { $0.injects.contains { $0.atSeconds != nil } }, "\(found.id)")
            #expect(scenarios.allSatisfy { $0.injects.contains { $0.atSeconds == nil } }, "\(found.id)")
        }
    }

    @Test("Wherever a step names a drug with a contraindication, it is shown there")
    func cautionsWhereDrugsAreNamed() {
        let drugs: [(word: String, caution: String)] = [
            ("tranexamic", "3 h"), ("TXA if", "intrathecal"), ("uterotonic", "asthma"), ("labetalol", "asthma"),
            ("agnesium sulfate", "oxicity"),
        ]
        for step in ClinicalLibrary.compiledIn.rules.protocols.flatMap(\.steps) where step.takesDose {
            let named = ([step.en] + step.doses.map(\.en)).joined(separator: " ")
            let cautions = (step.doses.map(\.cautionEn) + step.cautions.map(\.en)).joined(separator: " ")
            for (word, caution) in drugs where named.contains(word) {
                #expect(cautions.contains(caution), "\(step.id) names \(word)")
            }
        }
    }
}
