import WardDomain

/// The special flags of a mother as one field: their words, or their letters, with spaces between them.
enum FlagsField {
    private static let id = "flags"

    static func field(_ scene: Scene) -> FormField {
        let words = SpecialFlag.allCases.map { scene.say($0.label) }.joined(separator: " ")
        return FormField(id, "flags", "标记", .text(placeholder: words))
    }

    /// The flags that were typed; nil when the field is blank, which leaves them as they are.
    static func read(_ form: inout FormReader) -> Set<SpecialFlag>? {
        guard let text = form.text(id) else { return nil }
        var flags: Set<SpecialFlag> = []
        for word in text.split(whereSeparator: { $0.isWhitespace || ",;，；、".contains($0) }) {
            if let flag = SpecialFlag.allCases.first(where: { $0.answers(to: String(word)) }) {
                flags.insert(flag)
            } else {
                let known = SpecialFlag.allCases
                form.fault(
                    id, "'\(word)' is none of: \(known.map { $0.label.en }.joined(separator: " ")).",
                    "「\(word)」不在其中：\(known.map { $0.label.zhHans }.joined(separator: " "))。")
            }
        }
        return flags
    }
}

extension SpecialFlag {
    fileprivate func answers(to word: String) -> Bool {
        [label.en, label.zhHans, letter.en, letter.zhHans, rawValue].contains { $0.lowercased() == word.lowercased() }
    }
}
