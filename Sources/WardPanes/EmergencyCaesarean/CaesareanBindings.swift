import ScreenGrid
import WardDomain

/// What can be done with a caesarean's clock.
enum CaesareanAction: Hashable, Sendable {
    case markNext, openMilestone, retime, category, indication, delay, arrival, birth, standDown, void, naming
    case apgar, gases, bands, sign, previousRun, nextRun, history, back, casePage
    case casebook(CasebookAction)
    case call(OnCallSlot)
    case callSomebody, review, entries, confirm, closeCase, arrest, paper
}

/// The keys of the pane, with the reason where one does nothing now.
enum CaesareanBindings {
    private typealias Text = EmergencyCaesareanText

    /// The keys while a run, or none, is shown.
    static func ofRun(_ shown: ShownRun?, count: Int, isFollowing: Bool, _ scene: Scene) -> [Binding<CaesareanAction>] {
        let none = shown == nil ? Text.noRun : nil
        let unsaved = none ?? (shown?.isSaved == false ? Text.startNotSaved : nil)
        let ended = none ?? (shown?.run.isRunning == true ? nil : Text.hasEnded)
        let closed = none ?? (shown?.takesMarks == true ? nil : Text.hasEnded)
        let unborn = none ?? (shown?.babies.isEmpty == false ? nil : Text.notBorn)
        let signed = unsaved ?? (shown?.unsignedCount == 0 ? Text.nothingUnsigned : nil)
        let unsigned = signed ?? (scene.staff == nil ? Phrase.signInFirst : nil)
        let staffed = unsaved ?? (scene.staff == nil ? Phrase.signInFirst : nil)
        let closing = staffed ?? (shown?.run.isRunning == true ? Text.stillRuns : nil)
        let single = count > 1 ? nil : Text.onlyOne
        let following: [Binding<CaesareanAction>] = isFollowing ? [] : [Binding(.escape, .back, Text.followNext)]
        return following + [
            Binding(" ", .markNext, Text.markNext, unavailable: closed),
            Binding(.enter, .openMilestone, Text.openMilestone, unavailable: closed),
            Binding("t", .retime, Text.retime, unavailable: closed),
            Binding("b", .birth, Text.birth, unavailable: none, inFooter: false),
            Binding("c", .category, Text.category, unavailable: none),
            Binding("i", .indication, Text.indication, unavailable: none),
            Binding("d", .delay, Text.delay, unavailable: none),
            Binding("a", .arrival, Text.arrival, unavailable: none),
            Binding("v", .callSomebody, Text.callSomebody, unavailable: ended),
            Binding("r", .review, Text.review, unavailable: staffed),
            Binding("m", .arrest, Text.arrest, unavailable: none, inFooter: false),
            Binding("h", .entries, Text.entries, unavailable: unsaved, inFooter: false),
            Binding("o", .confirm, Text.confirm, unavailable: unsaved ?? ended, inFooter: false),
            Binding("f", .closeCase, Text.closeCase, unavailable: closing, inFooter: closing == nil),
            Binding("n", .naming, Text.naming, unavailable: unsaved),
            Binding("p", .apgar, Text.apgar, unavailable: unborn),
            Binding("g", .gases, Text.gases, unavailable: unborn),
            Binding("l", .bands, Text.bands, unavailable: unborn),
            Binding("w", .sign, Text.sign, unavailable: unsigned),
            Binding("x", .standDown, Text.standDown, unavailable: ended),
            Binding("k", .void, Text.void, unavailable: ended, inFooter: false),
            Binding("[", .previousRun, Text.previousRun, unavailable: single),
            Binding("]", .nextRun, Text.nextRun, unavailable: single),
            Binding("y", .history, Text.history),
            Binding("j", .casePage, CasebookText.casePage, unavailable: unsaved),
            Binding(
                "e", .paper, Text.paper, unavailable: scene.staff == nil ? Phrase.signInFirst : nil, inFooter: false),
        ]
            + OnCallSlot.allCases.map { slot in
                Binding(slot.key, .call(slot), Text.call(slot), unavailable: ended, inFooter: false)
            }
    }
}
