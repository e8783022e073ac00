import ScreenGrid
import WardDomain

/// A window over the panes that takes the keys until it is closed: a form, a choice, a question.
///
/// Its text survives a resize, a busy store and a change of who is signed in.
public protocol DialogPanel: Sendable {
    var title: Phrase { get }
    /// True where it asks for the PIN of somebody who does not sign in by it.
    var asksPIN: Bool { get }
    /// True where a band is to be put on: its issue is new, and is given as it was read.
    var takesNewBands: Bool { get }
    /// True while it holds what somebody typed and nobody has recorded.
    var holdsWork: Bool { get }
    /// The keys for the footer.
    func bindingLines(_ scene: Scene) -> [BindingLine]
    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse
    /// Takes what came as fast as a scan where it can only have been typed, such as a PIN; nil where it is a scan.
    mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse?
    /// Takes a scan, which never acts as keys; a dialog that waits for none swallows it with a word why.
    mutating func take(scan: String, _ scene: Scene) -> DialogResponse
    mutating func take(paste: String, _ scene: Scene)
    /// What became of what this dialog ordered to be recorded.
    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse
    mutating func learn(_ answer: HistoryAnswer, _ scene: Scene)
    /// What it wants when the ward has changed.
    func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect]
    /// The answer to a PIN.
    mutating func learn(_ answer: PINAnswer, pinOf badge: Badge, _ scene: Scene) -> DialogResponse
    func draw(on grid: inout CellGrid, _ scene: Scene)
}

/// What a dialog wants after an input.
public struct DialogResponse: Sendable {
    public let closes: Bool
    public let effects: [PaneEffect]
    /// Whether what it ordered and the store has not taken is taken back, so that nothing is recorded.
    let withdraws: Bool

    init(closes: Bool, effects: [PaneEffect], withdraws: Bool = false) {
        self.closes = closes
        self.effects = effects
        self.withdraws = withdraws
    }

    public static let stay = DialogResponse(closes: false, effects: [])
    public static let close = DialogResponse(closes: true, effects: [])

    /// Stays open and wants something done.
    public static func stay(_ effects: PaneEffect...) -> DialogResponse {
        DialogResponse(closes: false, effects: effects)
    }

    /// Closes and wants something done.
    public static func close(_ effects: PaneEffect...) -> DialogResponse {
        DialogResponse(closes: true, effects: effects)
    }
}

extension DialogPanel {
    public var asksPIN: Bool { false }
    public var takesNewBands: Bool { false }
    public var holdsWork: Bool { false }

    public mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? { nil }

    public mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        .stay(.toast(whyNoScan(scan, scene), .alarmLow))
    }

    /// Why a scan does nothing here: a dialog stays its opener's, so a badge takes over after it.
    func whyNoScan(_ scan: String, _ scene: Scene) -> Phrase {
        guard let member = scene.ward.roster[Badge(scan)], member.badge != scene.staff?.badge else {
            return Phrase(
                en: "No field here waits for a scan: \(scan.safeForScreen)",
                zhHans: "此处没有等待扫描的项目：\(scan.safeForScreen)")
        }
        guard let owner = scene.staff else {
            return Phrase(en: "Finish or close this, then scan the badge.", zhHans: "请先完成或关闭此窗口，再扫描工牌。")
        }
        let name = owner.name.safeForScreen
        return Phrase(
            en: "This is \(name)'s: finish or close it, then the next badge takes over.",
            zhHans: "此窗口由\(name)打开：请先完成或关闭，再由下一工牌接管。")
    }

    public mutating func take(paste: String, _ scene: Scene) {}

    public mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        if case .committed = outcome { return .close }
        return .stay
    }

    public mutating func learn(_ answer: HistoryAnswer, _ scene: Scene) {}

    public func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] { [] }

    public mutating func learn(_ answer: PINAnswer, pinOf badge: Badge, _ scene: Scene) -> DialogResponse { .stay }
}
