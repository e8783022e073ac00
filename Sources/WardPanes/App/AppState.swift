import ScreenGrid
import WardDomain

/// The whole program as a value: what it knows, what is on the screen, what it waits for.
///
/// `receive` takes one input at a time and says what is to be done; nothing else changes it.
public struct AppState: Sendable {
    public internal(set) var settings: AppSettings
    public internal(set) var ward: WardState {
        didSet { names = NamesApart(ward) }
    }
    private var names: NamesApart
    public let rules: ClinicalRules
    var panes = Panes(PaneRegistry.panes())
    var focus = PaneID.deliveryRooms
    var isZoomed = false
    var size = Size(columns: 80, rows: 24)
    var dialogs: [OpenDialog] = []
    /// Dialogs of people who were locked out or signed out, kept with what they had typed.
    var parked: [Badge: [OpenDialog]] = [:]
    var session: Session?
    /// The wrong PINs that the ledger knew when a PIN was checked last.
    var pinAttempts = PINAttempts()
    var toasts: [ToastMessage] = []
    var orders: OrderBook
    var storeFault: Phrase?
    var standing: [StandingNotice: Phrase]
    /// When the store was last known to answer.
    var liveAt: ClockReading?
    var clockWatch = ClockWatch()
    var clockSignals = ClockSignals()
    /// The mother selected last by somebody signed in, and when: an emergency is for her within 60 seconds.
    var lastSelected: (admission: AdmissionID, newborn: NewbornID?, uptime: Int64)?
    /// This terminal's newest entry of whoever is signed in, for `u`.
    var lastOwnEntry: Entry?

    /// - Parameters:
    ///   - ids: where the ids of its orders come from.
    ///   - standing: what is to be said from the first screen on.
    public init(
        settings: AppSettings, ward: WardState, rules: ClinicalRules, ids: CommandIDs,
        standing: [StandingNotice: Phrase] = [:]
    ) {
        self.settings = settings
        self.ward = ward
        names = NamesApart(ward)
        self.rules = rules
        orders = OrderBook(ids: ids)
        self.standing = standing
    }

    /// Orders that the store has not taken, the oldest first.
    public var notSaved: [RecordOrder] { orders.notSaved }

    /// Takes one input and answers what is to be done in the world.
    public mutating func receive(_ input: AppInput, now: Now) -> [Effect] {
        switch input {
        case .terminal(let input): return receive(input, now)
        case .tick: return tick(now)
        case .ward(let ward, let news): return learn(ward, .ward(news), now)
        case .wardReadAnew(let ward): return learn(ward, .readAnew, now)
        case .recorded(let ticket, let outcome): return learn(outcome, ofTicket: ticket, now)
        case .answer(let answer): return learn(answer, now)
        case .pinChecked(let badge, let matches): return learn(pinOf: badge, matches: matches, now)
        case .notice(let text):
            toasts.append(ToastMessage(text, .banner, now: now))
            return []
        case .storeFault(let fault):
            storeFault = fault
            if fault == nil { liveAt = now.reading }
            return []
        case .standing(let notice, let text):
            standing[notice] = text
            return []
        }
    }

    /// What was shown as NOT SAVED and was refused after all, as long as it is said.
    public var notRecorded: Phrase? { toasts.last { $0.isNotRecorded }?.text }

    /// Tries whatever is not saved when the program ends: no dialog is there any more to learn what became of it.
    mutating func tryLast(_ now: Now) -> [Effect] {
        dialogs = []
        return orders.tryAll(now)
    }

    /// What panes and dialogs may look at.
    func scene(_ now: Now) -> Scene {
        var scene = Scene(
            ward: ward, names: names, rules: rules, instant: now, language: settings.language,
            terminal: settings.terminal, staff: session.flatMap { ward.roster[$0.badge] },
            namesRevealed: session.map { $0.revealedUntil > now.reading.uptime } ?? false, orders: orders)
        scene.standing = StandingNotice.allCases.compactMap { standing[$0] }
        return scene
    }

    /// When something on the screen changes next without any input: at the next whole second, or before it where a pane
    /// plays something again faster than it was.
    public func nextChange(after now: Now) -> Int64 {
        let intoSecond = now.moment.milliseconds % 1000
        let second = now.reading.uptime + (1000 - intoSecond) * 1_000_000
        let scene = scene(now)
        return panes.compactMap { $0.nextChange(scene) }.reduce(second, min)
    }

    private mutating func tick(_ now: Now) -> [Effect] {
        toasts.removeAll { $0.until <= now.reading.uptime }
        var effects = orders.due(now)
        if clockSignals.areDue(scene(now)), settings.ringsBell(at: now.local) { effects.append(.ringBell) }
        if let step = clockWatch.step(now) {
            let text = Phrase(
                en: "The wall clock jumped by \(step) s. Running clocks are not moved by it.",
                zhHans: "系统时钟跳变 \(step) 秒。运行中的计时不受影响。")
            toasts.append(ToastMessage(text, .banner, now: now))
            effects += order(NoteClockStep(seconds: step), .now, dialog: nil, now)
        }
        if let session, now.reading.uptime - session.lastActive > Int64(settings.lockSeconds) * 1_000_000_000 {
            effects += signOut(.locked, now)
        }
        return effects
    }
}

/// A dialog on the screen, and the order whose outcome it waits for.
struct OpenDialog: Sendable {
    var panel: any DialogPanel
    var awaits: Int?
}
