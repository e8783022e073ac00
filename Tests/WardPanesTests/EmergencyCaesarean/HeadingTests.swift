import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// How urgent, and why, beside bed and name; and what was passed over among the milestones.
struct HeadingTests {
    private func heading(_ fixture: CaesareanFixture, columns: Int, rows: Int) -> String {
        String(fixture.pane(columns: columns, rows: rows).plainText().prefix { $0 != "\n" })
    }

    @Test(arguments: [(Language.english, "cat 1"), (.chinese, "1类")], [(78, 19), (118, 31)])
    func categoryAndIndicationStandBesideHerName(language: (Language, String), size: (Int, Int)) throws {
        var fixture = CaesareanFixture(language.0)
        fixture.decide()
        let line = heading(fixture, columns: size.0, rows: size.1)
        let indication = try #require(CaesareanFixture.rules.indication("FHR")).text[language.0]
        for text in ["3", "李*", language.1, indication] { #expect(line.contains(text), "\(line)") }
    }

    @Test(arguments: [(78, "cat 1  fetal compromise  "), (118, "cat 1  fetal compromise, bradycardia  ")])
    func whereTheWholeIndicationHasNoRoomItsFirstWordsStand(columns: Int, words: String) {
        var fixture = CaesareanFixture()
        fixture.app = AppState(
            settings: AppSettings(language: .english), ward: fixture.ward, rules: ClinicalLibrary.compiledIn.rules,
            ids: CommandIDs(seed: 1))
        fixture.decide()
        fixture.decide("2")
        fixture.press("2")
        #expect((heading(fixture, columns: columns, rows: 19) + "  ").contains(words))
    }

    @Test func whatIsNotGivenIsNotSaid() {
        var fixture = CaesareanFixture()
        fixture.record(DecideCaesarean(admission: fixture.mother("3").id))
        #expect(!heading(fixture, columns: 78, rows: 19).contains("cat"))
    }

    @Test func aNarrowPaneKeepsBedAndName() {
        var fixture = CaesareanFixture()
        fixture.decide()
        let line = heading(fixture, columns: 38, rows: 14)
        #expect(line.hasPrefix("bed 3  李*"))
        #expect(line.displayWidth <= 38)
    }

    @Test(arguments: [(Language.english, "unmarked"), (.chinese, "未标记")])
    func consentThatWasPassedOverIsShownAsNotMarked(language: Language, words: String) throws {
        var fixture = CaesareanFixture(language)
        fixture.decide()
        #expect(!fixture.pane(columns: 118, rows: 31).plainText().contains(words))
        fixture.mark(.call, .leave)
        let rows = fixture.pane(columns: 118, rows: 31).plainText().split(separator: "\n").map(String.init)
        let consent = Milestone.consent.label[language]
        #expect(try #require(rows.first { $0.contains(consent) }).contains(words))
        #expect(rows.filter { $0.contains(words) }.count == 1)
        fixture.mark(.consent)
        #expect(!fixture.pane(columns: 118, rows: 31).plainText().contains(words))
    }

    /// Beside the digits a word would push the usual times out of the table.
    @Test func aNarrowTableSaysSoInTheRoomOfATime() throws {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.mark(.call, .leave)
        let rows = fixture.pane(columns: 78, rows: 19).plainText().split(separator: "\n").map(String.init)
        let consent = try #require(rows.first { $0.contains("consent") })
        #expect(consent.contains("o consent") && consent.contains("--:--"))
        #expect(rows.contains { $0.contains("Usual") })
    }

    @Test func whatDoesNotApplyIsNotPassedOver() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.record(MarkMilestone(run: fixture.run().id, milestone: .consent, notApplicable: true))
        fixture.mark(.call, .leave)
        #expect(!fixture.pane(columns: 118, rows: 31).plainText().contains("unmarked"))
    }
}
