/// A label in the printer language of band printers (ZPL II), as UTF-8.
///
/// Names are set in the font that the site names, which has Chinese signs; the printer draws the symbol itself from the
/// same text that the picture on the screen is made of.
public struct ZPL: Hashable, Sendable {
    public let text: String

    /// The character after which ZPL takes a command of the symbol's own, such as FNC1.
    private static let escape: Character = "_"

    /// - Parameters:
    ///   - font: such as `E:SIMSUN.TTF`, in the printer's memory.
    ///   - dotsPerMillimetre: 8, 12 or 24.
    /// - Throws: `LabelFault` when a line would be cut or the code can't be encoded.
    public init(_ label: Label, font: String, dotsPerMillimetre: Int) throws(LabelFault) {
        let matrix = try label.symbol()
        let layout = try LabelLayout(label, matrix, dotsPerMillimetre: dotsPerMillimetre)
        var commands = ["^XA", "^CI28", "^PW\(layout.width)", "^LL\(layout.height)", "^LH0,0"]
        if let symbol = layout.symbol, let code = label.code {
            commands.append(
                "^FO\(symbol.column),\(symbol.row)^BXN,\(symbol.module),200,,,,\(Self.escape)^FD"
                    + "\(try Self.symbolData(code))^FS")
        }
        for line in layout.lines {
            commands.append(
                "^FO\(line.column),\(line.row)^A@N,\(line.height),\(line.height),\(font)^FH^FD\(Self.field(line.text))^FS"
            )
        }
        text = (commands + ["^PQ1", "^XZ"]).joined(separator: "\n") + "\n"
    }

    /// A symbol's text, with FNC1 where the element string has its separators; what ZPL itself would take is refused.
    private static func symbolData(_ code: Label.Code) throws(LabelFault) -> String {
        let (text, isElementString) =
            switch code {
            case .elements(let string): (string.encoded, true)
            case .plain(let code): (code, false)
            }
        guard !text.contains(where: { "^~".contains($0) }) else { throw .notEncodable(text) }
        let escaped = text.replacing("_", with: "__").replacing("\u{1D}", with: "_1")
        return isElementString ? "_1" + escaped : escaped
    }

    /// A field's text: the signs that ZPL itself takes are written as their hexadecimal bytes.
    private static func field(_ text: String) -> String {
        text.reduce(into: "") { field, character in
            switch character {
            case "^": field += "_5E"
            case "~": field += "_7E"
            case "_": field += "_5F"
            default: field.append(character)
            }
        }
    }
}
