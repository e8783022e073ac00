import CNcurses
import Glibc
import ScreenGrid

/// Reads keys, pastes and the mouse through ncurses, all that is waiting and without waiting for more.
struct KeyReader {
    /// Keys are read from a pad: ncurses repaints a window before it reads from it.
    private let pad: UnsafeMutablePointer<WINDOW>
    /// The text of a paste that has begun and not ended.
    private var paste: Paste?

    private struct Paste {
        var text = String.UnicodeScalarView()
        var lastTime: Int64
    }

    /// Key codes for the ends of a bracketed paste, beyond all that ncurses gives out itself.
    private static let pasteBegin: Int32 = 0x4001
    private static let pasteEnd: Int32 = 0x4002
    private static let longestPaste = 1 << 16
    /// A paste whose end does not come within this time (ns) is over, so that it can't swallow keys for ever.
    private static let pastePatience: Int64 = 1_000_000_000

    /// Throws when ncurses has no memory for the pad.
    init() throws(TerminalRefusal) {
        guard let pad = newpad(1, 1) else { throw .system("newpad", errno) }
        self.pad = pad
        keypad(pad, true)
        nodelay(pad, true)
        define_key("\u{1B}[200~", KeyReader.pasteBegin)
        define_key("\u{1B}[201~", KeyReader.pasteEnd)
    }

    func close() { delwin(pad) }

    /// All input that is waiting.
    mutating func read(at time: Int64) -> [TerminalInput] {
        var inputs: [TerminalInput] = []
        if let paste, time - paste.lastTime > KeyReader.pastePatience { endPaste(into: &inputs) }
        while let event = next() {
            if paste == nil {
                take(event, at: time, into: &inputs)
            } else {
                takeInPaste(event, at: time, into: &inputs)
            }
        }
        return inputs
    }

    private enum Event {
        case scalar(Unicode.Scalar)
        case code(Int32)
    }

    private func next() -> Event? {
        var value = wint_t()
        switch wget_wch(pad, &value) {
        case KEY_CODE_YES: return .code(Int32(bitPattern: value))
        case OK: return .scalar(Unicode.Scalar(value) ?? "\u{FFFD}")
        default: return nil
        }
    }

    private mutating func take(_ event: Event, at time: Int64, into inputs: inout [TerminalInput]) {
        switch event {
        case .scalar("\u{1B}"):
            takeEscape(at: time, into: &inputs)
        case .scalar(let scalar):
            inputs.append(.key(Key(typed: scalar)))
        case .code(KeyReader.pasteBegin):
            paste = Paste(lastTime: time)
        case .code(KEY_MOUSE):
            if let event = mouseEvent() { inputs.append(.mouse(event)) }
        case .code(let code):
            if let key = Key(code: code) { inputs.append(.key(key)) }
        }
    }

    /// Takes the Escape key, or drops an escape sequence that the terminal database does not know: its characters must
    /// never act as keys.
    private mutating func takeEscape(at time: Int64, into inputs: inout [TerminalInput]) {
        switch next() {
        case .scalar("["):
            while case .scalar(let scalar)? = next(), (0x20...0x3F).contains(scalar.value) {}
        case .scalar("O"):
            if case .code(let code)? = next() { take(.code(code), at: time, into: &inputs) }
        case let event:
            inputs.append(.key(.escape))
            if let event { take(event, at: time, into: &inputs) }
        }
    }

    private mutating func takeInPaste(_ event: Event, at time: Int64, into inputs: inout [TerminalInput]) {
        paste?.lastTime = time
        switch event {
        case .code(KeyReader.pasteEnd): endPaste(into: &inputs)
        case .scalar("\r"): paste?.text.append("\n")
        case .scalar(let scalar): paste?.text.append(scalar)
        case .code: break
        }
        if let paste, paste.text.count >= KeyReader.longestPaste {
            inputs.append(.paste(String(paste.text)))
            self.paste?.text = String.UnicodeScalarView()
        }
    }

    private mutating func endPaste(into inputs: inout [TerminalInput]) {
        if let paste, !paste.text.isEmpty { inputs.append(.paste(String(paste.text))) }
        paste = nil
    }

    private func mouseEvent() -> MouseEvent? {
        var event = MEVENT()
        guard getmouse(&event) == OK else { return nil }
        let point = Point(Int(event.x), Int(event.y))
        if event.bstate & curses_left_pressed != 0 { return MouseEvent(.press, at: point) }
        if event.bstate & curses_left_released != 0 { return MouseEvent(.release, at: point) }
        if event.bstate & curses_scrolled_up != 0 { return MouseEvent(.scrollUp, at: point) }
        if event.bstate & curses_scrolled_down != 0 { return MouseEvent(.scrollDown, at: point) }
        return nil
    }
}

extension Key {
    /// The key that sends a character.
    init(typed scalar: Unicode.Scalar) {
        switch scalar.value {
        case 0x0D: self = .enter
        case 0x09: self = .tab
        case 0x1B: self = .escape
        case 0x08, 0x7F: self = .backspace
        case 0x00: self = .control(" ")
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(UInt8(scalar.value) + 0x40)))
        default: self = .character(Character(scalar))
        }
    }

    /// The key that ncurses knows by a code; nil for one that the program has no use for.
    init?(code: Int32) {
        switch code {
        case KEY_UP: self = .up
        case KEY_DOWN: self = .down
        case KEY_LEFT: self = .left
        case KEY_RIGHT: self = .right
        case KEY_PPAGE: self = .pageUp
        case KEY_NPAGE: self = .pageDown
        case KEY_HOME, KEY_A1: self = .home
        case KEY_END, KEY_C1: self = .end
        case KEY_BTAB: self = .backTab
        case KEY_BACKSPACE: self = .backspace
        case KEY_DC: self = .delete
        case KEY_IC: self = .insert
        case KEY_ENTER: self = .enter
        case KEY_F0 + 1...KEY_F0 + 63: self = .function(Int(code - KEY_F0))
        default: return nil
        }
    }
}
