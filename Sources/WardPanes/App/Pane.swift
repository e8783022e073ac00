import ScreenGrid
import WardDomain

/// One area of the screen with its own small state, its own keys and its own drawing.
///
/// A pane is a value. It changes only in `perform`, `take` and `notice`, and draws without changing.
public protocol Pane: Sendable {
    associatedtype Action: Hashable & Sendable

    var title: Phrase { get }
    /// What the help says of this pane, beside its keys.
    var help: [Phrase] { get }
    /// The keys that work here now.
    func bindings(_ scene: Scene) -> [Binding<Action>]
    /// Every way in which keys work here, whatever is shown now; the first is the pane as it opens.
    static func modes(_ scene: Scene) -> [PaneMode]
    /// Does what a key or the palette asked for.
    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect]
    /// Takes a key that no binding wants, such as the arrows; answers whether it was used.
    mutating func take(_ key: Key, _ scene: Scene) -> Bool
    /// Takes a scan; nil when it is not for this pane.
    mutating func take(scan: String, _ scene: Scene) -> [PaneEffect]?
    /// A click or the wheel, in coordinates of the pane's area.
    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene)
    /// The ward or the history has changed.
    mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect]
    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool)
    /// The mother that is selected here, whom an emergency would be for.
    func selectedMother(_ scene: Scene) -> AdmissionID?
    /// The baby that is selected here.
    func selectedNewborn(_ scene: Scene) -> NewbornID?
    /// Whether what is drawn here now is a drill: then every row of the frame says so.
    func showsDrill(_ scene: Scene) -> Bool
    /// Whether what is shown here now is drawn as it is on a screen too small for panes, in place of the board.
    func fitsSmall(_ scene: Scene) -> Bool
    /// When something here changes by itself before the next whole second, by the boot clock; nil for no time.
    func nextChange(_ scene: Scene) -> Int64?
}

extension Pane {
    public var help: [Phrase] { [] }
    public mutating func take(_ key: Key, _ scene: Scene) -> Bool { false }
    public mutating func take(scan: String, _ scene: Scene) -> [PaneEffect]? { nil }
    public mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {}
    public mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] { [] }
    public func selectedMother(_ scene: Scene) -> AdmissionID? { nil }
    public func selectedNewborn(_ scene: Scene) -> NewbornID? { nil }
    public func showsDrill(_ scene: Scene) -> Bool { false }
    public func fitsSmall(_ scene: Scene) -> Bool { false }
    public func nextChange(_ scene: Scene) -> Int64? { nil }

    /// The keys that work here now, without their actions.
    func bindingLines(_ scene: Scene) -> [BindingLine] {
        bindings(scene).map { $0.line }
    }

    /// Does what a key is bound to; nil when it is bound to nothing here.
    mutating func perform(_ key: Key, _ scene: Scene) -> [PaneEffect]? {
        guard let binding = bindings(scene).first(where: { $0.key.bound == key.bound }) else { return nil }
        if let why = binding.unavailable {
            return why == .signInFirst ? [.signIn(then: binding.line)] : [.toast(why, .hint)]
        }
        return perform(binding.action, scene)
    }
}

/// What a pane learns of.
public enum PaneNews: Sendable {
    case ward([Entry])
    /// All was read anew, after a restore or long away: what was asked before is asked again.
    case readAnew
    case answer(HistoryAnswer)
    /// Somebody asks this pane to show a mother, a newborn or a run.
    case show(Subject)
    /// A clock that was started here is refused, and is no clock any more.
    case refused(RecordOrder)
    /// What a dialog of this pane has to tell it.
    case told(any PaneMessage)
}

/// What a dialog tells the pane that opened it, such as a filter: no fact, and recorded nowhere.
public protocol PaneMessage: Sendable {}

/// Somebody or something that a pane can bring into view.
public enum Subject: Hashable, Sendable {
    case mother(AdmissionID)
    case newborn(NewbornID)
    case caesarean(CaesareanID)
    case checklist(ChecklistID)
}

/// What a pane or a dialog wants done.
public enum PaneEffect: Sendable {
    case record(any WardCommand, CommandEnvelope.Time)
    /// Starts an emergency's clock and shows it in its pane.
    case start(any WardCommand, CommandEnvelope.Time, in: PaneID)
    case open(any DialogPanel)
    case ask(HistoryQuestion)
    case toast(Phrase, StyleRole)
    case show(PaneID, Subject?)
    case tell(PaneID, any PaneMessage)
    case effect(Effect)
    /// Asks whether a PIN is right, and whether its badge has to wait.
    case checkPIN(Badge, pin: String)
    /// Does what a key does in a pane.
    case press(PaneID, Key)
    case global(GlobalAction)
    /// Asks who it is, then does what a key of the pane in front does.
    case signIn(then: BindingLine)

    /// Records something that happens now.
    static func record(_ command: any WardCommand) -> PaneEffect {
        .record(command, .now)
    }
}

/// Which pane: its number on the keyboard, from 1.
public struct PaneID: Hashable, Sendable {
    public let number: Int

    public init(_ number: Int) {
        self.number = number
    }

    public static let deliveryRooms = PaneID(1)
    public static let emergencyCaesarean = PaneID(2)
    public static let newbornHandover = PaneID(3)
    public static let drillChecklist = PaneID(4)
    public static let followUp = PaneID(5)
}
