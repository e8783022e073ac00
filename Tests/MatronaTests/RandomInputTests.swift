import Foundation
import ScreenGrid
import SeededNumbers
import Testing
import WardDomain
import WardLedger

@testable import matrona

/// Keys, scans, pastes, clicks and sizes as they come, by people who sign in and walk away, over the demo's ward on a
/// real store: nothing ends the program, every screen fits, and what was recorded is whole.
///
/// `MATRONA_RANDOM_KEYS` says how many inputs each run takes.
@Suite struct RandomInputTests {
    private static let inputs = ProcessInfo.processInfo.environment["MATRONA_RANDOM_KEYS"].flatMap { Int($0) } ?? 4000

    @Test(arguments: [(UInt64(1), Language.english), (2, .chinese)])
    func nothingThatATerminalCanSendEndsIt(seed: UInt64, language: Language) throws {
        let evening = try DemoEvening()
        var fingers = RandomFingers(seed: seed, evening)
        var terminal = DemoTerminal(evening, language, columns: 120, rows: 36)
        for count in 1...Self.inputs {
            try fingers.act(on: &terminal)
            guard count.isMultiple(of: 10) else { continue }
            let grid = terminal.grid
            #expect(grid.size == terminal.size)
            #expect(!grid.plainText().unicodeScalars.contains { $0.value < 0x20 && $0 != "\n" })
        }
        #expect(evening.ledger.head.sequence > 200, "hardly anything was recorded")
        #expect(WardLedger.verify(evening.demo.storePath).isWhole)
        let ward = evening.ledger.ward
        #expect(try WardLedger(opening: evening.demo.storePath).ward == ward)
        try evening.ledger.rebuild(uptime: { 0 })
        #expect(evening.ledger.ward == ward)
    }

    /// Seconds, hours and days go by between inputs: what is kept of the screen is never older than it may be.
    @Test(arguments: [UInt64(3), 4])
    func whatIsKeptOfTheScreenIsNeverOld(seed: UInt64) throws {
        let evening = try DemoEvening()
        var fingers = RandomFingers(seed: seed, evening)
        var terminal = DemoTerminal(evening, .english, columns: 120, rows: 36)
        var random = SeededRandom(seed: seed)
        for _ in 1...Self.inputs / 4 {
            try fingers.act(on: &terminal)
            for _ in 1...3 {
                let longest = Int64(1) << Int.random(in: 4...27, using: &random)
                terminal.wait(milliseconds: 1000 + Int64.random(in: 0..<longest, using: &random))
                let kept = terminal.keptGrid()
                guard kept != terminal.grid else { continue }
                Issue.record("kept:\n\(kept.plainText())\nanew:\n\(terminal.grid.plainText())")
                return
            }
        }
    }
}

/// Somebody who presses what comes.
private struct RandomFingers {
    private var random: SeededRandom
    private let badges: [String]
    private let codes: [String]

    private static let keys: [Key] = {
        var keys: [Key] = (0x20...0x7E).map { .character(Character(Unicode.Scalar($0))) }
        keys += "abdefghijklmnoprstuvwxy".map { .control($0) }
        keys += (1...12).map { .function($0) }
        keys += [.enter, .escape, .tab, .backTab, .backspace, .delete, .insert]
        return keys + [.up, .down, .left, .right, .pageUp, .pageDown, .home, .end]
    }()
    /// What leads further more often than chance does.
    private static let usual: [Key] = [
        .enter, .enter, .tab, .down, .down, .up, .escape, .character(" "), .character("1"), .character("2"),
        .character("3"), .character("4"), .character("5"),
    ]
    private static let texts = [
        "-5", "18:05", "120", "3200", "22212", "张伟", "Maria Lopez", "late", "\u{1B}[31m\u{7}", "\u{202E}abc\u{200B}",
        "𠀀𠀁 བོད་ ئۇيغۇر", "9", "0", "-", "\t\r\n", String(repeating: "长", count: 300), "]d2", "]C1(01)095060001343",
    ]

    init(seed: UInt64, _ evening: DemoEvening) {
        random = SeededRandom(seed: seed)
        badges = evening.demo.staff.map(\.badge.rawValue)
        let admissions = evening.ledger.ward.admissions.values.sorted { $0.id.rawValue < $1.id.rawValue }
        codes =
            badges + admissions.compactMap(\.band?.code)
            + admissions.flatMap(\.newborns).flatMap(\.bands).map(\.code) + ["COT-1", "NOBODY", "("]
    }

    mutating func act(on terminal: inout DemoTerminal) throws {
        switch Int.random(in: 0..<100, using: &random) {
        case 0..<45: terminal.take(.key(pick(Self.keys)))
        case 45..<75: terminal.take(.key(pick(Self.usual)))
        case 75..<83: terminal.scan(pick(codes))
        case 83..<89: terminal.type(pick(Self.texts))
        case 89..<91: terminal.take(.paste(pick(Self.texts)))
        case 91..<94:
            let point = Point(Int.random(in: -1...130, using: &random), Int.random(in: -1...40, using: &random))
            terminal.take(.mouse(MouseEvent(pick([.press, .scrollUp, .scrollDown]), at: point)))
        case 94..<96:
            terminal.resize(Int.random(in: 1...200, using: &random), Int.random(in: 1...70, using: &random))
        case 96..<97: terminal.wait(seconds: Int.random(in: 1...400, using: &random))
        default:
            for _ in 0..<4 { terminal.press(.escape) }
            try terminal.signIn(pick(badges))
        }
    }

    private mutating func pick<Element>(_ elements: [Element]) -> Element {
        elements[Int.random(in: 0..<elements.count, using: &random)]
    }
}
