import ArgumentParser
import Foundation
import WardDomain
import WardLedger

/// `matrona ledger`: the entries themselves.
struct LedgerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "ledger", abstract: "Verify, show, rebuild or export the ledger.",
        subcommands: [Verify.self, Show.self, Rebuild.self, Export.self])

    /// `matrona ledger verify`
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "verify",
            abstract: "Read every entry, recompute the chain, and name the first that is not what was recorded.",
            discussion: """
                The chain carries no secret key: who owns the file can recompute it whole. Where a head is kept outside \
                the store (matrona backup prints it), --head shows that too, and entries that were cut off.
                """)

        @OptionGroup var storeOption: StoreOption
        @Option(help: ArgumentHelp("A head that was kept.", valueName: "sequence:digest"))
        var head: String?

        func run() throws {
            let path = storeOption.location.path
            let kept = head.flatMap { LedgerHead($0) }
            guard (head == nil) == (kept == nil) else {
                throw ValidationError("--head is SEQUENCE:DIGEST, as matrona backup prints it.")
            }
            let result = WardLedger.verify(path, against: kept)
            if let fault = result.fault { throw Self.failure(fault) }
            let whole = Phrase(en: "OK: \(result.entries) entries", zhHans: "正常：\(result.entries) 条记录")
            StandardOutput.write("\(whole[Surroundings.language()])\n\(result.head)\n")
        }

        private static func failure(_ fault: VerifyFault) -> Failure {
            switch fault {
            case .unreadable(.corrupt): break
            case .unreadable(let inner): return Failure(inner)
            case .stateChanged: return Failure(.badData, fault.text)
            default: break
            }
            return Failure(
                .badData, en: "\(fault.text.en) Keep this file, and restore a backup.",
                zhHans: "\(fault.text.zhHans)请保留此文件，并恢复备份。")
        }
    }

    /// `matrona ledger show`
    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "show", abstract: "One line an entry: sequence, time, terminal, staff, stream, kind, what.")

        @OptionGroup var storeOption: StoreOption
        @Option(help: ArgumentHelp("Only this stream, such as ward, roster or admission/ID.", valueName: "stream"))
        var stream: String?
        @Flag(help: "Go on with entries as they are recorded, until interrupted.")
        var follow = false

        /// How often a followed ledger is asked, in milliseconds.
        private static let pollInterval: Int32 = 250

        func run() throws {
            let wanted = stream.flatMap { StreamID(rawValue: $0) }
            guard (stream == nil) == (wanted == nil) else {
                throw ValidationError("--stream is ward, roster, admission/ID, drill/ID, response/ID or access/DAY.")
            }
            let reader = try EntryReader(storeOption, of: wanted)
            let offset = SystemClock.offset
            let language = Surroundings.language()
            while true {
                try reader.readAll { entry in StandardOutput.write(entry.line(offset, language) + "\n") }
                guard follow else { return }
                StandardOutput.flush()
                poll(nil, 0, Self.pollInterval)
            }
        }
    }

    /// `matrona ledger rebuild`
    struct Rebuild: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "rebuild",
            abstract: "Write what is derived from the entries anew; the entries stay as they are.")

        @OptionGroup var storeOption: StoreOption

        func run() throws {
            let path = storeOption.location.path
            let clock = SystemClock()
            let ledger = try OpenStore.at(path, for: .repairing)
            try Failure.from { () throws(LedgerFault) in try ledger.rebuild(uptime: { clock.uptime }) }
        }
    }

    /// `matrona ledger export`
    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "export",
            abstract: "Every entry as one JSON array, an entry a line; PIN verifiers are not among them.")

        @OptionGroup var storeOption: StoreOption

        func run() throws {
            let reader = try EntryReader(storeOption, of: nil)
            let offset = SystemClock.offset
            var separator = "[\n"
            try reader.readAll { entry in
                StandardOutput.write(separator + entry.json(offset).text)
                separator = ",\n"
            }
            StandardOutput.write(separator == "[\n" ? "[]\n" : "\n]\n")
        }
    }
}

/// Reads entries in order, a page at a time, and goes on where it left off.
private final class EntryReader {
    private let ledger: WardLedger
    private let stream: StreamID?
    private var last: Int64 = 0

    private static let page = 500

    init(_ option: StoreOption, of stream: StreamID?) throws(Failure) {
        ledger = try OpenStore.at(option.location.path, for: .reading)
        self.stream = stream
    }

    func readAll(_ take: (StoredEntry) -> Void) throws(Failure) {
        while true {
            let entries = try Failure.from { () throws(LedgerFault) in
                try ledger.entries(after: last, of: stream, limit: Self.page)
            }
            entries.forEach(take)
            last = entries.last?.sequence ?? last
            guard entries.count == Self.page else { return }
        }
    }
}
