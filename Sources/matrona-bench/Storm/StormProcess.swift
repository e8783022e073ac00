import ClinicalLibrary
import Foundation
import WardDomain
import WardLedger

/// One process of a storm: gives random commands to the store until they are all given, or until it is killed.
///
/// It says one character a command: `+` recorded, `-` refused, and `b` for each try that the store was too busy for.
struct StormProcess {
    private let ledger: WardLedger
    private let name: String
    private let rules = ClinicalLibrary.compiledIn.rules
    private var random: StormRandom
    private var given = 0

    init(store: String, name: String, seed: UInt64) throws {
        ledger = try WardLedger(opening: store)
        self.name = name
        random = StormRandom(state: seed)
    }

    mutating func run(commands: Int) throws {
        while given < commands {
            given += 1
            var made = StormCommands(ledger.ward, random)
            let (command, by) = made.next()
            random = made.random
            let envelope = CommandEnvelope(
                id: CommandID("\(name)-\(given)"), by: by, terminal: "T-\(name)", command: command)
            say(try insist(on: envelope))
        }
    }

    private func insist(on envelope: CommandEnvelope) throws -> String {
        while true {
            do throws(RecordFault) {
                _ = try ledger.record(envelope, rules: rules, now: StormWard.now(), offset: StormWard.offset)
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
