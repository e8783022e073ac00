import CNcurses
import Glibc

/// The character set of the terminal, as the locale tells it.
enum TextLocale {
    /// Takes the character set from the environment, and `C.UTF-8` where that is not UTF-8; throws when there is
    /// neither. Only the character set: numbers must go on being read and written with a point.
    static func choose() throws(TerminalRefusal) {
        let codeset = fromEnvironment()
        if codeset == "UTF-8" { return }
        setlocale(LC_CTYPE, "C.UTF-8")
        guard current == "UTF-8" else { throw .noUTF8(codeset) }
    }

    /// The character set that the environment asks for.
    static func fromEnvironment() -> String {
        setlocale(LC_CTYPE, "")
        return current
    }

    private static var current: String { String(cString: locale_codeset()) }
}
