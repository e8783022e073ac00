import ScreenGrid
import SeededNumbers
import Testing

@testable import NcursesTerminal

@Suite struct KeyDecoderTests {
    private var decoder = KeyDecoder(KeySequences())

    @Test(arguments: [
        ("a", Key.character("a")), ("李", .character("李")), ("𠮷", .character("𠮷")), ("！", .character("！")),
        (" ", .character(" ")), ("\r", .enter), ("\n", .control("j")), ("\t", .tab), ("\u{7F}", .backspace),
        ("\u{8}", .backspace), ("\u{3}", .control("c")), ("\u{1D}", .control("]")), ("\u{1C}", .control("\\")),
        ("\u{1B}[A", .up), ("\u{1B}OA", .up), ("\u{1B}[Z", .backTab), ("\u{1B}[5~", .pageUp),
        ("\u{1B}OP", .function(1)),
        ("\u{1B}[20~", .function(9)), ("\u{1B}[24~", .function(12)), ("\u{1B}[3~", .delete), ("\u{1B}OH", .home),
    ])
    func keysAreKnown(bytes: String, key: Key) {
        var decoder = decoder
        #expect(decoder.receive(bytes.utf8, at: 0) == [.key(key)])
        #expect(decoder.deadline == nil)
    }

    @Test(arguments: ["\u{1B}[A", "李", "\u{1B}[200~x\u{1B}[201~", "\u{1B}[<0;12;3M"])
    func bytesMayComeOneByOne(bytes: String) {
        var whole = decoder
        var split = decoder
        let inputs = bytes.utf8.flatMap { split.receive([$0], at: 0) }
        #expect(inputs == whole.receive(bytes.utf8, at: 0))
        #expect(inputs.count == 1)
    }

    @Test(arguments: [
        "\u{1B}[1;99Q", "\u{1B}[200;1R", "\u{1B}[I", "\u{1B}[1;5A", "\u{1B}Oz", "\u{1B}[?62;1c", "\u{1B}[M !!",
        "\u{1B}[<35;1;1M", "\u{1B}[<0;1;1m",
    ])
    func anUnknownSequenceIsNoKey(sequence: String) {
        var decoder = decoder
        #expect(decoder.receive((sequence + "x").utf8, at: 0) == [.key(.character("x"))])
    }

    @Test func bytesThatAreNoTextAreDropped() {
        var decoder = decoder
        #expect(
            decoder.receive([0xFF, 0xC3, 0x28, 0xE6, 0x9D, 0x61], at: 0) == [
                .key(.character("(")), .key(.character("a")),
            ])
    }

    @Test(arguments: [(KeyDecoder.patience - 1, 0), (KeyDecoder.patience, 1)])
    func escapeIsAKeyWhenNothingFollows(wait: Int64, count: Int) {
        var decoder = decoder
        #expect(decoder.receive([0x1B], at: 100).isEmpty)
        #expect(decoder.advance(to: 100 + wait).count == count)
    }

    @Test func escapeAndAKeyAreTwoKeys() {
        var decoder = decoder
        #expect(decoder.receive("\u{1B}!".utf8, at: 0) == [.key(.escape), .key(.character("!"))])
        #expect(decoder.receive("\u{1B}\u{1B}[A".utf8, at: 0) == [.key(.escape), .key(.up)])
    }

    @Test(arguments: ["\u{1B}[", "\u{1B}[1;", "\u{1B}O"])
    func anUnfinishedSequenceIsDropped(bytes: String) {
        var decoder = decoder
        #expect(decoder.receive(bytes.utf8, at: 0).isEmpty)
        #expect(decoder.receive("!".utf8, at: KeyDecoder.patience) == [.key(.character("!"))])
    }

    @Test func pastedTextIsOnePiece() {
        var decoder = decoder
        let inputs = decoder.receive("\u{1B}[200~李娜\r\u{1B}[Aq!\u{1B}[201~z".utf8, at: 0)
        #expect(inputs == [.paste("李娜\n\u{1B}[Aq!"), .key(.character("z"))])
    }

    @Test func aPasteWithoutAnEndDoesNotSwallowKeys() {
        var decoder = decoder
        #expect(decoder.receive("\u{1B}[200~ab".utf8, at: 0).isEmpty)
        #expect(decoder.receive("c".utf8, at: KeyDecoder.pastePatience - 1).isEmpty)
        let late = KeyDecoder.pastePatience * 2 - 1
        #expect(decoder.receive("!".utf8, at: late) == [.paste("abc"), .key(.character("!"))])
    }

    @Test func aLongPasteComesInParts() {
        var decoder = decoder
        let text = String(repeating: "产", count: 50_000)
        let inputs = decoder.receive("\u{1B}[200~\(text)\u{1B}[201".utf8, at: 0) + decoder.receive("~".utf8, at: 0)
        let parts = inputs.compactMap { input in
            if case .paste(let part) = input { part } else { nil }
        }
        #expect(parts.count == 2)
        #expect(parts.joined() == text)
    }

    @Test func theMouseSelectsAndScrolls() {
        var decoder = decoder
        #expect(
            decoder.receive("\u{1B}[<0;5;3M\u{1B}[<0;5;3m\u{1B}[<64;1;1M\u{1B}[<65;200;1M".utf8, at: 0) == [
                .mouse(MouseEvent(.press, at: Point(4, 2))), .mouse(MouseEvent(.scrollUp, at: Point(0, 0))),
                .mouse(MouseEvent(.scrollDown, at: Point(199, 0))),
            ])
    }

    @Test(arguments: ["-9223372036854775808", "9223372036854775808", "65536", "0", "-1"])
    func aMouseReportOfNoPlaceIsNone(column: String) {
        var decoder = decoder
        #expect(decoder.receive("\u{1B}[<0;\(column);1Mx".utf8, at: 0) == [.key(.character("x"))])
    }

    @Test func aPasteThatIsNoTextDoesNotHoldUpTheKeysBehindIt() {
        var decoder = decoder
        _ = decoder.receive("\u{1B}[200~".utf8, at: 0)
        _ = decoder.receive([0xE6] + Array(repeating: 0x80, count: KeyDecoder.longestPaste + 8), at: 0)
        #expect(decoder.receive("\u{1B}[201~x".utf8, at: 0).last == .key(.character("x")))
    }

    @Test func randomBytesNeverStopTheDecoder() {
        var decoder = decoder
        var random = SeededRandom(seed: 5)
        let alphabet = Array("\u{1B}[O<;0129~MmAz \r".utf8) + [0xC3, 0xE6, 0x9D, 0x8E, 0xFF]
        var time: Int64 = 0
        for _ in 0..<20_000 {
            time += Int64.random(in: 0...2_000_000, using: &random)
            let bytes = (0..<Int.random(in: 1...6, using: &random)).map { _ in
                alphabet.randomElement(using: &random) ?? 0
            }
            _ = decoder.receive(bytes, at: time)
        }
        _ = decoder.advance(to: time + KeyDecoder.pastePatience)
        #expect(decoder.receive("!".utf8, at: time + 2 * KeyDecoder.pastePatience).last == .key(.character("!")))
    }
}
