import Foundation

/// A command that was run to its end.
///
/// Input and output go through files: a pipe's end would live on in a terminal server started meanwhile, and never close.
struct Command {
    let output: String
    let error: String
    let status: Int32

    init(_ path: String, _ arguments: [String], input: String = "") throws {
        let folder = NSTemporaryDirectory() + "matrona-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        let names = ["in", "out", "err"].map { "\(folder)/\($0)" }
        try input.write(toFile: names[0], atomically: false, encoding: .utf8)
        for name in names.dropFirst() { FileManager.default.createFile(atPath: name, contents: nil) }
        let process = Process()
        process.executableURL = URL(fileURLWithPath: path)
        process.arguments = arguments
        process.standardInput = FileHandle(forReadingAtPath: names[0])
        process.standardOutput = FileHandle(forWritingAtPath: names[1])
        process.standardError = FileHandle(forWritingAtPath: names[2])
        try process.run()
        process.waitUntilExit()
        output = try String(contentsOfFile: names[1], encoding: .utf8)
        error = try String(contentsOfFile: names[2], encoding: .utf8)
        status = process.terminationStatus
    }
}
