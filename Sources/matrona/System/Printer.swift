import Foundation
import WardDomain

/// Where pages or labels go: a device, a command that takes them on its standard input, or a file that they are added to.
enum Printer: Hashable, Sendable {
    case device(String)
    case command(String)
    case file(String)

    /// Reads a setting such as `device:/dev/usb/lp0`, `command:lp -d bands -o raw` or `file:/var/spool/labels.zpl`; nil
    /// for anything else.
    init?(_ setting: String) {
        let parts = setting.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].allSatisfy(\.isWhitespace) else { return nil }
        switch parts[0] {
        case "device": self = .device(parts[1])
        case "command": self = .command(parts[1])
        case "file": self = .file(parts[1])
        default: return nil
        }
    }

    /// Sends a text, and says what became of it. It never waits for a printer.
    ///
    /// - Throws: a `Failure` in one line when the text could not be given away whole.
    func send(_ text: String) throws(Failure) -> Phrase {
        switch self {
        case .device(let path):
            try Self.write(text, to: path, flags: O_WRONLY | O_NONBLOCK | O_NOCTTY)
            return Phrase(en: "Printing: sent to \(path).", zhHans: "打印：已发送到 \(path)。")
        case .file(let path):
            try Self.write(text, to: path, flags: O_WRONLY | O_APPEND | O_CREAT)
            return Phrase(en: "Printing: added to \(path).", zhHans: "打印：已写入 \(path)。")
        case .command(let command):
            try give(text, to: command)
            return Phrase(en: "Printing: given to '\(command)'.", zhHans: "打印：已交「\(command)」。")
        }
    }

    /// A file that was not there and that nobody else can read.
    static let newFile = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW

    /// - Throws: a `Failure` in one line when the text could not be written whole.
    static func write(_ text: String, to path: String, flags: Int32) throws(Failure) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw failed(path) }
        defer { close(descriptor) }
        var rest = Array(text.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw failed(path) }
            rest = rest.dropFirst(count)
        }
    }

    /// The command reads from a file without a name, so that it neither blocks nor leaves names behind.
    private func give(_ text: String, to command: String) throws(Failure) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("matrona-print-\(UUID().uuidString)")
        do {
            try Self.write(text, to: input.path, flags: Self.newFile)
            process.standardInput = try FileHandle(forReadingFrom: input)
            try FileManager.default.removeItem(at: input)
            try process.run()
        } catch {
            throw Self.failed(command)
        }
    }

    static func failed(_ target: String) -> Failure {
        Failure(.inputOutput, en: "Not printed: \(target) does not take it.", zhHans: "未打印：\(target) 无法接收。")
    }
}
