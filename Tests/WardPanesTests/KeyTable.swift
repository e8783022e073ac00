import ClinicalLibrary
import ScreenGrid
import WardDomain

@testable import WardPanes

/// Where keys work, from the bindings themselves: everywhere, then each pane in each of its modes.
struct KeyTable {
    /// One place with its keys.
    struct Place {
        let name: Phrase
        let lines: [BindingLine]
        /// Those that it has beside the keys of the pane as it opens, where most of them work in it as well.
        var added: [BindingLine]?
        /// Whether the keys that work everywhere work there too.
        var isOpen = true
    }

    let everywhere: [BindingLine]
    let places: [Place]

    init() {
        let rules = ClinicalLibrary.compiledIn.rules
        let state = AppState(
            settings: AppSettings(), ward: WardState(), rules: rules, ids: CommandIDs(seed: 0))
        let clock = ClockReading(moment: Moment(milliseconds: 0), bootID: "", uptime: 0)
        let scene = state.scene(Now(clock, .fixed(seconds: 0)))
        everywhere = GlobalAction.bindings(scene).map(\.line)
        places = state.panes.enumerated().flatMap { index, pane in
            let modes = type(of: pane).modes(scene)
            return modes.map { mode in
                let name = Phrase(
                    en: "\(index + 1) \(pane.title.en)\(mode.name.map { ": \($0.en)" } ?? "")",
                    zhHans: pane.title.zhHans + (mode.name.map { "：\($0.zhHans)" } ?? ""))
                let opening = mode.name == nil ? [] : modes[0].lines
                let added = mode.lines.filter { !$0.isSaid(by: opening) }
                let isLikeOpening = !opening.isEmpty && mode.lines.count - added.count > opening.count / 2
                return Place(
                    name: name, lines: mode.lines, added: isLikeOpening ? added : nil, isOpen: !mode.isDialog)
            }
        }
    }

    /// The README's table, in both languages.
    var markdown: String {
        let all = [Place(name: Phrase(en: "Everywhere", zhHans: "任何位置"), lines: everywhere)] + places
        let rows = all.flatMap { place in
            (place.added ?? place.lines).map { line in
                "| \(place.name.en) \(place.name.zhHans) | `\(line.key.name)` | \(line.label.en) | \(line.label.zhHans) |"
            }
        }
        return (["| where | key | what | 作用 |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }
}

extension BindingLine {
    /// Whether the same key stands in a list with the same words.
    fileprivate func isSaid(by lines: [BindingLine]) -> Bool {
        lines.contains { $0.key == key && $0.label == label }
    }
}
