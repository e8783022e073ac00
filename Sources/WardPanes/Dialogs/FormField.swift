import ScreenGrid
import WardDomain

/// A field of a form dialog.
public struct FormField: Sendable {
    /// How a field is filled in.
    public enum Kind: Sendable {
        /// A text with an example.
        case text(placeholder: String = "")
        /// A time as it is typed; how it is understood stands beside it when that is another day.
        case time(placeholder: String)
        /// One of a few; nothing is chosen until somebody chooses.
        case choice([Phrase])
    }

    public let id: String
    public let label: Phrase
    public let kind: Kind
    /// What stands in it at first: a text, or the number of a choice from 0.
    public let initial: String
    /// Whether that is a suggestion, which the first typed character replaces, and no text to be gone on with.
    public let isSuggested: Bool
    /// Whether a scanned code fills it.
    public let takesScan: Bool
    /// Whether it is the code of a band that is to be put on.
    public let isNewBand: Bool
    /// True for one that is often left blank: no scan leads on to it.
    public let isOptional: Bool

    public init(
        _ id: String, _ en: String, _ zhHans: String, _ kind: Kind = .text(),
        initial: String = "", isSuggested: Bool = false, takesScan: Bool = false, isNewBand: Bool = false,
        isOptional: Bool = false
    ) {
        self.isSuggested = isSuggested
        self.isNewBand = isNewBand
        self.isOptional = isOptional
        self.id = id
        label = Phrase(en: en, zhHans: zhHans)
        self.kind = kind
        self.initial = initial
        self.takesScan = takesScan
    }

    /// The time of what is recorded: blank is now.
    public static let time = FormField(
        "at", "time (blank: now)", "时间（空＝现在）", .time(placeholder: "18:05  1805  -5"))
    /// The time of what is recorded: blank is the instant at which the form is opened, which it names.
    public static func openingTime(
        _ scene: Scene, _ en: String = "time", _ zhHans: String = "时间"
    ) -> FormField {
        let opened = LocalTime(scene.now.moment, scene.offset).hourMinuteSecond
        return FormField(
            "at", "\(en) (blank: \(opened))", "\(zhHans)（空＝\(opened)）", .time(placeholder: "18:05  1805  -5"))
    }
    /// Why: for a time further back, or for the act itself.
    public static let reason = FormField("reason", "reason", "原因")

    var value: Form<String>.Value {
        switch kind {
        case .text, .time: .text(TextField(initial, isSuggestion: isSuggested))
        case .choice(let options): .choice(FormField.choice(options, selected: Int(initial)))
        }
    }

    /// Where every option begins with a number of its own, that is what a digit means.
    private static func choice(_ options: [Phrase], selected: Int?) -> ChoiceField {
        let numbers = options.compactMap { Int($0.en.prefix { $0.isASCII && $0.isNumber }) }
        guard numbers.count == options.count, Set(numbers).count == numbers.count else {
            return ChoiceField(count: options.count, selected: selected)
        }
        return ChoiceField(numbers: numbers, selected: selected)
    }
}
