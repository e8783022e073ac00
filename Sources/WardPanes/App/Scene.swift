import ClinicalLibrary
import ScreenGrid
import WardDomain

/// What panes and dialogs may look at while they act and draw. They change nothing in it.
public struct Scene: Sendable {
    public let ward: WardState
    /// Whose names are alike, and what tells them apart.
    public let names: NamesApart
    public let rules: ClinicalRules
    /// What the time is. Drawing asks `now` and its neighbours, which note what is shown of it.
    let instant: Now
    /// Where it is noted; nil while nothing is drawn that is to be kept.
    var timeShown: TimeShown?
    public let language: Language
    public let terminal: String
    /// Who is signed in here; nil while nobody is.
    public let staff: StaffMember?
    /// True for the seconds in which names are shown whole.
    public let namesRevealed: Bool
    /// Orders without an answer yet.
    let orders: OrderBook
    /// What is said as long as it is so, the first first.
    var standing: [Phrase] = []

    init(
        ward: WardState, names: NamesApart, rules: ClinicalRules, instant: Now, language: Language, terminal: String,
        staff: StaffMember?, namesRevealed: Bool, orders: OrderBook
    ) {
        self.ward = ward
        self.names = names
        self.rules = rules
        self.instant = instant
        self.language = language
        self.terminal = terminal
        self.staff = staff
        self.namesRevealed = namesRevealed
        self.orders = orders
    }

    /// The same with nobody on the ward.
    var ofAnEmptyWard: Scene {
        Scene(
            ward: WardState(), names: NamesApart(WardState()), rules: rules, instant: instant, language: language,
            terminal: terminal, staff: staff, namesRevealed: namesRevealed, orders: orders)
    }

    /// Orders that the store has not taken, the oldest first.
    var notSaved: [RecordOrder] { orders.notSaved }

    /// A text in the language of this terminal.
    public func say(_ phrase: Phrase) -> String {
        phrase[language]
    }

    /// A text in the language of this terminal.
    public func say(_ en: String, _ zhHans: String) -> String {
        language == .english ? en : zhHans
    }

    /// A recorded text as it is said on this terminal.
    func said(_ recorded: String) -> String {
        say(Phrase(recorded: recorded)).safeForScreen
    }

    /// A mother's name as this screen may show it.
    public func name(of admission: Admission) -> String {
        guard !namesRevealed, admission.identity.isNamed, let masked = names.masked[admission.id] else {
            return name(of: admission.identity)
        }
        return masked
    }

    /// The same in both languages, for what is said in either.
    func called(_ admission: Admission) -> Phrase {
        guard admission.identity.isNamed else { return admission.identity.said }
        let name = name(of: admission)
        return Phrase(en: name, zhHans: name)
    }

    /// The same of somebody whose story is not at hand; a label that stands for a name is no name and stays whole.
    func name(of identity: MotherIdentity) -> String {
        namesRevealed || !identity.isNamed ? say(identity.said).safeForScreen : NameMask.masked(identity)
    }

    /// A staff member's name; the badge where nobody knows it.
    public func name(of badge: Badge) -> String {
        (ward.roster[badge]?.name ?? badge.rawValue).safeForScreen
    }

    /// What a fact says where anybody may read it: staff by their names, and no mother or relative.
    func summary(of fact: any Fact) -> Phrase {
        (fact as? any NamesStaff)?.summary(calling: name) ?? fact.maskedSummary
    }

    /// Who came to a run: by the name given, else by the badge, else by what she or he is on the team.
    public func name(of arrival: CaesareanRun.Arrival) -> String {
        if let badge = arrival.badge, ward.roster[badge] != nil { return name(of: badge) }
        return (arrival.name ?? arrival.badge?.rawValue ?? arrival.part.map { say($0.label) } ?? "").safeForScreen
    }

    /// A custodian in words.
    public func name(of custodian: Custodian) -> String {
        if case .staff(let badge) = custodian { return name(of: badge) }
        return say(custodian.text).safeForScreen
    }
}
