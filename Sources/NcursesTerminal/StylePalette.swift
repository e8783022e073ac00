import CNcurses
import ScreenGrid

/// The roles of a theme as ncurses draws them: attributes, and pairs of colours that were allocated for them.
struct StylePalette {
    /// How one role is drawn.
    struct Entry {
        let attributes: attr_t
        let pair: Int32
    }

    private let entries: [Entry]

    /// Allocates a colour pair for each pair of colours in the theme, as far as the terminal has so many.
    init(theme: Theme, depth: ColorDepth) {
        var pairs: [ColorPair: Int32] = [ColorPair(foreground: -1, background: -1): 0]
        entries = StyleRole.allCases.map { role in
            let style = theme.style(role).adapted(to: depth)
            let colors = ColorPair(foreground: style.foreground.cursesNumber, background: style.background.cursesNumber)
            let pair = pairs[colors] ?? colors.allocate(as: Int32(pairs.count))
            pairs[colors] = pair
            return Entry(attributes: style.attributes, pair: pair)
        }
    }

    subscript(role: StyleRole) -> Entry { entries[Int(role.rawValue)] }
}

/// Foreground and background by their ncurses numbers; -1 is the terminal's own.
private struct ColorPair: Hashable {
    let foreground: Int32
    let background: Int32

    /// The number of the pair; 0, the terminal's own colours, when there are no more.
    func allocate(as number: Int32) -> Int32 {
        guard number < curses_color_pairs() else { return 0 }
        return init_extended_pair(number, foreground, background) == OK ? number : 0
    }
}

extension Color {
    /// The number by which ncurses knows this colour; -1 is the terminal's default.
    fileprivate var cursesNumber: Int32 {
        switch self {
        case .terminalDefault: -1
        case .palette(let index): Int32(index)
        // With direct colours, 0 to 7 would mean the first eight of the palette.
        case .rgb(let red, let green, let blue): max(8, Int32(red) << 16 | Int32(green) << 8 | Int32(blue))
        }
    }
}

extension Style {
    fileprivate var attributes: attr_t {
        (isBold ? curses_bold : 0) | (isUnderlined ? curses_underline : 0) | (isReversed ? curses_reverse : 0)
            | (isDim ? curses_dim : 0)
    }
}
