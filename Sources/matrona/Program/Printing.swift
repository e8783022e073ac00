import Foundation
import WardDomain
import WardPanes

/// Keeps pages as a file, and gives it to the site's printer command where there is one. It never waits for a printer.
enum Printing {
    /// The command that takes pages on its standard input, such as `lp -d ward`.
    private static var command: String? {
        ProcessInfo.processInfo.environment["MATRONA_PRINT"].flatMap { $0.isEmpty ? nil : $0 }
    }

    /// Prints, and says what became of it.
    static func print(_ job: PrintJob, at moment: Moment) -> Phrase {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("matrona-print-\(getuid())")
        let file = folder.appendingPathComponent("\(job.name)-\(moment.milliseconds).txt")
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            try Data(job.text.utf8).write(to: file, options: .atomic)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: file.path)
        } catch {
            return Phrase(en: "Not printed: \(file.path) can't be written.", zhHans: "未打印：无法写入 \(file.path)。")
        }
        guard let command else {
            return Phrase(
                en: "No printer is set (MATRONA_PRINT): kept as \(file.path)",
                zhHans: "未设打印命令（MATRONA_PRINT）：已存为 \(file.path)")
        }
        return give(file, to: command)
    }

    private static func give(_ file: URL, to command: String) -> Phrase {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        do {
            process.standardInput = try FileHandle(forReadingFrom: file)
            try process.run()
        } catch {
            return Phrase(en: "Not printed: '\(command)' does not run.", zhHans: "未打印：无法运行「\(command)」。")
        }
        return Phrase(en: "Given to '\(command)': \(file.path)", zhHans: "已交「\(command)」打印：\(file.path)")
    }
}
