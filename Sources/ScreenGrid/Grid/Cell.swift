/// One cell of a grid in 32 bits: what stands in it (24 bits) and its style role (8 bits).
///
/// The upper bits hold a code point, a piece of line art, the number of a cluster in the grid's own table, or the mark
/// of a wide glyph's second cell.
struct Cell: Hashable, Sendable {
    private let bits: UInt32

    private static let firstLinePiece: UInt32 = 0x11_0000
    private static let continuationGlyph: UInt32 = 0x1F_FFFF
    private static let firstCluster: UInt32 = 0x20_0000
    /// How many different clusters one grid can number.
    static let maximumClusters = 0x100_0000 - Int(firstCluster)

    private init(glyph: UInt32, _ role: StyleRole) { bits = glyph << 8 | UInt32(role.rawValue) }

    init(ascii: UInt8, _ role: StyleRole) { self.init(glyph: UInt32(ascii), role) }
    init(_ scalar: Unicode.Scalar, _ role: StyleRole) { self.init(glyph: scalar.value, role) }
    init(_ piece: LinePiece, _ role: StyleRole) {
        self.init(glyph: Cell.firstLinePiece + UInt32(piece.rawValue), role)
    }
    init(cluster: Int, _ role: StyleRole) { self.init(glyph: Cell.firstCluster + UInt32(cluster), role) }

    static func blank(_ role: StyleRole) -> Cell { Cell(ascii: 0x20, role) }
    static func continuation(_ role: StyleRole) -> Cell { Cell(glyph: continuationGlyph, role) }

    func with(_ role: StyleRole) -> Cell { Cell(glyph: glyph, role) }

    private var glyph: UInt32 { bits >> 8 }
    var role: StyleRole { StyleRole(rawValue: UInt8(truncatingIfNeeded: bits)) ?? .text }
    var isContinuation: Bool { glyph == Cell.continuationGlyph }
    var clusterIndex: Int? { glyph >= Cell.firstCluster ? Int(glyph - Cell.firstCluster) : nil }
    var linePiece: LinePiece? {
        guard (Cell.firstLinePiece..<Cell.continuationGlyph).contains(glyph) else { return nil }
        return LinePiece(rawValue: UInt8(glyph - Cell.firstLinePiece))
    }
    var scalar: Unicode.Scalar? { Unicode.Scalar(glyph) }
}

/// What a cell shows.
public enum CellContent: Hashable, Sendable {
    /// One code point of one or two columns.
    case scalar(Unicode.Scalar)
    /// A spacing character with one to four marks.
    case cluster(String)
    /// A piece of line art; the theme says how it is drawn.
    case line(LinePiece)
    /// The second cell of the wide glyph at its left.
    case continuation
}
