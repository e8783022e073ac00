/// Text that is being typed: the text, and where the cursor stands in it. A value; `take` answers keys.
public struct TextField: Hashable, Sendable {
    public private(set) var text: String
    /// The cursor's place, in characters from the start.
    public private(set) var cursor: Int
    /// True when the last text was not taken, since the field would have become too long; until something is.
    public private(set) var isFull = false
    /// True while the whole text is a suggestion that nobody has touched: what is typed first takes its place.
    public private(set) var isSuggestion: Bool

    /// The most characters that a field takes; what may be recorded of them is for the ward's rules to say.
    public static let mostCharacters = 4000

    public init(_ text: String = "", isSuggestion: Bool = false) {
        self.text = text
        self.isSuggestion = isSuggestion && !text.isEmpty
        cursor = text.count
    }

    /// Takes a key that edits or moves in one line of text; answers whether it was one.
    @discardableResult
    public mutating func take(_ key: Key) -> Bool {
        if case .character(let character) = key {
            insert(String(character))
            return true
        }
        if isSuggestion, key == .backspace || key == .delete {
            clear()
            return true
        }
        let edits = edit(key)
        if edits { isSuggestion = false }
        return edits
    }

    private mutating func edit(_ key: Key) -> Bool {
        switch key {
        case .backspace: remove(at: cursor - 1)
        case .delete: remove(at: cursor)
        case .left: cursor = max(0, cursor - 1)
        case .right: cursor = min(text.count, cursor + 1)
        case .home, .control("a"): cursor = 0
        case .end, .control("e"): cursor = text.count
        case .control("u"): clear()
        case .control("w"): removeWord()
        default: return false
        }
        return true
    }

    /// Puts text in at the cursor and never cuts it: all of it, or nothing where the field would become too long; for
    /// pastes and scans too. What is no text is left out; joiners, without which some scripts can't be written, stay.
    public mutating func insert(_ addition: String) {
        if isSuggestion { clear() }
        let added = addition.typeable
        let end = text.count
        isFull = end + added.count > TextField.mostCharacters
        guard !isFull else { return }
        text.insert(contentsOf: added, at: index(cursor))
        // A mark joins the character before it, so the text may have grown by less than what was added.
        cursor += text.count - end
    }

    /// Replaces the whole text; the cursor goes to its end.
    public mutating func set(_ newText: String) {
        clear()
        insert(newText)
    }

    /// Empties the field.
    public mutating func clear() {
        text = ""
        cursor = 0
        isFull = false
        isSuggestion = false
    }

    private mutating func remove(at position: Int) {
        guard position >= 0, position < text.count else { return }
        isFull = false
        text.remove(at: index(position))
        cursor = min(position, text.count)
    }

    private mutating func removeWord() {
        while cursor > 0, text[index(cursor - 1)] == " " { remove(at: cursor - 1) }
        while cursor > 0, text[index(cursor - 1)] != " " { remove(at: cursor - 1) }
    }

    private func index(_ position: Int) -> String.Index {
        text.index(text.startIndex, offsetBy: position)
    }

    /// The part of the text that shows in `columns` with the cursor in view, and the cursor's column in it.
    public func view(columns: Int) -> (text: String, cursorColumn: Int) {
        let before = Array(text[..<index(cursor)])
        var start = before.count
        var width = 0
        while start > 0 {
            let next = DisplayWidth.width(of: before[start - 1])
            // One column stays free for the cursor itself.
            if width + next > columns - 1 { break }
            width += next
            start -= 1
        }
        let shown = String(text.dropFirst(start)).clipped(to: columns)
        return (shown, width)
    }
}

/// Draws a text field in one row, with the text cursor when it has the focus.
public struct TextFieldView: Widget, Hashable, Sendable {
    public let field: TextField
    public let hasFocus: Bool
    /// An example shown while the field is empty.
    public let placeholder: String
    /// Whether dots stand for the text, as for a PIN.
    public let isSecret: Bool

    public init(_ field: TextField, hasFocus: Bool, placeholder: String = "", isSecret: Bool = false) {
        self.field = field
        self.hasFocus = hasFocus
        self.placeholder = placeholder
        self.isSecret = isSecret
    }

    public func draw(on grid: inout CellGrid) {
        let role: StyleRole = hasFocus ? .fieldActive : .field
        grid.fill(grid.area.line(0), role)
        let shown = isSecret ? TextField(String(repeating: "*", count: field.text.count)) : field
        let view = shown.view(columns: grid.area.columns)
        grid.put(view.text, at: Point(0, 0), field.isSuggestion && hasFocus ? .selected : role)
        if field.text.isEmpty { grid.put(placeholder, at: Point(0, 0), .placeholder) }
        if hasFocus { grid.placeCursor(at: Point(view.cursorColumn, 0)) }
    }
}
