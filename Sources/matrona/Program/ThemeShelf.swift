import Foundation
import ScreenGrid

/// The themes that can be used here: the compiled-in ones, and the one that was asked for by name or file.
struct ThemeShelf {
    /// The theme that the program opens with.
    let first: Theme
    private let fromFile: Theme?

    /// A theme file with a fault gives way to the compiled-in theme; `NO_COLOR` asks for one without colours.
    init(asked: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let withoutColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let fallback = Theme.named(withoutColour ? "monochrome" : "daylight") ?? .plain
        fromFile = asked.flatMap { asked in
            Theme.named(asked) == nil ? ThemeShelf.read(asked) : nil
        }
        first = asked.flatMap { Theme.named($0) } ?? fromFile ?? fallback
    }

    /// The names that the palette offers.
    var names: [String] {
        Theme.builtInNames + (fromFile.map { [$0.name] } ?? [])
    }

    func theme(named name: String) -> Theme? {
        fromFile?.name == name ? fromFile : Theme.named(name)
    }

    private static func read(_ path: String) -> Theme? {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else { return nil }
        return try? Theme.load(text: text, parent: Theme.builtInText)
    }
}
