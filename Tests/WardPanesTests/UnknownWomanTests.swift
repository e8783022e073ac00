import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// An unknown woman's label is recorded alike on every terminal, and said in its language.
struct UnknownWomanTests {
    private func started(_ language: Language) -> AppFixture {
        var app = AppFixture(language: language, size: Size(columns: 80, rows: 24))
        app.press(.character("!"), .character("c"))
        app.advance(milliseconds: 10_000)
        return app
    }

    @Test(arguments: [(Language.english, "unknown woman"), (.chinese, "无名氏")])
    func theLabelThatTheProgramMakesIsInTheScreensLanguage(language: Language, words: String) throws {
        var app = started(language)
        let woman = try #require(app.ward.admissions.values.first { !$0.identity.isNamed })
        #expect(woman.identity.label?.hasPrefix("unknown woman ") == true)
        for pane: Character in ["1", "2"] {
            app.press(.character(pane))
            #expect(app.screen.contains(words), "\(app.screen)")
            #expect(language == .english || !app.screen.contains("unknown woman"), "\(app.screen)")
        }
    }

    @Test(arguments: ["无名氏", "unknown"])
    func sheIsFoundByEither(typed: String) {
        var app = started(.chinese)
        app.press(.character("/"))
        app.type(typed)
        #expect(!app.screen.contains("未找到"), "\(app.screen)")
    }

    @Test(arguments: [
        ("unknown woman 02:02:07", "无名氏 02:02:07"), ("unknown woman", "无名氏"), ("unknown womanly", "unknown womanly"),
        ("无名氏 2", "无名氏 2"), ("Jane Doe", "Jane Doe"),
    ])
    func onlyThatLabelIsTranslated(label: String, said: String) {
        let identity = MotherIdentity(label: label)
        #expect(identity.said == Phrase(en: label, zhHans: said))
    }

    @Test func aNameStandsAsItWasGiven() {
        let identity = MotherIdentity(label: "unknown woman 1", name: "李娜")
        #expect(identity.said == Phrase(en: "李娜", zhHans: "李娜"))
    }

    @Test func examplesInTheAdmissionAreInTheScreensLanguage() {
        var app = AppFixture(language: .chinese)
        app.signIn("W1001")
        app.press(.character("n"))
        #expect(app.screen.contains("如 无名氏 1"))
        #expect(app.screen.contains("如 GBS 过敏 Rh阴 多胎 瘢痕"))
    }
}
