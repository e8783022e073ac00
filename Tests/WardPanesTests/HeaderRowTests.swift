import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The first row at every width.
struct HeaderRowTests {
    private func row(_ columns: Int, signedIn: Bool = true) -> String {
        var app = AppFixture(size: Size(columns: columns, rows: 24))
        if signedIn { app.signIn("W1001") }
        app.advance(milliseconds: 10_000)
        return app.screen.components(separatedBy: "\n")[0]
    }

    @Test(arguments: [120, 100, 80]) func everythingStandsWhereThereIsRoom(_ columns: Int) {
        let row = row(columns)
        for text in ["Labour Ward A", "2026-11-", ":", "T-03", "王敏 midwife", "live"] {
            #expect(row.contains(text), "\(text) in \(row)")
        }
    }

    @Test func theWardGivesWayBeforeTheDayAndTheRole() {
        let row = row(56)
        #expect(row.contains("Labour") && row.contains("~") && !row.contains("Labour Ward A"))
        #expect(row.contains("王敏 midwife") && row.contains("2026-11-"))
        let narrow = self.row(44)
        #expect(!narrow.contains("Labour") && narrow.contains("王敏 midwife") && narrow.contains("T-03"))
    }

    @Test func clockAndNameStayLongest() {
        let row = row(30)
        #expect(row.contains("王敏") && row.contains("live"))
        #expect(row.contains(/\d\d:\d\d:\d\d/))
    }

    @Test(arguments: 1...200) func theRowIsNeverLongerThanTheScreen(_ columns: Int) {
        #expect(row(columns, signedIn: false).displayWidth <= columns)
    }
}
