import ScreenGrid
import WardDomain

/// `doctor --scanner`: shows what a scan and a key press look like when they arrive.
struct KeyboardTrial {
    let settings: TerminalSettings
    private let clock = SystemClock()

    init(settings: TerminalSettings) {
        self.settings = settings
    }

    func run() throws(Failure) {
        guard let terminal = RawTerminal(waitingTenths: 0) else {
            throw Failure(.usage, en: "This is no terminal: run it in one.", zhHans: "此处不是终端，请在终端中运行。")
        }
        say(Phrase(en: "Scan a badge or band (or type and press Enter).", zhHans: "请扫描工牌或腕带（或键入后回车）。"))
        let scan = read(terminal)
        ScanTrial(scan.bytes, times: scan.times, prefix: settings.scannerPrefix ?? "").findings.forEach(say)
        say(
            Phrase(
                en: "With the input method that the ward uses, press the ! key, then Enter.",
                zhHans: "请在科室常用输入法下按 ! 键，然后回车。"))
        reportKey(String(decoding: read(terminal).bytes, as: UTF8.self))
    }

    /// What comes up to Enter or Tab, and when each byte came, the ending one's among them.
    private func read(_ terminal: RawTerminal) -> (bytes: [UInt8], times: [Int64]) {
        var (bytes, times): ([UInt8], [Int64]) = ([], [])
        while let byte = terminal.byte() {
            times.append(clock.uptime)
            if [UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\t")].contains(byte) { break }
            bytes.append(byte)
        }
        return (bytes, times)
    }

    private func reportKey(_ text: String) {
        switch text {
        case "!", "！": say(Phrase(en: "OK  \(text) starts an emergency", zhHans: "OK  \(text) 可启动急救"))
        default:
            say(
                Phrase(
                    en: "!!  '\(text.safeForScreen)' arrived; use F9, which no input method takes",
                    zhHans: "!!  收到「\(text.safeForScreen)」，请改用 F9，不受输入法影响"))
        }
    }

    private func say(_ phrase: Phrase) {
        StandardOutput.writeNow(phrase[Surroundings.language()] + "\n")
    }
}
