import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// How pane 4 looks: both languages, every size, nothing cut.
struct DrillLookTests {
    @Test func theScreenIsWhollyChinese() {
        var ward = DrillFixture(language: .chinese)
        ward.startDrill()
        ward.advance(toSecond: 31)
        #expect(ward.words().contains("DRILL 演练 1号 出血 v3 00:31 计时起点 识别 0/5"))
        #expect(ward.words().contains("呼叫支援 超时 00:01 / 00:30"))
        #expect(ward.words().contains("核对时间 限 结束时"))
        #expect(ward.words().contains("剂量：250微克肌内注射 [R]"))
        ward.press(.character("f"), .character("f"))
        #expect(ward.words().contains("未达标：关键步骤缺 2 项"))
    }

    @Test(arguments: [Language.english, .chinese], [30, 52, 78, 120])
    func longTextWrapsAndIsNeverCut(language: Language, columns: Int) {
        var ward = DrillFixture([.wordy], language: language)
        ward.startDrill()
        let text = DrillProtocol.wordy.steps[0].text[language]
        #expect(shows(text, in: ward.pane(columns, 60)))
    }

    /// Whether a text stands whole in rows of a drill, however it is wrapped.
    private func shows(_ text: String, in rows: [String]) -> Bool {
        let shown = rows.joined().replacing("DRILL", with: "").filter { $0 != " " }
        return shown.contains(text.filter { $0 != " " })
    }

    @Test(arguments: [(80, 24), (120, 36), (200, 60), (40, 10), (100, 24)])
    func everySizeDrawsWithTheNextStepInView(columns: Int, rows: Int) {
        var ward = DrillFixture([.long], columns: 120, rows: 36)
        ward.startDrill()
        for _ in 0..<20 { ward.press(.character(" ")) }
        ward.resize(columns, rows)
        if columns >= 80 { #expect(ward.screen().contains("Step 21")) }
        #expect(ward.screen().contains("DRILL"))
    }

    @Test func noTwoKeysCollide() {
        var ward = DrillFixture()
        func check() {
            let state = ward.terminals[0]
            let scene = state.scene(ward.now)
            let keys =
                state.panes[3].bindingLines(scene).map(\.key.bound)
                + GlobalAction.bindings(scene).map(\.line.key.bound)
            #expect(Set(keys).count == keys.count)
        }
        check()
        ward.startDrill()
        check()
        ward.startResponse()
        check()
        ward.press(.character("f"), .character("f"))
        check()
        ward.press(.character("y"))
        check()
    }

    @Test func aRunningDrillNamesItsKeysInEightyColumns() {
        var ward = DrillFixture()
        ward.startDrill()
        for key in ["Space done", "m missed", "- n/a", "f end", "e note", "r here", "i inject"] {
            #expect(ward.screen().contains(key))
        }
    }

    @Test func theLinkedMotherIsShownMasked() {
        var ward = DrillFixture()
        ward.press(.character("1"), .down)
        ward.startResponse()
        #expect(ward.words().contains("bed 3 李*"))
    }

    @Test func injectsAndNotesStandAbove() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.character("i"))
        ward.type("BP 80/40")
        ward.press(.enter, .character("e"))
        ward.type("slow lift")
        ward.press(.enter)
        #expect(ward.words().contains("INJECT 00:00 BP 80/40"))
        #expect(ward.words().contains("note: slow lift"))
    }

    @Test(arguments: [Language.english, .chinese])
    func everyProtocolOfTheLibraryRunsFromStartToDebrief(language: Language) throws {
        for found in ClinicalLibrary.compiledIn.rules.protocols {
            var ward = DrillFixture([found], language: language)
            ward.press(.character("4"))
            ward.press(.enter, .enter)
            while let step = ward.aimedStep {
                #expect(ward.pane().joined(separator: " ").contains(">[ ]"), "\(found.id)/\(step.id)")
                #expect(shows(step.text[language], in: ward.pane(54, 13)), "\(found.id)/\(step.id) in the tile")
                let before = ward.run?.marks.count
                ward.press(.character(" "))
                if step.asksForMore { fill(step, &ward, language, found.id) }
                #expect(ward.run?.marks.count == before.map { $0 + 1 }, "\(found.id)/\(step.id)")
            }
            let run = try #require(ward.run)
            let left = found.steps.filter { run.marks[$0.id] == nil }
            #expect(left.allSatisfy { run.branch(to: $0) == .notChosen }, "\(found.id)")
            ward.press(.character("f"), .character("f"))
            let critical = found.steps.count { $0.critical && run.branch(to: $0) != .notChosen }
            #expect(ward.words(78, 200).contains("/\(critical) ("), "\(found.id)")
            ward.press(.character("d"))
            ward.type("well done")
            ward.press(.enter)
            #expect(ward.run?.debrief?.wentWell == "well done")
        }
    }

    /// Answers what a step asks: the last answer, which is the worst one, a low Apgar, or a dose and nothing else measured.
    private func fill(_ step: ProtocolStep, _ ward: inout DrillFixture, _ language: Language, _ id: String) {
        guard step.takesDose || !step.measures.isEmpty else {
            let digit = Character(String(step.asks.count))
            ward.press(.character(digit))
            return
        }
        let note = language == .english ? "  note" : "  备注"
        #expect(ward.screen().contains(note), "\(id)/\(step.id): the form is higher than the screen")
        if step.takesDose { ward.type("as ordered") }
        if step.measures.contains(.apgar) { ward.type("6") }
        ward.press(.enter)
    }
}

extension DrillProtocol {
    /// One step with a long text in both languages.
    static let wordy = DrillProtocol(
        id: "wordy", emergencyKey: "h", version: "1", en: "Wordy", zhHans: "长文", momentZeroEn: "start",
        momentZeroZhHans: "开始", roles: [TeamRole(code: "LEAD", en: "leader", zhHans: "指挥")],
        steps: [
            ProtocolStep(
                id: "brief", targetSeconds: 30, role: "LEAD", critical: true,
                en: "Brief, roles, equipment (bag, mask, suction, ET 2.5/3.0/3.5, blades 0/1, saline, warmer on)",
                zhHans: "团队简报、分派角色、物品检查：气囊、面罩、吸引、气管导管、喉镜片、生理盐水、辐射台已开启并预热",
                source: Source(.recall, "test"))
        ],
        source: Source(.recall, "test"))
}
