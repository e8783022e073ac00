/// A choice among a few options; nothing is chosen until somebody chooses.
public struct ChoiceField: Hashable, Sendable {
    /// What a digit key calls each option, in their order.
    private let numbers: [Int]
    /// The chosen option, from 0; nil while nothing is chosen.
    public private(set) var selected: Int?

    public var count: Int { numbers.count }

    /// Options that are called by their place, from 1.
    public init(count: Int, selected: Int? = nil) {
        self.init(numbers: Array(1..<max(1, count + 1)), selected: selected)
    }

    /// Options that are numbers themselves, such as scores or minutes: a digit means the option that it names.
    public init(numbers: [Int], selected: Int? = nil) {
        self.numbers = numbers
        self.selected = selected
    }

    /// Takes a key that chooses: Left, Right and Space go through the options, a digit takes one by its number (`1` and
    /// then `5` is 15 where there is one), and Delete and Backspace choose nothing; answers whether it was one.
    @discardableResult
    public mutating func take(_ key: Key) -> Bool {
        switch key.normalized {
        case .right, .character(" "): step(by: 1)
        case .left: step(by: -1)
        case .delete, .backspace: selected = nil
        case .character(let digit):
            guard let option = digit.wholeNumberValue.flatMap(option(called:)) else { return false }
            selected = option
        default: return false
        }
        return true
    }

    private func option(called digit: Int) -> Int? {
        let longer = selected.flatMap { numbers.firstIndex(of: numbers[$0] * 10 + digit) }
        return longer ?? numbers.firstIndex(of: digit)
            ?? numbers.firstIndex { $0 > 9 && String($0).hasPrefix(String(digit)) }
    }

    private mutating func step(by offset: Int) {
        guard count > 0 else { return }
        guard let selected else {
            self.selected = offset > 0 ? 0 : count - 1
            return
        }
        self.selected = (selected + offset + count) % count
    }
}

/// Several fields that are filled in together; one of them takes the keys. Fields are known by an id, such as a case of
/// an enum.
public struct Form<FieldID: Hashable & Sendable>: Hashable, Sendable {
    /// What a field holds.
    public enum Value: Hashable, Sendable {
        case text(TextField)
        case choice(ChoiceField)
    }

    /// What became of a key.
    public enum Outcome: Hashable, Sendable {
        /// A field or the focus has changed.
        case edited
        /// Enter in the last field: the form is to be checked and sent.
        case submitted
        /// Escape.
        case cancelled
        /// Not a key of the form.
        case ignored
    }

    /// The fields in their order.
    public let order: [FieldID]
    /// The field that takes the keys.
    public private(set) var focus: FieldID
    private var values: [FieldID: Value]
    private let initial: [FieldID: Value]
    private var errors: [FieldID: String] = [:]

    /// A form of one or more fields, the first with the focus.
    public init(_ first: (FieldID, Value), _ others: (FieldID, Value)...) {
        self.init([first] + others)
    }

    /// A form of the fields of a list, which has at least one; the first has the focus.
    public init(_ fields: [(FieldID, Value)]) {
        precondition(!fields.isEmpty, "a form has a field")
        order = fields.map(\.0)
        focus = fields[0].0
        values = Dictionary(fields, uniquingKeysWith: { _, last in last })
        initial = values
    }

    /// Whether something was typed or chosen that was not there at first and would be lost with the form.
    public var holdsWork: Bool {
        order.contains { id in
            switch (values[id], initial[id]) {
            case (.text(let now)?, .text(let first)?): !now.text.isEmpty && now.text != first.text
            case (.choice(let now)?, .choice(let first)?): now.selected != nil && now.selected != first.selected
            default: false
            }
        }
    }

    /// What a field holds; nil for an id that the form does not have.
    public subscript(id: FieldID) -> Value? { values[id] }

    /// The text of a text field; empty for a choice.
    public func text(_ id: FieldID) -> String {
        if case .text(let field)? = values[id] { return field.text }
        return ""
    }

    /// The chosen option of a choice field, from 0; nil for none and for a text field.
    public func choice(_ id: FieldID) -> Int? {
        if case .choice(let field)? = values[id] { return field.selected }
        return nil
    }

    /// What is wrong with a field; nil when nothing is known to be.
    public func error(_ id: FieldID) -> String? { errors[id] }

    /// Says what is wrong with a field, or with nil that nothing is; its text stays.
    public mutating func setError(_ message: String?, for id: FieldID) { errors[id] = message }

    /// Gives the focus to a field.
    public mutating func setFocus(_ id: FieldID) {
        if values[id] != nil { focus = id }
    }

    /// Replaces the whole text of a text field.
    public mutating func setText(_ text: String, for id: FieldID) {
        guard case .text(var field)? = values[id] else { return }
        field.set(text)
        change(id, to: .text(field))
    }

    /// Puts a text that the first typed character replaces into a field in which nobody has typed; an empty one takes the
    /// suggestion before it away.
    public mutating func suggest(_ text: String, for id: FieldID) {
        guard case .text(let field)? = values[id], field.text.isEmpty || field.isSuggestion else { return }
        change(id, to: .text(TextField(text, isSuggestion: true)))
    }

    /// Puts pasted text into the field with the focus.
    public mutating func paste(_ text: String) {
        guard case .text(var field)? = values[focus] else { return }
        field.insert(text)
        change(focus, to: .text(field))
    }

    /// Takes a key: Tab, Down and Enter go on, Shift-Tab and Up go back, the rest goes to the field with the focus.
    public mutating func take(_ key: Key) -> Outcome {
        switch key {
        case .escape: return .cancelled
        case .enter where focus == order.last: return .submitted
        case .enter, .tab, .down: moveFocus(by: 1)
        case .backTab, .up: moveFocus(by: -1)
        default: return takeInField(key) ? .edited : .ignored
        }
        return .edited
    }

    private mutating func moveFocus(by offset: Int) {
        guard let index = order.firstIndex(of: focus) else { return }
        focus = order[(index + offset + order.count) % order.count]
    }

    private mutating func takeInField(_ key: Key) -> Bool {
        switch values[focus] {
        case .text(var field):
            guard field.take(key) else { return false }
            change(focus, to: .text(field))
        case .choice(var field):
            guard field.take(key) else { return false }
            change(focus, to: .choice(field))
        case nil: return false
        }
        return true
    }

    private mutating func change(_ id: FieldID, to value: Value) {
        if values[id] != value { errors[id] = nil }
        values[id] = value
    }
}
