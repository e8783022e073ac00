import ClinicalLibrary
import Foundation
import SeededNumbers
import WardDomain
import WardLedger

/// One process of a storm: gives random commands to the store until they are all given, or until it is killed.
///
/// It says one character a command: `+` recorded, `-` refused, and `b` for each try that the store was too busy for.
struct StormProcess {
    private let ledger: WardLedger
    private let name: String
    private let rules = ClinicalLibrary.compiledIn.rules
    private var random: SeededRandom
    private var given = 0
    private let babies: Int
    /// What it recorded last, the newest last.
    private var recent: [Entry] = []

    private static let keptEntries = 40

    init(store: String, name: String, seed: UInt64, babies: Int) throws {
        ledger = try WardLedger(opening: store)
        self.name = name
        self.babies = babies
        random = SeededRandom(seed: seed)
    }

    mutating func run(commands: Int) throws {
        while given < commands {
            given += 1
            let (command, by) = nextCommand()
            let envelope = CommandEnvelope(
                id: CommandID("\(name)-\(given)"), by: by, terminal: "T-\(name)", command: command)
            say(try insist(on: envelope))
        }
    }

    /// The ward is let go before it is changed, or the ledger would have to copy it.
    private mutating func nextCommand() -> (any WardCommand, Badge?) {
        var commands = StormCommands(ledger.ward, wanted: babies, recent: recent, random)
        defer { random = commands.random }
        return commands.next()
    }

    private mutating func insist(on envelope: CommandEnvelope) throws -> String {
        while true {
            do throws(RecordFault) {
                recent += try ledger.record(envelope, rules: rules, now: StormWard.now(), offset: StormWard.offset)
                recent.removeFirst(max(0, recent.count - Self.keptEntries))
                return "+"
            } catch {
                switch error {
                case .refused: return "-"
                case .ledger(.busy): say("b")
                case .ledger(let fault): throw fault
                }
            }
        }
    }

    private func say(_ character: String) {
        FileHandle.standardOutput.write(Data(character.utf8))
    }
}
