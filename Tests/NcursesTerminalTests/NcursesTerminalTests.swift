import Glibc
import ScreenGrid
import SeededNumbers
import Testing

@testable import NcursesTerminal

/// ncurses keeps its state in globals, so one terminal is open at a time.
@Suite(.serialized) struct NcursesTerminalTests {
    private static let size = Size(columns: 40, rows: 10)

    @Test func aGridIsShownAsItIs() throws {
        let session = try Session(size: Self.size)
        var grid = CellGrid(size: Self.size)
        grid.draw(Panel(title: "1 产房", hasFocus: true))
        grid.put("床3 李娜", at: Point(2, 1), .mother)
        grid.put("!!!", at: Point(20, 1), .alarmHigh)
        session.show(grid)
        session.expect(grid)
    }

    @Test(arguments: [UInt64(1), 3, 4, 5])
    func randomChangesReachTheScreen(seed: UInt64) throws {
        let session = try Session(size: Self.size)
        var random = SeededRandom(seed: seed)
        var grid = CellGrid(size: Self.size)
        for _ in 0..<200 {
            if Int.random(in: 0..<20, using: &random) == 0 { grid = CellGrid(size: Self.size) }
            for _ in 0..<3 { random.draw(on: &grid) }
            session.show(grid)
            session.expect(grid)
        }
        #expect(session.screen.unknown.isEmpty)
    }

    @Test func anUnchangedGridSendsNothing() throws {
        let session = try Session(size: Self.size)
        var grid = CellGrid(size: Self.size)
        grid.put("12:31", at: Point(0, 0))
        session.show(grid)
        session.show(grid)
        #expect(session.lastFrame.isEmpty)
        grid.put("12:32", at: Point(0, 0))
        session.show(grid)
        #expect(session.lastFrame.count < 48)
    }

    @Test func keysArrive() throws {
        let session = try Session(size: Self.size)
        let typed = "a李！ \r\t\u{7F}\u{3}\u{1A}\u{1D}\u{1B}OA\u{1B}[Z\u{1B}[5~\u{1B}[3~\u{1B}OP\u{1B}[20~\u{1B}OH"
        let keys: [Key] = [
            .character("a"), .character("李"), .character("！"), .character(" "), .enter, .tab, .backspace, .control("c"),
            .control("z"), .control("]"), .up, .backTab, .pageUp, .delete, .function(1), .function(9), .home,
        ]
        #expect(session.type(typed) == keys.map(TerminalInput.key))
    }

    @Test func escapeAloneIsAKeyWhenNothingFollows() throws {
        let session = try Session(size: Self.size)
        #expect(session.type("\u{1B}").isEmpty)
        session.clock.time += KeyDecoder.patience
        #expect(session.terminal.wait(milliseconds: 1000).hasInput)
        #expect(session.terminal.readInputs().map(\.input) == [.key(.escape)])
    }

    @Test func aResizeIsToldAndPaintedWhole() throws {
        let session = try Session(size: Self.size)
        session.show(CellGrid(size: Self.size))
        let larger = Size(columns: 50, rows: 12)
        session.resize(larger)
        #expect(session.signal(SIGWINCH) == [.resize(larger)])
        var grid = CellGrid(size: larger)
        grid.put("李娜", at: Point(46, 11))
        session.show(grid)
        session.expect(grid)
        #expect(session.signal(SIGWINCH).isEmpty)
    }

    @Test(arguments: [
        (SIGTERM, TerminalInput.quit(.terminate)), (SIGHUP, .quit(.hangup)), (SIGINT, .quit(.interrupt)),
        (SIGTSTP, .suspend),
    ])
    func signalsAreInput(number: Int32, input: TerminalInput) throws {
        let session = try Session(size: Self.size)
        #expect(session.signal(number) == [input])
    }

    /// A terminal may change its size while the program is stopped; nobody tells it of that but the terminal itself.
    @Test(arguments: [Size(columns: 50, rows: 12), NcursesTerminalTests.size])
    func whoGoesOnTakesTheSizeThatTheTerminalHasNow(size: Size) throws {
        let session = try Session(size: Self.size)
        session.show(CellGrid(size: Self.size))
        session.resize(size)
        #expect(session.signal(SIGCONT) == [.resize(size), .resumed])
        var grid = CellGrid(size: size)
        grid.put("李娜", at: Point(size.columns - 4, size.rows - 1))
        session.show(grid)
        session.expect(grid)
    }

    @Test func aChangeOfThemePaintsEverythingAnew() throws {
        let session = try Session(size: Self.size)
        var grid = CellGrid(size: Self.size)
        grid.put("!!", at: Point(0, 0), .alarmHigh)
        session.show(grid)
        try session.setTheme("night-shift")
        session.show(grid)
        session.expect(grid)
    }

    @Test func theCursorShowsInAField() throws {
        let session = try Session(size: Self.size)
        var grid = CellGrid(size: Self.size)
        session.show(grid)
        #expect(!session.screen.modes.contains(25))
        grid.placeCursor(at: Point(3, 2))
        session.show(grid)
        #expect(session.screen.modes.contains(25))
        #expect(session.screen.cursor == Point(3, 2))
    }

    @Test func theTerminalIsPutBack() throws {
        let session = try Session(size: Self.size)
        session.show(CellGrid(size: Self.size))
        #expect(session.screen.modes.isSuperset(of: [1049, 2004, 1000]))
        #expect(session.line.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == 0)
        session.close()
        #expect(session.screen.modes.isDisjoint(with: [1049, 2004, 1000, 1006]))
        #expect(session.screen.modes.contains(25))
        #expect(session.line.modes.c_lflag & tcflag_t(ICANON | ECHO | ISIG) == tcflag_t(ICANON | ECHO | ISIG))
    }

    @Test func theBellRings() throws {
        let session = try Session(size: Self.size)
        session.bell()
        #expect(session.screen.bells == 1)
    }

    @Test(arguments: [
        ("no-such-terminal", TerminalRefusal.unknownTerminalType("no-such-terminal")), ("", .noTerminalType),
    ])
    func aTerminalThatIsNotKnownIsRefused(type: String, refusal: TerminalRefusal) throws {
        let line = try PseudoTerminal(size: Self.size)
        #expect(throws: refusal) { _ = try Session.open(line, type: type) }
    }

    @Test func aTerminalThatCannotPlaceItsCursorIsRefused() throws {
        let line = try PseudoTerminal(size: Self.size)
        let before = line.modes
        #expect(throws: TerminalRefusal.cannotPlaceCursor("dumb")) { _ = try Session.open(line, type: "dumb") }
        #expect(line.modes.c_lflag == before.c_lflag)
    }

    @Test func aPipeIsNoTerminal() throws {
        let theme = try #require(Theme.named("daylight"))
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        #expect(throws: TerminalRefusal.notATerminal) {
            _ = try NcursesTerminal(theme: theme, input: ends[0], output: ends[1], type: "xterm-256color") { 0 }
        }
    }

    @Test(arguments: ["xterm", "linux", "vt100", "screen", "tmux-256color"])
    func otherTerminalsOpen(type: String) throws {
        let line = try PseudoTerminal(size: Self.size)
        let terminal = try Session.open(line, type: type)
        var grid = CellGrid(size: Self.size)
        grid.put("bed 3", at: Point(0, 0), .alarmHigh)
        terminal.show(grid)
        #expect(String(decoding: line.output(), as: UTF8.self).contains("bed"))
        terminal.close()
    }

    @Test func waitingEndsWithInputAndWithTime() throws {
        let session = try Session(size: Self.size)
        #expect(session.terminal.wait(milliseconds: 0) == Wake(hasInput: false, readable: []))
        session.line.type("x")
        #expect(session.terminal.wait(milliseconds: 1000).hasInput)
        var ends: [Int32] = [0, 0]
        try #require(pipe(&ends) == 0)
        write(ends[1], "x", 1)
        #expect(session.terminal.wait(milliseconds: 1000, also: [ends[0]]).readable == [ends[0]])
    }
}
