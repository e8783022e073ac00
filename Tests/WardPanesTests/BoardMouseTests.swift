import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A click selects the mother that is drawn where it falls, also far down a long board.
@Suite struct BoardMouseTests {
    private static func crowded() -> AppFixture {
        var app = AppFixture(size: Size(columns: 80, rows: 24))
        for number in 4...40 {
            let bed = BedLabel("\(number)")
            app.record(AddBed(bed: bed), by: Badge("C1001"))
            let identity = MotherIdentity(name: "Name \(number)", mrn: "ZY90\(number)")
            app.record(AdmitMother(identity: identity, bed: bed), by: Badge("W1001"))
        }
        return app
    }

    private func selectedBed(_ app: AppFixture) -> String? {
        app.session.state.panes[0].selectedMother(app.session.state.scene(app.now))
            .flatMap { app.ward.admissions[$0]?.bed?.rawValue }
    }

    @Test(arguments: [Key.home, .end])
    func aClickSelectsWhoStandsThere(_ way: Key) throws {
        var app = Self.crowded()
        app.press(way)
        let lines = app.screen.split(separator: "\n", omittingEmptySubsequences: false)
        let beds = lines.enumerated().compactMap { row, line in
            line.firstMatch(of: /^\|[> ] *([0-9]+) +N\*/).map { (row, String($0.1)) }
        }
        #expect(beds.count > 10)
        for (row, bed) in beds {
            app.send(.terminal(.mouse(MouseEvent(.press, at: Point(10, row)))))
            #expect(selectedBed(app) == bed)
            app.press(way)
        }
    }

    @Test func theWheelGoesOnFromTheSelectedMother() {
        var app = Self.crowded()
        app.press(.end)
        #expect(selectedBed(app) == "40")
        app.send(.terminal(.mouse(MouseEvent(.scrollUp, at: Point(10, 10)))))
        #expect(selectedBed(app) == "39")
    }

    @Test func aClickBehindAnOpenStorySelectsNobody() {
        var app = Self.crowded()
        app.press(.end, .enter)
        app.send(.terminal(.mouse(MouseEvent(.press, at: Point(10, 5)))))
        app.press(.escape)
        #expect(selectedBed(app) == "40")
    }
}
