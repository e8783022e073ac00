import Glibc
import ScreenGrid
import Testing

@testable import NcursesTerminal

/// A terminal under test on a line of its own, with the screen that it would show and a clock that stands still.
final class Session {
    /// A clock that the test moves.
    final class Clock {
        var time: Int64 = 0
    }

    let line: PseudoTerminal
    let terminal: NcursesTerminal
    let clock: Clock
    private(set) var screen: ShownScreen
    /// The bytes of the last frame.
    private(set) var lastFrame: [UInt8] = []
    private var theme: Theme

    init(size: Size) throws {
        let clock = Clock()
        self.clock = clock
        line = try PseudoTerminal(size: size)
        theme = try #require(Theme.named("daylight"))
        terminal = try Session.open(line) { clock.time }
        screen = ShownScreen(size: size)
    }

    deinit { terminal.close() }

    static func open(
        _ line: PseudoTerminal, type: String = "xterm-256color", now: @escaping () -> Int64 = { 0 }
    ) throws -> NcursesTerminal {
        let theme = try #require(Theme.named("daylight"))
        return try NcursesTerminal(theme: theme, input: line.line, output: line.line, type: type, now: now)
    }

    func show(_ grid: CellGrid) {
        terminal.show(grid)
        takeOutput()
    }

    func setTheme(_ name: String) throws {
        theme = try #require(Theme.named(name))
        terminal.setTheme(theme)
    }

    func bell() {
        terminal.bell()
        takeOutput()
    }

    func close() {
        terminal.close()
        takeOutput()
    }

    func resize(_ size: Size) {
        line.resize(size)
        screen.resize(size)
    }

    /// Sends keys, and answers what the terminal makes of them.
    func type(_ text: String) -> [TerminalInput] {
        line.type(text)
        _ = terminal.wait(milliseconds: 1000)
        return terminal.readInputs().map(\.input)
    }

    /// Sends a signal to this thread, which has it blocked, and answers what the terminal makes of it.
    func signal(_ number: Int32) -> [TerminalInput] {
        pthread_kill(pthread_self(), number)
        return terminal.readInputs().map(\.input)
    }

    /// Expects that the screen shows a grid: its text, and in each cell the look of its role.
    func expect(_ grid: CellGrid, _ location: SourceLocation = #_sourceLocation) {
        #expect(screen.text == grid.plainText(), sourceLocation: location)
        #expect(wrongLooks(grid).isEmpty, sourceLocation: location)
    }

    /// The cells that do not have the look of their role.
    private func wrongLooks(_ grid: CellGrid) -> [Point] {
        let styles = StyleRole.allCases.map { theme.style($0).adapted(to: terminal.colorDepth) }
        return (0..<grid.size.rows * grid.size.columns)
            .map { Point($0 % grid.size.columns, $0 / grid.size.columns) }
            .filter { point in
                let shown = screen.rows[point.row][point.column]
                let style = styles[Int(grid.role(column: point.column, row: point.row).rawValue)]
                let isSecondHalf = grid.content(column: point.column, row: point.row) == .continuation
                return !isSecondHalf && !shown.look.matches(style, isBlank: shown.text == " ")
            }
    }

    private func takeOutput() {
        lastFrame = line.output()
        screen.take(lastFrame)
    }
}

extension ShownScreen.Look {
    /// Whether this look is a style's; on a space only its ground and underline can be seen.
    fileprivate func matches(_ style: Style, isBlank: Bool) -> Bool {
        let isSameGround =
            background == style.background && isUnderlined == style.isUnderlined && isReversed == style.isReversed
        return isSameGround && (isBlank || (foreground == style.foreground && isBold == style.isBold))
    }
}
