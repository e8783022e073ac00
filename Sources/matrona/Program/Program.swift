import ClinicalLibrary
import Foundation
import NcursesTerminal
import ScreenGrid
import WardDomain
import WardLedger
import WardPanes

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
    /// The folder of the hospital's own clinical files.
    let libraryFolder: String
    /// True for a throw-away ward with a busy evening in it.
    let demo: Bool
}

/// The interactive program.
enum Program {
    /// Opens the screen and stays until somebody leaves; answers the exit code.
    ///
    /// - Throws: a `Failure` in one line when the store or the terminal can't be used.
    static func run(_ options: ProgramOptions) throws -> Int32 {
        NcursesTerminal.blockSignals()
        readAhead()
        let demo = options.demo ? try Demo.prepare() : nil
        defer { demo?.remove() }
        let ledger = try OpenStore.at(demo?.storePath ?? options.storePath, in: options.language)
        let themes = ThemeShelf(asked: options.theme)
        let clock = SystemClock()
        let terminal = try open(themes.first, clock)
        defer { terminal.close() }
        let library =
            options.demo ? ClinicalLibrary.compiledIn : OpenLibrary.at(options.libraryFolder, in: options.language)
        let rules = library.rules
        var standing: [StandingNotice: Phrase] = [:]
        standing[.library] = library.notice
        standing[.settings] = ProgramText.settingsNotUsed(options.settings.faults)
        standing[.theme] = themes.notice
        if ledger.historyIsBehind { standing[.past] = ProgramText.historyIsBehind }
        let state = AppState(
            settings: settings(options, demo, themes), ward: ledger.ward, rules: rules,
            ids: CommandIDs(seed: .random(in: .min ... .max)), standing: standing)
        let session = AppSession(
            state: state, scannerPrefix: options.settings.scannerPrefix ?? "",
            scannerSeparator: options.settings.scannerSeparator ?? "")
        let loop = MainLoop(
            desk: LedgerDesk(ledger, rules: rules, terminal: options.terminal), watch: StoreWatch(ledger.path),
            terminal: terminal, clock: clock, themes: themes,
            printing: Printing(
                pages: options.settings.pagePrinter, labels: options.settings.labelPrinter, site: rules.site),
            session: session)
        let lost = loop.run()
        terminal.close()
        for text in lost { StandardError.line(text[options.language]) }
        return lost.isEmpty ? 0 : Failure.Code.inputOutput.rawValue
    }

    /// Reads what the program brings while the store is opened, which takes as long: the clinical library, and how the
    /// characters of names are read.
    private static func readAhead() {
        Thread.detachNewThread {
            _ = ClinicalLibrary.compiledIn
            MandarinReadings.readAhead()
        }
    }

    private static func open(_ theme: Theme, _ clock: SystemClock) throws -> NcursesTerminal {
        do throws(TerminalRefusal) {
            return try NcursesTerminal(theme: theme, now: { clock.uptime })
        } catch {
            throw Failure(.inputOutput, ProgramText.refused(error))
        }
    }

    private static func settings(_ options: ProgramOptions, _ demo: DemoWard?, _ themes: ThemeShelf) -> AppSettings {
        AppSettings(
            language: options.language, theme: themes.first.name, themes: themes.names, terminal: options.terminal,
            lockSeconds: options.settings.lockSeconds ?? 300, bell: options.settings.bell ?? .byDay,
            demo: demo?.staff.map {
                AppSettings.DemoStaff(badge: $0.badge, name: $0.name, role: $0.role, pin: $0.pin)
            })
    }
}
