import NcursesTerminal
import ScreenGrid
import WardDomain
import WardPanes

/// The one loop: it sleeps until a key, a signal or the next change of the screen, takes in all that waits, draws once.
final class MainLoop {
    private let desk: LedgerDesk
    private let terminal: NcursesTerminal
    private let clock: SystemClock
    private let themes: ThemeShelf
    private let printing: Printing
    private var session: AppSession
    private var drawn = DrawnScreen()
    private var nextTick: Int64 = 0
    /// When the store was last looked at, and when it is to be looked at because somebody has written to it.
    private var lookedAt: Int64 = 0
    private var nextLook = Int64.max
    private let watch: StoreWatch
    private var isRunning = true
    /// False while nothing came in since the screen was drawn.
    private var hasNews = true

    /// So often what is not saved is tried when the program ends; a busy store is waited for 100 ms each time.
    private static let lastTries = 10

    /// The least time between two looks at the store, in nanoseconds: a bulk writer must not keep a terminal busy.
    private static let restBetweenLooks: Int64 = 100_000_000

    /// Between two transactions of our own, in nanoseconds: others that wait for the store get in.
    private static let restBetweenTransactions: Int64 = 1_000_000

    init(
        desk: LedgerDesk, watch: StoreWatch, terminal: NcursesTerminal, clock: SystemClock, themes: ThemeShelf,
        printing: Printing, session: AppSession
    ) {
        self.desk = desk
        self.watch = watch
        self.terminal = terminal
        self.clock = clock
        self.themes = themes
        self.printing = printing
        self.session = session
    }

    /// Runs until somebody leaves or a signal ends it.
    ///
    /// - Returns: what is not recorded, also not when it was tried a last time.
    func run() -> [Phrase] {
        receive(.terminal(.resize(terminal.size)))
        receive(desk.opening)
        receive(.tick)
        while isRunning {
            lookWhenDue()
            tickWhenDue()
            if hasNews { terminal.show(drawn.draw(session.state, now: now)) }
            hasNews = false
            sleep()
            takeInputs()
            settleWhenDue()
            receive(desk.bringUpHistory { clock.uptime })
        }
        for _ in 1...MainLoop.lastTries { perform(session.tryLast(now: now)) }
        return session.state.notSaved.map(ProgramText.lost) + [session.state.notRecorded].compactMap { $0 }
    }

    /// What others have recorded comes first: a band that was attached elsewhere an instant ago is known to its scan.
    private func takeInputs() {
        let inputs = terminal.readInputs()
        guard !inputs.isEmpty else { return }
        receive(desk.catchUp())
        for timed in inputs { receive(.terminal(timed.input), at: timed.time) }
    }

    private var now: Now { Now(clock.now(), SystemClock.offset) }

    /// Sleeps until input comes, somebody writes to the store, or something is due.
    private func sleep() {
        let due = min(nextTick, nextLook, session.deadline ?? .max)
        let until = desk.hasHistoryToBringUp ? min(due, clock.uptime + MainLoop.restBetweenTransactions) : due
        let milliseconds = Int(max(0, (until - clock.uptime + 999_999) / 1_000_000))
        let watched = nextLook == .max ? watch.descriptor.map { [$0] } ?? [] : []
        let wake = terminal.wait(milliseconds: milliseconds, also: watched)
        guard !wake.readable.isEmpty else { return }
        watch.settle()
        nextLook = max(clock.uptime, lookedAt + MainLoop.restBetweenLooks)
    }

    private func tickWhenDue() {
        guard clock.uptime >= nextTick else { return }
        receive(desk.askAgain())
        receive(.tick)
        nextTick = session.state.nextChange(after: now)
    }

    private func receive(_ inputs: [AppInput]) {
        for input in inputs { receive(input) }
    }

    private func receive(_ input: AppInput) {
        perform(session.receive(input, now: now))
    }

    /// Takes an input of an earlier instant, such as a key press, by the boot clock.
    private func receive(_ input: AppInput, at uptime: Int64) {
        let reading = clock.now()
        let earlier = (reading.uptime - uptime) / 1_000_000
        let pressed = ClockReading(
            moment: Moment(milliseconds: reading.moment.milliseconds - earlier), bootID: reading.bootID, uptime: uptime)
        perform(session.receive(input, now: Now(pressed, SystemClock.offset)))
    }

    private func perform(_ effects: [Effect]) {
        hasNews = true
        for effect in effects { perform(effect) }
    }

    private func perform(_ effect: Effect) {
        switch effect {
        case .record(let order): record(order)
        case .ask(let question): receive(desk.ask(question))
        case .checkPIN(let badge, let pin): receive(desk.check(badge, pin: pin))
        case .ringBell: terminal.bell()
        case .print(let job): receive(.notice(printing.print(job, at: clock.now().moment)))
        case .printLabel(let label): receive(.notice(printing.print(label)))
        case .useTheme(let name):
            if let theme = themes.theme(named: name) { terminal.setTheme(theme) }
        case .redraw: terminal.redraw()
        case .suspend:
            terminal.suspend()
            receive(.terminal(.resize(terminal.size)))
            receive(.terminal(.resumed))
        case .quit: isRunning = false
        }
    }

    private func record(_ order: RecordOrder) {
        receive(desk.record(order, at: clock.now()))
    }

    /// Held keys wait for their time; before it there is nothing to decide.
    private func settleWhenDue() {
        guard let deadline = session.deadline, clock.uptime >= deadline else { return }
        perform(session.settle(now: now))
    }

    /// Looks for other terminals' entries soon after somebody has written, and with every tick.
    private func lookWhenDue() {
        guard clock.uptime >= min(nextTick, nextLook) else { return }
        receive(desk.catchUp())
        lookedAt = clock.uptime
        nextLook = .max
    }
}
