import Foundation
import Testing

/// Another process, started by a test.
struct ChildProcess {
    let process = Process()
    private let input = Pipe()
    private let output = Pipe()

    /// Starts this test program again for one test that is a child's part; it finds its store in the environment.
    init(part test: String, store: String) throws {
        process.executableURL = URL(
            fileURLWithPath: try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe"))
        process.arguments = ["--testing-library", "swift-testing", "--filter", test]
        process.environment = ProcessInfo.processInfo.environment.merging([Self.storeKey: store]) { $1 }
        process.standardInput = input
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        try process.run()
    }

    private static let storeKey = "WARD_LEDGER_CHILD_STORE"

    /// Where a child's part finds its store; nil in the parent, where the part is skipped.
    static var store: String? { ProcessInfo.processInfo.environment[storeKey] }

    /// A child says a line to its parent.
    static func say(_ line: String) {
        FileHandle.standardOutput.write(Data("\(mark)\(line)\n".utf8))
    }

    private static let mark = "CHILD "

    /// The child's next line; nil when it has ended.
    func hear() -> String? {
        var line = Data()
        while let byte = try? output.fileHandleForReading.read(upToCount: 1), !byte.isEmpty {
            guard byte[byte.startIndex] == UInt8(ascii: "\n") else {
                line += byte
                continue
            }
            let text = String(decoding: line, as: UTF8.self)
            line = Data()
            if text.hasPrefix(Self.mark) { return String(text.dropFirst(Self.mark.count)) }
        }
        return nil
    }

    /// Lets a child go on that waits with `readLine`.
    func go() throws {
        try input.fileHandleForWriting.write(contentsOf: Data("go\n".utf8))
    }

    func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        process.waitUntilExit()
    }

    /// What a program of the system prints.
    static func output(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program] + arguments
        process.standardOutput = output
        try process.run()
        let text = String(decoding: try output.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        process.waitUntilExit()
        try #require(process.terminationStatus == 0)
        return text
    }
}
