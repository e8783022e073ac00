/// A colour of a theme.
public enum Color: Hashable, Sendable {
    /// Whatever the terminal is set to.
    case terminalDefault
    /// One of the 256 colours of xterm: 0-15 are the terminal's own, 16-231 a cube of 6 x 6 x 6, 232-255 greys.
    case palette(UInt8)
    /// Red, green and blue, 0-255 each.
    case rgb(UInt8, UInt8, UInt8)

    /// The colour that a theme file writes as `default`, `0`...`255` or `#rrggbb`; nil for anything else.
    public init?(_ text: String) {
        if text == "default" {
            self = .terminalDefault
        } else if let index = UInt8(text) {
            self = .palette(index)
        } else if text.hasPrefix("#"), text.utf8.count == 7, let value = UInt32(text.dropFirst(), radix: 16) {
            self = .rgb(UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF))
        } else {
            return nil
        }
    }

    /// Red, green and blue, 0-255 each, as xterm shows the palette; nil for the terminal's default.
    public var components: (red: UInt8, green: UInt8, blue: UInt8)? {
        switch self {
        case .terminalDefault: nil
        case .rgb(let red, let green, let blue): (red, green, blue)
        case .palette(let index): Color.paletteComponents(index)
        }
    }

    /// The contrast ratio of two colours after WCAG 2: 1 to 21; nil when one is the terminal's default.
    public static func contrast(_ one: Color, _ other: Color) -> Double? {
        guard let first = one.luminance, let second = other.luminance else { return nil }
        return (max(first, second) + 0.05) / (min(first, second) + 0.05)
    }

    /// The nearest of the colours that a terminal of this depth has.
    func nearest(in depth: ColorDepth) -> Color {
        guard let components else { return .terminalDefault }
        switch (depth, self) {
        case (.none, _): return .terminalDefault
        case (.direct, _), (.palette256, .palette): return self
        case (.palette256, _): return Color.nearest(to: components, among: 16...255)
        case (.sixteen, .palette(0...15)), (.eight, .palette(0...7)): return self
        case (.sixteen, _): return Color.nearest(to: components, among: 0...15)
        case (.eight, _): return Color.nearest(to: components, among: 0...7)
        }
    }

    private static func nearest(to wanted: (red: UInt8, green: UInt8, blue: UInt8), among: ClosedRange<UInt8>) -> Color
    {
        func distance(_ index: UInt8) -> Int {
            let found = paletteComponents(index)
            let red = Int(found.red) - Int(wanted.red)
            let green = Int(found.green) - Int(wanted.green)
            let blue = Int(found.blue) - Int(wanted.blue)
            return red * red * 3 + green * green * 6 + blue * blue
        }
        return .palette(among.min { distance($0) < distance($1) } ?? 0)
    }

    private static func paletteComponents(_ index: UInt8) -> (red: UInt8, green: UInt8, blue: UInt8) {
        switch index {
        case 0..<16:
            return ansi[Int(index)]
        case 16..<232:
            let levels: [UInt8] = [0, 95, 135, 175, 215, 255]
            let cube = Int(index) - 16
            return (levels[cube / 36], levels[cube / 6 % 6], levels[cube % 6])
        default:
            let grey = 8 + 10 * (index - 232)
            return (grey, grey, grey)
        }
    }

    /// The sixteen first colours as xterm has them; other terminals differ a little.
    private static let ansi: [(red: UInt8, green: UInt8, blue: UInt8)] = [
        (0, 0, 0), (205, 0, 0), (0, 205, 0), (205, 205, 0), (0, 0, 238), (205, 0, 205), (0, 205, 205),
        (229, 229, 229), (127, 127, 127), (255, 0, 0), (0, 255, 0), (255, 255, 0), (92, 92, 255), (255, 0, 255),
        (0, 255, 255), (255, 255, 255),
    ]
}
