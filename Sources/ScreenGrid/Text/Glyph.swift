/// What one terminal cell, or a wide pair of cells, can hold: one spacing character and up to four marks.
struct Glyph {
    /// Most marks on one spacing character: `cchar_t` of ncurses has room for five code points.
    static let maximumMarks = 4

    /// Carries marks that have no spacing character of their own, or that are too many for one.
    static let markCarrier: Unicode.Scalar = "\u{25CC}"

    let base: Unicode.Scalar
    let width: Int
    /// The bytes after the base up to the next glyph, its marks among them; empty for almost every glyph.
    let tail: Range<Int>
}

/// Breaks text into glyphs; control and format characters make none. It reads the bytes of a Swift string, which are
/// always valid UTF-8, since this runs for every character of every frame.
struct GlyphReader {
    private let bytes: UnsafeBufferPointer<UInt8>
    /// Where the next glyph begins, in bytes.
    private(set) var position = 0

    init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    mutating func next() -> Glyph? {
        while position < bytes.count {
            if isPlain(position), position + 1 == bytes.count || isPlain(position + 1) {
                position += 1
                return Glyph(base: Unicode.Scalar(bytes[position - 1]), width: 1, tail: position..<position)
            }
            let (scalar, length) = scalar(at: position)
            let width = DisplayWidth.width(of: scalar)
            if width > 0 {
                position += length
                return Glyph(base: scalar, width: width, tail: takeTail())
            }
            if DisplayWidth.isMark(scalar) { return Glyph(base: Glyph.markCarrier, width: 1, tail: takeTail()) }
            position += length
        }
        return nil
    }

    /// The whole glyph as text.
    func text(of glyph: Glyph) -> String {
        var text = String.UnicodeScalarView([glyph.base])
        let tail = String(decoding: bytes[glyph.tail], as: UTF8.self)
        text.append(contentsOf: tail.unicodeScalars.lazy.filter(DisplayWidth.isMark))
        return String(text)
    }

    /// Takes what stands on the glyph before: up to four marks, and what is not drawn at all.
    private mutating func takeTail() -> Range<Int> {
        let start = position
        var marks = 0
        // Nothing below U+0300, which begins with the byte CC, is a mark.
        while position < bytes.count, bytes[position] >= 0xCC {
            let (scalar, length) = scalar(at: position)
            guard DisplayWidth.isZero(scalar) else { break }
            if DisplayWidth.isMark(scalar) {
                if marks == Glyph.maximumMarks { break }
                marks += 1
            }
            position += length
        }
        return start..<position
    }

    /// Whether a byte is a printable character of ASCII.
    private func isPlain(_ index: Int) -> Bool { bytes[index] >= 0x20 && bytes[index] < 0x7F }

    private func scalar(at index: Int) -> (Unicode.Scalar, length: Int) {
        let first = UInt32(bytes[index])
        if first < 0x80 { return (Unicode.Scalar(UInt8(first)), 1) }
        func next(_ offset: Int) -> UInt32 { UInt32(bytes[index + offset] & 0x3F) }
        if first < 0xE0 { return (Unicode.Scalar((first & 0x1F) << 6 | next(1)) ?? "\u{FFFD}", 2) }
        if first < 0xF0 {
            return (Unicode.Scalar((first & 0x0F) << 12 | next(1) << 6 | next(2)) ?? "\u{FFFD}", 3)
        }
        return (Unicode.Scalar((first & 0x07) << 18 | next(1) << 12 | next(2) << 6 | next(3)) ?? "\u{FFFD}", 4)
    }
}

extension StringProtocol {
    /// Reads this text's glyphs.
    func withGlyphs<Result>(_ body: (inout GlyphReader) -> Result) -> Result {
        func read(_ bytes: UnsafeBufferPointer<UInt8>) -> Result {
            var reader = GlyphReader(bytes)
            return body(&reader)
        }
        if let result = utf8.withContiguousStorageIfAvailable(read) { return result }
        var copy = String(self)
        return copy.withUTF8(read)
    }
}
