import ClinicalLibrary
import NcursesTerminal
import ScreenGrid
import WardDomain
import WardLedger
import WardPanes

/// The one loop: it sleeps until a key, a signal or the next change of the screen, takes in all that waits, draws once.
final class MainLoop {
    private let ledger: WardLedger
    private let terminal: NcursesTerminal
    private let clock: SystemClock
    private let rules: ClinicalRules
    private let themes: ThemeShelf
    private let printing: Printing
    private var session: AppSession
    private var ids = CommandIDs()
    /// The ids of commands that are still tried, so that none is ever recorded twice.
    private var idOfTicket: [Int: CommandID] = [:]
    private var unanswered: Set<HistoryQuestion> = []
    /// Why the store did not answer, other than that it was busy.
    private var faultOfAnswers: LedgerFault?
    private var hasFault = false
    /// False once older rows could not be written anew; somebody has to look at the store first.
    private var bringsUpHistory = true
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
        ledger: WardLedger, terminal: NcursesTerminal, clock: SystemClock, rules: ClinicalRules, themes: ThemeShelf,
        printing: Printing, session: AppSession
    ) {
        self.ledger = ledger
        self.terminal = terminal
        self.clock = clock
        self.rules = rules
        self.themes = themes
        self.printing = printing
        self.session = session
        watch = StoreWatch(ledger.path)
    }

    /// Runs until somebody leaves or a signal ends it.
    ///
    /// - Returns: the orders that the store did not take, also not when they were tried a last time.
    func run() -> [RecordOrder] {
        receive(.storeFault(nil))
        receive(.terminal(.resize(terminal.size)))
        receive(.ward(ledger.ward, news: []))
        receive(.tick)
        while isRunning {
            lookWhenDue()
            tickWhenDue()
            if hasNews { terminal.show(drawn.draw(session.state, now: now)) }
            hasNews = false
            sleep()
            takeInputs()
            settleWhenDue()
            bringUpHistory()
        }
        for _ in 1...MainLoop.lastTries where !session.state.notSaved.isEmpty { session.state.notSaved.forEach(record) }
        return session.state.notSaved
    }

    /// What others have recorded comes first: a band that was attached elsewhere an instant ago is known to its scan.
    private func takeInputs() {
        let inputs = terminal.readInputs()
        guard !inputs.isEmpty else { return }
        catchUp()
        for timed in inputs { receive(.terminal(timed.input), at: timed.time) }
    }

    private var now: Now { Now(clock.now(), SystemClock.offset) }

    /// Sleeps until input comes, somebody writes to the store, or something is due.
    private func sleep() {
        let due = min(nextTick, nextLook, session.deadline ?? .max)
        let until = hasHistoryToBringUp ? min(due, clock.uptime + MainLoop.restBetweenTransactions) : due
        let milliseconds = Int(max(0, (until - clock.uptime + 999_999) / 1_000_000))
        let watched = nextLook == .max ? watch.descriptor.map { [$0] } ?? [] : []
        let wake = terminal.wait(milliseconds: milliseconds, also: watched)
        guard !wake.readable.isEmpty else { return }
        watch.settle()
        nextLook = max(clock.uptime, lookedAt + MainLoop.restBetweenLooks)
    }

    private func tickWhenDue() {
        guard clock.uptime >= nextTick else { return }
        askAgain()
        receive(.tick)
        nextTick = session.state.nextChange(after: now)
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
        case .ask(let question): ask(question)
        case .checkPIN(let badge, let pin): receive(.pinChecked(badge, matches: matches(badge, pin)))
        case .ringBell: terminal.bell()
        case .print(let job): receive(.notice(printing.print(job, at: clock.now().moment)))
        case .printLabel(let label): receive(.notice(printing.print(label, rules.site)))
        case .useTheme(let name):
            if let theme = themes.theme(named: name) { terminal.setTheme(theme) }
        case .redraw: terminal.redraw()
        case .suspend:
            terminal.suspend()
            receive(.terminal(.resumed))
        case .quit: isRunning = false
        }
    }

    private func record(_ order: RecordOrder) {
        let reading = clock.now()
        let id = idOfTicket[order.ticket] ?? ids.next(at: reading.moment)
        idOfTicket[order.ticket] = id
        let envelope = CommandEnvelope(
            id: id, by: order.by, time: order.time, terminal: session.state.settings.terminal, command: order.command)
        do throws(RecordFault) {
            let entries = try ledger.record(envelope, rules: rules, now: reading, offset: SystemClock.offset)
            idOfTicket[order.ticket] = nil
            receive(.ward(ledger.ward, news: entries))
            receive(.recorded(ticket: order.ticket, .committed(entries)))
        } catch {
            switch error {
            case .refused(let refusal):
                idOfTicket[order.ticket] = nil
                receive(.recorded(ticket: order.ticket, .refused(refusal)))
            case .ledger(let fault):
                receive(.recorded(ticket: order.ticket, .notSaved(fault.text)))
            }
        }
    }

    private func ask(_ question: HistoryQuestion) {
        do throws(LedgerFault) {
            receive(.answer(try ledger.answer(question)))
        } catch {
            unanswered.insert(question)
            if error != .busy { sayOfAnswers(error) }
        }
    }

    /// Asks again what the store did not answer; what it can't answer stays said until it can.
    private func askAgain() {
        guard !unanswered.isEmpty else { return }
        let questions = unanswered
        unanswered = []
        questions.forEach(ask)
        if unanswered.isEmpty { sayOfAnswers(nil) }
    }

    private func sayOfAnswers(_ fault: LedgerFault?) {
        guard fault != faultOfAnswers else { return }
        faultOfAnswers = fault
        receive(.standing(.unanswered, fault?.text))
    }

    private var hasHistoryToBringUp: Bool { ledger.historyIsBehind && bringsUpHistory }

    /// Writes some of the rows that an older program left, between two looks at the keyboard.
    private func bringUpHistory() {
        guard hasHistoryToBringUp else { return }
        do throws(LedgerFault) {
            try ledger.bringUpHistory(uptime: { clock.uptime })
            guard !ledger.historyIsBehind else { return }
            receive(.standing(.past, nil))
            receive(.wardReadAnew(ledger.ward))
        } catch .busy {
        } catch {
            bringsUpHistory = false
            receive(.standing(.past, ProgramText.historyHalted(error)))
        }
    }

    /// Held keys wait for their time; before it there is nothing to decide.
    private func settleWhenDue() {
        guard let deadline = session.deadline, clock.uptime >= deadline else { return }
        perform(session.settle(now: now))
    }

    /// Looks for other terminals' entries soon after somebody has written, and with every tick.
    private func lookWhenDue() {
        guard clock.uptime >= min(nextTick, nextLook) else { return }
        catchUp()
        lookedAt = clock.uptime
        nextLook = .max
    }

    private func catchUp() {
        do throws(LedgerFault) {
            let news = try ledger.catchUp()
            if hasFault {
                hasFault = false
                receive(.storeFault(nil))
            }
            if news.restored { receive(.notice(ProgramText.restored)) }
            if news.isReadAnew {
                bringsUpHistory = true
                receive(.standing(.past, ledger.historyIsBehind ? ProgramText.historyIsBehind : nil))
                receive(.wardReadAnew(ledger.ward))
            }
            if !news.entries.isEmpty { receive(.ward(ledger.ward, news: news.entries)) }
        } catch {
            report(error)
        }
    }

    private func report(_ fault: LedgerFault) {
        guard fault != .busy else { return }
        hasFault = true
        receive(.storeFault(fault.text))
    }

    /// Nil when the store does not tell.
    private func matches(_ badge: Badge, _ pin: String) -> Bool? {
        do throws(LedgerFault) {
            return try ledger.pinVerifier(for: badge).flatMap(PINVerifier.init)?.matches(pin) ?? false
        } catch {
            report(error)
            return nil
        }
    }
}
