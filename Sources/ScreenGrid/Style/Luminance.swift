import Glibc

extension Color {
    /// The relative luminance after WCAG 2: 0 for black to 1 for white; nil for the terminal's default.
    var luminance: Double? {
        guard let components else { return nil }
        func linear(_ value: UInt8) -> Double {
            let share = Double(value) / 255
            return share <= 0.04045 ? share / 12.92 : pow((share + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(components.red) + 0.7152 * linear(components.green) + 0.0722 * linear(components.blue)
    }
}
