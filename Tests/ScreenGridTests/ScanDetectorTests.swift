import ScreenGrid
import Testing

@Suite struct ScanDetectorTests {
    @Test func aFastBurstWithEnterIsAScan() {
        var keyboard = Keyboard()
        #expect(keyboard.type("]d201", every: 5) == ["hold ]", "hold d", "hold 2", "hold 0", "hold 1"])
        #expect(keyboard.press(.enter, after: 5) == ["undo", "scan ]d201"])
    }

    @Test(arguments: [(50, true), (51, false)])
    func aGapOfFiftyMillisecondsIsTheLongest(gap: Int64, isScan: Bool) {
        var keyboard = Keyboard()
        _ = keyboard.type("abc", every: 1)
        _ = keyboard.press(.character("d"), after: gap)
        let steps = keyboard.press(.enter, after: 1)
        #expect(steps.contains("scan abcd") == isScan)
        #expect(steps.contains("act Enter") != isScan)
    }

    @Test(arguments: [(50, true), (51, false)])
    func theEndingKeyMayComeAsLate(gap: Int64, isScan: Bool) {
        var keyboard = Keyboard()
        _ = keyboard.type("abcd", every: 1)
        #expect(keyboard.press(.tab, after: gap) == (isScan ? ["undo", "scan abcd"] : ["release", "act Tab"]))
    }

    @Test(arguments: [("abc", ["release", "act Enter"]), ("abcd", ["undo", "scan abcd"])])
    func fourCharactersAreTheFewest(text: String, steps: [String]) {
        var keyboard = Keyboard()
        _ = keyboard.type(text, every: 1)
        #expect(keyboard.press(.enter, after: 1) == steps)
    }

    @Test func typingIsHeldAndThenReleased() {
        var keyboard = Keyboard()
        #expect(keyboard.type("!", every: 0) == ["hold !"])
        #expect(keyboard.detector.deadline == 50 * milliseconds + 1)
        #expect(keyboard.detector.advance(to: 50 * milliseconds).isEmpty)
        #expect(keyboard.detector.advance(to: 51 * milliseconds) == [.release])
        #expect(keyboard.detector.deadline == nil)
    }

    @Test func slowTypingOfFourCharactersIsNoScan() {
        var keyboard = Keyboard()
        #expect(
            keyboard.type("1805", every: 120)
                == ["hold 1", "release", "hold 8", "release", "hold 0", "release", "hold 5"])
        #expect(keyboard.press(.enter, after: 120) == ["release", "act Enter"])
    }

    @Test func aKeyKeepsTheTimeOfItsPress() {
        var keyboard = Keyboard()
        #expect(keyboard.detector.receive(.character("!"), at: 1234) == [.hold(.character("!"), at: 1234)])
    }

    @Test func separatorsInsideACodeBelongToIt() {
        var keyboard = Keyboard()
        _ = keyboard.press(.control("]"), after: 0)
        _ = keyboard.type("8018", every: 1)
        _ = keyboard.press(.control("]"), after: 1)
        _ = keyboard.type("21", every: 1)
        #expect(keyboard.press(.enter, after: 1) == ["undo", "scan \u{1D}8018\u{1D}21"])
    }

    @Test func fullWidthCharactersOfAnInputMethodAreFolded() {
        var keyboard = Keyboard()
        _ = keyboard.type("ＺＹ２０", every: 1)
        #expect(keyboard.press(.enter, after: 1) == ["undo", "scan ZY20"])
    }

    @Test func chineseFromAnInputMethodIsTyping() {
        var keyboard = Keyboard()
        #expect(keyboard.type("妊娠高血压", every: 0).allSatisfy { $0.hasPrefix("act ") })
        #expect(keyboard.press(.enter, after: 1) == ["act Enter"])
    }

    @Test func aSecondEndingKeyBelongsToTheScan() {
        var keyboard = Keyboard()
        _ = keyboard.type("12345", every: 1)
        _ = keyboard.press(.enter, after: 1)
        #expect(keyboard.press(.control("j"), after: 1).isEmpty)
        #expect(keyboard.press(.enter, after: 60) == ["act Enter"])
    }

    @Test func scansFollowEachOther() {
        var keyboard = Keyboard()
        _ = keyboard.type("AAAA", every: 1)
        #expect(keyboard.press(.enter, after: 1) == ["undo", "scan AAAA"])
        #expect(keyboard.type("BBBB", every: 1).first == "hold B")
        #expect(keyboard.press(.enter, after: 1) == ["undo", "scan BBBB"])
    }

    @Test func otherKeysEndTheBurst() {
        var keyboard = Keyboard()
        _ = keyboard.type("abcdef", every: 1)
        #expect(keyboard.press(.down, after: 1) == ["release", "act Down"])
        #expect(keyboard.press(.enter, after: 1) == ["act Enter"])
    }

    @Test func aBurstThatIsTooLongIsText() {
        var keyboard = Keyboard()
        let text = String(repeating: "x", count: ScanDetector.greatestLength)
        #expect(keyboard.type(text, every: 0).last == "hold x")
        #expect(keyboard.press(.character("y"), after: 0) == ["undo"])
        #expect(keyboard.press(.enter, after: 1) == ["paste \(text)y\n"])
        #expect(keyboard.press(.character("z"), after: 1).isEmpty)
        #expect(keyboard.pause(51) == ["paste z"])
    }
}

@Suite struct PrefixedScanTests {
    @Test func nothingElseWaits() {
        var keyboard = Keyboard(prefix: "~")
        #expect(keyboard.type("!c", every: 1) == ["act !", "act c"])
        #expect(keyboard.detector.deadline == nil)
    }

    @Test func aPrefixedBurstIsWithheld() {
        var keyboard = Keyboard(prefix: "~#")
        #expect(keyboard.type("~#Q1", every: 1).isEmpty)
        #expect(keyboard.press(.enter, after: 1) == ["scan Q1"])
    }

    @Test(arguments: [(250, true), (251, false)])
    func aSplitBurstHasMoreTime(gap: Int64, isScan: Bool) {
        var keyboard = Keyboard(prefix: "~")
        _ = keyboard.type("~12", every: 1)
        let steps = keyboard.press(.character("3"), after: gap) + keyboard.press(.enter, after: 1)
        #expect(steps == (isScan ? ["scan 123"] : ["paste ~12", "act 3", "act Enter"]))
    }

    @Test func aPrefixThatWasTypedActsAfterAll() {
        var keyboard = Keyboard(prefix: "~#")
        #expect(keyboard.type("~", every: 0).isEmpty)
        #expect(keyboard.pause(251) == ["act ~"])
        #expect(keyboard.type("~x", every: 10) == ["act ~", "act x"])
    }
}

private let milliseconds: Int64 = 1_000_000

/// A detector and the keys that reach it, with their times; its steps as text.
private struct Keyboard {
    var detector: ScanDetector
    private var time: Int64 = 0

    init(prefix: String = "") { detector = ScanDetector(prefix: prefix) }

    /// Types characters, the first one now.
    mutating func type(_ text: String, every gap: Int64) -> [String] {
        text.enumerated().flatMap { press(.character($0.element), after: $0.offset == 0 ? 0 : gap) }
    }

    /// Presses a key after a number of milliseconds.
    mutating func press(_ key: Key, after gap: Int64) -> [String] {
        time += gap * milliseconds
        return detector.receive(key, at: time).map(\.text)
    }

    /// Presses nothing for a number of milliseconds.
    mutating func pause(_ gap: Int64) -> [String] {
        time += gap * milliseconds
        return detector.advance(to: time).map(\.text)
    }
}

extension ScanDetector.Step {
    fileprivate var text: String {
        switch self {
        case .act(let key, _): "act \(key.name)"
        case .hold(let key, _): "hold \(key.name)"
        case .release: "release"
        case .undo: "undo"
        case .scan(let text, _): "scan \(text)"
        case .paste(let text): "paste \(text)"
        }
    }
}
