import ArgumentParser
import Foundation
import WardDomain

/// The options that every subcommand about a store has.
struct StoreOption: ParsableArguments {
    @Option(help: ArgumentHelp("The ward's store.", valueName: "file"))
    var store: String?
    @Option(help: ArgumentHelp("What this terminal is called in the ledger.", valueName: "label"))
    var terminal: String?

    var location: StoreLocation { StoreLocation(given: store) }
    var settings: TerminalSettings { TerminalSettings(file: StoreLocation.settingsFile()) }
    var terminalLabel: String { terminal ?? settings.terminal ?? Surroundings.machine }

    func validate() throws {
        if let store, store.isEmpty { throw ValidationError("--store needs the name of a file.") }
        if let terminal, !(1...16).contains(terminal.count) {
            throw ValidationError("--terminal is a label of 1 to 16 characters.")
        }
    }
}
