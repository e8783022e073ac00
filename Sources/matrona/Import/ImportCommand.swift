import ArgumentParser
import Foundation
import WardDomain
import WardLedger

/// `matrona import`: what the hospital's own system exports.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Take in what the hospital's system exports.", subcommands: [Mothers.self])

    /// `matrona import mothers`
    struct Mothers: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "mothers",
            abstract: "Admit the mothers of a CSV file; bad rows are named with line and column, good rows are kept.",
            discussion: """
                The first line names the columns, in any order, in Chinese or English: 住院号/mrn and 姓名/name are \
                needed; 出生日期/birthDate, 孕次/gravida, 产次/para, 预产期/dueDate, 床号/bed, 胎数/fetuses and \
                入院时间/admittedAt may be there. The text is UTF-8 or GB18030; comma, tab or semicolon separates.

                Number and due date together are an admission's identity: the same file twice admits nobody twice.
                """)

        @OptionGroup var storeOption: StoreOption
        @Argument(help: "The CSV file; - for standard input.")
        var file: String
        @Flag(help: "Check every row and record nothing.")
        var dryRun = false
        @Option(help: ArgumentHelp("Who imports.", valueName: "badge"))
        var by: String?

        func run() throws {
            let source = try ByteSource(path: file)
            let scratch = dryRun ? try ScratchStore(copying: storeOption.location.path) : nil
            var option = storeOption
            if let scratch { option.store = scratch.path }
            var importing = MotherImport(
                rows: CSVReader(source), name: source.name, store: try WardStore(option, as: .import),
                by: by.map(Badge.init))
            let tally = try importing.run()
            StandardOutput.write(tally.text(dryRun: dryRun)[Surroundings.language()] + "\n")
            if tally.refused > 0 { throw tally.failure }
        }
    }
}

/// A copy of a store that is thrown away: what is recorded in it is recorded nowhere.
private final class ScratchStore {
    let path: String
    private let folder: String

    init(copying original: String) throws(Failure) {
        let folder = NSTemporaryDirectory() + "/matrona-check-\(UUID().uuidString)"
        self.folder = folder
        path = folder + "/ward.db"
        guard mkdir(folder, 0o700) == 0 else {
            throw Failure(.inputOutput, en: "The folder \(folder) can't be made.", zhHans: "无法建立目录 \(folder)。")
        }
        let (path, ledger) = (path, try OpenStore.at(original, for: .reading))
        _ = try Failure.from { () throws(LedgerFault) in try ledger.backup(to: path) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: folder)
    }
}
