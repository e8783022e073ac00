import WardDomain

/// What the program is opened with.
struct ProgramOptions: Sendable {
    /// The ward's store; not used by the demo, which makes its own.
    let storePath: String
    let language: Language
    /// A theme's name, or the path of a theme file; nil for the one that suits the terminal.
    let theme: String?
    /// What this terminal is called in the ledger.
    let terminal: String
    let settings: TerminalSettings
    /// True for a throw-away ward with a busy evening in it.
    let demo: Bool
}

/// The interactive program.
enum Program {
    /// Opens the screen and stays until somebody leaves; answers the exit code.
    static func run(_ options: ProgramOptions) throws -> Int32 {
        0
    }
}
