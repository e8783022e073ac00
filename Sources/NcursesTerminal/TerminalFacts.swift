import CNcurses
import Glibc

/// What can be told of a terminal without opening it in full-screen mode.
public struct TerminalFacts: Hashable, Sendable {
    /// `TERM`; nil where it is not set.
    public let type: String?
    /// True when the terminal database knows the type.
    public let isKnown: Bool
    public let canPlaceCursor: Bool
    /// 0 for a terminal without colours.
    public let colors: Int
    /// The locale's character set, such as `UTF-8`.
    public let codeset: String
    /// Nil where standard output is no terminal, or one that does not tell its size.
    public let columns: Int?
    public let rows: Int?

    /// Asks the environment and the terminal database.
    public init() {
        let type = getenv("TERM").map { String(cString: $0) }
        self.type = type.flatMap { $0.isEmpty ? nil : $0 }
        var fault: Int32 = 0
        isKnown = self.type != nil && setupterm(self.type, STDOUT_FILENO, &fault) == 0
        canPlaceCursor = isKnown && curses_capability("cup") != nil
        colors = isKnown ? max(0, Int(tigetnum("colors"))) : 0
        codeset = TextLocale.fromEnvironment()
        var (columns, rows): (Int32, Int32) = (0, 0)
        let hasSize = isatty(STDOUT_FILENO) == 1 && terminal_size(STDOUT_FILENO, &columns, &rows) == 0 && columns > 0
        self.columns = hasSize ? Int(columns) : nil
        self.rows = hasSize ? Int(rows) : nil
    }
}
