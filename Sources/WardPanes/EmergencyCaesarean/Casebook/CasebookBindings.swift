import ScreenGrid
import WardDomain

/// What can be done with the past cases.
enum CasebookAction: Hashable, Sendable {
    case open, nextPart, previousPart, otherCategory, measure, filter, noFilter
    case newerCase, olderCase, replay
    case replayed(ReplayAction)
}

/// The keys of the history, of a case and of its replay.
enum CasebookBindings {
    private typealias Text = EmergencyCaesareanText

    /// The history, a case and its replay, as the ways in which their keys work.
    static var modes: [PaneMode] {
        let state = CasebookState()
        return [
            PaneMode(Text.history, bindings(state, in: .history)),
            PaneMode(CasebookText.casePage, bindings(state, in: .page)),
            PaneMode(CasebookText.replay, bindings(state, in: .replay)),
        ]
    }

    static func bindings(_ state: CasebookState) -> [Binding<CaesareanAction>] {
        bindings(state, in: state.view)
    }

    private static func bindings(_ state: CasebookState, in view: CasebookState.View) -> [Binding<CaesareanAction>] {
        let back = Binding(.escape, CaesareanAction.back, Text.back)
        switch view {
        case .closed: return []
        case .history: return [back] + ofHistory(state)
        case .page:
            let none = state.shown == nil ? CasebookText.reading : nil
            return [
                back, Binding("r", .casebook(.replay), CasebookText.replay, unavailable: none),
                Binding("[", .casebook(.newerCase), CasebookText.newer),
                Binding("]", .casebook(.olderCase), CasebookText.older),
            ]
        case .replay: return [back] + ReplayBindings.bindings { .casebook(.replayed($0)) }
        }
    }

    private static func ofHistory(_ state: CasebookState) -> [Binding<CaesareanAction>] {
        let open = state.part == .cases ? CasebookText.openCase : CasebookText.openRows
        let unfiltered = state.filter.isEmpty ? CasebookText.noFilterNow : nil
        return [
            Binding(.enter, .casebook(.open), open),
            Binding(.right, .casebook(.nextPart), CasebookText.nextPart),
            Binding(.left, .casebook(.previousPart), CasebookText.previousPart),
            Binding("f", .casebook(.filter), CasebookText.filter),
            Binding("x", .casebook(.noFilter), CasebookText.noFilter, unavailable: unfiltered),
            Binding("c", .casebook(.otherCategory), Text.otherCategory),
            Binding("v", .casebook(.measure), CasebookText.measure),
            Binding("y", .back, Text.back, inFooter: false),
        ]
    }
}
