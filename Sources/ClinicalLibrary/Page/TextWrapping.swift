import WardDomain

/// Plain text in columns, where Chinese characters and full-width signs take two cells.
extension String {
    /// How many cells the text takes: two for everything from Hangul Jamo on, as in the library's own texts.
    var cells: Int {
        unicodeScalars.reduce(0) { $0 + ($1.value < 0x1100 ? 1 : 2) }
    }

    func padded(to width: Int) -> String {
        self + String(repeating: " ", count: Swift.max(0, width - cells))
    }

    func leftPadded(to width: Int) -> String {
        String(repeating: " ", count: Swift.max(0, width - cells)) + self
    }

    /// The text in lines of at most `width` cells, the first after a lead, the others indented by as much; only a word
    /// that is wider than a line is longer.
    func wrapped(to width: Int, after lead: String = "") -> [String] {
        let indent = String(repeating: " ", count: lead.cells)
        var lines: [String] = []
        var line = lead
        var hasText = false
        for unit in unbreakableUnits {
            let bare = unit.last == " " ? String(unit.dropLast()) : unit
            if hasText, line.cells + bare.cells > width {
                lines.append(line)
                line = indent
            }
            line += unit
            hasText = true
        }
        return (lines + [line]).map(\.withoutTrailingSpaces)
    }

    /// Words with the space after them, and wide characters one by one with the closing signs after them.
    private var unbreakableUnits: [String] {
        var units: [String] = []
        var mayBreak = true
        for character in self {
            let isWide = String(character).cells > 1
            let opens = "（「".contains(character)
            let closes = "，。；：、？）」".contains(character)
            if units.isEmpty || (mayBreak && !closes) {
                units.append(String(character))
            } else {
                units[units.count - 1].append(character)
            }
            mayBreak = character == " " || (isWide && !opens)
        }
        return units
    }
}
