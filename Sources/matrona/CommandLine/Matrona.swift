import ArgumentParser
import Foundation
import ScreenGrid
import WardDomain
import WardLedger

/// The program `matrona`: opens the ward's screen, or does what a subcommand says.
@main
struct Matrona: ParsableCommand {
    static let version = "0.1.0"

    static let configuration = CommandConfiguration(
        commandName: "matrona",
        abstract: "Matrona: the labour ward's terminal (产房与新生儿科值守台).",
        discussion: """
            Without a subcommand it opens the program. It keeps a log; it is not an alarm device.

            The store is --store, else MATRONA_STORE, else $XDG_DATA_HOME/matrona/ward.db. The settings of a terminal \
            (language, theme, terminal, scannerPrefix, scannerSeparator, labelPrinter, pagePrinter, \
            lockSeconds, bell) stand in $XDG_CONFIG_HOME/matrona/config.toml.

            Exit codes: 0 done; 1 some lines refused; 64 usage; 65 bad data; 66 no such input; 74 input/output; \
            75 busy, try again; 77 not allowed.
            """,
        version: version,
        subcommands: [
            SetupCommand.self, StaffCommand.self, ImportCommand.self, ApplyCommand.self, ListCommand.self,
            DrillCommand.self, ThemeCommand.self, LedgerCommand.self, BackupCommand.self, RestoreCommand.self,
            LabelCommand.self, DoctorCommand.self,
        ])

    @OptionGroup var screen: ScreenCommand

    func run() throws {
        try screen.run()
    }
}

extension Matrona {
    /// Runs the arguments that the program was started with, and leaves with the code that the outcome calls for.
    static func main() {
        Foundation.exit(run(Array(CommandLine.arguments.dropFirst())))
    }

    /// Runs arguments; answers the exit code.
    static func run(_ arguments: [String]) -> Int32 {
        do {
            var command = try command(arguments)
            try command.run()
            try StandardOutput.finish()
            return 0
        } catch let failure as Failure {
            return leave(failure)
        } catch let fault as LedgerFault {
            return leave(Failure(fault))
        } catch {
            StandardOutput.flush()
            return leave(error)
        }
    }

    /// Nearly every start opens the screen: the subcommands, which take a tenth of the time to it, are read only where
    /// the arguments are not the screen's own.
    private static func command(_ arguments: [String]) throws -> any ParsableCommand {
        if let screen = try? ScreenCommand.parse(arguments) { return screen }
        return try parseAsRoot(arguments)
    }

    private static func leave(_ failure: Failure) -> Int32 {
        StandardOutput.flush()
        complain(failure.message[Surroundings.language()])
        return failure.code.rawValue
    }

    /// Help and version go out in full; what is wrong with the arguments is said in one line.
    private static func leave(_ error: any Error) -> Int32 {
        let code = exitCode(for: error)
        let text = message(for: error)
        if code.isSuccess {
            StandardOutput.write(fullMessage(for: error) + "\n")
            StandardOutput.flush()
        } else if !text.isEmpty {
            let help = Phrase(en: "(matrona --help tells more)", zhHans: "（详见 matrona --help）")
            complain("\(text) \(help[Surroundings.language()])")
        }
        return code.rawValue
    }

    private static func complain(_ text: String) {
        StandardError.line("matrona: \(text)".safeForScreen)
    }
}
