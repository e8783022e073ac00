/// What one terminal cell can hold: one spacing character and up to four marks.
struct Glyph {
    /// Most marks on one spacing character: `cchar_t` of ncurses has room for five code points.
    static let maximumMarks = 4

    /// Carries marks that have no spacing character of their own, or that are too many for one.
    static let markCarrier: Unicode.Scalar = "\u{25CC}"

    private(set) var scalars: String.UnicodeScalarView
    private(set) var width: Int

    private init(_ base: Unicode.Scalar, width: Int) {
        scalars = String.UnicodeScalarView([base])
        self.width = width
    }

    /// Breaks a character into cells' worth of glyphs. Control and format characters make none.
    static func forEach(in character: Character, _ body: (Glyph) -> Void) {
        var glyph: Glyph?
        for scalar in character.unicodeScalars {
            let width = DisplayWidth.width(of: scalar)
            if width > 0 {
                glyph.map(body)
                glyph = Glyph(scalar, width: width)
            } else if isMark(scalar) {
                if let full = glyph, full.scalars.count > maximumMarks {
                    body(full)
                    glyph = nil
                }
                if glyph == nil { glyph = Glyph(markCarrier, width: 1) }
                glyph?.scalars.append(scalar)
            }
        }
        glyph.map(body)
    }

    /// Whether a code point without width is drawn at all: marks and Hangul vowels and finals are, but variation
    /// selectors (terminals disagree on their width), controls and format characters are not.
    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .nonspacingMark, .enclosingMark: !scalar.properties.isVariationSelector
        case .otherLetter: true
        default: false
        }
    }
}
