import ClinicalLibrary
import Foundation
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The library to be read and confirmed; and every figure on the screen with its source one key away.
struct ReadingTests {
    @Test func aDoctorConfirmsAStepByNameAndItsMarkGoes() {
        var ward = DrillFixture()
        ward.press(.character("4"), .character("v"), .down)
        #expect(ward.words().contains("not confirmed here: 2/5"))
        #expect(ward.words().contains(">[ ] C LEAD Name the leader [R] by ~01:00"))
        ward.press(.character("k"))
        #expect(ward.screen().contains("The role midwife may not record this."))
        ward.signIn(as: Badge("D2001"))
        ward.press(.character("k"))
        #expect(ward.screen().contains("Stand behind this step"))
        ward.press(.character("k"))
        #expect(ward.words().contains(">[ ] C LEAD Name the leader by ~01:00"))
        ward.press(.character("o"))
        #expect(ward.screen().contains("Confirmed for this hospital: Dr Ma, 2026-11-22, version 3"))
        #expect(ward.screen().contains("Source: [R] recall, unconfirmed: section 7.0"))
        ward.press(.escape, .character("k"))
        #expect(ward.screen().contains("Read at its source, or confirmed already."))
        ward.press(.escape)
        ward.startDrill()
        #expect(ward.words().contains("Name the leader by ~01:00"))
        #expect(ward.words().contains("Give the drug [V*]"))
    }

    @Test func readingStartsNothing() {
        var ward = DrillFixture()
        let before = ward.entries.count
        ward.press(.character("4"), .character("v"), .end, .character("o"), .escape, .escape)
        #expect(ward.entries.count == before)
        #expect(ward.words().contains("Q4 2026: drills done 0/1"))
    }

    /// Every number that a step shows is the library's own, in both languages; its source stands behind one key.
    @Test(arguments: [Language.english, .chinese])
    func everyFigureIsTheLibrarysAndItsSourceIsOneKeyAway(language: Language) throws {
        for found in ClinicalLibrary.compiledIn.rules.protocols {
            var ward = DrillFixture([found], language: language, columns: 200, rows: 60)
            ward.press(.character("4"), .character("v"))
            for step in found.steps {
                let shown = ward.pane(110, 200).joined(separator: " ").filter { !$0.isWhitespace }
                #expect(shown.contains(step.text[language].filter { !$0.isWhitespace }))
                ward.tap(.character("o"))
                let page = ward.front().filter { !$0.isWhitespace }
                for source in sources(of: step, found) {
                    let mark = "[\(source.mark.rawValue)"
                    #expect(page.contains(source.text.filter { !$0.isWhitespace }), "\(found.id)/\(step.id)")
                    #expect(page.contains(mark))
                }
                ward.tap(.escape)
                ward.tap(.down)
            }
            let own = figures(in: libraryText(found, language))
            let steps = ward.pane(110, 400).dropFirst(4).joined(separator: "\n")
            #expect(figures(in: steps).isSubset(of: own), "\(found.id): \(figures(in: steps).subtracting(own))")
        }
    }

    private func sources(of step: ProtocolStep, _ found: DrillProtocol) -> [Source] {
        var sources = [step.source] + step.doses.map(\.source) + step.cautions.map(\.source)
        if step.measures.contains(.shockIndex) { sources += (found.shockIndex ?? []).map(\.source) }
        if step.measures.contains(.oxygenSaturation) { sources += (found.oxygen ?? []).map(\.source) }
        return sources + found.notes(of: step.id).map(\.source)
    }

    /// Everything that the library says in a protocol's steps.
    private func libraryText(_ found: DrillProtocol, _ language: Language) -> String {
        found.steps.flatMap { step -> [String] in
            let target = step.targetSeconds.map { Durations.clock($0) } ?? ""
            let words = step.doses.flatMap { [$0.text[language], $0.caution[language]] }
            return [step.text[language], target, step.targetLabel?[language] ?? "", step.role] + words
                + step.asks.map { $0.label[language] } + step.cautions.map { $0.text[language] }
                + [ChecklistRun(reading: found).conditionText(of: step)?[language] ?? ""]
        }.joined(separator: "\n")
    }

    private func figures(in text: String) -> Set<String> {
        Set(text.matches(of: /[0-9]+(?:[.:][0-9]+)*/).map { String($0.output) })
    }
}
