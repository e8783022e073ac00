import ScreenGrid

/// A list of people and what is the matter, where there is no room for its columns: the sign, and all else as one text
/// that wraps.
enum SentenceTable {
    /// Below this width columns of names are broken into pieces that nobody can read.
    static let leastColumns = 60

    /// - Parameter rows: their cells, the first of each the sign.
    static func table(_ rows: [[TableCell]], scroll: ListScroll) -> Table {
        let columns = [TableColumn("", minimum: 2), TableColumn("", minimum: 8, isIdentity: true)]
        let sentences = rows.map { row in
            let words = row.dropFirst().map { cell in cell.spans.map(\.text).joined() }.filter { !$0.isEmpty }
            return Array(row.prefix(1)) + [TableCell(words.joined(separator: "  "), row.first?.role ?? .text)]
        }
        return Table(columns: columns, rows: sentences, scroll: scroll, hasFocus: true, showsHeadings: false)
    }
}
