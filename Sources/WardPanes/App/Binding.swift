import ScreenGrid
import WardDomain

/// A key and what it does here: the footer, the help, the command palette and the README's table come from it.
public struct Binding<Action: Hashable & Sendable>: Sendable {
    public let key: Key
    public let action: Action
    public let label: Phrase
    /// Why it can't be done now; nil when it can.
    public let unavailable: Phrase?
    /// False for what is too plain or too rare for the footer.
    public let inFooter: Bool

    public init(_ key: Key, _ action: Action, _ label: Phrase, unavailable: Phrase? = nil, inFooter: Bool = true) {
        self.key = key
        self.action = action
        self.label = label
        self.unavailable = unavailable
        self.inFooter = inFooter
    }

    public init(
        _ key: Character, _ action: Action, _ en: String, _ zhHans: String, unavailable: Phrase? = nil,
        inFooter: Bool = true
    ) {
        self.init(
            .character(key), action, Phrase(en: en, zhHans: zhHans), unavailable: unavailable, inFooter: inFooter)
    }

    /// The binding without its action, for whoever only shows it.
    public var line: BindingLine {
        BindingLine(key: key, label: label, unavailable: unavailable, inFooter: inFooter)
    }
}

extension Phrase {
    /// Why whoever is not signed in can't do something yet.
    static let signInFirst = Phrase(en: "Sign in first.", zhHans: "请先登录。")
}

/// A binding as footers and help pages show it.
public struct BindingLine: Hashable, Sendable {
    public let key: Key
    public let label: Phrase
    public let unavailable: Phrase?
    public let inFooter: Bool

    public init(key: Key, label: Phrase, unavailable: Phrase? = nil, inFooter: Bool = true) {
        self.key = key
        self.label = label
        self.unavailable = unavailable
        self.inFooter = inFooter
    }
}

extension Key {
    /// The key that bindings are looked up by: half width, lower case, so that Caps Lock is harmless.
    public var bound: Key {
        guard case .character(let character) = normalized else { return self }
        return .character(Character(character.lowercased()))
    }
}
