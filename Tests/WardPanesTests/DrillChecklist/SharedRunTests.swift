import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Several terminals over one run.
struct SharedRunTests {
    @Test func anotherTerminalFollowsAndTicks() {
        var ward = DrillFixture(terminals: 2)
        ward.startDrill(at: 0)
        ward.advance(seconds: 2)
        #expect(ward.pane(78, 19, 1)[0].contains("Haemorrhage"))
        ward.press(.character("4"), .character(" "), at: 1)
        #expect(ward.pane(78, 19, 0).joined().contains("[x] C  MW"))
        ward.advance(seconds: 2)
        ward.press(.character(" "), at: 0)
        #expect(ward.run?.marks.keys.sorted() == ["call", "leader"])
    }

    @Test func aKeyRightAfterAnotherTerminalMovedTheListMarksNothing() {
        var ward = DrillFixture(terminals: 2)
        ward.startDrill(at: 0)
        ward.press(.character("4"), at: 1)
        ward.advance(seconds: 2)
        ward.tap(.character(" "), at: 0)
        ward.advance(milliseconds: 200)
        ward.tap(.character(" "), at: 1)
        #expect(ward.run?.marks.keys.sorted() == ["call"])
        ward.advance(seconds: 1)
        ward.tap(.character(" "), at: 1)
        #expect(ward.run?.marks.keys.sorted() == ["call", "leader"])
    }

    @Test func manyTicksFromTwoTerminalsLoseAndDoubleNone() {
        var ward = DrillFixture([.long], terminals: 2)
        ward.startDrill(at: 0)
        ward.press(.character("4"), at: 1)
        var random = SystemRandomNumberGenerator()
        for _ in 0..<500 {
            ward.advance(milliseconds: Int64.random(in: 50...2500, using: &random))
            ward.tap(.character(" "), at: Int.random(in: 0...1, using: &random))
        }
        let marked = ward.entries.compactMap { ($0.fact as? StepMarked)?.step }
        #expect(Set(marked).count == marked.count)
        #expect(ward.run?.marks.count == marked.count)
        #expect(ward.run?.marks.count == DrillProtocol.long.steps.count)
    }

    @Test func aRealResponseComesUpOnATerminalThatWatchesTheLibrary() {
        var ward = DrillFixture(terminals: 2)
        ward.press(.character("4"), at: 1)
        ward.startResponse(at: 0)
        #expect(ward.pane(78, 19, 1)[0].contains("REAL RESPONSE"))
    }

    @Test func bothTerminalsSeeTheResult() {
        var ward = DrillFixture(terminals: 2)
        ward.startDrill(at: 0)
        ward.press(.character("f"), .character("f"), at: 0)
        for terminal in 0...1 { #expect(ward.pane(78, 19, terminal).joined().contains("NOT MET")) }
    }
}

extension DrillProtocol {
    /// Sixty steps without a drug.
    static let long = DrillProtocol(
        id: "long", emergencyKey: "h", version: "1", en: "Long", zhHans: "长", momentZeroEn: "start",
        momentZeroZhHans: "开始", roles: [TeamRole(code: "MW", en: "midwife", zhHans: "助产士")],
        steps: (1...60).map { number in
            ProtocolStep(
                id: "s\(number)", targetSeconds: number * 10, role: "MW", critical: true, en: "Step \(number)",
                zhHans: "步骤\(number)", source: Source(.verified, "test"))
        },
        source: Source(.verified, "test"))
}
