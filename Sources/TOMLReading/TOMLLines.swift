/// The line on which each value of a TOML document stands, which the TOML library does not tell.
///
/// It reads documents that the TOML library has already accepted, so it looks for structure and judges nothing.
public struct TOMLLines {
    private var lines: [TOMLPath: Int] = [.root: 1]
    private var elementCounts: [TOMLPath: Int] = [:]
    private var bytes: [UInt8]
    private var position = 0
    private var line = 1

    /// Reads where everything in a document stands.
    public init(_ text: String) {
        bytes = Array(text.utf8)
        readDocument()
        bytes = []
    }

    /// The line of a value, from 1; of what holds it where the value itself is not there.
    public func line(of path: TOMLPath) -> Int {
        if let line = lines[path] { return line }
        return path.holder.map { line(of: $0) } ?? 1
    }

    private mutating func readDocument() {
        var table = TOMLPath.root
        while skipBlanks(), let byte = current {
            let start = position
            if byte == UInt8(ascii: "[") {
                table = readHeader()
            } else {
                readPair(in: table)
            }
            if position == start { advance() }
        }
    }

    /// `[a.b]` or `[[a.b]]`; gives the path of the table that it opens.
    private mutating func readHeader() -> TOMLPath {
        let start = line
        advance()
        let opensElement = current == UInt8(ascii: "[")
        if opensElement { advance() }
        let keys = readKeys()
        while let byte = current, byte == UInt8(ascii: "]") { advance() }
        var path = TOMLPath.root
        for key in keys.dropLast() { path = newestElement(of: path.key(key)) }
        guard let last = keys.last else { return path }
        path = path.key(last)
        if lines[path] == nil { lines[path] = start }
        if opensElement {
            elementCounts[path, default: 0] += 1
            path = newestElement(of: path)
        }
        lines[path] = start
        return path
    }

    /// A header names the newest element of an array by the array's own name.
    private func newestElement(of path: TOMLPath) -> TOMLPath {
        elementCounts[path].map { path.element($0 - 1) } ?? path
    }

    private mutating func readPair(in table: TOMLPath) {
        let start = line
        var path = table
        for key in readKeys() {
            path = path.key(key)
            if lines[path] == nil { lines[path] = start }
        }
        if current == UInt8(ascii: "=") { advance() }
        readValue(at: path)
    }

    /// Dotted keys, bare or quoted, up to what ends them.
    private mutating func readKeys() -> [String] {
        var keys: [String] = []
        while skipSpaces(), let byte = current {
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
                let start = position + 1
                skipString()
                keys.append(text(from: start, to: position - 1))
            } else if byte == UInt8(ascii: ".") {
                advance()
            } else if byte == UInt8(ascii: "=") || byte == UInt8(ascii: "]") || byte == UInt8(ascii: "\n") {
                return keys
            } else {
                let start = position
                skip(until: "=].\n \t\r")
                keys.append(text(from: start, to: position))
            }
        }
        return keys
    }

    private mutating func readValue(at path: TOMLPath) {
        skipSpaces()
        switch current {
        case UInt8(ascii: "\""), UInt8(ascii: "'"): skipString()
        case UInt8(ascii: "["): readArray(at: path)
        case UInt8(ascii: "{"): readInlineTable(at: path)
        default: skip(until: ",]}#\n")
        }
    }

    private mutating func readArray(at path: TOMLPath) {
        advance()
        var count = 0
        while skipBlanks(also: ","), let byte = current {
            guard byte != UInt8(ascii: "]") else { return advance() }
            let element = path.element(count)
            lines[element] = line
            readValue(at: element)
            count += 1
        }
    }

    private mutating func readInlineTable(at path: TOMLPath) {
        advance()
        while skipBlanks(also: ","), let byte = current {
            guard byte != UInt8(ascii: "}") else { return advance() }
            readPair(in: path)
        }
    }
}

/// Moving over the bytes, counting lines.
extension TOMLLines {
    private var current: UInt8? {
        position < bytes.count ? bytes[position] : nil
    }

    private mutating func advance() {
        if current == UInt8(ascii: "\n") { line += 1 }
        position += 1
    }

    /// Spaces and tabs; false at the end of the document.
    @discardableResult
    private mutating func skipSpaces() -> Bool {
        while let byte = current, byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") { advance() }
        return current != nil
    }

    /// White space, comments, line ends, a byte order mark; false at the end of the document.
    private mutating func skipBlanks(also more: String = "") -> Bool {
        let blanks = Array(" \t\r\n\u{FEFF}".utf8) + Array(more.utf8)
        while let byte = current {
            if byte == UInt8(ascii: "#") {
                skip(until: "\n")
            } else if blanks.contains(byte) {
                advance()
            } else {
                return true
            }
        }
        return false
    }

    private mutating func skip(until ends: String) {
        let ends = Array(ends.utf8)
        while let byte = current, !ends.contains(byte) { advance() }
    }

    /// A string of any of the four kinds, quotes included.
    private mutating func skipString() {
        guard let quote = current else { return }
        let isLong = starts(with: quote, times: 3)
        let closing = isLong ? 3 : 1
        for _ in 0..<closing { advance() }
        while let byte = current, !starts(with: quote, times: closing) {
            if byte == UInt8(ascii: "\\"), quote == UInt8(ascii: "\"") { advance() }
            advance()
        }
        for _ in 0..<closing { advance() }
        while isLong, current == quote { advance() }
    }

    private func starts(with byte: UInt8, times: Int) -> Bool {
        position + times <= bytes.count && bytes[position..<position + times].allSatisfy { $0 == byte }
    }

    private func text(from start: Int, to end: Int) -> String {
        String(decoding: bytes[min(start, bytes.count)..<min(max(start, end), bytes.count)], as: UTF8.self)
    }
}
