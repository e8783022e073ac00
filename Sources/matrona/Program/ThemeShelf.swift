import Foundation
import ScreenGrid
import WardDomain

/// The themes that can be used here: the compiled-in ones, and the one that was asked for by name or file.
struct ThemeShelf {
    /// The theme that the program opens with.
    let first: Theme
    /// Why the theme that was asked for is not used; nil when it is.
    let notice: Phrase?
    private let fromFile: Theme?

    /// A theme file with a fault gives way to the compiled-in theme; `NO_COLOR` asks for one without colours.
    init(asked: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
        let withoutColour = environment["NO_COLOR"].map { !$0.isEmpty } ?? false
        let fallback = Theme.named(withoutColour ? "monochrome" : "daylight") ?? .plain
        let named = asked.flatMap { Theme.named($0) }
        let read = named == nil ? asked.map { ThemeShelf.read($0) } : nil
        fromFile = read?.theme
        notice = read?.notice
        first = named ?? fromFile ?? fallback
    }

    /// The names that the palette offers.
    var names: [String] {
        Theme.builtInNames + (fromFile.map { [$0.name] } ?? [])
    }

    func theme(named name: String) -> Theme? {
        fromFile?.name == name ? fromFile : Theme.named(name)
    }

    private static func read(_ path: String) -> (theme: Theme?, notice: Phrase?) {
        guard let text = try? String(contentsOfFile: path, encoding: .utf8) else {
            return (nil, ProgramText.themeNotUsed(path))
        }
        do throws(ThemeFaults) {
            return (try Theme.load(text: text, parent: Theme.builtInText), nil)
        } catch {
            let first = error.faults.first.map { ":\($0.line): \($0.message)" } ?? ""
            return (nil, ProgramText.themeNotUsed(path + first))
        }
    }
}
