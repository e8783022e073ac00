import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Steps that measure or ask: keys in, figures and branches on the screen.
struct MeasuringTests {
    /// A drill of a protocol of the library, without its made-up case.
    private func started(_ id: String, language: Language = .english) throws -> DrillFixture {
        let found = try #require(ClinicalLibrary.compiledIn.rules.drillProtocol(id))
        var ward = DrillFixture([found], language: language)
        ward.press(.character("4"), .enter)
        for _ in found.roles { ward.press(.tab) }
        ward.press(.delete)
        ward.tap(.enter)
        return ward
    }

    /// Brings the aim to a step.
    private func aim(at step: String, _ ward: inout DrillFixture) {
        let steps = ward.run?.drillProtocol?.steps.map(\.id) ?? []
        ward.press(.home)
        for _ in 0..<(steps.firstIndex(of: step) ?? 0) { ward.press(.down) }
    }

    @Test func theShockIndexIsReckonedAndCalledOut() throws {
        var ward = try started("pph")
        #expect(ward.run?.scenario == nil)
        aim(at: "vitals", &ward)
        ward.press(.character(" "))
        #expect(ward.screen().contains("Shock index (HR / systolic) >=0.90: ALERT [V clinical"))
        ward.type("118")
        ward.press(.enter)
        #expect(ward.run?.marks["vitals"] == nil)
        #expect(ward.screen().contains("No shock index without systolic"))
        #expect(ward.screen().contains("118"), "the text is kept")
        ward.press(.tab)
        ward.type("92")
        ward.press(.enter)
        #expect(ward.words().contains("HR 118 SBP 92 SI 1.28 ALERT >=0.90 [V]"))
        ward.advance(seconds: 310)
        #expect(ward.words().contains("AGAIN since"))
        ward.press(.character("a"))
        ward.type("140")
        ward.press(.tab)
        ward.type("70")
        ward.press(.enter)
        #expect(ward.words().contains("SI 2.00 URGENT >=1.70 [V]"))
        #expect(ward.run?.marksInOrder(of: "vitals").count == 2)
        #expect(ward.words(78, 90).contains("times: 00:0"))
    }

    @Test func lossIsShownInAllAndBlankIsNotRecorded() throws {
        var ward = try started("pph")
        aim(at: "loss", &ward)
        ward.press(.character(" "), .enter)
        #expect(ward.run?.marks["loss"]?.reading == nil)
        #expect(!ward.words().contains("loss in all"))
        ward.press(.character(" "))
        aim(at: "loss", &ward)
        ward.press(.escape)
        aim(at: "loss", &ward)
        ward.press(.character(" "))
        ward.type("900")
        ward.press(.enter)
        #expect(ward.words().contains("loss in all 900 mL"))
    }

    @Test(arguments: [Language.english, .chinese])
    func anAnswerOpensItsBranchAndNamesWhatDoesNotApply(language: Language) throws {
        var ward = try started("newborn-resuscitation", language: language)
        let words = { (ward: DrillFixture) in ward.words(78, 120) }
        let waits = language == .english ? "only if: HR <60: intubate, then compress" : "仅当：心率<60：气管插管，再胸外按压"
        #expect(words(ward).contains(waits))
        aim(at: "ppv", &ward)
        ward.press(.character(" "), .character("1"))
        aim(at: "heart-rate", &ward)
        ward.press(.character(" "), .character("2"))
        #expect(ward.run?.answers["heart-rate"]?.map(\.code) == ["60-99"])
        let byBranch = language == .english ? "n/a by branch" : "按分支不适用"
        #expect(words(ward).components(separatedBy: byBranch).count - 1 == 5)
        aim(at: "heart-rate", &ward)
        ward.press(.character(" "), .character("3"))
        #expect(words(ward).components(separatedBy: byBranch).count - 1 == 0)
        let waiting = ward.run?.drillProtocol?.steps.filter { ward.run?.branch(to: $0) == .waiting }
        #expect(waiting?.map(\.id) == ["adrenaline", "adrenaline-repeat", "apgar-15", "apgar-20"])
    }

    @Test func theOxygenTargetOfTheMinuteStandsAbove() throws {
        var ward = try started("newborn-resuscitation")
        ward.advance(toSecond: 30)
        #expect(ward.words().contains("SpO2 target none for this minute"))
        ward.advance(toSecond: 190)
        #expect(ward.words().contains("SpO2 target 3 min: 70-75% [V]"))
        aim(at: "spo2", &ward)
        ward.press(.character(" "))
        ward.type("62")
        ward.press(.enter)
        #expect(ward.words(78, 120).contains("SpO2 62% BELOW 3 min: 70-75% [V]"))
        ward.advance(toSecond: 450)
        #expect(ward.words().contains("SpO2 target 5 min 80-85% -> 10 min 85-95% [V]"))
        aim(at: "apgar-5", &ward)
        ward.press(.character(" "))
        ward.type("12221")
        ward.press(.tab)
        ward.type("90")
        ward.press(.enter)
        #expect(ward.words(78, 120).contains("Apgar 8 SpO2 90% within 5 min 80-85% -> 10 min 85-95% [V]"))
    }

    @Test func aCautionStandsWhereverADrugIsNamed() throws {
        var ward = try started("pph")
        #expect(ward.words(78, 120).contains("CAUTION: Never later than 3 h after birth. IV only"))
        #expect(ward.words(78, 120).contains("CAUTION: Not with asthma; Not with hypertension"))
        ward = try started("afe")
        #expect(
            ward.words(78, 120).contains(
                "CAUTION: TXA: never later than 3 h after birth. IV only: intrathecal errors are known [V*]"))
    }

    @Test func twoFormsForOneDoseRecordOne() throws {
        var ward = DrillFixture(terminals: 2)
        ward.startDrill(at: 0)
        ward.press(.character("4"), at: 1)
        ward.advance(seconds: 2)
        for terminal in 0...1 {
            ward.press(.home, .down, .down, at: terminal)
            ward.tap(.character(" "), at: terminal)
            ward.type("250 mcg", at: terminal)
        }
        ward.tap(.enter, at: 0)
        ward.tap(.enter, at: 1)
        #expect(ward.run?.marksInOrder(of: "drug").count == 1)
        #expect(ward.screen(1).contains("Another terminal has marked this meanwhile"))
        #expect(ward.screen(1).contains("250 mcg"), "the text is kept")
    }
}

extension String {
    /// The parts between occurrences of a text.
    func components(separatedBy separator: String) -> [Substring] {
        split(separator: separator, omittingEmptySubsequences: false)
    }
}
