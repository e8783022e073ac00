import ScreenGrid
import WardDomain

/// The left part of the first row: ward, day and clock, terminal, who is signed in and as what.
///
/// On a narrow terminal the ward's name gives way first, then the day, the terminal and the role; the clock and the name
/// of whoever is signed in stay longest.
struct HeaderRow {
    private let ward: String
    private let day: String
    private let clock: String
    private let terminal: String
    private let name: String
    private let role: String

    private static let gap = 2
    /// What the clock alone needs.
    static let leastColumns = "00:00:00 ".count
    /// Below so many columns a ward's name tells nothing any more.
    private static let leastWardColumns = 6

    init(_ scene: Scene) {
        let local = scene.now.local
        ward = (scene.ward.plan.name ?? "Matrona").safeForScreen
        day = local.day.description
        clock = local.hourMinuteSecond
        terminal = scene.terminal.safeForScreen
        name = scene.staff?.name.safeForScreen ?? scene.say("nobody signed in", "未登录")
        role = scene.staff.map { " " + scene.say($0.role.label) } ?? ""
    }

    /// The text for so many columns.
    func text(columns: Int) -> String {
        let everything = ["\(day) \(clock)", terminal, name + role]
        let room = columns - HeaderRow.width(everything) - HeaderRow.gap
        if ward.displayWidth <= room { return HeaderRow.joined([ward] + everything) }
        if room >= HeaderRow.leastWardColumns {
            return HeaderRow.joined([ward.clipped(to: room - 1) + "~"] + everything)
        }
        let shorter = [
            everything, ["\(day.suffix(5)) \(clock)", terminal, name + role], [clock, terminal, name + role],
            [clock, terminal, name], [clock, name],
        ]
        return HeaderRow.joined(shorter.first { HeaderRow.width($0) <= columns } ?? [clock])
    }

    private static func width(_ parts: [String]) -> Int {
        parts.reduce(0) { $0 + $1.displayWidth } + gap * (parts.count - 1)
    }

    private static func joined(_ parts: [String]) -> String {
        parts.joined(separator: String(repeating: " ", count: gap))
    }
}
