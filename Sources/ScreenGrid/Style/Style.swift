/// How many colours a terminal has.
public enum ColorDepth: Int, Hashable, Sendable, CaseIterable, Comparable {
    case none, eight, sixteen, palette256, direct

    /// The depth of a terminal that reports this number of colours.
    public init(colors: Int) {
        switch colors {
        case ..<8: self = .none
        case ..<16: self = .eight
        case ..<256: self = .sixteen
        case ..<(1 << 24): self = .palette256
        default: self = .direct
        }
    }

    public static func < (one: ColorDepth, other: ColorDepth) -> Bool { one.rawValue < other.rawValue }
}

/// How a cell looks.
public struct Style: Hashable, Sendable {
    public var foreground: Color
    public var background: Color
    public var isBold: Bool
    public var isUnderlined: Bool
    public var isReversed: Bool
    public var isDim: Bool

    public init(
        foreground: Color = .terminalDefault, background: Color = .terminalDefault, isBold: Bool = false,
        isUnderlined: Bool = false, isReversed: Bool = false, isDim: Bool = false
    ) {
        self.foreground = foreground
        self.background = background
        self.isBold = isBold
        self.isUnderlined = isUnderlined
        self.isReversed = isReversed
        self.isDim = isDim
    }

    /// The least contrast of text on its background: WCAG 2, level AA.
    public static let leastContrast = 4.5

    /// The contrast ratio of foreground and background, 1 to 21; nil when one is the terminal's default.
    public var contrast: Double? { Color.contrast(foreground, background) }

    /// This style in the colours that a terminal has. Where the nearest colours would be hard to read together, the
    /// text becomes black or white, and where neither can be read on that ground, black on white.
    public func adapted(to depth: ColorDepth) -> Style {
        var style = self
        style.foreground = foreground.nearest(in: depth)
        style.background = background.nearest(in: depth)
        if let contrast = style.contrast, contrast < Style.leastContrast {
            let black = Color.palette(0)
            let white = Color.palette(depth == .eight ? 7 : 15)
            let blackContrast = Color.contrast(black, style.background) ?? 1
            let whiteContrast = Color.contrast(white, style.background) ?? 1
            style.foreground = blackContrast > whiteContrast ? black : white
            if max(blackContrast, whiteContrast) < Style.leastContrast {
                style.foreground = black
                style.background = white
            }
        }
        return style
    }
}
