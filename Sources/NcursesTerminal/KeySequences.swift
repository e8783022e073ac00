import CNcurses
import ScreenGrid

/// The byte sequences that stand for keys: those of the terminal database, and those that terminals commonly send
/// whatever the database says.
struct KeySequences {
    private var keys: [[UInt8]: Key] = [:]
    private var beginnings: Set<[UInt8]> = []
    private var longest = 0

    /// The sequences that hold for every terminal; `terminal` adds the database's own.
    init() {
        for (text, key) in KeySequences.common { add(text, key) }
    }

    /// The sequences of the terminal that is open now.
    static func ofTerminal() -> KeySequences {
        var sequences = KeySequences()
        for (name, key) in capabilities {
            if let text = curses_capability(name) { sequences.add(String(cString: text), key) }
        }
        return sequences
    }

    /// The key at the start of some bytes and how many bytes it takes: the longest that fits.
    func key(at bytes: ArraySlice<UInt8>) -> (key: Key, length: Int)? {
        var found: (key: Key, length: Int)?
        var beginning: [UInt8] = []
        for byte in bytes {
            beginning.append(byte)
            if let key = keys[beginning] { found = (key, beginning.count) }
            if !beginnings.contains(beginning) { break }
        }
        return found
    }

    /// Whether some bytes are the beginning of a longer sequence.
    func isBeginning(_ bytes: ArraySlice<UInt8>) -> Bool {
        bytes.count < longest && beginnings.contains(Array(bytes))
    }

    private mutating func add(_ text: String, _ key: Key) {
        let bytes = Array(text.utf8)
        // What does not begin with Escape is a character or a control key.
        guard bytes.count > 1, bytes[0] == 0x1B else { return }
        keys[bytes] = key
        longest = max(longest, bytes.count)
        for length in 1..<bytes.count { beginnings.insert(Array(bytes[..<length])) }
    }

    private static let capabilities: [(String, Key)] =
        [
            ("kcuu1", .up), ("kcud1", .down), ("kcub1", .left), ("kcuf1", .right), ("khome", .home), ("kend", .end),
            ("kpp", .pageUp), ("knp", .pageDown), ("kich1", .insert), ("kdch1", .delete), ("kcbt", .backTab),
            ("kent", .enter), ("kbs", .backspace),
        ] + (1...12).map { ("kf\($0)", .function($0)) }

    private static let common: [(String, Key)] = [
        ("\u{1B}[A", .up), ("\u{1B}[B", .down), ("\u{1B}[C", .right), ("\u{1B}[D", .left), ("\u{1B}[H", .home),
        ("\u{1B}[F", .end), ("\u{1B}OA", .up), ("\u{1B}OB", .down), ("\u{1B}OC", .right), ("\u{1B}OD", .left),
        ("\u{1B}OH", .home), ("\u{1B}OF", .end), ("\u{1B}[1~", .home), ("\u{1B}[4~", .end), ("\u{1B}[7~", .home),
        ("\u{1B}[8~", .end), ("\u{1B}[2~", .insert), ("\u{1B}[3~", .delete), ("\u{1B}[5~", .pageUp),
        ("\u{1B}[6~", .pageDown), ("\u{1B}[Z", .backTab), ("\u{1B}OM", .enter), ("\u{1B}OP", .function(1)),
        ("\u{1B}OQ", .function(2)), ("\u{1B}OR", .function(3)), ("\u{1B}OS", .function(4)),
        ("\u{1B}[11~", .function(1)), ("\u{1B}[12~", .function(2)), ("\u{1B}[13~", .function(3)),
        ("\u{1B}[14~", .function(4)), ("\u{1B}[15~", .function(5)), ("\u{1B}[17~", .function(6)),
        ("\u{1B}[18~", .function(7)), ("\u{1B}[19~", .function(8)), ("\u{1B}[20~", .function(9)),
        ("\u{1B}[21~", .function(10)), ("\u{1B}[23~", .function(11)), ("\u{1B}[24~", .function(12)),
    ]
}
