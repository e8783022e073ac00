import Foundation
import Testing
import WardPanes

/// The README's key table is the bindings' own. `MATRONA_RENEW=1 swift test --filter KeyTableTests` writes it anew.
struct KeyTableTests {
    private static let readme = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appendingPathComponent("README.md")
    private static let marks = ("<!-- keys -->\n", "\n<!-- /keys -->")

    @Test func theReadmeShowsEveryBinding() throws {
        let text = try String(contentsOf: Self.readme, encoding: .utf8)
        let start = try #require(text.range(of: Self.marks.0))
        let end = try #require(text.range(of: Self.marks.1))
        if ProcessInfo.processInfo.environment["MATRONA_RENEW"] == "1" {
            let renewed = text[..<start.upperBound] + KeyTable().markdown + text[end.lowerBound...]
            try String(renewed).write(to: Self.readme, atomically: true, encoding: .utf8)
        } else {
            #expect(text[start.upperBound..<end.lowerBound] == KeyTable().markdown)
        }
    }

    /// Caps Lock is harmless, and no key means two things in one place.
    @Test func noTwoKeysOfAPlaceCollideWhateverTheCase() {
        let table = KeyTable()
        for place in table.places {
            let keys = (place.lines + (place.isOpen ? table.everywhere : [])).map(\.key.bound)
            #expect(Set(keys).count == keys.count, "\(place.name.en): \(keys.map(\.name))")
        }
    }
}
