import ScreenGrid
import WardDomain
import WardLabels

/// Everything that can reach the program: from the terminal, from the clock, from the ledger.
public enum AppInput: Sendable {
    case terminal(TerminalInput)
    /// Something on the screen may have changed with the time.
    case tick
    /// The ledger has moved: other terminals' entries, or this one's own.
    case ward(WardState, news: [Entry])
    /// The ward as it was read anew, after a restore or after more news than are told: any earlier answer may be wrong.
    case wardReadAnew(WardState)
    /// What became of an order to record.
    case recorded(ticket: Int, RecordOutcome)
    case answer(HistoryAnswer)
    /// Whether a PIN is right; nil when the store did not tell.
    case pinChecked(Badge, matches: Bool?)
    /// How the store is doing; nil when all is well.
    case storeFault(Phrase?)
    /// Something that is said as long as it is so; nil when it is over.
    case standing(StandingNotice, Phrase?)
    /// Something to be said once, such as that the store was restored.
    case notice(Phrase)
}

/// What is said in the frame as long as it is so, the first first.
public enum StandingNotice: CaseIterable, Sendable {
    /// What the store can't answer.
    case unanswered
    /// A file of the hospital that is not in force.
    case library
    /// Settings of this terminal that are not in force.
    case settings
    /// Lists of the past that are not whole.
    case past
    /// A theme that was asked for and can't be taken.
    case theme
}

/// What became of an order to record something.
public enum RecordOutcome: Sendable {
    /// It is in the ledger, for ever.
    case committed([Entry])
    case refused(Refusal)
    /// The store is busy, full or away; the order is kept and tried again.
    case notSaved(Phrase)
}

/// What the program wants done in the world; its answers come back as `AppInput`.
public enum Effect: Sendable {
    case record(RecordOrder)
    case ask(HistoryQuestion)
    case checkPIN(Badge, pin: String)
    case ringBell
    /// Pages go to the printer, or to a file.
    case print(PrintJob)
    /// A band, tag or card goes to the label printer.
    case printLabel(Label)
    case useTheme(String)
    case redraw
    case suspend
    case quit
}

/// An order to record a command; ticket and id stay the same however often it is tried.
public struct RecordOrder: Sendable {
    public let ticket: Int
    /// The command's own id: what the command opens bears it before it is recorded.
    public let id: CommandID
    public let by: Badge?
    public let time: CommandEnvelope.Time
    /// When it was ordered.
    public let givenAt: ClockReading
    public let command: any WardCommand

    public init(
        ticket: Int, id: CommandID, by: Badge?, time: CommandEnvelope.Time, givenAt: ClockReading,
        command: any WardCommand
    ) {
        self.ticket = ticket
        self.id = id
        self.by = by
        self.time = time
        self.givenAt = givenAt
        self.command = command
    }
}

/// What the time is, by both clocks, and how local time stands to UTC: always an argument.
public struct Now: Sendable {
    public let reading: ClockReading
    public let offset: LocalOffset

    public init(_ reading: ClockReading, _ offset: LocalOffset) {
        self.reading = reading
        self.offset = offset
    }

    /// The earlier instant at which the boot clock stood so: a key that was withheld acts as of its press.
    func back(to uptime: Int64) -> Now {
        let milliseconds = (reading.uptime - uptime) / 1_000_000
        let earlier = ClockReading(
            moment: Moment(milliseconds: reading.moment.milliseconds - milliseconds), bootID: reading.bootID,
            uptime: uptime)
        return Now(earlier, offset)
    }

    public var moment: Moment { reading.moment }
    public var local: LocalTime { LocalTime(reading.moment, offset) }
    public var today: CalendarDay { local.day }
}
