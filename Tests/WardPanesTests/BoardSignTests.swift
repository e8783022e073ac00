import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What the board says of a mother's own signs, and what a grade or a departure asks.
@Suite struct BoardSignTests {
    private func board(_ set: (inout LabourObservation) -> Void) -> String {
        inLabour(set).screen
    }

    @Test(arguments: [(139, false), (140, true), (80, false), (79, true)])
    func aPressureOutsideItsLimitsIsMarked(systolic: Int, isMarked: Bool) {
        #expect(board { $0.systolic = systolic }.contains("BP!") == isMarked)
    }

    @Test(arguments: [(374, false), (375, true), (350, false), (349, true)])
    func aTemperatureOutsideItsLimitsIsMarked(tenths: Int, isMarked: Bool) {
        #expect(board { $0.temperatureTenths = tenths }.contains("temp!") == isMarked)
    }

    @Test(arguments: Liquor.allCases)
    func liquorIsMarkedWhereItAlerts(liquor: Liquor) {
        #expect(board { $0.liquor = liquor }.contains("liquor!") == [.meconium3, .blood].contains(liquor))
    }

    @Test(arguments: [(5, 360), (6, 300), (7, 180), (8, 150), (9, 120)])
    func aCervixThatStandsStillIsMarkedBesideTheStage(centimetres: Int, minutes: Int) {
        var app = inLabour { $0.cervix = centimetres }
        app.advance(milliseconds: Int64(minutes * 60 - 1) * 1000)
        #expect(app.screen.contains("1st \(centimetres) ") && !app.screen.contains("1st \(centimetres)!"))
        app.advance(milliseconds: 1000)
        #expect(app.screen.contains("1st \(centimetres)!"))
    }

    /// Her page says the limit, what is done first, and their marks.
    @Test func herPageSaysWhatIsDoneFirst() {
        var app = inLabour {
            $0.cervix = 8
            $0.fetalHeartRate = 160
            $0.contractions = 5
        }
        app.advance(milliseconds: 150 * 60_000)
        app.signIn("W1001")
        app.press(.enter, .character("z"))
        #expect(
            app.screen.contains("! FHR /min 160 (>=160) [V*]: left lateral, then the senior provider [V*]"),
            "\(app.screen)")
        #expect(app.screen.contains("! 8 cm for 2:30 (>=2:30) [V*]: the senior provider [V*]"))
        #expect(!app.screen.contains("! contractions"))
    }

    private func inLabour(_ set: (inout LabourObservation) -> Void) -> AppFixture {
        var app = AppFixture(rules: ClinicalLibrary.compiledIn.rules)
        app.record(AdmitMother(identity: MotherIdentity(name: "Maria Lopez"), bed: BedLabel("1")), by: Badge("W1001"))
        var observation = LabourObservation()
        set(&observation)
        if let mother = app.ward.occupant(of: BedLabel("1")) {
            app.record(ObserveLabour(admission: mother.id, observation: observation), by: Badge("W1001"))
        }
        return app
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
