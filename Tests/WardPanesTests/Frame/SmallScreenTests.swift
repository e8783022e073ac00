import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What must be seen on a screen too small for panes, down to 40x10.
struct SmallScreenTests {
    private typealias Fixture = HandoverFixture
    private static let sizes = [(40, 10), (60, 16), (79, 24), (80, 23)]

    private func stopped(_ language: Language) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("h"))
        ward.scan(Fixture.wuBabyB[0], Fixture.liBand)
        return ward
    }

    private func rows(_ screen: String) -> [String] {
        screen.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    }

    @Test(arguments: [Language.english, .chinese], sizes)
    func aMismatchTurnsTheWholePaneAtEverySize(language: Language, size: (Int, Int)) {
        var ward = stopped(language)
        ward.resize(size.0, size.1)
        #expect(ward.role(of: "STOP 停") == .stop)
        let mothers = language == .english ? ["李* ..6001, bed 3", "吴*梅 ..6002"] : ["李* ..6001，3 床", "吴*梅 ..6002"]
        for text in mothers + ["王敏"] { #expect(ward.screen.contains(text), "\(text)\n\(ward.screen)") }
        let words = language == .english ? ["scanned", "belongs", "charge nurse or doctor"] : ["扫描到", "应为", "护士长或医师"]
        for text in words { #expect(ward.screen.contains(text), "\(text)\n\(ward.screen)") }
        #expect(!ward.screen.contains(language == .english ? "MISMATCH: scanned" : "不符：扫描"), "no message hides it")
    }

    @Test func aMismatchIsClearedAt40x10() {
        var ward = stopped(.english)
        ward.resize(40, 10)
        ward.press(.character("s"))
        ward.scan(Fixture.chargeNurse.rawValue)
        ward.type("1234")
        ward.press(.enter)
        #expect(ward.screen.contains("Press k."))
        ward.press(.character("k"), .character("1"), .tab)
        ward.type("bands compared")
        ward.press(.enter)
        #expect((ward.facts.last as? MismatchCleared)?.reason == "bands compared")
        ward.advance(10)
        #expect(!ward.screen.contains("STOP"))
    }

    /// Care goes on: the board stays a key away, and says that a STOP waits.
    @Test(arguments: [(40, 10), (80, 24)])
    func whereThePaneIsNotOnTheScreenOneLineSaysStop(columns: Int, rows: Int) {
        var ward = stopped(.english)
        ward.resize(columns, rows)
        ward.press(.character("1"))
        ward.advance(10)
        #expect(ward.role(of: "STOP 停") == .stop)
        #expect(ward.screen.contains("STOP 停 pane 3"))
        #expect(!ward.screen.contains("scanned"))
        ward.press(.character("3"))
        #expect(ward.screen.contains("scanned"))
        #expect(!ward.screen.contains("pane 3"))
    }

    /// `c` counts heads in pane 3 and takes charge in pane 1: the palette means the pane that it names.
    @Test func aCommandOfAPaneThatIsNotShownIsNotGivenToTheBoard() {
        var ward = Fixture()
        ward.signIn(Fixture.midwife)
        ward.resize(40, 10)
        ward.press(.down, .character(":"))
        ward.type("head count")
        ward.press(.enter)
        #expect(ward.state.dialogs.last?.panel is HeadCountDialog)
        #expect(!ward.facts.contains { $0 is ChargeTaken })
    }

    /// A mask alone tells nobody from anybody: the end of the number stands beside it where there is room, and always
    /// where another's mask is the same.
    @Test(arguments: [0, 12]) func theSmallBoardTellsTwoMothersOfOneMaskApart(extraBeds: Int) {
        var ward = Fixture()
        for number in 0..<extraBeds { ward.record(AddBed(bed: BedLabel("2\(number)")), by: Fixture.midwife) }
        ward.record(AddBed(bed: BedLabel("9")), by: Fixture.midwife)
        ward.record(
            AdmitMother(identity: MotherIdentity(name: "李丽", mrn: "ZY2026009"), bed: BedLabel("9")),
            by: Fixture.midwife)
        ward.resize(40, 10)
        #expect(ward.screen.contains("李*=6001") && ward.screen.contains("李*=6009"), "\(ward.screen)")
        #expect(ward.screen.contains("6002") == (extraBeds == 0), "\(ward.screen)")
    }

    @Test(arguments: [Language.english, .chinese])
    func aHeadCountNamesTheMissingAt40x10(language: Language) {
        var ward = Fixture(language)
        ward.open()
        ward.press(.character("c"))
        ward.resize(40, 10)
        ward.scan(Fixture.liBaby[0], Fixture.wuBabyB[1])
        let missing = language == .english ? ["1 MISSING", "MISSING BABY A"] : ["缺 1", "婴 A"]
        for text in missing { #expect(ward.screen.contains(text), "\(text)\n\(ward.screen)") }
    }

    @Test(arguments: [(80, 24), (60, 16), (40, 10)])
    func aHeadCountInADrillSaysSoOnEveryRowOfItsWindow(columns: Int, rows: Int) throws {
        var ward = Fixture(rules: ClinicalLibrary.compiledIn.rules)
        ward.record(StartChecklist<Drill>(drillProtocol: "infant-abduction"), by: Fixture.midwife)
        ward.open()
        ward.press(.character("c"), .character("p"), .character("d"))
        ward.resize(columns, rows)
        let window = self.rows(ward.screen).filter { $0.hasPrefix("|") || $0.hasPrefix(" |") || $0.hasPrefix("+") }
        #expect(window.count >= 3, "\(ward.screen)")
        for row in window { #expect(row.contains("DRILL"), "\(row)\n\(ward.screen)") }
        #expect(ward.screen.contains("DRILL 演练"))
    }

    @Test(arguments: [(40, 10), (30, 5), (20, 4), (14, 3)])
    func theWordDemoIsNeverCut(columns: Int, rows: Int) {
        var settings = AppSettings(terminal: "T-03")
        settings.demo = []
        var state = AppState(settings: settings, ward: WardState(), rules: ClinicalRules(), ids: CommandIDs(seed: 1))
        let app = AppFixture()
        _ = state.receive(.terminal(.resize(Size(columns: columns, rows: rows))), now: app.now)
        #expect(state.draw(now: app.now).plainText().contains("DEMO 演示"))
    }

    @Test(arguments: [(40, 10), (30, 8), (24, 6)])
    func aDrillsClockSaysDrillOnEachOfItsRows(columns: Int, rows: Int) throws {
        let long = try #require(ClinicalLibrary.compiledIn.rules.drillProtocol("eclampsia"))
        var ward = DrillFixture([long], columns: columns, rows: rows)
        ward.record(StartChecklist<Drill>(drillProtocol: long.id), by: Badge("W1001"))
        let clock = self.rows(ward.screen()).dropFirst().prefix { $0.contains("DRILL 演练") }
        let title = clock.map { $0.replacing("DRILL 演练", with: "") }.joined().filter { $0 != " " }
        #expect(title.contains(long.title.en.filter { $0 != " " }), "\(ward.screen())")
    }

    @Test(arguments: [
        (Language.english, ["BABY 李* Girl", "moved, not yet handed over", "王敏"]), (.chinese, ["婴 李*", "王敏"]),
    ])
    func anAlarmIsReadAt40x10(language: Language, words: [String]) {
        var ward = Fixture(language)
        ward.record(MoveNewborn(newborn: ward.baby(ward.li).id, to: .nicu), by: Fixture.midwife)
        ward.resize(40, 10)
        ward.press(.character("0"))
        let text = rows(ward.screen).filter { $0.hasPrefix("|") }
            .map { $0.dropFirst().dropLast().trimmingPrefix { $0 == " " } }.joined(separator: " ")
            .split(separator: " ").joined(separator: " ")
        for word in words { #expect(text.contains(word), "\(word)\n\(ward.screen)") }
    }

    @Test func herStoryIsReadAt40x10() {
        var ward = Fixture()
        ward.signIn(Fixture.midwife)
        ward.resize(40, 10)
        ward.press(.enter)
        #expect(ward.screen.contains("李娜"))
        ward.press(.down)
        #expect(ward.screen.contains("李娜"), "\(ward.screen)")
        #expect(ward.screen.contains("18:42") || ward.screen.contains("16:00"), "\(ward.screen)")
    }

    @Test func aFormSaysWhichFieldOfHowManyIsInView() {
        var ward = Fixture()
        ward.signIn(Fixture.midwife)
        ward.resize(40, 10)
        ward.press(.character("o"), .tab, .tab)
        #expect(ward.screen.contains("field 3 of 21"), "\(ward.screen)")
        ward.resize(120, 36)
        #expect(!ward.screen.contains("field 3"))
    }

    /// A key is shown whole or not at all.
    @Test func thePaletteShowsItsKeysAt40x10() {
        var ward = Fixture()
        ward.resize(40, 10)
        ward.press(.character(":"))
        #expect(!ward.screen.contains("~"), "\(ward.screen)")
    }
}
