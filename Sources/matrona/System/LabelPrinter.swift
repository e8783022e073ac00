import Foundation
import WardDomain

/// Where labels go: a device, a command that takes them on its standard input, or a file that they are added to.
enum LabelPrinter: Hashable, Sendable {
    case device(String)
    case command(String)
    case file(String)

    /// Reads a setting such as `device:/dev/usb/lp0`, `command:lp -d bands -o raw` or `file:/var/spool/labels.zpl`; nil
    /// for anything else.
    init?(_ setting: String) {
        let parts = setting.split(separator: ":", maxSplits: 1).map(String.init)
        guard parts.count == 2, !parts[1].isBlankSetting else { return nil }
        switch parts[0] {
        case "device": self = .device(parts[1])
        case "command": self = .command(parts[1])
        case "file": self = .file(parts[1])
        default: return nil
        }
    }

    /// Sends a label, and says what became of it. It never waits for a printer.
    ///
    /// - Throws: a `Failure` in one line when the label could not be given away whole.
    func send(_ label: String) throws(Failure) -> Phrase {
        switch self {
        case .device(let path):
            try write(label, to: path, flags: O_WRONLY | O_NONBLOCK | O_NOCTTY)
            return Phrase(en: "Label sent to \(path).", zhHans: "标签已发送到 \(path)。")
        case .file(let path):
            try write(label, to: path, flags: O_WRONLY | O_APPEND | O_CREAT)
            return Phrase(en: "Label added to \(path).", zhHans: "标签已写入 \(path)。")
        case .command(let command):
            try give(label, to: command)
            return Phrase(en: "Label given to '\(command)'.", zhHans: "标签已交「\(command)」打印。")
        }
    }

    private func write(_ label: String, to path: String, flags: Int32) throws(Failure) {
        let descriptor = open(path, flags | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw Self.failed(path) }
        defer { close(descriptor) }
        var rest = Array(label.utf8)[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { throw Self.failed(path) }
            rest = rest.dropFirst(count)
        }
    }

    private func give(_ label: String, to command: String) throws(Failure) {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", command]
        process.standardOutput = FileHandle.nullDevice
        process.standardError = FileHandle.nullDevice
        let input = FileManager.default.temporaryDirectory.appendingPathComponent("matrona-label-\(UUID().uuidString)")
        do {
            try Data(label.utf8).write(to: input, options: .withoutOverwriting)
            try FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: input.path)
            process.standardInput = try FileHandle(forReadingFrom: input)
            try FileManager.default.removeItem(at: input)
            try process.run()
        } catch {
            throw Self.failed(command)
        }
    }

    private static func failed(_ target: String) -> Failure {
        Failure(
            .inputOutput, en: "The label was not printed: \(target) does not take it.",
            zhHans: "标签未打印：\(target) 无法接收。")
    }
}

extension String {
    fileprivate var isBlankSetting: Bool { allSatisfy(\.isWhitespace) }
}
