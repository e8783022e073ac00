/// A language of the screen; both are first-class and every text exists in both.
public enum Language: String, Codable, CaseIterable, Sendable {
    case english = "en"
    case chinese = "zh-Hans"
}

/// A text in both languages. Both are required, so a missing translation does not compile.
public struct Phrase: Hashable, Sendable {
    public let en: String
    public let zhHans: String

    public init(en: String, zhHans: String) {
        self.en = en
        self.zhHans = zhHans
    }

    /// The text in one language.
    public subscript(language: Language) -> String {
        language == .english ? en : zhHans
    }
}
