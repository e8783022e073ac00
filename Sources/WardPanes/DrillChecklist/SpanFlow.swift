import ScreenGrid

/// Lays pieces of text one after the other into rows; a piece goes to the next row whole, or is wrapped, never cut.
enum SpanFlow {
    /// - Parameter gap: columns between two pieces of a row.
    static func rows(_ pieces: [[Span]], columns: Int, gap: Int = 2) -> [[Span]] {
        var rows: [[Span]] = []
        var used = 0
        for piece in pieces {
            let width = width(piece)
            if !rows.isEmpty, used + gap + width <= columns {
                rows[rows.count - 1] += [Span(String(repeating: " ", count: gap))] + piece
                used += gap + width
            } else {
                rows += wrapped(piece, columns: columns)
                used = rows.last.map(self.width) ?? 0
            }
        }
        return rows
    }

    static func width(_ spans: [Span]) -> Int {
        spans.reduce(0) { $0 + $1.text.displayWidth }
    }

    /// The lines of some text in several roles: every character keeps its role.
    static func wrapped(_ spans: [Span], columns: Int) -> [[Span]] {
        let roles = spans.flatMap { span in span.text.map { _ in span.role } }
        var rest = Array(spans.map(\.text).joined())[...]
        return spans.map(\.text).joined().wrapped(to: columns).map { line in
            while let first = rest.first, first == " ", line.first != " " { rest = rest.dropFirst() }
            let start = rest.startIndex
            rest = rest.dropFirst(line.count)
            return runs(of: Array(line), roles: roles, from: start)
        }
    }

    private static func runs(of line: [Character], roles: [StyleRole], from start: Int) -> [Span] {
        var spans: [Span] = []
        for (offset, character) in line.enumerated() {
            let role = roles.indices.contains(start + offset) ? roles[start + offset] : .text
            if let last = spans.last, last.role == role {
                spans[spans.count - 1] = Span(last.text + String(character), role)
            } else {
                spans.append(Span(String(character), role))
            }
        }
        return spans
    }
}
