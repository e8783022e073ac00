import ScreenGrid
import Testing

@testable import NcursesTerminal

extension NcursesTerminalTests {
    @Test func theFactsOfATerminalAreRead() throws {
        let line = try PseudoTerminal(size: Size(columns: 100, rows: 30))
        let facts = TerminalFacts.read(input: line.line, output: line.line, type: "xterm-256color")
        #expect(facts.type == "xterm-256color")
        #expect(facts.isKnown)
        #expect(facts.colors == 256)
        #expect(facts.canChangeColors)
        #expect(facts.isTerminal)
        #expect(facts.size == Size(columns: 100, rows: 30))
    }

    @Test func anUnknownTerminalHasNoColours() throws {
        let line = try PseudoTerminal(size: Size(columns: 100, rows: 30))
        let facts = TerminalFacts.read(input: line.line, output: line.line, type: "no-such-terminal")
        #expect(!facts.isKnown)
        #expect(facts.colors == 0)
    }

    @Test func theTerminalSaysHowWideItDraws() throws {
        let line = try PseudoTerminal(size: Size(columns: 100, rows: 30))
        line.type("\u{1B}[5;3R")
        #expect(WidthProbe.columns(of: "·", input: line.line, output: line.line) == 2)
        #expect(String(decoding: line.output(), as: UTF8.self).hasSuffix("\r·\u{1B}[6n\r\u{1B}[K"))
        #expect(WidthProbe.columns(of: "·", input: line.line, output: line.line, milliseconds: 1) == nil)
    }
}
