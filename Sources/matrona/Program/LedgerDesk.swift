import WardDomain
import WardLedger
import WardPanes

/// Where the program's orders meet the ledger: it records, asks, looks for others' entries and brings the past up, and
/// says what came of it as inputs. It reads no clock and waits for nothing.
final class LedgerDesk {
    private let ledger: WardLedger
    private let rules: ClinicalRules
    /// What this terminal is called in the ledger.
    private let terminal: String
    private var unanswered: Set<HistoryQuestion> = []
    /// Why the store did not answer, other than that it was busy.
    private var faultOfAnswers: LedgerFault?
    /// True while the store could not be looked at.
    private var hasFault = false
    /// False once older rows could not be written anew; somebody has to look at the store first.
    private var bringsUpHistory = true

    init(_ ledger: WardLedger, rules: ClinicalRules, terminal: String) {
        self.ledger = ledger
        self.rules = rules
        self.terminal = terminal
    }

    /// What the program begins with: a store that is well, and the ward as it stands in it.
    var opening: [AppInput] { [.storeFault(nil), .ward(ledger.ward, news: [])] }

    /// Records an order, or says why not; by its id the ledger knows it again, so that none is ever recorded twice.
    func record(_ order: RecordOrder, at reading: ClockReading) -> [AppInput] {
        let envelope = CommandEnvelope(
            id: order.id, by: order.by, time: order.time, givenAt: order.givenAt, terminal: terminal,
            command: order.command)
        do throws(RecordFault) {
            let entries = try ledger.record(envelope, rules: rules, now: reading, offset: SystemClock.offset)
            return [.ward(ledger.ward, news: entries), .recorded(ticket: order.ticket, .committed(entries))]
        } catch {
            switch error {
            case .refused(let refusal): return [.recorded(ticket: order.ticket, .refused(refusal))]
            case .ledger(let fault): return [.recorded(ticket: order.ticket, .notSaved(fault.text))]
            }
        }
    }

    /// The answer of the past; nothing while the store does not give it, which is then asked for again.
    func ask(_ question: HistoryQuestion) -> [AppInput] {
        do throws(LedgerFault) {
            return [.answer(try ledger.answer(question))]
        } catch {
            unanswered.insert(question)
            return error == .busy ? [] : sayOfAnswers(error)
        }
    }

    /// Asks again what the store did not answer; what it can't answer stays said until it can.
    func askAgain() -> [AppInput] {
        guard !unanswered.isEmpty else { return [] }
        let questions = unanswered
        unanswered = []
        let answers = questions.flatMap(ask)
        return unanswered.isEmpty ? answers + sayOfAnswers(nil) : answers
    }

    private func sayOfAnswers(_ fault: LedgerFault?) -> [AppInput] {
        guard fault != faultOfAnswers else { return [] }
        faultOfAnswers = fault
        return [.standing(.unanswered, fault?.text)]
    }

    /// Whether a PIN is right; nil when the store does not tell.
    func check(_ badge: Badge, pin: String) -> [AppInput] {
        do throws(LedgerFault) {
            let matches = try ledger.pinVerifier(for: badge).flatMap(PINVerifier.init)?.matches(pin) ?? false
            return [.pinChecked(badge, matches: matches)]
        } catch {
            return report(error) + [.pinChecked(badge, matches: nil)]
        }
    }

    /// What other terminals have recorded since the last look.
    func catchUp() -> [AppInput] {
        do throws(LedgerFault) {
            let news = try ledger.catchUp()
            var inputs: [AppInput] = hasFault ? [.storeFault(nil)] : []
            hasFault = false
            if news.restored { inputs.append(.notice(ProgramText.restored)) }
            if news.isReadAnew {
                bringsUpHistory = true
                inputs.append(.standing(.past, ledger.historyIsBehind ? ProgramText.historyIsBehind : nil))
                inputs.append(.wardReadAnew(ledger.ward))
            }
            if !news.entries.isEmpty { inputs.append(.ward(ledger.ward, news: news.entries)) }
            return inputs
        } catch {
            return report(error)
        }
    }

    private func report(_ fault: LedgerFault) -> [AppInput] {
        guard fault != .busy else { return [] }
        hasFault = true
        return [.storeFault(fault.text)]
    }

    var hasHistoryToBringUp: Bool { ledger.historyIsBehind && bringsUpHistory }

    /// Writes some of the rows that an older program left, between two looks at the keyboard.
    ///
    /// - Parameter uptime: the boot clock in nanoseconds, to keep each piece short.
    func bringUpHistory(uptime: () -> Int64) -> [AppInput] {
        guard hasHistoryToBringUp else { return [] }
        do throws(LedgerFault) {
            try ledger.bringUpHistory(uptime: uptime)
            return ledger.historyIsBehind ? [] : [.standing(.past, nil), .wardReadAnew(ledger.ward)]
        } catch .busy {
            return []
        } catch {
            bringsUpHistory = false
            return [.standing(.past, ProgramText.historyHalted(error))]
        }
    }
}
