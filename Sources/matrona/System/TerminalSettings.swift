import Foundation
import TOMLKit
import TOMLReading
import WardDomain
import WardPanes

/// What a terminal is set to, from `config.toml`; nil where the file says nothing.
struct TerminalSettings: Hashable, Sendable {
    /// Something wrong in the settings file.
    struct Fault: Hashable, Sendable {
        /// From 1.
        let line: Int
        let message: Phrase
    }

    var language: Language?
    /// A theme's name, or the path of a theme file.
    var theme: String?
    /// What the terminal is called in the ledger, such as `T-03`.
    var terminal: String?
    /// What the site's scanners send before every code.
    var scannerPrefix: String?
    /// What the site's scanners send in place of the separator of GS1 elements.
    var scannerSeparator: String?
    /// Where labels go.
    var labelPrinter: Printer?
    /// Where registers, census and shift pages go.
    var pagePrinter: Printer?
    /// Seconds without a key after which the terminal locks.
    var lockSeconds: Int?
    /// When the terminal's bell may ring.
    var bell: AppSettings.Bell?
    /// What could not be read; those settings are left out.
    private(set) var faults: [Fault] = []

    private static let lockRange = 15...3600

    init() {}

    /// The settings of a file; none when it is not there.
    init(file: String) {
        self.init()
        guard FileManager.default.fileExists(atPath: file) else { return }
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            faults = [Fault(line: 1, message: Phrase(en: "not readable as text", zhHans: "无法作为文本读取"))]
            return
        }
        read(text)
    }

    /// The settings in the text of a file.
    init(text: String) {
        self.init()
        read(text)
    }

    private mutating func read(_ text: String) {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch {
            let parse = error as? TOMLParseError
            let message = parse?.description ?? "not TOML"
            faults = [Fault(line: parse?.source.begin.line ?? 1, message: Phrase(en: message, zhHans: message))]
            return
        }
        for key in table.keys {
            guard let expected = take(key, table[key]) else { continue }
            faults.append(Fault(line: TOMLLines(text).line(of: .root.key(key)), message: expected))
        }
        faults.sort { $0.line < $1.line }
    }

    /// Takes one setting in; answers what is wrong with it.
    private mutating func take(_ key: String, _ value: (any TOMLValueConvertible)?) -> Phrase? {
        switch key {
        case "language":
            language = value?.string.flatMap(Language.init(rawValue:))
            return language == nil ? Phrase(en: "language is zh-Hans or en", zhHans: "language 应为 zh-Hans 或 en") : nil
        case "theme":
            theme = value?.string
            return theme == nil ? Self.textNeeded(key) : nil
        case "terminal":
            terminal = value?.string.flatMap { $0.isEmpty || $0.count > 16 ? nil : $0 }
            let wrong = Phrase(en: "terminal is a text of 1 to 16 characters", zhHans: "terminal 应为 1 至 16 个字符")
            return terminal == nil ? wrong : nil
        case "scannerPrefix":
            scannerPrefix = value?.string
            return scannerPrefix == nil ? Self.textNeeded(key) : nil
        case "scannerSeparator":
            scannerSeparator = value?.string.flatMap { $0.isEmpty ? nil : $0 }
            return scannerSeparator == nil ? Self.textNeeded(key) : nil
        case "labelPrinter":
            labelPrinter = value?.string.flatMap { Printer($0) }
            return labelPrinter == nil ? Self.printerNeeded(key) : nil
        case "pagePrinter":
            pagePrinter = value?.string.flatMap { Printer($0) }
            return pagePrinter == nil ? Self.printerNeeded(key) : nil
        case "bell":
            bell = value?.string.flatMap(AppSettings.Bell.init(rawValue:))
            let allowed = AppSettings.Bell.allCases.map(\.rawValue).joined(separator: ", ")
            let wrong = Phrase(en: "bell is one of \(allowed)", zhHans: "bell 应为 \(allowed) 之一")
            return bell == nil ? wrong : nil
        case "lockSeconds":
            lockSeconds = value?.int.flatMap { Self.lockRange.contains($0) ? $0 : nil }
            let range = "\(Self.lockRange.lowerBound)-\(Self.lockRange.upperBound)"
            let wrong = Phrase(en: "lockSeconds is a number, \(range)", zhHans: "lockSeconds 应为 \(range) 的整数")
            return lockSeconds == nil ? wrong : nil
        default: return Phrase(en: "'\(key)' is not a setting", zhHans: "没有 '\(key)' 这一设置")
        }
    }

    private static func textNeeded(_ key: String) -> Phrase {
        Phrase(en: "\(key) is a text in quotes", zhHans: "\(key) 应为带引号的文字")
    }

    private static func printerNeeded(_ key: String) -> Phrase {
        Phrase(
            en: "\(key) is device:PATH, command:COMMAND or file:PATH",
            zhHans: "\(key) 应为 device:路径、command:命令 或 file:路径")
    }
}
