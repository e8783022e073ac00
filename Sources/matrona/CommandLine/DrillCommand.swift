import ArgumentParser
import ClinicalLibrary
import Foundation
import ScreenGrid
import WardDomain
import WardLedger

/// `matrona drill`: the protocols that drills and responses follow.
struct DrillCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "drill", abstract: "List or show the drill protocols, or check a file.",
        discussion: """
            The protocols are those that Matrona brings, with the hospital's own in the folder 'library' beside the \
            store in their place.
            """,
        subcommands: [List.self, Check.self, Show.self])

    /// `matrona drill list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(commandName: "list", abstract: "The protocols in force.")

        @OptionGroup var storeOption: StoreOption
        @Option(help: "How to print.")
        var format = ListFormat.table

        func run() throws {
            let library = ClinicalLibrary.load(folder: storeOption.location.libraryFolder)
            var printer = ListPrinter<Edition>(
                [
                    ListField("protocol", "Protocol", "方案") { .string($0.drillProtocol.id) },
                    ListField("en", "Title", "英文名") { .string($0.drillProtocol.en) },
                    ListField("zhHans", "中文", "名称") { .string($0.drillProtocol.zhHans) },
                    ListField("version", "Version", "版本") { .string($0.version.version) },
                    ListField("effectiveFrom", "Effective", "生效") { .string($0.version.effectiveFrom.description) },
                    ListField("steps", "Steps", "步骤") { .optional($0.drillProtocol.steps.count) },
                    ListField("emergencyKey", "!", "!") { .optional($0.drillProtocol.emergencyKey) },
                    ListField("file") { .string($0.version.file) },
                ], format)
            for edition in Edition.all(library) { printer.print(edition) }
            printer.finish()
            try Self.complain(of: library.faults)
        }

        /// The hospital's files that were refused; the protocols that they would have replaced are in force.
        private static func complain(of faults: [LibraryFault]) throws(Failure) {
            guard let first = faults.first else { return }
            let more = faults.count - 1
            throw Failure(
                .badData,
                en: "\(first.text(in: .english))\(more > 0 ? ", and \(more) more" : ""): the file is not in force.",
                zhHans: "\(first.text(in: .chinese))\(more > 0 ? "，另有 \(more) 处" : "")，该文件未生效。")
        }
    }

    /// `matrona drill check FILE`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Name every fault of a library file with its line; any kind of library file will do.")

        @Argument(help: "The file.")
        var file: String

        func run() throws {
            let text = LibraryText(name: file, text: try SmallFile.text(file))
            do throws(LibraryFaults) {
                let version = try LibraryFile.read(text).version
                StandardOutput.write("\(file): \(version.kind.rawValue), \(version.version.safeForScreen): OK\n")
            } catch {
                let language = Surroundings.language()
                for fault in error.faults { StandardOutput.write(fault.text(in: language).safeForScreen + "\n") }
                throw Failure.faults(error.faults.count, in: file)
            }
        }
    }

    /// `matrona drill show ID`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "A protocol as a page for the wall: every step with role and source.")

        @OptionGroup var storeOption: StoreOption
        @Argument(help: "The protocol's id, such as pph.")
        var id: String

        func run() throws {
            let library = ClinicalLibrary.load(folder: storeOption.location.libraryFolder)
            guard let found = library.rules.drillProtocol(id) else {
                throw Failure(
                    .noInput, en: "There is no protocol '\(id)'; matrona drill list names them.",
                    zhHans: "没有方案「\(id)」，matrona drill list 列出全部方案。")
            }
            let page = drillPage(
                found, effectiveFrom: found.effectiveFrom, confirmedBy: try confirmedBy(found),
                in: Surroundings.language())
            StandardOutput.write(page)
        }

        /// Who confirmed which step for this hospital; nobody where there is no store to ask.
        private func confirmedBy(_ found: DrillProtocol) throws(Failure) -> [String: String] {
            let path = storeOption.location.path
            guard FileManager.default.fileExists(atPath: path) else { return [:] }
            let ledger = try Failure.from { () throws(LedgerFault) in
                let ledger = try WardLedger(opening: path, for: .reading)
                _ = try ledger.catchUp()
                return ledger
            }
            var names: [String: String] = [:]
            for step in found.steps {
                guard let known = ledger.ward.plan.confirmation(of: step, in: found) else { continue }
                names[step.id] = (ledger.ward.roster[known.by]?.name ?? known.by.rawValue).safeForScreen
            }
            return names
        }
    }
}

/// A protocol in force, and the edition of its file.
private struct Edition {
    let drillProtocol: DrillProtocol
    let version: LibraryVersion

    /// The library lists protocols and their files in one order.
    static func all(_ library: ClinicalLibrary) -> [Edition] {
        zip(library.rules.protocols, library.versions.filter { $0.kind == .drill }).map(Edition.init)
    }
}
