import ScreenGrid
import WardDomain
import WardLedger
import WardPanes

/// The program over a full ward with a running caesarean and somebody signed in; it records nothing.
struct BusyScreen {
    private var session: AppSession
    private let ward: MadeUpWard

    /// Every pane, the help, the palette and the search, opened and left.
    static let keys: [Key] = [
        .character("1"), .down, .down, .up, .tab, .down, .tab, .down, .backTab, .character("4"), .down, .down,
        .character("?"), .down, .escape, .character(":"), .down, .escape, .character("/"), .character("m"), .escape,
        .character("z"), .character("2"), .character("3"), .character("z"),
    ]

    init(_ ward: MadeUpWard) throws {
        let admissions = try ward.fillBeds()
        for admission in admissions { try ward.record(ward.observation(of: admission)) }
        try ward.record(RecordBirth(admission: admissions[0], mode: .vaginal, outcome: .live, sex: .male))
        try ward.record(DecideCaesarean(admission: admissions[1], category: .one))
        try self.init(over: ward)
    }

    /// Over a ward as it is, with somebody signed in.
    init(over ward: MadeUpWard) throws {
        self.ward = ward
        let settings = AppSettings(language: .chinese, themes: ["daylight"])
        var state = AppState(
            settings: settings, ward: ward.ledger.ward, rules: ward.rules, ids: CommandIDs(seed: 1))
        _ = state.receive(scan: MadeUpWard.midwife.rawValue, now: ward.now)
        session = AppSession(state: state)
        send(.storeFault(nil))
        for digit in "1234" { press(.character(digit)) }
        press(.enter)
    }

    func draw() -> CellGrid {
        session.state.draw(now: ward.now)
    }

    /// Gives the program an input, and answers what it asks.
    mutating func send(_ input: AppInput) {
        carryOut(session.receive(input, now: ward.now))
    }

    /// Presses a key as a person does, a fifth of a second after the last.
    mutating func press(_ key: Key) {
        send(.terminal(.key(key)))
        ward.advance(milliseconds: 200)
        carryOut(session.settle(now: ward.now))
        send(.tick)
    }

    private mutating func carryOut(_ effects: [Effect]) {
        for effect in effects {
            switch effect {
            case .checkPIN(let badge, _): send(.pinChecked(badge, matches: true))
            case .ask(let question):
                if let answer = try? ward.ledger.answer(question) { send(.answer(answer)) }
            case .record(let order): send(.recorded(ticket: order.ticket, .committed([])))
            default: break
            }
        }
    }
}
