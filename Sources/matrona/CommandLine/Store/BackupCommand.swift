import ArgumentParser
import WardDomain
import WardLedger

/// `matrona backup`: one file, whole and verified, while others go on recording.
struct BackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "Copy the store into one new file, also while others work.",
        discussion: """
            Prints the head of the copy, SEQUENCE:DIGEST. Keep it outside the store: 'matrona ledger verify --head' \
            shows with it whether entries were cut off or rewritten later.
            """)

    @OptionGroup var storeOption: StoreOption
    @Argument(help: "The file to make; one that is there is not overwritten.")
    var file: String

    func run() throws {
        let ledger = try OpenStore.at(storeOption.location.path, for: .reading)
        let head = try Failure.from { () throws(LedgerFault) in try ledger.backup(to: file) }
        StandardOutput.write("\(head)\n")
    }
}
