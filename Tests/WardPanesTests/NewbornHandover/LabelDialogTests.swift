import ScreenGrid
import Testing
import WardDomain
import WardLabels

@testable import WardPanes

@Suite("Labels are seen before they are printed")
struct LabelDialogTests {
    private func opened(_ language: Language = .english) -> HandoverFixture {
        var evening = HandoverFixture(language)
        evening.signIn(HandoverFixture.midwife)
        evening.scan(HandoverFixture.wuBabyB[0])
        evening.press(.character("b"), .character("p"))
        return evening
    }

    @Test(arguments: Language.allCases)
    func theBandStandsThereAsAPicture(language: Language) {
        let screen = opened(language).screen

        #expect(screen.contains(language == .english ? "newborn's band" : "新生儿腕带"))
        #expect(screen.contains("吴小梅"))
        #expect(screen.contains("2/2"))
        #expect(screen.contains("B-WU-B1"))
    }

    @Test func theSymbolOnTheScreenIsTheOneThatIsPrinted() throws {
        let matrix = try DataMatrix("B-WU-B1", isElementString: false)
        let evening = opened()
        let grid = evening.state.draw(now: evening.now)
        let rows = grid.size.rows
        let columns = grid.size.columns
        let dark = (0..<rows).map { row in
            (0..<columns).count { grid.role(column: $0, row: row) == .symbolDark }
        }.filter { $0 > 0 }

        let printed = (0..<matrix.side).map { row in
            (0..<matrix.side).count { matrix.isDark(row: row, column: $0) } * 2
        }
        #expect(dark == printed)
    }

    @Test func enterSendsWhatIsShown() {
        let evening = opened()
        var state = evening.state

        let effects = state.receive(.terminal(.key(.enter)), now: evening.now)

        let labels = effects.compactMap { effect -> Label? in
            guard case .printLabel(let label) = effect else { return nil }
            return label
        }
        #expect(labels.map(\.kind) == [.newborn])
        #expect(labels.first?.code == .plain("B-WU-B1"))
    }
}
