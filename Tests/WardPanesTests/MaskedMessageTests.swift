import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What the program says in passing, on a screen that anybody can see, names nobody whole.
struct MaskedMessageTests {
    private func signedIn(_ language: Language = .english) -> AppFixture {
        var app = AppFixture(language: language)
        app.signIn("W1001")
        return app
    }

    /// Fills fields of the form that stands open, by their ids, and sends it.
    private func fill(_ app: inout AppFixture, _ values: [String: String]) throws {
        func form() throws -> Form<String> {
            try #require((app.session.state.dialogs.last?.panel as? FormDialog)?.form)
        }
        for id in try form().order where values[id] != nil {
            while try form().focus != id { app.press(.tab) }
            app.type(values[id] ?? "")
        }
        app.press(.enter)
    }

    @Test(arguments: [(Language.english, "周*芳 bed 1: admitted"), (.chinese, "周*芳 1 床: 入院")])
    func anAdmissionIsAnnouncedWithoutTheName(language: Language, words: String) throws {
        var app = signedIn(language)
        app.press(.character("n"))
        try fill(&app, ["name": "周兰芳", "mrn": "ZY20260077", "bed": "1"])
        #expect(app.screen.contains(words), "\(app.screen)")
        #expect(!app.screen.contains("周兰芳") && !app.screen.contains("ZY20260077"))
    }

    @Test func identifyingHerIsHeadedByTheMask() {
        var app = signedIn()
        app.press(.down, .down, .character("i"), .character("n"))
        #expect(app.screen.contains("Identify 李* ..ZY1, bed 3"), "\(app.screen)")
        #expect(!app.screen.contains("李娜"))
    }

    @Test func theListToSignForNamesNobodyWhole() throws {
        var app = AppFixture()
        let mother = try #require(app.mother?.id)
        app.record(DecideCaesarean(admission: mother), by: nil)
        app.signIn("W1001")
        app.press(.character(":"))
        app.type("sign for what")
        app.press(.enter)
        #expect(app.screen.contains("Sign for") && app.screen.contains("李* ..ZY1, bed 3"), "\(app.screen)")
        #expect(!app.screen.contains("李娜"))
    }
}
