import Foundation
import Testing

/// Another process with the store open in `sqlite3`, which can be told to do anything to it.
final class StoreHolder {
    private let process = Process()
    private let (commands, said) = (Pipe(), Pipe())

    static let isHere = FileManager.default.isExecutableFile(atPath: "/usr/bin/sqlite3")

    init(_ store: String) throws {
        process.executableURL = URL(fileURLWithPath: "/usr/bin/sqlite3")
        process.arguments = [store]
        process.standardInput = commands
        process.standardOutput = said
        try process.run()
    }

    /// Runs statements, and returns when they are done.
    func run(_ statements: String) {
        commands.fileHandleForWriting.write(Data("\(statements)\n.print done\n".utf8))
        #expect(String(decoding: said.fileHandleForReading.availableData, as: UTF8.self) == "done\n")
    }

    deinit {
        commands.fileHandleForWriting.write(Data(".quit\n".utf8))
        process.waitUntilExit()
    }
}
