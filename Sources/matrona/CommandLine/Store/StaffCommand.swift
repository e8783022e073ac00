import ArgumentParser
import ScreenGrid
import WardDomain
import WardLedger

/// `matrona staff`: who works here.
struct StaffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "staff", abstract: "Add, list and retire staff.",
        discussion: "What is recorded here is signed by --by, else by the administrator whose badge comes first.",
        subcommands: [Add.self, List.self, Retire.self, SetPIN.self])

    /// `matrona staff add`
    struct Add: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "add", abstract: "Add a member of staff.")

        @OptionGroup var storeOption: StoreOption
        @Option(help: "The badge's code, as it is scanned.")
        var badge: String
        @Option(help: "The name.")
        var name: String
        @Option(help: "What she or he works as.")
        var role: StaffRole
        @Option(help: "What a doctor is a doctor of: it decides who owes which lesson.")
        var specialty: Specialty?
        @Option(help: "The PIN, 4 to 12 digits; without one nobody can sign in with the badge.")
        var pin: String?
        @Option(help: ArgumentHelp("The administrator who adds.", valueName: "badge"))
        var by: String?

        func validate() throws {
            if let pin, !PINRules.accepts(pin) { throw ValidationError("--pin is 4 to 12 digits.") }
        }

        func run() throws {
            var store = try WardStore(storeOption)
            let signer = try store.administrator(by)
            let added = AddStaff(badge: Badge(badge), name: name, role: role, specialty: specialty)
            try store.record(added, by: signer)
            if let pin { try store.setPIN(try PINVerifier(pin), for: Badge(badge), by: signer) }
            StandardOutput.write("badge \(Badge(badge))\n")
        }
    }

    /// `matrona staff list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "Everybody who works or worked here, by badge.")

        @OptionGroup var storeOption: StoreOption
        @Option(help: "How to print.")
        var format = ListFormat.table

        func run() throws {
            let store = try WardStore(storeOption)
            var printer = ListPrinter<StaffMember>(
                [
                    ListField("badge", "Badge", "工牌") { .string($0.badge.rawValue) },
                    ListField("name", "Name", "姓名") { .string($0.name) },
                    ListField("role", "Role", "角色") { .string($0.role.rawValue) },
                    ListField("specialty", "Specialty", "专业") { .optional($0.specialty?.rawValue) },
                    ListField("hasPIN", "PIN", "密码") { .bool($0.hasPIN) },
                    ListField("retired", "Retired", "停用") { .bool($0.retired) },
                ], format)
            let members = store.ward.roster.members.values
            for member in members.sorted(by: { $0.badge.rawValue < $1.badge.rawValue }) { printer.print(member) }
            printer.finish()
        }
    }

    /// `matrona staff retire`
    struct Retire: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "retire",
            abstract: "Retire a badge: nobody can sign in with it again, and nobody else can have it.")

        @OptionGroup var storeOption: StoreOption
        @Option(help: "The badge.")
        var badge: String
        @Option(help: ArgumentHelp("The administrator who retires it.", valueName: "badge"))
        var by: String?

        func run() throws {
            var store = try WardStore(storeOption)
            try store.record(RetireStaff(badge: Badge(badge)), by: try store.administrator(by))
        }
    }

    /// `matrona staff pin`
    struct SetPIN: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "pin", abstract: "Give a badge a new PIN.")

        @OptionGroup var storeOption: StoreOption
        @Option(help: "The badge.")
        var badge: String
        @OptionGroup var pinOption: PINOption
        @Option(help: ArgumentHelp("The administrator who sets it.", valueName: "badge"))
        var by: String?

        func run() throws {
            var store = try WardStore(storeOption)
            guard store.ward.roster[Badge(badge)] != nil else { throw Failure(.badgeUnknown(Badge(badge))) }
            let signer = try store.administrator(by)
            try store.setPIN(try pinOption.verifier(), for: Badge(badge), by: signer)
        }
    }
}

extension StaffRole: ExpressibleByArgument {}
extension Specialty: ExpressibleByArgument {}

extension WardStore {
    /// The administrator who signs: the one who is named, else the first by badge.
    fileprivate func administrator(_ named: String?) throws(Failure) -> Badge {
        if let named { return Badge(named) }
        let administrators = ward.roster.active.filter { $0.role == .administrator }.map(\.badge)
        guard let first = administrators.min(by: { $0.rawValue < $1.rawValue }) else {
            throw Failure(
                .notAllowed, en: "No administrator is at work here: run 'matrona setup' first.",
                zhHans: "没有在用的管理员，请先运行 matrona setup。")
        }
        return first
    }
}
