import Foundation
import Testing

/// A throw-away folder with a store in it, and the `matrona` that was built beside these tests.
final class WardFolder {
    let path: String
    var store: String { "\(path)/ward.db" }

    /// The program under test.
    static let matrona: String = {
        let products = Bundle.main.bundlePath
        let beside = URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent().path
        return [products, beside].map { "\($0)/matrona" }.first { FileManager.default.isExecutableFile(atPath: $0) }
            ?? "\(FileManager.default.currentDirectoryPath)/.build/debug/matrona"
    }()

    init(at path: String = NSTemporaryDirectory() + "matrona-journey-\(UUID().uuidString)") throws {
        self.path = path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Runs a subcommand on the store and says what it printed and how it ended.
    @discardableResult
    func matrona(
        _ arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> Command {
        let settings = environment.map { "\($0.key)=\($0.value)" }
        return try Command(
            "/usr/bin/env", settings + [WardFolder.matrona] + arguments + ["--store", store], input: input)
    }

    /// Writes a file into the folder and answers its path.
    func file(_ name: String, _ text: String) throws -> String {
        let file = "\(path)/\(name)"
        try text.write(toFile: file, atomically: true, encoding: .utf8)
        return file
    }

    /// Opens the program on the store in a real terminal.
    func open(
        columns: Int = 120, rows: Int = 36, language: String = "en", environment: [String: String] = [:]
    ) throws -> TmuxTerminal {
        try TmuxTerminal(
            [WardFolder.matrona, "--store", store, "--language", language, "--terminal", "T-01"], columns: columns,
            rows: rows,
            environment: environment)
    }
}
