/// A piece of line art in one cell: the arms that leave its middle. Crossing lines join by uniting their arms.
public struct LinePiece: OptionSet, Hashable, Sendable {
    public let rawValue: UInt8

    public init(rawValue: UInt8) { self.rawValue = rawValue }

    public static let up = LinePiece(rawValue: 1)
    public static let right = LinePiece(rawValue: 2)
    public static let down = LinePiece(rawValue: 4)
    public static let left = LinePiece(rawValue: 8)
    /// Drawn heavier, for what has the focus.
    public static let strong = LinePiece(rawValue: 16)

    public static let horizontal: LinePiece = [.left, .right]
    public static let vertical: LinePiece = [.up, .down]

    /// The character for this piece in a kind of line art.
    public func character(in art: LineArt) -> Unicode.Scalar {
        let arms = Int(rawValue & 15)
        let isStrong = contains(.strong)
        switch art {
        case .ascii: return isStrong ? LinePiece.asciiStrong[arms] : LinePiece.asciiLight[arms]
        case .box: return isStrong ? LinePiece.boxStrong[arms] : LinePiece.boxLight[arms]
        }
    }

    // In the order of the raw value: up 1, right 2, down 4, left 8.
    private static let asciiLight = Array(" |-+||++-+-+++++".unicodeScalars)
    private static let asciiStrong = Array(" |=+||++=+=+++++".unicodeScalars)
    private static let boxLight = Array(" ╵╶└╷│┌├╴┘─┴┐┤┬┼".unicodeScalars)
    private static let boxStrong = Array(" ╹╺┗╻┃┏┣╸┛━┻┓┫┳╋".unicodeScalars)
}

/// The characters that lines are drawn with. Box drawing looks better, but a terminal set for Chinese may draw it two
/// columns wide; ASCII is safe everywhere.
public enum LineArt: String, Hashable, Sendable, CaseIterable {
    case ascii, box
}
