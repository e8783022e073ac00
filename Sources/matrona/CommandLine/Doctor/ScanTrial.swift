import ScreenGrid
import WardDomain

/// What a scan looked like when it arrived: its text, and where it paused.
struct ScanTrial {
    /// A pause inside the code.
    struct Pause: Hashable {
        /// How many characters came before it.
        let after: Int
        let milliseconds: Int64
    }

    let text: String
    /// Whether the program takes it for a scan.
    let isScan: Bool
    private let longest: Int64
    /// The pauses that a hand could have made.
    let pauses: [Pause]
    /// What the site's scanners are said to send before each code; empty for nothing.
    private let prefix: String

    private static let gapMilliseconds = ScanDetector.gap / 1_000_000
    private static let splitMilliseconds = ScanDetector.splitGap / 1_000_000
    private static let mostPausesSaid = 5

    /// - Parameters:
    ///   - bytes: what came before the ending key.
    ///   - times: when each of them came, and last the ending key where one came, in nanoseconds.
    init(_ bytes: [UInt8], times: [Int64], prefix: String) {
        text = String(decoding: bytes, as: UTF8.self)
        self.prefix = prefix
        isScan = Self.isScan(bytes, times, prefix)
        let gaps = zip(times.dropFirst(), times).map { ($0 - $1) / 1_000_000 }
        longest = gaps.max() ?? 0
        pauses = gaps.enumerated().filter { $0.element > Self.gapMilliseconds }.map { place, gap in
            Pause(after: String(decoding: bytes.prefix(place + 1), as: UTF8.self).count, milliseconds: gap)
        }
    }

    /// Whether the program would take the same for a scan.
    private static func isScan(_ bytes: [UInt8], _ times: [Int64], _ prefix: String) -> Bool {
        var detector = ScanDetector(prefix: prefix)
        let keys = bytes.map(key) + [.enter]
        return zip(keys, times).flatMap { detector.receive($0, at: $1) }.contains { step in
            if case .scan = step { true } else { false }
        }
    }

    /// A byte as the key that a terminal reads: below the space stand the control keys.
    private static func key(_ byte: UInt8) -> Key {
        guard byte < 0x20 else { return .character(Character(Unicode.Scalar(byte))) }
        return .control(Character(Character(Unicode.Scalar(byte + 0x40)).lowercased()))
    }

    /// What is said of it: how it came, each pause, and what to do.
    var findings: [Phrase] {
        let sign = isScan ? "OK" : "!!"
        let shown = text.safeForScreen
        var said = [
            Phrase(
                en: "\(sign)  \(text.count) characters, longest gap \(longest) ms: \(shown)",
                zhHans: "\(sign)  \(text.count) 个字符，最长间隔 \(longest) 毫秒：\(shown)")
        ]
        said += pauses.prefix(Self.mostPausesSaid).map { pause in
            Phrase(
                en: "    \(pause.milliseconds) ms behind character \(pause.after)",
                zhHans: "    第 \(pause.after) 个字符后停顿 \(pause.milliseconds) 毫秒")
        }
        if !isScan || !pauses.isEmpty { said.append(whatToDo) }
        if !prefix.isEmpty, !text.hasPrefix(prefix) {
            said.append(
                Phrase(
                    en: "!!  it does not begin with the scannerPrefix '\(prefix)'",
                    zhHans: "!!  未以 scannerPrefix「\(prefix)」开头"))
        }
        let code = BandCode.normalized(text)
        if code != text { said.append(Phrase(en: "    code \(code)", zhHans: "    编码 \(code)")) }
        return said
    }

    private var whatToDo: Phrase {
        guard text.count >= ScanDetector.leastLength else {
            return Phrase(
                en: "!!  this reads as typing: a code has \(ScanDetector.leastLength) characters or more, then Enter",
                zhHans: "!!  将被当作键入：编码至少 \(ScanDetector.leastLength) 个字符，并以回车结尾")
        }
        let (gap, split) = (Self.gapMilliseconds, Self.splitMilliseconds)
        let sign = isScan ? "--" : "!!"
        return Phrase(
            en:
                "\(sign)  pauses above \(gap) ms may read as typing, above \(split) ms they break any code: let the scanner send without delay; over a slow line set scannerPrefix",
            zhHans:
                "\(sign)  停顿超过 \(gap) 毫秒可能被当作键入，超过 \(split) 毫秒则编码中断：请取消扫描枪的字符延迟；线路较慢时请设置 scannerPrefix")
    }
}
