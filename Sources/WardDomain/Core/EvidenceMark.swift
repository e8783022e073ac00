/// How well a clinical fact's source was checked; shown wherever the fact is.
public enum EvidenceMark: String, Codable, CaseIterable, Sendable {
    /// The document itself was read.
    case verified = "V"
    /// Read in a restatement; needs one clinical check.
    case secondHand = "V*"
    /// General knowledge; must be checked against the primary text.
    case recall = "R"

    public var label: Phrase {
        switch self {
        case .verified: Phrase(en: "verified", zhHans: "已核实")
        case .secondHand: Phrase(en: "second-hand", zhHans: "转引")
        case .recall: Phrase(en: "recall, unconfirmed", zhHans: "凭记忆，待核")
        }
    }
}

/// Where a clinical fact comes from, and how well that was checked.
public struct Source: Hashable, Codable, Sendable {
    public let mark: EvidenceMark
    /// Document and section.
    public let text: String

    public init(_ mark: EvidenceMark, _ text: String) {
        self.mark = mark
        self.text = text
    }
}
