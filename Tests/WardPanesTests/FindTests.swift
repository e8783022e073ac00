import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Finding somebody by what is at hand: any part of a name as it can be typed, a number, a bed.
@Suite struct FindTests {
    private func app() -> AppFixture {
        var app = AppFixture()
        app.record(
            AdmitMother(identity: MotherIdentity(name: "María Núñez", mrn: "ZY20262"), bed: BedLabel("1")),
            by: Badge("W1001"))
        app.record(
            AdmitMother(identity: MotherIdentity(name: "阿依古丽·买买提"), bed: BedLabel("2")), by: Badge("W1001"))
        return app
    }

    @Test(arguments: [
        ("maria", "M* N*"), ("NUNEZ", "M* N*"), ("núñ", "M* N*"), ("ｍａｒｉａ", "M* N*"), ("zy2026", "M* N*"),
        ("ln", "李*"), ("lina", "李*"), ("李", "李*"), ("古丽买", "bed 2"),
    ])
    func aMotherIsFound(by typed: String, _ shown: String) {
        var app = app()
        app.press(.character("/"))
        for character in typed { app.press(.character(character)) }
        let line = app.screen.split(separator: "\n").first { $0.contains(">bed") }
        #expect(line?.contains(shown) == true, "\(app.screen)")
    }

    @Test func nobodyIsSaidToBeFound() {
        var app = app()
        app.press(.character("/"))
        app.type("marta")
        #expect(app.screen.contains("nobody found"))
    }

    @Test func aBedComesBeforeANumberWithTheSameDigitsInIt() {
        var app = app()
        app.press(.character("/"))
        app.type("2")
        #expect(app.screen.contains(">bed 2"), "\(app.screen)")
    }
}
