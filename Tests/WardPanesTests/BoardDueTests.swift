import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What the board says is due: in how long, how late, or that nobody has observed her yet.
struct BoardDueTests {
    /// The board with the mother in bed 3 observed so many minutes ago, in active labour.
    private func board(
        minutesAgo: Int, _ language: Language = .english, columns: Int = 80
    ) -> String {
        var app = AppFixture(
            language: language, size: Size(columns: columns, rows: columns < 120 ? 24 : 36),
            rules: ClinicalLibrary.compiledIn.rules)
        var observation = LabourObservation()
        observation.cervix = 6
        for field in [\LabourObservation.fetalHeartRate, \.contractions, \.contractionSeconds, \.pulse] {
            observation[keyPath: field] = field == \.contractions ? 4 : field == \.contractionSeconds ? 40 : 130 - 20
        }
        guard let mother = app.mother else { return "" }
        app.record(ObserveLabour(admission: mother.id, observation: observation), by: Badge("W1001"))
        app.advance(milliseconds: Int64(minutesAgo) * 60_000)
        return app.screen
    }

    @Test(arguments: [
        (Language.english, 80, "FHR in 17m", "FHR late 18m"), (.english, 120, "FHR in 17m", "FHR +18m!"),
        (.chinese, 80, "胎心 17分后", "胎心 迟18分"), (.chinese, 120, "胎心 17分", "胎心迟18分"),
    ])
    func dueAndLateAreToldApartWithoutColour(language: Language, columns: Int, due: String, late: String) {
        let before = board(minutesAgo: 13, language, columns: columns)
        #expect(before.contains(due), "\(before)")
        #expect(!before.contains(late))
        let after = board(minutesAgo: 48, language, columns: columns)
        #expect(after.contains(late), "\(after)")
        #expect(!after.contains(due))
    }

    @Test(arguments: [(Language.english, "Since"), (.chinese, "上次")], [80, 120])
    func noHeadingIsCutAndTheWeeksAreThere(language: (Language, String), columns: Int) {
        let screen = board(minutesAgo: 13, language.0, columns: columns)
        #expect(screen.contains(" \(language.1) "), "\(screen)")
        #expect(screen.contains(language.0 == .english ? " Wk " : " 孕周"), "\(screen)")
    }

    /// To the second at which it is due it is due, from then on late.
    @Test func atItsVeryMomentItIsLate() {
        #expect(board(minutesAgo: 29).contains("FHR in 1m"))
        #expect(board(minutesAgo: 30).contains("FHR late 0s"))
    }

    @Test(arguments: [(Language.english, "no obs"), (.chinese, "未观察")], [80, 120])
    func aMotherWhomNobodyObservedSaysSo(language: (Language, String), columns: Int) throws {
        var app = AppFixture(
            language: language.0, size: Size(columns: columns, rows: columns < 120 ? 24 : 36),
            rules: ClinicalLibrary.compiledIn.rules)
        let mother = try #require(app.mother)
        #expect(app.screen.contains(language.1))
        app.record(GradeRisk(admission: mother.id, grade: .red, infectious: nil, factors: []), by: Badge("W1001"))
        #expect(app.screen.contains(language.1))
        var observation = LabourObservation()
        observation.note = "arrived"
        app.record(ObserveLabour(admission: mother.id, observation: observation), by: Badge("W1001"))
        #expect(!app.screen.contains(language.1))
    }
}
