/// A key of the keyboard, as a terminal tells it.
public enum Key: Hashable, Sendable {
    /// A character that can be printed, a space among them.
    case character(Character)
    /// A control key by its letter, such as `c` for Ctrl-C; scanners send FNC1 as `]`.
    case control(Character)
    case function(Int)
    case enter, escape, tab, backTab, backspace, delete, insert
    case up, down, left, right, pageUp, pageDown, home, end
}

extension Key {
    /// This key as an action key: the full-width characters of Chinese input methods, and the ideographic space, become
    /// their half-width ones. Text fields take keys as they are.
    public var normalized: Key {
        guard case .character(let character) = self else { return self }
        switch character {
        case "\u{3000}": return .character(" ")
        case "。": return .character(".")
        case "、": return .character("/")
        default: break
        }
        guard let scalar = character.unicodeScalars.first, character.unicodeScalars.count == 1,
            (0xFF01...0xFF5E).contains(scalar.value), let half = Unicode.Scalar(scalar.value - 0xFEE0)
        else { return self }
        return .character(Character(half))
    }

    /// The name of the key as footers and the help page write it.
    public var name: String {
        switch self {
        case .character(" "): "Space"
        case .character(let character): String(character)
        case .control(let character): "Ctrl-\(character.uppercased())"
        case .function(let number): "F\(number)"
        case .enter: "Enter"
        case .escape: "Esc"
        case .tab: "Tab"
        case .backTab: "Shift-Tab"
        case .backspace: "Backspace"
        case .delete: "Del"
        case .insert: "Ins"
        case .up: "Up"
        case .down: "Down"
        case .left: "Left"
        case .right: "Right"
        case .pageUp: "PgUp"
        case .pageDown: "PgDn"
        case .home: "Home"
        case .end: "End"
        }
    }
}
