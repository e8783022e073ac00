import ScreenGrid
import WardDomain

/// `doctor --scanner`: shows what a scan and a key press look like when they arrive.
struct KeyboardTrial {
    let settings: TerminalSettings
    private let clock = SystemClock()

    /// A gap above this tells typing from a scan.
    private static let scanGapMilliseconds: Int64 = 50

    init(settings: TerminalSettings) {
        self.settings = settings
    }

    func run() throws(Failure) {
        guard let terminal = RawTerminal(waitingTenths: 0) else {
            throw Failure(.usage, en: "This is no terminal: run it in one.", zhHans: "此处不是终端，请在终端中运行。")
        }
        say(Phrase(en: "Scan a badge or band (or type and press Enter).", zhHans: "请扫描工牌或腕带（或键入后回车）。"))
        let scan = read(terminal)
        report(scan)
        say(
            Phrase(
                en: "With the input method that the ward uses, press the ! key, then Enter.",
                zhHans: "请在科室常用输入法下按 ! 键，然后回车。"))
        reportKey(read(terminal).text)
    }

    /// The bytes that came close behind each other.
    private struct Burst {
        var text = ""
        /// The longest time between two bytes, in milliseconds.
        var longestGap: Int64 = 0
    }

    private func read(_ terminal: RawTerminal) -> Burst {
        var bytes: [UInt8] = []
        var burst = Burst()
        var last: Int64?
        while let byte = terminal.byte() {
            let now = clock.uptime
            if let last { burst.longestGap = max(burst.longestGap, (now - last) / 1_000_000) }
            last = now
            if [UInt8(ascii: "\r"), UInt8(ascii: "\n"), UInt8(ascii: "\t")].contains(byte) { break }
            bytes.append(byte)
        }
        burst.text = String(decoding: bytes, as: UTF8.self)
        return burst
    }

    private func report(_ scan: Burst) {
        let code = BandCode.normalized(scan.text)
        let shown = scan.text.safeForScreen
        let isBurst = scan.text.count >= 4 && scan.longestGap <= Self.scanGapMilliseconds
        say(
            Phrase(
                en:
                    "\(isBurst ? "OK" : "!!")  \(scan.text.count) characters, longest gap \(scan.longestGap) ms: \(shown)",
                zhHans: "\(isBurst ? "OK" : "!!")  \(scan.text.count) 个字符，最长间隔 \(scan.longestGap) 毫秒：\(shown)"))
        if !isBurst {
            say(
                Phrase(
                    en: "!!  this reads as typing: let the scanner end with Enter, or set scannerPrefix",
                    zhHans: "!!  将被当作键入：请让扫描枪以回车结尾，或设置 scannerPrefix"))
        }
        if let prefix = settings.scannerPrefix, !prefix.isEmpty, !scan.text.hasPrefix(prefix) {
            say(
                Phrase(
                    en: "!!  it does not begin with the scannerPrefix '\(prefix)'",
                    zhHans: "!!  未以 scannerPrefix「\(prefix)」开头"))
        }
        if code != scan.text { say(Phrase(en: "    code \(code)", zhHans: "    编码 \(code)")) }
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
