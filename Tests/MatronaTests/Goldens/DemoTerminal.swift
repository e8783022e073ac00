import ClinicalLibrary
import Foundation
import ScreenGrid
import Testing
import WardDomain
import WardLedger
import WardPanes

@testable import matrona

/// The demo's ward at a fixed moment, on a store of its own.
final class DemoEvening {
    static let offset = LocalOffset.fixed(seconds: 8 * 3600)
    /// 2026-11-22 18:42:07, a boot clock that has run for longer than the evening's story reaches back.
    static let start = ClockReading(
        moment: Moment(milliseconds: 1_795_344_127_000), bootID: "golden", uptime: 10_000_000_000_000_000)

    let demo: DemoWard
    let ledger: WardLedger

    init() throws {
        demo = try Demo.prepare(now: Self.start, offset: Self.offset)
        ledger = try WardLedger(opening: demo.storePath)
    }

    deinit {
        demo.remove()
    }
}

/// A terminal on the demo's ward without a terminal: keys and scans go in, a grid can be looked at.
struct DemoTerminal {
    private let evening: DemoEvening
    private let rules = ClinicalLibrary.compiledIn.rules
    private var session: AppSession
    private var drawn = DrawnScreen()
    private var reading = DemoEvening.start
    /// What the terminal measures.
    private(set) var size = Size(columns: 0, rows: 0)

    init(_ evening: DemoEvening, _ language: Language, columns: Int, rows: Int) {
        self.evening = evening
        let staff = evening.demo.staff.map {
            AppSettings.DemoStaff(badge: $0.badge, name: $0.name, role: $0.role, pin: $0.pin)
        }
        let settings = AppSettings(language: language, themes: ["daylight"], terminal: "T-03", demo: staff)
        session = AppSession(
            state: AppState(
                settings: settings, ward: evening.ledger.ward, rules: rules, ids: CommandIDs(seed: 1)))
        send(.storeFault(nil))
        resize(columns, rows)
        send(.ward(evening.ledger.ward, news: []))
        send(.tick)
    }

    var grid: CellGrid { session.state.draw(now: now) }

    /// The same as the program shows it, drawn anew only where it may look different than the last time.
    mutating func keptGrid() -> CellGrid { drawn.draw(session.state, now: now) }

    /// Takes any input that a terminal can send.
    mutating func take(_ input: TerminalInput) {
        send(.terminal(input))
        advance(100)
        carryOut(session.settle(now: now))
    }

    mutating func press(_ keys: Key...) {
        for key in keys { press(key) }
    }

    mutating func type(_ text: String) {
        for character in text { press(.character(character)) }
    }

    /// Sends a code and Enter as a scanner does.
    mutating func scan(_ code: String) {
        // Nothing pasted stands for the moment that a hand needs from the keyboard to the scanner.
        send(.terminal(.paste("")))
        for character in code { send(.terminal(.key(.character(character)))) }
        press(.enter)
    }

    mutating func signIn(_ badge: String) throws {
        scan(badge)
        type(evening.demo.staff.first { $0.badge == Badge(badge) }?.pin ?? "")
        press(.enter)
    }

    mutating func resize(_ columns: Int, _ rows: Int) {
        size = Size(columns: columns, rows: rows)
        send(.terminal(.resize(size)))
    }

    /// Lets whole seconds go by, so that messages leave the screen.
    mutating func wait(seconds: Int) {
        wait(milliseconds: Int64(seconds) * 1000)
    }

    mutating func wait(milliseconds: Int64) {
        advance(milliseconds)
        send(.tick)
    }

    /// A key of its own, and the time after which it can be no part of a scan.
    private mutating func press(_ key: Key) { take(.key(key)) }

    private var now: Now { Now(reading, DemoEvening.offset) }

    private mutating func advance(_ milliseconds: Int64) {
        reading = ClockReading(
            moment: Moment(milliseconds: reading.moment.milliseconds + milliseconds), bootID: reading.bootID,
            uptime: reading.uptime + milliseconds * 1_000_000)
    }

    private mutating func send(_ input: AppInput) {
        carryOut(session.receive(input, now: now))
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .record(let order): record(order)
            case .ask(let question):
                do {
                    send(.answer(try evening.ledger.answer(question)))
                } catch {
                    Issue.record("\(question): \(error)")
                }
            case .checkPIN(let badge, let pin):
                let known = evening.demo.staff.first { $0.badge == badge }
                send(.pinChecked(badge, matches: known?.pin == pin))
            default: break
            }
        }
    }

    private mutating func record(_ order: RecordOrder) {
        let envelope = CommandEnvelope(
            id: order.id, by: order.by, time: order.time, terminal: "T-03",
            command: order.command)
        do throws(RecordFault) {
            let entries = try evening.ledger.record(
                envelope, rules: rules, now: reading, offset: DemoEvening.offset)
            send(.ward(evening.ledger.ward, news: entries))
            send(.recorded(ticket: order.ticket, .committed(entries)))
        } catch {
            switch error {
            case .refused(let refusal): send(.recorded(ticket: order.ticket, .refused(refusal)))
            case .ledger(let fault): Issue.record("\(order.command): \(fault)")
            }
        }
    }
}
