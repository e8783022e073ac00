import ArgumentParser
import Foundation
import WardDomain
import WardLedger

/// `matrona restore`: a verified backup takes the store's place.
struct RestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Put a backup in the place of the store; verified before it replaces.",
        discussion: """
            Terminals that have the store open read it anew. The store as it was is kept beside it. Prints the head of \
            the store as it is now.
            """)

    @OptionGroup var storeOption: StoreOption
    @Argument(help: "The backup.")
    var file: String

    func run() throws {
        let path = storeOption.location.path
        guard FileManager.default.fileExists(atPath: file) else {
            throw Failure(.noInput, en: "There is no file \(file).", zhHans: "没有文件 \(file)。")
        }
        let restored = try Failure.from { () throws(LedgerFault) in try WardLedger.restore(from: file, into: path) }
        if let previous = restored.previous {
            let kept = Phrase(en: "the store as it was: \(previous)", zhHans: "原数据库：\(previous)")
            StandardOutput.write("\(kept[Surroundings.language()])\n")
        }
        StandardOutput.write("\(restored.head)\n")
    }
}
