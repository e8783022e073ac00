import CNcurses
import Glibc
import ScreenGrid

/// What is known about the terminal without opening it in full-screen mode.
public struct TerminalFacts: Hashable, Sendable {
    /// The terminal type (`TERM`); nil when it is not set.
    public let type: String?
    /// Whether the terminal database knows the type.
    public let isKnown: Bool
    /// How many colours the terminal has; 0 when the type is not known.
    public let colors: Int
    /// Whether programs may define the terminal's colours.
    public let canChangeColors: Bool
    /// The character set that the environment asks for, such as `UTF-8`.
    public let codeset: String
    /// Whether standard input and output are a terminal.
    public let isTerminal: Bool
    /// The size in cells; nil when there is none.
    public let size: Size?

    /// Reads the facts; not while a terminal is open in full-screen mode.
    public static func read(
        input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, type: String? = nil
    ) -> TerminalFacts {
        let type = try? TerminalCapabilities.checkedType(type)
        var error: Int32 = 0
        let isKnown = type.map { setupterm($0, output, &error) == OK } ?? false
        var columns: Int32 = 0
        var rows: Int32 = 0
        let hasSize = terminal_size(output, &columns, &rows) == 0 && columns > 0 && rows > 0
        return TerminalFacts(
            type: type, isKnown: isKnown, colors: isKnown ? Int(max(0, tigetnum("colors"))) : 0,
            canChangeColors: isKnown && tigetflag("ccc") == 1, codeset: TextLocale.fromEnvironment(),
            isTerminal: isatty(input) == 1 && isatty(output) == 1,
            size: hasSize ? Size(columns: Int(columns), rows: Int(rows)) : nil)
    }
}

/// Asks the terminal itself how wide it draws a text. Terminals set for Chinese may draw characters of ambiguous width,
/// such as `·`, in two columns.
public enum WidthProbe {
    /// The columns that the terminal moves for `text`, written into the current line and wiped off again; nil when it is
    /// no terminal, or does not answer within the time (ms).
    public static func columns(
        of text: String, input: Int32 = STDIN_FILENO, output: Int32 = STDOUT_FILENO, milliseconds: Int32 = 500
    ) -> Int? {
        guard isatty(output) == 1, let modes = TerminalModes(descriptor: input) else { return nil }
        modes.enterRaw()
        defer { modes.restore() }
        send("\r\(text)\u{1B}[6n", to: output)
        let column = cursorColumn(from: input, milliseconds: milliseconds)
        send("\r\u{1B}[K", to: output)
        return column.map { $0 - 1 }
    }

    private static func send(_ text: String, to output: Int32) {
        Array(text.utf8).withUnsafeBytes { _ = writeAll($0, to: output) }
    }

    /// The column of a cursor position report, `ESC [ row ; column R`, from 1; what else comes is passed over.
    private static func cursorColumn(from input: Int32, milliseconds: Int32) -> Int? {
        var report: [UInt8] = []
        var byte: UInt8 = 0
        var polled = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
        while poll(&polled, 1, milliseconds) > 0, read(input, &byte, 1) == 1 {
            if byte == 0x1B { report = [] }
            if byte == UInt8(ascii: "R"), let separator = report.lastIndex(of: UInt8(ascii: ";")) {
                return Int(String(decoding: report[(separator + 1)...], as: UTF8.self))
            }
            report.append(byte)
        }
        return nil
    }
}
