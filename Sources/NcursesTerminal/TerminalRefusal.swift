/// Why a terminal cannot be used for a full screen.
public enum TerminalRefusal: Error, Hashable, Sendable {
    /// Standard input or standard output is a file or a pipe.
    case notATerminal
    /// `TERM` is not set.
    case noTerminalType
    /// The terminal database does not know this `TERM`.
    case unknownTerminalType(String)
    /// This kind of terminal cannot place its cursor.
    case cannotPlaceCursor(String)
    /// Neither the locale nor `C.UTF-8` gives UTF-8; the locale's code set is named.
    case noUTF8(String)
    /// The system refused a call that the screen needs; its name and `errno`.
    case system(String, Int32)
}

extension TerminalRefusal: CustomStringConvertible {
    /// What is missing, in English.
    public var description: String {
        switch self {
        case .notATerminal: "standard input and output must be a terminal"
        case .noTerminalType: "TERM is not set"
        case .unknownTerminalType(let name): "the terminal type '\(name)' is not known here (TERM)"
        case .cannotPlaceCursor(let name): "a terminal of type '\(name)' cannot show a full screen"
        case .noUTF8(let codeset): "the locale's character set is \(codeset), not UTF-8"
        case .system(let call, let number): "\(call) failed with error \(number)"
        }
    }
}
