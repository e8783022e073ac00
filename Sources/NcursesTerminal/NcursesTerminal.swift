import CNcurses
import Glibc
import ScreenGrid

/// An input, and when it was read: nanoseconds of the clock that the terminal was opened with.
public struct TimedInput: Hashable, Sendable {
    public let input: TerminalInput
    public let time: Int64

    public init(input: TerminalInput, time: Int64) {
        self.input = input
        self.time = time
    }
}

/// What ended a wait.
public struct Wake: Hashable, Sendable {
    /// Keys or signals are waiting; `readInputs` gives them.
    public let hasInput: Bool
    /// Those of the other descriptors that can be read.
    public let readable: [Int32]
}

/// A terminal in full-screen mode, through ncurses: grids go out, keys and signals come in. One at a time, and only for
/// the main thread. Whatever happens, `close`, a crash or the end of the object puts the terminal back as it was.
public final class NcursesTerminal {
    /// The size of the terminal as last read.
    public private(set) var size = Size(columns: 80, rows: 24)
    /// How many colours the terminal has.
    public let colorDepth: ColorDepth

    private let input: Int32
    private let output: Int32
    private let now: () -> Int64
    private let modes: TerminalModes
    private let signals: SignalSource
    private let frame: FrameFile
    private let keyboard: UnsafeMutablePointer<FILE>
    private let screen: OpaquePointer
    private let window: UnsafeMutablePointer<WINDOW>
    private let capabilities: TerminalCapabilities
    private let errors: ErrorCapture?
    private var decoder: KeyDecoder
    private var received = [UInt8](repeating: 0, count: 4096)
    private var encoder: CellEncoder
    private var shown: CellGrid?
    private var isGone = false
    private var isClosed = false

    /// Opens the terminal in full-screen mode. `now` reads a steady clock in nanoseconds; `type` stands in for `TERM`.
    public init(
        theme: Theme, usesMouse: Bool = true, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO,
        type: String? = nil, now: @escaping () -> Int64
    ) throws(TerminalRefusal) {
        let type = try TerminalCapabilities.checkedType(type)
        guard isatty(output) == 1, let modes = TerminalModes(descriptor: input) else { throw .notATerminal }
        try TextLocale.choose()
        signals = try SignalSource()
        frame = try FrameFile()
        // A copy, since closing the stream closes its descriptor.
        guard let keyboard = fdopen(fcntl(input, F_DUPFD_CLOEXEC, 3), "r") else { throw .system("fdopen", errno) }
        guard let screen = newterm(type, frame.stream, keyboard) else {
            fclose(keyboard)
            throw .unknownTerminalType(type)
        }
        SignalSource.resetHandlers()
        guard let window = curses_standard_screen() else { throw .system("newterm", errno) }
        guard let capabilities = TerminalCapabilities(usesMouse: usesMouse) else {
            endwin()
            delscreen(screen)
            fclose(keyboard)
            throw .cannotPlaceCursor(type)
        }
        self.input = input
        self.output = output
        self.now = now
        self.modes = modes
        self.keyboard = keyboard
        self.screen = screen
        self.window = window
        self.capabilities = capabilities
        noecho()
        nonl()
        typeahead(-1)
        start_color()
        use_default_colors()
        colorDepth = ColorDepth(colors: Int(curses_colors()))
        encoder = CellEncoder(theme: theme, depth: colorDepth)
        decoder = KeyDecoder(KeySequences.ofTerminal())
        errors = ErrorCapture()
        enter()
    }

    deinit { close() }

    /// Blocks the signals that the terminal reads; to be called before the program starts any thread.
    public static func blockSignals() { SignalSource.block() }

    // MARK: - Out

    /// Shows a grid: only what changed since the last one, in one write. Does nothing when nothing changed.
    public func show(_ grid: CellGrid) {
        guard !isClosed else { return }
        let spans = shown.map(grid.changes(from:)) ?? grid.changes(from: CellGrid(size: Size(columns: 0, rows: 0)))
        guard !spans.isEmpty || shown?.cursor != grid.cursor else { return }
        for span in spans where span.row < size.rows { encoder.put(span, of: grid, into: window) }
        shown = grid
        showCursor(grid.cursor)
        wnoutrefresh(window)
        doupdate()
        flush()
    }

    /// Rings the terminal's bell.
    public func bell() {
        guard !isClosed else { return }
        beep()
        flush()
    }

    /// Draws with another theme from the next grid on.
    public func setTheme(_ theme: Theme) {
        encoder = CellEncoder(theme: theme, depth: colorDepth)
        redraw()
    }

    /// Paints every cell anew with the next grid, whatever the terminal shows now.
    public func redraw() {
        guard !isClosed else { return }
        var blank = encoder.blank
        wbkgrndset(window, &blank)
        werase(window)
        clearok(curses_physical_screen(), true)
        shown = nil
    }

    private func showCursor(_ cursor: Point?) {
        leaveok(window, cursor == nil)
        curs_set(cursor == nil ? 0 : 1)
        if let cursor { wmove(window, Int32(cursor.row), Int32(cursor.column)) }
    }

    private func flush() {
        if !frame.flush(to: output) { isGone = true }
    }

    // MARK: - In

    /// Sleeps until input or a signal comes, one of the other descriptors can be read, or the time (ms) is over; without
    /// a time it sleeps until one of them. An Escape that stays alone counts as input when that is certain.
    public func wait(milliseconds: Int? = nil, also descriptors: [Int32] = []) -> Wake {
        if isGone { return Wake(hasInput: true, readable: []) }
        var polled = ([input, signals.descriptor] + descriptors).map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        let settling = decoder.deadline.map { Int(max(0, $0 - now()) / 1_000_000 + 1) }
        let timeout = [milliseconds, settling].compactMap { $0 }.min().map { Int32(clamping: max(0, $0)) } ?? -1
        guard poll(&polled, nfds_t(polled.count), timeout) > 0 else {
            return Wake(hasInput: decoder.deadline.map { $0 <= now() } ?? false, readable: [])
        }
        if polled[0].revents & Int16(POLLHUP | POLLERR | POLLNVAL) != 0 { isGone = true }
        return Wake(
            hasInput: polled[0].revents != 0 || polled[1].revents != 0,
            readable: polled.dropFirst(2).filter { $0.revents != 0 }.map(\.fd))
    }

    /// All input that is waiting, signals first, without waiting for more.
    public func readInputs() -> [TimedInput] {
        guard !isClosed else { return [] }
        let time = now()
        var inputs = signals.read().flatMap(take(signal:))
        inputs += readKeys(at: time)
        if isGone { inputs.append(.quit(.hangup)) }
        return inputs.map { TimedInput(input: $0, time: time) }
    }

    private func readKeys(at time: Int64) -> [TerminalInput] {
        var inputs = decoder.advance(to: time)
        while true {
            let count = read(input, &received, received.count)
            guard count > 0 else { return inputs }
            inputs += decoder.receive(received[..<count], at: time)
        }
    }

    private func take(signal: Int32) -> [TerminalInput] {
        switch signal {
        case SIGTERM: return [.quit(.terminate)]
        case SIGINT: return [.quit(.interrupt)]
        case SIGHUP: return [.quit(.hangup)]
        case SIGTSTP: return [.suspend]
        case SIGCONT:
            leave()
            enter()
            return [.resize(size), .resumed]
        case SIGWINCH:
            let old = size
            fitSize()
            return size == old ? [] : [.resize(size)]
        default: return []
        }
    }

    // MARK: - Modes

    /// Gives the terminal back, stops the program's job as Ctrl-Z does, and takes the terminal again when it goes on.
    public func suspend() {
        guard !isClosed else { return }
        leave()
        SignalSource.stop()
        enter()
    }

    /// Leaves full-screen mode and puts the terminal back as it was; nothing is shown or read afterwards.
    public func close() {
        guard !isClosed else { return }
        isClosed = true
        leave()
        CrashRestore.disarm()
        delscreen(screen)
        fclose(keyboard)
        errors?.end()
    }

    private func enter() {
        modes.enterRaw()
        fitSize()
        redraw()
        capabilities.enable(frame)
        CrashRestore.arm(modes: modes, output: output, ending: capabilities.ending, errors: errors)
    }

    private func leave() {
        capabilities.disable(frame)
        endwin()
        flush()
        modes.restore()
    }

    private func fitSize() {
        var columns: Int32 = 0
        var rows: Int32 = 0
        guard terminal_size(output, &columns, &rows) == 0, columns > 0, rows > 0 else { return }
        let newSize = Size(columns: Int(columns), rows: Int(rows))
        guard newSize != size || shown == nil else { return }
        resize_term(rows, columns)
        size = newSize
        redraw()
    }
}
