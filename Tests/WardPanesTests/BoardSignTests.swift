import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What the board says of a mother's own signs, and what a grade or a departure asks.
@Suite struct BoardSignTests {
    private func board(_ set: (inout LabourObservation) -> Void) -> String {
        var app = AppFixture(rules: ClinicalLibrary.compiledIn.rules)
        app.record(AdmitMother(identity: MotherIdentity(name: "Maria Lopez"), bed: BedLabel("1")), by: Badge("W1001"))
        guard let mother = app.ward.occupant(of: BedLabel("1")) else { return "" }
        var observation = LabourObservation()
        set(&observation)
        app.record(ObserveLabour(admission: mother.id, observation: observation), by: Badge("W1001"))
        return app.screen
    }

    @Test(arguments: [(139, false), (140, true), (80, false), (79, true)])
    func aPressureOutsideItsLimitsIsMarked(systolic: Int, isMarked: Bool) {
        #expect(board { $0.systolic = systolic }.contains("BP!") == isMarked)
    }

    @Test(arguments: [(374, false), (375, true), (350, false), (349, true)])
    func aTemperatureOutsideItsLimitsIsMarked(tenths: Int, isMarked: Bool) {
        #expect(board { $0.temperatureTenths = tenths }.contains("temp!") == isMarked)
    }

    @Test func contractionsAreJudgedInActiveLabourAlone() {
        let few: (inout LabourObservation) -> Void = { $0.contractions = 2 }
        #expect(
            !board {
                few(&$0)
                $0.cervix = 4
            }.contains("ctx!"))
        #expect(
            board {
                few(&$0)
                $0.cervix = 5
            }.contains("ctx!"))
    }

    /// A key that nobody can see starts no clock.
    @Test(arguments: [(60, 16), (40, 10)], [false, true])
    func everyEmergencyKeyIsSeen(size: (columns: Int, rows: Int), hasDrill: Bool) {
        var app = AppFixture(rules: ClinicalLibrary.compiledIn.rules)
        if hasDrill { app.record(StartChecklist<Drill>(drillProtocol: "pph"), by: Badge("W1001")) }
        app.send(.terminal(.resize(Size(columns: size.columns, rows: size.rows))))
        app.press(.character("!"))
        let keys = ["c"] + app.rules.protocols.compactMap(\.emergencyKey)
        let words = Set(app.screen.split { !$0.isLetter }.map(String.init))
        #expect(keys.filter { !words.contains($0) } == [], "\(app.screen)")
    }
}
