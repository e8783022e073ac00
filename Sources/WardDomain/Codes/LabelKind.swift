/// A label's kind; the raw values are those of scripts and of the site's file.
public enum LabelKind: String, CaseIterable, Hashable, Sendable {
    case newborn, mother, cordClamp, cotCard

    public var text: Phrase {
        switch self {
        case .newborn: Phrase(en: "newborn's band", zhHans: "新生儿腕带")
        case .mother: Phrase(en: "mother's band", zhHans: "母亲腕带")
        case .cordClamp: Phrase(en: "cord clamp tag", zhHans: "脐带夹标签")
        case .cotCard: Phrase(en: "cot card", zhHans: "床头卡")
        }
    }

    /// The part that is printed on: usual sizes of thermal bands and cards, a design choice (R); a site gives its own.
    public var usualSize: LabelSize {
        switch self {
        case .newborn: LabelSize(width: 80, height: 22)
        case .mother: LabelSize(width: 110, height: 25)
        case .cordClamp: LabelSize(width: 50, height: 20)
        case .cotCard: LabelSize(width: 100, height: 60)
        }
    }
}

/// A label's width and height in millimetres, each 10-300.
public struct LabelSize: Hashable, Sendable {
    public static let range = 10...300
    public let width: Int
    public let height: Int

    public init(width: Int, height: Int) {
        self.width = width
        self.height = height
    }

    /// `80x22`; nil for anything else, and for a side out of range.
    public init?(_ text: String) {
        let sides = text.split(separator: "x", omittingEmptySubsequences: false).map { Int($0) }
        guard sides.count == 2, let width = sides[0], let height = sides[1], Self.range.contains(width),
            Self.range.contains(height)
        else { return nil }
        self.init(width: width, height: height)
    }
}
