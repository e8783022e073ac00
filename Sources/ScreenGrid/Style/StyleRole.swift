/// What a cell means. Panes name meanings; a theme says how each one looks.
///
/// Colour is never the only sign: whoever draws a state also draws its letter, word or mark.
public enum StyleRole: UInt8, CaseIterable, Hashable, Sendable {
    // Ground
    /// Ordinary text, and the ground of the screen.
    case text
    /// Less important text.
    case dim
    /// The title of an area.
    case title
    /// The heading of a table column.
    case columnHeading
    /// The label of a value.
    case label
    /// Advice on what to do here.
    case hint
    /// An action that is not available now.
    case disabled
    /// A name shown in part.
    case masked
    /// A value nobody has recorded.
    case notRecorded
    /// A name that looks like another one here.
    case lookAlike

    // Frame
    /// The first row of the screen.
    case headerBar
    /// The last row of the screen.
    case footerBar
    /// The name of a key in the last row.
    case footerKey
    /// The frame of an area.
    case border
    /// The frame of the area with the focus.
    case borderFocused
    /// The row or item that keys act on.
    case selected
    /// The picture is current.
    case live
    /// The picture is old.
    case stale
    /// A message across the screen.
    case banner
    /// A passing message about what was recorded.
    case toast
    /// The mark of a demonstration.
    case demo
    /// The mark of a drill.
    case drill
    /// The mark of something past that is played again.
    case replay

    // Alarms and due times
    /// An alarm of high priority.
    case alarmHigh
    /// An alarm of medium priority.
    case alarmMedium
    /// An alarm of low priority.
    case alarmLow
    /// Due within a short time.
    case dueSoon
    /// Due now.
    case due
    /// Past its time.
    case overdue
    /// The next thing to do.
    case next
    /// Done in time.
    case done
    /// Done, but after its time.
    case late
    /// Not done.
    case missed
    /// Does not apply here.
    case notApplicable
    /// A step that must not be left out.
    case critical

    // Clocks and bars
    /// A running clock with time in hand.
    case clockRunning
    /// A running clock past two thirds of its target.
    case clockWarning
    /// A running clock close to its target.
    case clockUrgent
    /// A running clock past its target.
    case clockOver
    /// A clock that has stopped.
    case clockStopped
    /// The filled part of a bar.
    case barFilled
    /// The free part of a bar.
    case barEmpty
    /// The target mark of a bar.
    case barTarget

    // Risk
    /// Risk grade green.
    case riskGreen
    /// Risk grade yellow.
    case riskYellow
    /// Risk grade orange.
    case riskOrange
    /// Risk grade red.
    case riskRed
    /// The infectious mark beside a risk grade.
    case riskInfectious
    /// No risk grade yet.
    case riskUngraded

    // Persons
    /// A mother.
    case mother
    /// A newborn.
    case newborn
    /// A member of staff.
    case staff

    // Identity checks
    /// A mismatch: stop.
    case stop
    /// What was scanned belongs together.
    case match
    /// Waits for a signature.
    case unsigned
    /// Shown, but not yet in the ledger.
    case notSaved
    /// Recorded by mistake and struck out.
    case voided
    /// Changed after it was recorded.
    case corrected
    /// Recalled from memory rather than confirmed.
    case recall

    // Printed symbols
    /// A dark module of a symbol.
    case symbolDark
    /// A light module of a symbol, and the quiet zone around it.
    case symbolLight

    // Dialogs and fields
    /// Text in a dialog.
    case dialog
    /// The title of a dialog.
    case dialogTitle
    /// A field to type into.
    case field
    /// The field that takes the keys.
    case fieldActive
    /// What is wrong with a field.
    case fieldError
    /// An example in an empty field.
    case placeholder
}

extension StyleRole {
    /// Whether this role has no state of its own, so that a selection may repaint it.
    var isPlain: Bool {
        switch self {
        case .text, .dim, .label, .masked, .notRecorded, .mother, .newborn, .staff: true
        default: false
        }
    }

    /// The letter that stands for this role where a screen's style is written as text; no two roles share one.
    public var letter: Character {
        switch self {
        case .text: "."
        case .dim: ","
        case .title: "T"
        case .columnHeading: "C"
        case .label: "L"
        case .hint: "h"
        case .disabled: "i"
        case .masked: "*"
        case .notRecorded: "?"
        case .lookAlike: "A"
        case .headerBar: "H"
        case .footerBar: "F"
        case .footerKey: "K"
        case .border: "|"
        case .borderFocused: "#"
        case .selected: "S"
        case .live: "g"
        case .stale: "z"
        case .banner: "B"
        case .toast: "t"
        case .demo: "E"
        case .drill: "D"
        case .replay: "y"
        case .symbolDark: "k"
        case .symbolLight: "q"
        case .alarmHigh: "3"
        case .alarmMedium: "2"
        case .alarmLow: "1"
        case .dueSoon: "s"
        case .due: "d"
        case .overdue: "o"
        case .next: "n"
        case .done: "v"
        case .late: "l"
        case .missed: "m"
        case .notApplicable: "-"
        case .critical: "x"
        case .clockRunning: "r"
        case .clockWarning: "w"
        case .clockUrgent: "u"
        case .clockOver: "O"
        case .clockStopped: "p"
        case .barFilled: "f"
        case .barEmpty: "e"
        case .barTarget: "+"
        case .riskGreen: "G"
        case .riskYellow: "Y"
        case .riskOrange: "N"
        case .riskRed: "R"
        case .riskInfectious: "P"
        case .riskUngraded: "0"
        case .mother: "a"
        case .newborn: "b"
        case .staff: "c"
        case .stop: "X"
        case .match: "M"
        case .unsigned: "W"
        case .notSaved: "U"
        case .voided: "V"
        case .corrected: "Q"
        case .recall: "~"
        case .dialog: "I"
        case .dialogTitle: "J"
        case .field: "_"
        case .fieldActive: "="
        case .fieldError: "!"
        case .placeholder: "j"
        }
    }

    /// The name of this role in theme files.
    public var name: String { StyleRole.names[Int(rawValue)] }

    /// The role of this name in theme files; nil when there is none.
    public init?(name: String) {
        guard let role = StyleRole.roles[name] else { return nil }
        self = role
    }

    private static let names = allCases.map { "\($0)" }
    private static let roles = Dictionary(uniqueKeysWithValues: zip(names, allCases))
}
