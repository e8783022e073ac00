import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What a form says of what is wrong, and of what is unlikely.
struct FormFaultTests {
    private func openForm(_ app: AppFixture) -> Form<String>? {
        (app.session.state.dialogs.last?.panel as? FormDialog)?.form
    }

    /// A form of the mother in bed 3 with some of its fields filled in.
    private func filled(
        _ key: Character, _ values: [String: String], _ language: Language = .english
    ) throws -> AppFixture {
        var app = AppFixture(language: language, rules: ClinicalLibrary.compiledIn.rules)
        app.signIn("W1001")
        app.press(.down, .down, .character(key))
        for id in try #require(openForm(app)).order {
            while try #require(openForm(app)).focus != id { app.press(.tab) }
            if let value = values[id] { app.type(value) }
        }
        return app
    }

    @Test(arguments: [Language.english, .chinese])
    func everyFaultyFieldSaysSoAtOnceAndTheFirstHasTheFocus(language: Language) throws {
        var app = try filled("b", ["weightGrams": "99", "apgar1": "11", "at": "xx"], language)
        app.press(.enter)
        let form = try #require(openForm(app))
        for id in ["at", "mode", "outcome", "weightGrams", "apgar1"] { #expect(form.error(id) != nil, "\(id)") }
        #expect(form.error("apgar5") == nil)
        #expect(form.focus == "at")
        #expect(app.screen.contains("100-9999"))
        #expect(app.mother?.newborns.isEmpty == true)
    }

    @Test func everyNumberOfAnObservationIsCheckedAtOnce() throws {
        let wrong = ["fetalHeartRate": "301", "cervix": "11", "temperatureTenths": "46", "pulse": "x"]
        var app = try filled("o", wrong)
        app.press(.enter)
        let form = try #require(openForm(app))
        for id in wrong.keys { #expect(form.error(id) != nil, "\(id)") }
        #expect(form.error("temperatureTenths") == "Must be 25.0-45.0.")
        #expect(form.text("pulse") == "x")
        #expect(app.mother?.lastObservedAt == nil)
    }

    /// A refusal calls a field as the form does, in the screen's language.
    @Test(arguments: [(Language.english, "diastolic mmHg must be < 80"), (.chinese, "舒张压 mmHg 应为 < 80")])
    func aRefusalCallsItsFieldByItsLabel(language: Language, words: String) throws {
        var app = try filled("o", ["systolic": "80", "diastolic": "90"], language)
        app.press(.enter)
        #expect(app.screen.contains(words), "\(app.screen)")
        #expect(!app.screen.contains("diastolic must"))
        #expect(app.screen.components(separatedBy: words).count == 2, "said once, at its field: \(app.screen)")
    }

    @Test(arguments: [
        (Language.english, "weight g: 8000 g - Enter again if this is right."),
        (.chinese, "体重 g：8000 g，确认无误请再按 Enter。"),
    ])
    func anUnlikelyWeightIsAskedAboutOnce(language: Language, words: String) throws {
        var app = try filled("b", ["mode": "1", "outcome": "1", "weightGrams": "8000"], language)
        app.press(.enter)
        #expect(app.screen.contains(words), "\(app.screen)")
        #expect(openForm(app)?.focus == "weightGrams")
        #expect(app.mother?.newborns.isEmpty == true)
        app.press(.enter)
        #expect(app.mother?.newborns.first?.weightGrams == 8000)
    }

    @Test func anotherUnlikelyValueIsAskedAboutAgain() throws {
        var app = try filled("o", ["fetalHeartRate": "40"])
        app.press(.enter)
        #expect(app.screen.contains("FHR /min: 40 /min - Enter again"))
        app.press(.backspace, .backspace)
        app.type("240")
        app.press(.enter)
        #expect(app.screen.contains("240 /min - Enter again"))
        app.press(.backspace, .backspace, .backspace)
        app.type("140")
        app.press(.enter)
        #expect(app.mother?.latest.fetalHeartRate == 140)
    }

    @Test func whatIsLikelyIsNotAskedAbout() throws {
        var app = try filled("o", ["fetalHeartRate": "165", "temperatureTenths": "38.5", "systolic": "165"])
        app.press(.enter)
        #expect(app.mother?.latest.fetalHeartRate == 165)
    }

    /// Apgar at five minutes, given two minutes after the birth.
    @Test func aScoreWhoseMinuteHasNotComeIsAskedAbout() throws {
        var app = try filled(
            "b", ["at": "-2", "mode": "1", "outcome": "1", "apgar1": "9", "apgar5": "10", "reason": "r"])
        app.press(.enter)
        #expect(app.screen.contains("Apgar 5 min: less than 5 min since the birth - Enter again"))
        #expect(!app.screen.contains("Apgar 1 min: less"))
        app.press(.enter)
        #expect(app.mother?.newborns.first?.apgar[5]?.total == 10)
    }

    @Test func aScoreWhoseMinuteHasComeIsNot() throws {
        var app = try filled("b", ["at": "-5", "mode": "1", "outcome": "1", "apgar5": "10", "reason": "r"])
        app.press(.enter)
        #expect(app.mother?.newborns.first?.apgar[5]?.total == 10)
    }
}
