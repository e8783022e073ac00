import ArgumentParser
import ClinicalLibrary
import WardDomain
import WardLedger

/// `matrona list`: what is recorded, for people, scripts and spreadsheets.
struct ListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: """
            List mothers, newborns, caesareans, handovers, counts, shifts, drills, responses, what came of them, or alarms.
            """,
        discussion: """
            The newest come first. --from and --to are days of local time, both included; they count admission, birth, \
            decision, handover or start. Alarms are what waits now, the most urgent first, and take no days.

            Actions, threats and defects live on after their drill or check until they are closed; duties are what the \
            policy's rhythms and the year's drills want today, with what to drill next; checks are those of rescue \
            carts and newborn areas, and readiness is how each of those stands now.

            --format json prints one array. Keys are lowerCamelCase, times ISO 8601 with offset, durations whole \
            seconds in ...Seconds, null for what was not recorded. CSV has the same keys, without what has parts.

            \(CaesareanColumns.help)

            Handovers are the register: a corrected row stays, with supersededBy, and each correction adds a row with \
            supersedes, correctionReason and struck. What is said of the baby beside (bands, weight, ...) is as known now. \
            Counts are head counts, shifts the changes of shift with what was accepted, as it was.

            Drills and real responses are two lists; neither is ever in the other. A drill has its own number.
            """)

    /// What can be listed.
    enum Subject: String, CaseIterable, ExpressibleByArgument {
        case mothers, newborns, caesareans, handovers, counts, shifts, drills, responses, alarms
        case actions, threats, defects, rhythms, duties, checks, readiness

        /// True for what is listed as it stands now, and takes no days.
        var isNow: Bool { [.alarms, .duties, .readiness].contains(self) }
    }

    @OptionGroup var storeOption: StoreOption
    @Argument(help: "What to list.")
    var subject: Subject
    @Option(help: ArgumentHelp("The first day, such as 2026-11-22.", valueName: "day"))
    var from: CalendarDay?
    @Option(help: ArgumentHelp("The last day.", valueName: "day"))
    var to: CalendarDay?
    @Option(help: "How to print.")
    var format = ListFormat.table

    func validate() throws {
        if subject.isNow, from != nil || to != nil { throw ValidationError("list \(subject.rawValue) takes no days.") }
        if let from, let to, to < from { throw ValidationError("--to lies before --from.") }
    }

    func run() throws {
        let location = storeOption.location
        let ledger = try OpenStore.withHistory(at: location.path)
        let rules = OpenLibrary.at(location.libraryFolder).rules
        let lister = Lister(
            ledger: ledger, rules: rules, now: SystemClock().now(), offset: SystemClock.offset, from: from, to: to,
            format: format)
        switch subject {
        case .mothers: try lister.mothers()
        case .newborns: try lister.newborns()
        case .caesareans: try lister.caesareans()
        case .handovers: try lister.handovers()
        case .counts: try lister.headCounts()
        case .shifts: try lister.shifts()
        case .drills: try lister.drills()
        case .responses: try lister.responses()
        case .alarms: try lister.alarms()
        case .actions: try lister.findings(.action)
        case .threats: try lister.findings(.threat)
        case .defects: try lister.findings(.defect)
        case .rhythms: try lister.rhythms()
        case .duties: try lister.duties()
        case .checks: try lister.checks()
        case .readiness: try lister.readiness()
        }
    }
}

extension CalendarDay: ExpressibleByArgument {
    public init?(argument: String) {
        self.init(argument)
    }
}
