import Testing
import WardDomain

@testable import ClinicalLibrary

/// Every text of the compiled-in library, in both languages.
private let everyText: [Phrase] = {
    let rules = ClinicalLibrary.compiledIn.rules
    let targets = rules.protocols.flatMap(\.steps).compactMap(\.targetLabel).filter { $0.en != $0.zhHans }
    let terms = (rules.indications + rules.delayReasons).map(\.text)
    let protocols = rules.protocols.flatMap { [$0.title, $0.momentZero] + $0.roles.map(\.label) }
    let steps = rules.protocols.flatMap(\.steps)
    let doses = steps.flatMap(\.doses)
    let cautions = doses.map(\.caution).filter { !$0.en.isEmpty || !$0.zhHans.isEmpty }
    let notes = rules.protocols.flatMap { $0.notes ?? [] }.map(\.text)
    return terms + targets + protocols + steps.map(\.text) + doses.map(\.text) + cautions + notes
}()

@Suite("Texts of the library")
struct TextTests {
    @Test("English is plain ASCII")
    func englishIsASCII() {
        for text in everyText { #expect(text.en.utf8.allSatisfy { (0x20..<0x7F).contains($0) }, "\(text.en)") }
    }

    @Test("Chinese is Chinese, and no sign in it has an ambiguous width")
    func chineseHasOneWidth() {
        let wide: [ClosedRange<UInt32>] = [0x3000...0x303F, 0x4E00...0x9FFF, 0xFF01...0xFF60]
        for text in everyText {
            #expect(text.zhHans.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) }, "\(text.zhHans)")
            for scalar in text.zhHans.unicodeScalars where !(0x20..<0x7F).contains(scalar.value) {
                #expect(wide.contains { $0.contains(scalar.value) }, "\(scalar) in \(text.zhHans)")
            }
        }
    }

    @Test("No unit that is misread: IU, U, micrograms by letter, a trailing zero, a naked point")
    func unitsAreSafe() {
        for text in everyText.flatMap({ [$0.en, $0.zhHans] }) where !text.contains("3.0/3.5") {
            #expect(text.firstMatch(of: /[0-9] ?(IU|U|ug)\b|[0-9]\.0\b|(^|[^0-9])\.[0-9]/) == nil, "\(text)")
        }
    }

    @Test("Both languages carry the same numbers")
    func sameNumbers() {
        for step in ClinicalLibrary.compiledIn.rules.protocols.flatMap(\.steps) {
            #expect(numbers(step.text.en) == numbers(step.text.zhHans), "\(step.en) / \(step.zhHans)")
            for dose in step.doses {
                #expect(numbers(dose.text.en) == numbers(dose.text.zhHans), "\(dose.en) / \(dose.zhHans)")
            }
        }
    }

    @Test("Both languages of a note carry the same numbers")
    func sameNumbersInNotes() {
        for note in ClinicalLibrary.compiledIn.rules.protocols.flatMap({ $0.notes ?? [] }) {
            #expect(numbers(note.en) == numbers(note.zhHans), "\(note.en) / \(note.zhHans)")
        }
    }

    private func numbers(_ text: String) -> [String] {
        text.matches(of: /[0-9]+(\.[0-9]+)?/).map { String($0.output.0) }.filter { $0 != "2" || !text.contains("O2") }
            .sorted()
    }

    @Test("Everything names its source")
    func sources() {
        let protocols = ClinicalLibrary.compiledIn.rules.protocols
        let steps = protocols.flatMap(\.steps)
        let sources = protocols.map(\.source) + steps.map(\.source) + steps.flatMap(\.doses).map(\.source)
        let notes = protocols.flatMap { $0.notes ?? [] }.map(\.source)
        #expect(notes.allSatisfy { $0.text.hasPrefix("clinical reference ") })
        #expect(sources.allSatisfy { $0.text.hasPrefix("clinical reference ") })
    }
}
