import Foundation
import Testing

/// Signs whose width depends on the terminal stand in no text of ours: a terminal set for Chinese may draw them wide.
struct PlainTextTests {
    private static let ambiguous = Set("“”‘’—…±°≥≤→←①②③④⑤ⅠⅡⅢⅣⅤ×÷§")

    @Test(arguments: ["WardDomain", "WardPanes", "ClinicalLibrary"])
    func noTextHoldsASignOfAmbiguousWidth(room: String) throws {
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().appendingPathComponent("Sources/\(room)")
        let files = try #require(FileManager.default.enumerator(at: folder, includingPropertiesForKeys: nil))
        for case let file as URL in files where ["swift", "toml"].contains(file.pathExtension) {
            for line in try String(contentsOf: file, encoding: .utf8).split(separator: "\n") {
                let text = line.drop(while: \.isWhitespace)
                guard !text.hasPrefix("//"), !text.hasPrefix("#") else { continue }
                #expect(!text.contains(where: Self.ambiguous.contains), "\(file.lastPathComponent): \(text)")
            }
        }
    }
}
