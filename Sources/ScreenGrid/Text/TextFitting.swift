/// Where text stands in a space wider than itself.
public enum TextAlignment: Sendable, Hashable {
    case leading, centre, trailing
}

extension String {
    /// The longest beginning of this text that fits into `columns`; a wide character is never split.
    public func clipped(to columns: Int) -> String {
        if isPrintableASCII { return utf8.count <= columns ? self : String(prefix(max(0, columns))) }
        let end = withGlyphs { glyphs in
            var used = 0
            var end = 0
            while let glyph = glyphs.next() {
                used += glyph.width
                if used > columns { break }
                end = glyphs.position
            }
            return end
        }
        return String(self[..<utf8.index(startIndex, offsetBy: end)])
    }

    /// This text clipped and then filled with spaces to exactly `columns`.
    public func padded(to columns: Int, _ alignment: TextAlignment = .leading) -> String {
        let text = clipped(to: columns)
        let spare = max(0, columns - text.displayWidth)
        if spare == 0 { return text }
        let before =
            switch alignment {
            case .leading: 0
            case .centre: spare / 2
            case .trailing: spare
            }
        return String(repeating: " ", count: before) + text + String(repeating: " ", count: spare - before)
    }

    /// This text broken into lines of at most `columns` (1 or more): at spaces where there are any, before and after
    /// any wide character, inside a word only when the word alone is longer than a line, and at every line break. No
    /// line begins with a sign that closes what stands before it, or ends with one that opens what follows, where a line
    /// has room for both. Nothing but spaces at a break is dropped; text without anything in it is one empty line.
    public func wrapped(to columns: Int) -> [String] {
        if displayWidth <= columns, !utf8.contains(0x0A) { return [self] }
        return split(separator: "\n", omittingEmptySubsequences: false)
            .flatMap { LineBreaker.lines(of: $0, columns: columns) }
    }
}

/// Fills lines word by word.
private struct LineBreaker {
    let columns: Int
    var lines: [String] = []
    var line = ""
    var lineWidth = 0

    static func lines(of text: Substring, columns: Int) -> [String] {
        var breaker = LineBreaker(columns: max(1, columns))
        var rest = text
        while !rest.isEmpty {
            let spaces = rest.prefix { $0 == " " }
            rest = rest[spaces.endIndex...]
            let piece = rest[..<endOfPiece(rest)]
            breaker.add(piece, after: spaces)
            rest = rest[piece.endIndex...]
        }
        breaker.lines.append(breaker.line)
        return breaker.lines
    }

    /// Whether a sign belongs to what stands before it.
    private static func isClosing(_ character: Character) -> Bool {
        switch character.unicodeScalars.first {
        case "。", "，", "、", "；", "：", "？", "！", "）", "」", "』", "】", "》", "〉", "％": true
        case ".", ",", ";", ":", "?", "!", ")", "]", "%": true
        default: false
        }
    }

    /// Whether a sign belongs to what follows.
    private static func isOpening(_ character: Character) -> Bool {
        switch character.unicodeScalars.first {
        case "（", "「", "『", "【", "《", "〈", "(", "[": true
        default: false
        }
    }

    /// Where the first unbreakable piece ends: one wide character, or a run of narrow ones up to a space, with the signs
    /// that belong to it.
    private static func endOfPiece(_ text: Substring) -> String.Index {
        let rest = text.drop(while: isOpening)
        guard let first = rest.first, first != " " else { return rest.startIndex }
        let body = isWide(first) ? rest.dropFirst() : rest.drop { $0 != " " && !isWide($0) }
        return body.drop(while: isClosing).startIndex
    }

    private static func isWide(_ character: Character) -> Bool {
        !character.isASCII && DisplayWidth.width(of: character) > 1
    }

    private mutating func add(_ word: Substring, after spaces: Substring) {
        let width = word.displayWidth
        if lineWidth + spaces.utf8.count + width <= columns {
            line += spaces
            line += word
            lineWidth += spaces.utf8.count + width
            return
        }
        if lineWidth > 0 { startLine() }
        for character in word {
            let width = DisplayWidth.width(of: character)
            if lineWidth + width > columns, lineWidth > 0 { startLine() }
            line.append(character)
            lineWidth += width
        }
    }

    private mutating func startLine() {
        lines.append(line)
        line = ""
        lineWidth = 0
    }
}
