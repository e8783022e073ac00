import Foundation
import ScreenGrid
import Testing

/// A screen as a readable file: its glyphs, the letter of each cell's role, and what the letters mean.
///
/// `MATRONA_RENEW=1 swift test --filter Golden` writes the files anew; read what changed before it is committed.
enum Golden {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().appendingPathComponent("Goldens")
    private static let isRenewing = ProcessInfo.processInfo.environment["MATRONA_RENEW"] == "1"

    /// Compares a screen with the file of this name.
    static func expect(_ grid: CellGrid, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
        try expect(text(of: grid), "\(name).txt", location)
    }

    /// Compares a text with a file.
    static func expect(_ text: String, _ name: String, _ location: SourceLocation = #_sourceLocation) throws {
        let file = folder.appendingPathComponent(name)
        if isRenewing {
            try text.write(to: file, atomically: true, encoding: .utf8)
            return
        }
        let golden = try String(contentsOf: file, encoding: .utf8)
        guard golden != text else { return }
        Issue.record(
            "\(name) is not as it was; MATRONA_RENEW=1 renews it\n\(differences(golden, text))",
            sourceLocation: location)
    }

    private static func text(of grid: CellGrid) -> String {
        let roles = grid.styleText
        let legend = StyleRole.allCases.filter { roles.contains($0.letter) }.map { "\($0.letter) \($0.name)" }
        return """
            \(grid.size.columns)x\(grid.size.rows)
            \(grid.plainText())
            -- roles
            \(roles)
            -- letters
            \(legend.joined(separator: "\n"))

            """
    }

    /// The lines that differ, as they were and as they are.
    private static func differences(_ golden: String, _ text: String) -> String {
        let (old, new) = (golden.components(separatedBy: "\n"), text.components(separatedBy: "\n"))
        return (0..<max(old.count, new.count)).compactMap { line -> String? in
            let was = line < old.count ? old[line] : "(no line)"
            let now = line < new.count ? new[line] : "(no line)"
            return was == now ? nil : "\(line + 1) was \(was)\n\(line + 1) is  \(now)"
        }
        .joined(separator: "\n")
    }
}
