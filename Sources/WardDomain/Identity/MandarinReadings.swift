import Foundation

/// How the Han characters of names are read in Mandarin, without tones: 李娜 is `li na`.
///
/// Read from `Data/mandarin-readings.txt`, once, when the first name in characters is met or before. Characters of U+3400 to U+9FFF
/// have readings; a rarer one has none and stands for itself.
public enum MandarinReadings {
    /// The syllables of a name, one a Han character, in lower case; what is no Han character is left out.
    ///
    /// The first is read as a family name where that has a reading of its own: 曾 is `zeng`, not `ceng`.
    public static func syllables(of name: String) -> [String] {
        name.unicodeScalars.filter(\.properties.isIdeographic).enumerated().map { place, character in
            let surname = place == 0 ? table.surnames[character] : nil
            return surname ?? table.syllable(of: character) ?? String(character)
        }
    }

    /// Reads the file, for when the first name will be met.
    public static func readAhead() { _ = table }

    private static let table = Table(String(decoding: PackageResources.mandarin_readings_txt, as: UTF8.self))

    /// The file's lines, in a form in which a character is found at once. They are read by code points: finding the
    /// characters of 20,000 would hold up the first screen.
    private struct Table {
        private static let range: ClosedRange<UInt32> = 0x3400...0x9FFF

        private(set) var surnames: [Unicode.Scalar: String] = [:]
        private var syllables: [String] = []
        /// For each character of the range 1 + the place of its syllable; 0 for none.
        private var places = [UInt16](repeating: 0, count: range.count)

        init(_ text: String) {
            var heading = ""
            for line in text.unicodeScalars.split(separator: "\n") where line.first != "#" {
                let words = line.split(separator: " ")
                guard words.count == 2 else {
                    heading = String(line)
                    continue
                }
                let syllable = String(words[0])
                if heading == "[surname]" {
                    for character in words[1] { surnames[character] = syllable }
                } else {
                    syllables.append(syllable)
                    for character in words[1] where Table.range.contains(character.value) {
                        places[Int(character.value - Table.range.lowerBound)] = UInt16(syllables.count)
                    }
                }
            }
        }

        func syllable(of character: Unicode.Scalar) -> String? {
            guard Table.range.contains(character.value) else { return nil }
            let place = Int(places[Int(character.value - Table.range.lowerBound)])
            return place == 0 ? nil : syllables[place - 1]
        }
    }
}
