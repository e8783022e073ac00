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
        _ = keyboard.type("abc", every: 20)
        _ = keyboard.press(.character("d"), after: gap)
        let steps = keyboard.press(.enter, after: 1)
        #expect(steps.contains("scan abcd") == isScan)
        #expect(steps.contains("act Enter") != isScan)
    }

    @Test(arguments: [(50, true), (51, false)])
    func theEndingKeyMayComeAsLate(gap: Int64, isScan: Bool) {
        var keyboard = Keyboard()
        _ = keyboard.type("abcd", every: 20)
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

/// What ssh does to a burst: it comes in pieces, with a gap that a hand could have made.
@Suite struct SplitScanTests {
    @Test(arguments: [Key.character("]"), .control("b")], [Int64(250), 251])
    func aBurstThatBeginsAsOnlyScannersDoHasMoreTime(first: Key, gap: Int64) {
        var keyboard = Keyboard()
        _ = keyboard.press(first, after: 0)
        _ = keyboard.press(.character("C"), after: 20)
        let steps = keyboard.type("019", every: 20, first: gap) + keyboard.press(.enter, after: 20)
        #expect(steps.contains { $0.hasPrefix("scan ") && $0.hasSuffix("C019") } == (gap == 250))
        #expect(steps.contains("release") == (gap == 251))
    }

    @Test func aCodeWithItsSymbologyMayBeSlowThroughout() {
        var keyboard = Keyboard()
        #expect(!keyboard.type("]d2010690", every: 70).contains("release"))
        #expect(keyboard.press(.enter, after: 70) == ["undo", "scan ]d2010690"])
    }

    /// `]` is a key of pane 2 as well.
    @Test func aBracketWithoutALetterBehindItIsAKey() {
        var keyboard = Keyboard()
        #expect(keyboard.type("]]", every: 100) == ["hold ]", "hold ]"])
        #expect(keyboard.pause(51) == ["release"])
    }

    @Test(arguments: [(10, true), (11, false)])
    func charactersThatNoHandTypesHaveMoreTime(nearness: Int64, isScan: Bool) {
        var keyboard = Keyboard()
        _ = keyboard.type("690", every: nearness)
        let steps = keyboard.type("123", every: nearness, first: 200) + keyboard.press(.enter, after: nearness)
        #expect(steps.contains("scan 690123") == isScan)
        #expect(steps.contains("release") != isScan)
    }

    @Test(arguments: [(250, true), (251, false)])
    func aFastBurstWaitsAsLongForItsRest(gap: Int64, isScan: Bool) {
        var keyboard = Keyboard()
        _ = keyboard.type("690", every: 1)
        let steps = keyboard.type("123", every: 1, first: gap) + keyboard.press(.enter, after: 1)
        #expect(steps.contains("scan 690123") == isScan)
    }

    @Test func aHandThatStrikesTwoKeysAtOnceStillTypes() {
        var keyboard = Keyboard()
        _ = keyboard.type("12", every: 8)
        _ = keyboard.type("34", every: 90, first: 90)
        #expect(keyboard.press(.enter, after: 90) == ["release", "act Enter"])
    }

    @Test func theBeginningOfACodeNeverActs() {
        var keyboard = Keyboard()
        _ = keyboard.type("]C1", every: 1)
        #expect(keyboard.pause(251) == ["undo", "fragment ]C1"])
        _ = keyboard.type("0190", every: 1)
        #expect(keyboard.press(.enter, after: 1) == ["undo", "fragment 0190"])
    }

    @Test(arguments: [(2000, "fragment 0123"), (2001, "scan 0123")])
    func theRestOfABrokenBurstIsNoCode(gap: Int64, step: String) {
        var keyboard = Keyboard()
        _ = keyboard.type("69", every: 1)
        #expect(keyboard.pause(251) == ["release"])
        _ = keyboard.type("0123", every: 1, first: gap - 251)
        #expect(keyboard.press(.enter, after: 1) == ["undo", step])
    }

    @Test(arguments: [(250, "fragment 1001"), (251, "scan 1001")])
    func aCodeWithoutItsFirstCharacterIsNone(gap: Int64, step: String) {
        var keyboard = Keyboard()
        _ = keyboard.type("W", every: 0)
        #expect(keyboard.pause(51) == ["release"])
        _ = keyboard.type("1001", every: 1, first: gap - 51)
        #expect(keyboard.press(.enter, after: 1) == ["undo", step])
    }

    @Test func anotherKeyBetweenThemMakesItAScanAgain() {
        var keyboard = Keyboard()
        _ = keyboard.type("69", every: 1)
        #expect(keyboard.press(.down, after: 1) == ["release", "act Down"])
        _ = keyboard.type("0123", every: 1, first: 100)
        #expect(keyboard.press(.enter, after: 1) == ["undo", "scan 0123"])
    }

    @Test func inputOfAnotherKindBetweenThemDoesToo() {
        var keyboard = Keyboard()
        _ = keyboard.type("69", every: 1)
        #expect(keyboard.detector.end() == [.release])
        _ = keyboard.type("0123", every: 1, first: 100)
        #expect(keyboard.press(.enter, after: 1) == ["undo", "scan 0123"])
    }

    @Test func scansRightBehindEachOtherAreWhole() {
        var keyboard = Keyboard()
        _ = keyboard.type("W1001", every: 1)
        #expect(keyboard.press(.enter, after: 0) == ["undo", "scan W1001"])
        _ = keyboard.type("2468", every: 1, first: 0)
        #expect(keyboard.press(.enter, after: 0) == ["undo", "scan 2468"])
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
        #expect(steps == (isScan ? ["scan 123"] : ["fragment 12"]))
    }

    /// Whatever stalls on the line, the rest of a code is no key, and its Enter confirms nothing.
    @Test(arguments: [("456", 251), ("4", 300), ("456", 1900), ("", 1900)] as [(String, Int64)])
    func theRestOfAPrefixedCodeNeverActs(rest: String, gap: Int64) {
        var keyboard = Keyboard(prefix: "~")
        _ = keyboard.type("~123", every: 1)
        let steps = keyboard.type(rest, every: 1, first: gap) + keyboard.press(.enter, after: rest.isEmpty ? gap : 1)
        #expect(steps == ["fragment 123"])
        #expect(keyboard.press(.character("q"), after: 300) == ["act q"])
    }

    @Test func aRestInSeveralPiecesIsDroppedToItsEnd() {
        var keyboard = Keyboard(prefix: "~")
        let steps =
            keyboard.type("~12", every: 1) + keyboard.type("34", every: 1, first: 400)
            + keyboard.type("56", every: 1, first: 400) + keyboard.press(.enter, after: 500)
        #expect(steps == ["fragment 12"])
    }

    /// A hand is slower than any scanner: an emergency behind a broken scan is not lost.
    @Test func whatAHandTypesBehindABrokenCodeActs() {
        var keyboard = Keyboard(prefix: "~")
        _ = keyboard.type("~12", every: 1)
        #expect(keyboard.press(.character("!"), after: 600) == ["fragment 12"])
        #expect(keyboard.pause(251) == ["act !"])
        #expect(keyboard.press(.function(9), after: 100) == ["act F9"])
        _ = keyboard.type("~12", every: 1, first: 3000)
        #expect(keyboard.type("~34", every: 1, first: 600) == ["fragment 12"])
        #expect(keyboard.press(.enter, after: 1) == ["scan 34"], "scanned again")
    }

    @Test func whatAHandTypesBehindThePrefixIsText() {
        var keyboard = Keyboard(prefix: "~")
        #expect(keyboard.type("~12", every: 100).isEmpty)
        #expect(keyboard.pause(251) == ["paste ~12"])
        #expect(keyboard.press(.character("3"), after: 100) == ["act 3"])
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

    /// Types characters, the first one now or after a number of milliseconds.
    mutating func type(_ text: String, every gap: Int64, first: Int64 = 0) -> [String] {
        text.enumerated().flatMap { press(.character($0.element), after: $0.offset == 0 ? first : gap) }
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
        case .fragment(let text): "fragment \(text)"
        case .paste(let text): "paste \(text)"
        }
    }
}
