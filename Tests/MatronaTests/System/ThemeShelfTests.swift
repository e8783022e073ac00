import ScreenGrid
import Testing

@testable import matrona

/// The theme that the program opens with, and what is said where that is not the one that was asked for.
@Suite struct ThemeShelfTests {
    private func shelf(_ asked: String?, _ environment: [String: String] = [:]) -> ThemeShelf {
        ThemeShelf(asked: asked, environment: environment)
    }

    @Test func aThemeIsAskedForByNameOrFile() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write("mine.toml", "name = \"mine\"\ninherits = \"night-shift\"\n")
        #expect(shelf("night-shift").first.name == "night-shift")
        #expect(shelf("night-shift").notice == nil)
        #expect(shelf(file).first.name == "mine")
        #expect(shelf(file).names.last == "mine")
        #expect(shelf(file).notice == nil)
        #expect(shelf(nil).first.name == "daylight")
        #expect(shelf(nil).notice == nil)
    }

    @Test func aFileWithAFaultGivesWayAndIsNamedWithItsLine() throws {
        let folder = try TemporaryFolder()
        let file = try folder.write(
            "mine.toml", "name = \"mine\"\ninherits = \"daylight\"\n[styles]\ntext = { fg = \"nocolour\" }\n")
        let shelf = shelf(file)
        #expect(shelf.first.name == "daylight")
        #expect(shelf.notice?.en.contains("mine.toml:4: ") == true)
        #expect(shelf.notice?.zhHans.contains("mine.toml:4: ") == true)
    }

    @Test func aThemeThatIsNowhereIsNamed() {
        #expect(shelf("nowhere\u{1B}").first.name == "daylight")
        #expect(shelf("nowhere").notice?.en.contains("not used: nowhere") == true)
        #expect(shelf("no\u{1B}where").notice?.en.contains("\u{1B}") == false)
    }

    @Test func noColourIsWishedForWithoutAThemeOnly() {
        #expect(shelf(nil, ["NO_COLOR": "1"]).first.name == "monochrome")
        #expect(shelf(nil, ["NO_COLOR": ""]).first.name == "daylight")
        #expect(shelf("daylight", ["NO_COLOR": "1"]).first.name == "daylight")
    }
}
