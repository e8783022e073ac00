import CNcurses
import Glibc

/// What the terminal can be asked for besides drawing: the mouse, and marks around pasted text.
struct TerminalCapabilities {
    /// The bytes that end full-screen mode from whatever state, for a crash.
    let ending: [UInt8]
    private let pasteOn: String?
    private let pasteOff: String?
    private let usesMouse: Bool

    /// Reports of buttons and the wheel, with places as numbers.
    private static let mouseOn = "\u{1B}[?1006;1000h"
    private static let mouseOff = "\u{1B}[?1006;1000l"

    /// Reads the capabilities of the current terminal; nil when it cannot even place its cursor.
    init?(usesMouse: Bool) {
        func capability(_ name: String) -> String? {
            curses_capability(name).map { TerminalCapabilities.withoutPadding(String(cString: $0)) }
        }
        guard capability("cup") != nil else { return nil }
        self.usesMouse = usesMouse && capability("kmous") != nil
        pasteOn = capability("BE")
        pasteOff = capability("BD")
        let mouseOff = self.usesMouse ? TerminalCapabilities.mouseOff : nil
        let parts = [
            pasteOff, mouseOff, capability("sgr0"), capability("op"), capability("rmcup"), capability("cnorm"),
        ]
        ending = Array(parts.compactMap { $0 }.joined().utf8)
    }

    /// The terminal type to open: the one given, or `TERM`; throws when there is none.
    static func checkedType(_ given: String?) throws(TerminalRefusal) -> String {
        guard let type = given ?? getenv("TERM").map({ String(cString: $0) }), !type.isEmpty else {
            throw .noTerminalType
        }
        return type
    }

    /// Switches on what there is.
    func enable(_ frame: FrameFile) {
        if usesMouse { frame.add(TerminalCapabilities.mouseOn) }
        if let pasteOn { frame.add(pasteOn) }
    }

    /// Switches it off again.
    func disable(_ frame: FrameFile) {
        if let pasteOff { frame.add(pasteOff) }
        if usesMouse { frame.add(TerminalCapabilities.mouseOff) }
    }

    /// A capability without the delays that old terminals need, such as `$<5>`.
    private static func withoutPadding(_ text: String) -> String {
        var plain = ""
        var rest = text[...]
        while let start = rest.firstIndex(of: "$") {
            let next = rest.index(after: start)
            guard next < rest.endIndex, rest[next] == "<", let end = rest[next...].firstIndex(of: ">") else { break }
            plain += rest[..<start]
            rest = rest[rest.index(after: end)...]
        }
        return plain + rest
    }
}
