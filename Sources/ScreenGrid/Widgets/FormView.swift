/// Draws a form: a row for each field with its label, and a row below for what is wrong with it.
public struct FormView<FieldID: Hashable & Sendable>: Widget {
    /// What stands around a field.
    public struct Caption: Hashable, Sendable {
        public let label: String
        /// The options of a choice field, in their order.
        public let options: [String]
        /// An example shown while a text field is empty.
        public let placeholder: String
        /// Whether stars stand for the text.
        public let isSecret: Bool
        /// How the text is understood, beside it; empty for nothing.
        public let note: String
        /// What the text stands for: beside it, or on lines of its own below where it has no room; empty for nothing.
        public let meaning: String

        public init(
            _ label: String, options: [String] = [], placeholder: String = "", isSecret: Bool = false,
            note: String = "", meaning: String = ""
        ) {
            self.label = label
            self.options = options
            self.placeholder = placeholder
            self.isSecret = isSecret
            self.note = note
            self.meaning = meaning
        }
    }

    public let form: Form<FieldID>
    public let caption: (FieldID) -> Caption

    public init(_ form: Form<FieldID>, caption: @escaping (FieldID) -> Caption) {
        self.form = form
        self.caption = caption
    }

    /// The rows that the form takes at a width.
    public func rowsNeeded(columns: Int) -> Int {
        let widths = widths(in: columns)
        return form.order.reduce(0) { $0 + rows(of: $1, widths) }
    }

    /// The rows that the form takes where there is width enough for every line.
    public var rowsNeeded: Int { rowsNeeded(columns: .max) }

    public func draw(on grid: inout CellGrid) {
        let widths = widths(in: grid.area.columns)
        let start = grid.area.columns - widths.value
        var row = -firstRow(in: grid.area.rows, widths)
        for id in form.order {
            let caption = caption(id)
            grid.put(id == form.focus ? ">" : " ", at: Point(0, row), .dialogTitle)
            for (line, text) in labelLines(id, widths).enumerated() {
                grid.put(text, at: Point(FormView.margin, row + line), .dialog)
            }
            if row >= 0, row < grid.area.rows {
                drawValue(id, caption, in: Rect(column: start, row: row, columns: widths.value, rows: 1), on: &grid)
            }
            let below =
                meaningLines(id, widths).map { Span($0, .staff) } + errorLines(id, widths).map { Span($0, .fieldError) }
            for (line, span) in below.enumerated() { grid.put([span], at: Point(start, row + 1 + line)) }
            row += rows(of: id, widths)
        }
    }

    /// The columns before the labels, for the sign at the field with the focus.
    private static var margin: Int { 2 }
    private static var gap: Int { 1 }
    private static var leastValueColumns: Int { 4 }

    /// What labels and fields have of the width.
    private struct Widths {
        let label: Int
        let value: Int
    }

    /// The longest label has room, but for half of the form, and the fields what the labels leave.
    private func widths(in columns: Int) -> Widths {
        let longest = form.order.map { caption($0).label.displayWidth }.max() ?? 0
        let label = min(longest, max(FormView.leastValueColumns, columns / 2 - FormView.margin))
        let rest = columns - FormView.margin - label - FormView.gap
        return Widths(label: max(1, label), value: max(FormView.leastValueColumns, rest))
    }

    private func rows(of id: FieldID, _ widths: Widths) -> Int {
        max(labelLines(id, widths).count, 1 + meaningLines(id, widths).count + errorLines(id, widths).count)
    }

    private func labelLines(_ id: FieldID, _ widths: Widths) -> [String] {
        caption(id).label.wrapped(to: widths.label)
    }

    private func meaningLines(_ id: FieldID, _ widths: Widths) -> [String] {
        let meaning = caption(id).meaning
        return meaning.isEmpty || hasRoomBeside(meaning, id, widths.value) ? [] : meaning.wrapped(to: widths.value)
    }

    /// Whether what a text stands for fits beside it, with room for the cursor.
    private func hasRoomBeside(_ meaning: String, _ id: FieldID, _ columns: Int) -> Bool {
        form.text(id).displayWidth + 1 + FormView.gap + meaning.displayWidth <= columns
    }

    private func errorLines(_ id: FieldID, _ widths: Widths) -> [String] {
        form.error(id)?.wrapped(to: widths.value) ?? []
    }

    /// The first row shown where the area is too low for the whole form: as far down as shows the focus, and the field
    /// after it where there is room for both.
    private func firstRow(in height: Int, _ widths: Widths) -> Int {
        guard let focus = form.order.firstIndex(of: form.focus) else { return 0 }
        let heights = form.order.map { rows(of: $0, widths) }
        let end = heights[...focus].reduce(0, +)
        let next = heights.indices.contains(focus + 1) ? heights[focus + 1] : 0
        return max(0, end + (heights[focus] + next <= height ? next : 0) - height)
    }

    private func drawValue(_ id: FieldID, _ caption: Caption, in rect: Rect, on grid: inout CellGrid) {
        let hasFocus = id == form.focus
        switch form[id] {
        case .text(let field):
            let view = TextFieldView(
                field, hasFocus: hasFocus, placeholder: caption.placeholder, isSecret: caption.isSecret)
            let isBeside = caption.note.isEmpty && hasRoomBeside(caption.meaning, id, rect.columns)
            let text = isBeside ? caption.meaning : caption.note
            let noteColumns = text.isEmpty ? 0 : text.displayWidth + FormView.gap
            let note = Point(rect.endColumn - noteColumns + FormView.gap, rect.row)
            grid.draw(
                view,
                in: Rect(column: rect.column, row: rect.row, columns: rect.columns - noteColumns, rows: rect.rows))
            grid.put(text, at: note, isBeside ? .staff : .hint)
        case .choice(let field):
            let spans = caption.options.enumerated().map { index, option in
                let isChosen = index == field.selected
                let role: StyleRole = isChosen ? (hasFocus ? .selected : .fieldActive) : .dialog
                return Span(isChosen ? "(*) \(option)" : "( ) \(option)", role)
            }
            drawOptions(spans, chosen: field.selected, in: rect, on: &grid)
        case nil: break
        }
    }

    /// Draws as many options as there is room for, the chosen one among them; `<` and `>` say that there are more.
    private func drawOptions(_ options: [Span], chosen: Int?, in rect: Rect, on grid: inout CellGrid) {
        let gap = 2
        var first = 0
        while let chosen, first < chosen,
            options[first...chosen].reduce(0, { $0 + $1.text.displayWidth + gap }) + gap * 2 > rect.columns
        {
            first += 1
        }
        var column = first > 0 ? grid.put("< ", at: rect.origin, .hint) : 0
        for (index, option) in options.enumerated().dropFirst(first) {
            let mark = index + 1 < options.count ? gap : 0
            guard column + option.text.displayWidth + mark <= rect.columns || index == first else {
                grid.put(">", at: Point(rect.column + column, rect.row), .hint)
                return
            }
            let place = Point(rect.column + column, rect.row)
            column += grid.put([option], at: place, width: rect.columns - column) + gap
        }
    }
}
