import WardDomain

/// What is printed on one piece: its lines, and the code that a scanner reads.
public struct Label: Hashable, Sendable {
    /// A label's kind; the raw values are those of scripts.
    public enum Kind: String, CaseIterable, Hashable, Sendable {
        case newborn, mother, cordClamp, cotCard

        public var text: Phrase {
            switch self {
            case .newborn: Phrase(en: "newborn's band", zhHans: "新生儿腕带")
            case .mother: Phrase(en: "mother's band", zhHans: "母亲腕带")
            case .cordClamp: Phrase(en: "cord clamp tag", zhHans: "脐带夹标签")
            case .cotCard: Phrase(en: "cot card", zhHans: "床头卡")
            }
        }

        /// The part that is printed on: usual sizes of thermal bands and cards, a design choice (R).
        var size: Size {
            switch self {
            case .newborn: Size(width: 80, height: 22)
            case .mother: Size(width: 110, height: 25)
            case .cordClamp: Size(width: 50, height: 20)
            case .cotCard: Size(width: 100, height: 60)
            }
        }
    }

    /// In millimetres.
    public struct Size: Hashable, Sendable {
        public let width: Int
        public let height: Int
    }

    /// What the symbol says.
    public enum Code: Hashable, Sendable {
        case elements(ElementString)
        case plain(String)

        /// What is printed for people to read and type.
        public var printed: String {
            switch self {
            case .elements(let string): string.printed
            case .plain(let code): code
            }
        }
    }

    public let kind: Kind
    /// From the top; none is ever cut.
    public let lines: [String]
    public let code: Code?

    public var size: Size { kind.size }

    public init(_ kind: Kind, lines: [String], code: Code?) {
        self.kind = kind
        self.lines = lines
        self.code = code
    }

    /// The symbol of the code; nil for a label without one.
    ///
    /// - Throws: `LabelFault.notEncodable`.
    public func symbol() throws(LabelFault) -> DataMatrix? {
        switch code {
        case .elements(let string): try DataMatrix(string.encoded, isElementString: true)
        case .plain(let code): try DataMatrix(code, isElementString: false)
        case nil: nil
        }
    }
}
