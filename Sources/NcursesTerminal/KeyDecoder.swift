import ScreenGrid

/// Turns the bytes that a terminal sends into keys, pastes and mouse events.
///
/// A pure value that never waits: what may still become a longer sequence stays pending, and `advance` settles it once
/// nothing more has come for a while. (ncurses' own reader waits for the rest of an escape or mouse sequence, and all
/// clocks with it.) Times are nanoseconds of one steady clock.
struct KeyDecoder {
    /// How long an Escape may be the beginning of a key's sequence.
    static let patience: Int64 = 50_000_000
    /// How long a paste may pause before it counts as ended, so that a lost end can't swallow keys for ever.
    static let pastePatience: Int64 = 1_000_000_000
    /// A longer paste is passed on in parts of this many bytes.
    static let longestPaste = 1 << 16

    private let sequences: KeySequences
    private var pending: [UInt8] = []
    private var isPasting = false
    private var lastTime: Int64 = 0

    private static let pasteBegin = Array("\u{1B}[200~".utf8)
    private static let pasteEnd = Array("\u{1B}[201~".utf8)
    private static let escape: UInt8 = 0x1B

    init(_ sequences: KeySequences) { self.sequences = sequences }

    /// The time from which `advance` has something to do; nil while nothing is pending.
    var deadline: Int64? {
        if isPasting { return lastTime + KeyDecoder.pastePatience }
        return pending.isEmpty ? nil : lastTime + KeyDecoder.patience
    }

    /// Takes bytes that were read at `time`.
    mutating func receive(_ bytes: some Sequence<UInt8>, at time: Int64) -> [TerminalInput] {
        var inputs = advance(to: time)
        let before = pending.count
        pending += bytes
        if pending.count > before { lastTime = time }
        while let input = next() { inputs += input }
        return inputs
    }

    /// Settles what is pending when nothing more has come in time.
    mutating func advance(to time: Int64) -> [TerminalInput] {
        guard let deadline, time >= deadline else { return [] }
        defer {
            pending = []
            isPasting = false
        }
        if isPasting { return pasted(pending[...]) }
        // An unfinished sequence or character is dropped: its bytes must never act as keys.
        return pending == [KeyDecoder.escape] ? [.key(.escape)] : []
    }

    /// Takes the first whole thing off the pending bytes; nil while there is none.
    private mutating func next() -> [TerminalInput]? {
        guard let first = pending.first else { return nil }
        if isPasting { return takePaste() }
        if first == KeyDecoder.escape { return takeEscape() }
        return first < 0x80 ? take(1, [.key(Key(ascii: first))]) : takeCharacter()
    }

    private mutating func take(_ count: Int, _ inputs: [TerminalInput]) -> [TerminalInput] {
        pending.removeFirst(count)
        return inputs
    }

    /// Takes an escape sequence; one that is not known is dropped whole.
    private mutating func takeEscape() -> [TerminalInput]? {
        if sequences.isBeginning(pending[...]) { return nil }
        if let (key, length) = sequences.key(at: pending[...]) { return take(length, [.key(key)]) }
        switch pending[1] {
        case UInt8(ascii: "["): return takeControlSequence()
        case UInt8(ascii: "O"): return pending.count > 2 ? take(3, []) : nil
        default: return take(1, [.key(.escape)])
        }
    }

    private mutating func takeControlSequence() -> [TerminalInput]? {
        guard let end = pending.dropFirst(2).firstIndex(where: { !(0x20...0x3F).contains($0) }) else { return nil }
        let sequence = pending[...end]
        if sequence.elementsEqual(KeyDecoder.pasteBegin) {
            isPasting = true
            return take(sequence.count, [])
        }
        if sequence.count == 3, sequence[end] == UInt8(ascii: "M") {
            // The old form of mouse events: three more bytes.
            return pending.count < 6 ? nil : take(6, [])
        }
        return take(sequence.count, MouseEvent(report: sequence).map { [.mouse($0)] } ?? [])
    }

    /// Takes a character of several bytes; bytes that are not UTF-8 are dropped.
    private mutating func takeCharacter() -> [TerminalInput]? {
        let length = pending[0] >= 0xF0 ? 4 : pending[0] >= 0xE0 ? 3 : 2
        let isWhole = pending.count >= length
        guard isWhole || pending.dropFirst().contains(where: { $0 & 0xC0 != 0x80 }) else { return nil }
        guard isWhole, let text = String(validating: pending[..<length], as: UTF8.self), let character = text.first
        else { return take(1, []) }
        return take(length, [.key(.character(character))])
    }

    private mutating func takePaste() -> [TerminalInput]? {
        if let end = pending.firstRange(of: KeyDecoder.pasteEnd) {
            isPasting = false
            let inputs = pasted(pending[..<end.lowerBound])
            return take(end.upperBound, inputs)
        }
        guard pending.count > KeyDecoder.longestPaste else { return nil }
        // Not in the middle of a character or of the end mark.
        let limit = pending.count - KeyDecoder.pasteEnd.count
        let boundary = pending[..<limit].lastIndex { $0 & 0xC0 != 0x80 } ?? 0
        let part = boundary > 0 ? boundary : limit
        return take(part, pasted(pending[..<part]))
    }

    private func pasted(_ bytes: ArraySlice<UInt8>) -> [TerminalInput] {
        if bytes.isEmpty { return [] }
        let text = String(decoding: bytes, as: UTF8.self)
        return [.paste(text.split(separator: "\r", omittingEmptySubsequences: false).joined(separator: "\n"))]
    }
}

extension Key {
    /// The key that sends a byte of ASCII.
    init(ascii byte: UInt8) {
        switch byte {
        case 0x0D: self = .enter
        case 0x09: self = .tab
        case 0x1B: self = .escape
        case 0x08, 0x7F: self = .backspace
        case 0x00: self = .control(" ")
        case 0x01...0x1A: self = .control(Character(Unicode.Scalar(byte + 0x60)))
        case 0x1C...0x1F: self = .control(Character(Unicode.Scalar(byte + 0x40)))
        default: self = .character(Character(Unicode.Scalar(byte)))
        }
    }
}

extension MouseEvent {
    /// The event of a mouse report such as `ESC [ < 0 ; 5 ; 3 M`; nil for anything else, and for what is not used.
    init?(report: ArraySlice<UInt8>) {
        guard report.dropFirst(2).first == UInt8(ascii: "<"), report.last == UInt8(ascii: "M") else { return nil }
        let numbers = report.dropFirst(3).dropLast().split(separator: UInt8(ascii: ";")).map {
            UInt16(String(decoding: $0, as: UTF8.self)).map(Int.init) ?? 0
        }
        guard numbers.count == 3, numbers[1] > 0, numbers[2] > 0 else { return nil }
        let point = Point(numbers[1] - 1, numbers[2] - 1)
        switch numbers[0] {
        case 0: self.init(.press, at: point)
        case 64: self.init(.scrollUp, at: point)
        case 65: self.init(.scrollDown, at: point)
        default: return nil
        }
    }
}
