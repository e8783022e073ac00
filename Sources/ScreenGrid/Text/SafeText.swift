internal import EscapeSequences

extension String {
    /// This text without what could harm or confuse a screen: control characters and whole escape sequences,
    /// bidirectional controls, and invisible characters (zero-width space and joiners, byte order mark, soft hyphen,
    /// variation selectors, tags). A tab or line break becomes one space.
    public var safeForScreen: String { safe(keeping: []) }

    /// The same with the joiners (U+200C, U+200D) kept: they are part of what is typed and no part of what is drawn.
    var typeable: String { safe(keeping: ["\u{200C}", "\u{200D}"]) }

    private func safe(keeping joiners: Set<Unicode.Scalar>) -> String {
        if isPrintableASCII { return self }
        var safe = String.UnicodeScalarView()
        for scalar in withoutEscapeSequences.unicodeScalars {
            switch scalar.value {
            case 0x09, 0x0A, 0x0D, 0x2028, 0x2029: safe.append(" ")
            default: if isVisible(scalar) || joiners.contains(scalar) { safe.append(scalar) }
            }
        }
        return String(safe)
    }
}

private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
    // What names are made of: printable ASCII and the common ideographs.
    if (0x20...0x7E).contains(scalar.value) || (0x4E00...0x9FFF).contains(scalar.value) { return true }
    let properties = scalar.properties
    if properties.isDefaultIgnorableCodePoint || properties.isVariationSelector { return false }
    switch properties.generalCategory {
    case .control, .format, .surrogate: return false
    default: return true
    }
}
