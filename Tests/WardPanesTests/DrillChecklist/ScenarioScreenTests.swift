import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The made-up case on the screen.
struct ScenarioScreenTests {
    private func started(_ id: String, language: Language = .english) throws -> DrillFixture {
        var ward = DrillFixture([try #require(ClinicalLibrary.compiledIn.rules.drillProtocol(id))], language: language)
        ward.press(.character("4"), .enter)
        ward.tap(.enter)
        return ward
    }

    @Test func theCardAndItsSignsStandThereMarkedAsExercise() throws {
        var ward = try started("pph")
        #expect(ward.words().contains("SCENARIO: Second birth, 4.1 kg"))
        #expect(ward.words().contains("exercise: HR 104 BP 112/68 SpO2 98% RR 20 loss 600 mL [R]"))
        ward.press(.character("v"))
        #expect(ward.screen().contains("[R] recall, unconfirmed: exercise design, no patient"))
    }

    @Test(arguments: [(239, false), (240, true)])
    func aTimedSurpriseComesByItselfOnEveryTerminal(second: Int, isThere: Bool) throws {
        var ward = try started("pph")
        let entries = ward.entries.count
        ward.advance(toSecond: second)
        #expect(ward.words().contains("INJECT 04:00 Bleeding goes on") == isThere)
        #expect(ward.words().contains("HR 118 BP 96/58") == isThere)
        #expect(ward.entries.count == entries, "nobody has to record it")
    }

    @Test func theCoordinatorSpringsOneByItsKey() throws {
        var ward = try started("pph")
        ward.press(.character("i"))
        #expect(ward.screen().contains("Her sister says: she has asthma."))
        ward.press(.character("2"))
        #expect(ward.words().contains("Her sister says: she has asthma."))
        ward.press(.character("i"), .character("i"))
        ward.type("the lamp fails")
        ward.press(.enter)
        #expect(ward.words().contains("the lamp fails"))
        #expect(ward.run?.injects.map(\.inject) == ["asthma", nil])
    }

    @Test func aPauseSaysSoAndTheSurpriseWaits() throws {
        var ward = try started("pph")
        ward.advance(toSecond: 200)
        ward.press(.character("p"))
        ward.advance(seconds: 600)
        #expect(ward.words().contains("PAUSED 10:00; g goes on"))
        #expect(!ward.words().contains("Bleeding goes on"))
        ward.press(.character(" "))
        #expect(ward.run?.marks.isEmpty == true)
        ward.press(.character("g"))
        ward.advance(toSecond: 241)
        #expect(ward.words().contains("Bleeding goes on"))
    }

    @Test func aRealResponseHasNeitherScenarioNorPause() throws {
        var ward = try started("pph")
        ward.press(.character("!"), .character("p"))
        #expect(ward.run?.isDrill == false)
        let keys = ward.terminals[0].panes[3].bindingLines(ward.terminals[0].scene(ward.now)).map(\.key)
        for key in ["p", "i", "v"] { #expect(!keys.contains(.character(Character(key)))) }
        #expect(!ward.words().contains("SCENARIO"))
    }
}
