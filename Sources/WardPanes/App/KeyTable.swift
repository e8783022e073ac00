import ScreenGrid
import WardDomain

/// The key table of the README, from the bindings themselves.
public enum KeyTable {
    /// Markdown: what works everywhere, then each pane's keys, in both languages.
    public static func markdown() -> String {
        let state = AppState(
            settings: AppSettings(), ward: WardState(), rules: ClinicalRules(), ids: CommandIDs(seed: 0))
        let clock = ClockReading(moment: Moment(milliseconds: 0), bootID: "", uptime: 0)
        let scene = state.scene(Now(clock, .fixed(seconds: 0)))
        let everywhere = GlobalAction.bindings(scene).map(\.line)
        let places =
            [(Phrase(en: "Everywhere", zhHans: "任何位置"), everywhere)]
            + state.panes.enumerated().map { index, pane in
                (Phrase(en: "\(index + 1) \(pane.title.en)", zhHans: pane.title.zhHans), pane.bindingLines(scene))
            }
        let rows = places.flatMap { place, lines in
            lines.map { "| \(place.en) \(place.zhHans) | `\($0.key.name)` | \($0.label.en) | \($0.label.zhHans) |" }
        }
        return (["| where | key | what | 作用 |", "| --- | --- | --- | --- |"] + rows).joined(separator: "\n")
    }
}
