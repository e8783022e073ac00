/// Where a band sits.
public enum Limb: String, Codable, CaseIterable, Sendable {
    case leftWrist, rightWrist, leftAnkle, rightAnkle

    public var label: Phrase {
        switch self {
        case .leftWrist: Phrase(en: "left wrist", zhHans: "左腕")
        case .rightWrist: Phrase(en: "right wrist", zhHans: "右腕")
        case .leftAnkle: Phrase(en: "left ankle", zhHans: "左踝")
        case .rightAnkle: Phrase(en: "right ankle", zhHans: "右踝")
        }
    }
}

/// What a band's code stands for.
public enum BandCodeKind: String, Codable, CaseIterable, Sendable {
    /// Each band has a code of its own.
    case band
    /// Both bands and every reprint carry the same code: the person's.
    case person
}

/// One identity band.
public struct Band: Codable, Hashable, Sendable {
    /// Where a band stands in its life.
    public enum State: String, Codable, Sendable {
        /// Printed and given out, not yet on.
        case issued
        case attached
        /// Lost, damaged or wrong: never valid again.
        case void
    }

    /// The code as scanned, without symbology prefix, upper case.
    public let code: String
    public let codeKind: BandCodeKind
    /// 1 for the first band, 2 for the second, and on for every replacement.
    public let issue: Int
    /// The issue that its symbol said as it was printed elsewhere; nil where it said none.
    public let printedIssue: Int?
    public internal(set) var state: State
    /// Nil until attached; always nil on a mother's band of unstated limb.
    public internal(set) var limb: Limb?
    public internal(set) var since: Occurrence

    /// The same band, never valid again.
    var voided: Band {
        var band = self
        band.state = .void
        return band
    }

    /// The issue that a scanner reads off it.
    public var saidIssue: Int { printedIssue ?? issue }

    public init(
        code: String, codeKind: BandCodeKind, issue: Int, printedIssue: Int? = nil, state: State, limb: Limb?,
        since: Occurrence
    ) {
        self.code = code
        self.codeKind = codeKind
        self.issue = issue
        self.printedIssue = printedIssue
        self.state = state
        self.limb = limb
        self.since = since
    }
}
