import Foundation

/// Measures what the program costs beside the least that the same work could cost, and prints tables; asserts nothing.
@main
struct Bench {
    /// What can be measured, in the order in which `all` does it.
    enum Part: String, CaseIterable {
        case single, bulk, sixteen, folds, drawing, history, casebook, years
    }

    private var parts: [Part] = []
    private var commands = 5000
    private var admissions = 2000
    private var presses = 200_000
    private var scratch: String?
    private var runs = 20_000

    private static let usage = """
        usage: matrona-bench [single|bulk|sixteen|ledger|folds|drawing|history|casebook|years|all] [--commands N] \
        [--admissions N] [--presses N] [--runs N] [--scratch FOLDER]
               matrona-bench storm [--commands N] [--processes N] [--babies N] [--seed N]

        Stores are made in a new folder under $TMPDIR or /tmp: name a folder on the disk that is to be measured.
        What is made in a --scratch folder is kept: 'years --admissions 300000' makes 6 million entries (8 GB) there
        once.
        """

    static func main() throws {
        if let status = try StormCommand.run(Array(CommandLine.arguments.dropFirst())) { exit(status) }
        guard let bench = Bench(CommandLine.arguments.dropFirst()) else {
            print(usage)
            exit(64)
        }
        try bench.run()
    }

    private init?(_ arguments: ArraySlice<String>) {
        var words = arguments
        while let word = words.popFirst() {
            switch word {
            case "all": parts = Part.allCases
            case "ledger": parts += [.single, .bulk, .sixteen]
            case "--scratch":
                guard let folder = words.popFirst() else { return nil }
                scratch = folder
            case "--commands", "--admissions", "--presses", "--runs":
                guard let number = words.popFirst().flatMap({ Int($0) }), number > 0 else { return nil }
                switch word {
                case "--commands": commands = number
                case "--admissions": admissions = number
                case "--runs": runs = number
                default: presses = number
                }
            default:
                guard let part = Part(rawValue: word) else { return nil }
                parts.append(part)
            }
        }
        if parts.isEmpty { parts = Part.allCases }
    }

    private func run() throws {
        let folder = try BenchFolder(kept: scratch)
        defer { folder.remove() }
        print("stores in \(folder.path), load \(Bench.load)")
        for part in parts {
            switch part {
            case .single: try LedgerBench(folder: folder, commands: commands).single()
            case .bulk: try LedgerBench(folder: folder, commands: commands).bulk()
            case .sixteen: try Sixteen(path: folder.store("sixteen")).run()
            case .folds: try FoldBench(folder: folder).run()
            case .drawing: try DrawingBench(folder: folder, presses: presses).run()
            case .casebook: try CasebookBench(folder: folder, runs: runs).run()
            case .history: try HistoryBench(folder: folder, admissions: admissions).run()
            case .years: try YearsBench(folder: folder, admissions: admissions).run()
            }
        }
        print("\nload at the end \(Bench.load)")
    }

    /// How busy the machine is; other work makes every time longer.
    private static var load: String {
        let text = try? String(contentsOfFile: "/proc/loadavg", encoding: .utf8)
        return text?.split(separator: " ").prefix(3).joined(separator: " ") ?? "unknown"
    }
}

/// A folder for stores, thrown away unless somebody named it.
struct BenchFolder {
    let path: String
    private let isKept: Bool

    init(kept: String?) throws {
        isKept = kept != nil
        if let kept {
            path = kept
            return
        }
        let url = FileManager.default.temporaryDirectory.appending(path: "matrona-bench-\(getpid())")
        try FileManager.default.createDirectory(
            at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        path = url.path
    }

    func store(_ name: String) -> String { "\(path)/\(name).db" }

    func remove() {
        if !isKept { try? FileManager.default.removeItem(atPath: path) }
    }
}
