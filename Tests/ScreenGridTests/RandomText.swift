import ScreenGrid
import SeededNumbers

extension SeededRandom {
    /// Text of Latin, Chinese, Hangul, rare ideographs, marks, emoji and controls.
    mutating func text(length: Int) -> String {
        let pieces = [
            "a", "Z", "9", " ", "-", "李", "娜", "产", "한", "𠮷", "e\u{301}", "ོ", "ئ", "😀", "👩‍👧", "🇨🇳", "·", "！",
            "a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", "\u{200B}", "\u{7}", "ᄒ\u{1161}",
        ]
        return (0..<Int.random(in: 0...length, using: &self))
            .map { _ in pieces[Int.random(in: 0..<pieces.count, using: &self)] }
            .joined()
    }

    mutating func rect(in size: Size) -> Rect {
        Rect(
            column: Int.random(in: -4...size.columns, using: &self), row: Int.random(in: -2...size.rows, using: &self),
            columns: Int.random(in: 0...size.columns, using: &self), rows: Int.random(in: 0...size.rows, using: &self))
    }
}
