import ArgumentParser
import Foundation
import WardDomain
import WardLedger

/// A new PIN, given on the command line or typed twice at a terminal.
struct PINOption: ParsableArguments {
    @Option(help: "The PIN, 4 to 12 digits; asked for when it is left out.")
    var pin: String?

    func validate() throws {
        if let pin, !PINRules.accepts(pin) { throw ValidationError("--pin is 4 to 12 digits.") }
    }

    /// The verifier of the PIN that is given or typed.
    func verifier() throws(Failure) -> PINVerifier {
        let typed = if let pin { pin } else { try Self.typed() }
        do {
            return try PINVerifier(typed)
        } catch {
            throw Failure(.inputOutput, en: "The PIN can't be stored: \(error).", zhHans: "无法保存密码：\(error)。")
        }
    }

    /// Asks for a PIN twice, without showing it.
    private static func typed() throws(Failure) -> String {
        guard isatty(STDIN_FILENO) == 1 else {
            throw Failure(.usage, en: "Nobody can type a PIN here: give --pin.", zhHans: "此处无法输入密码，请使用 --pin。")
        }
        let first = try ask(Phrase(en: "PIN (4 to 12 digits): ", zhHans: "密码（4 至 12 位数字）："))
        guard PINRules.accepts(first) else {
            throw Failure(.usage, en: "A PIN is 4 to 12 digits.", zhHans: "密码应为 4 至 12 位数字。")
        }
        let second = try ask(Phrase(en: "Again: ", zhHans: "请再次输入："))
        guard first == second else {
            throw Failure(.usage, en: "The two are not the same.", zhHans: "两次输入不一致。")
        }
        return first
    }

    private static func ask(_ question: Phrase) throws(Failure) -> String {
        StandardError.write(question[Surroundings.language()])
        var modes = termios()
        tcgetattr(STDIN_FILENO, &modes)
        var silent = modes
        silent.c_lflag &= ~tcflag_t(ECHO)
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &silent)
        defer {
            tcsetattr(STDIN_FILENO, TCSAFLUSH, &modes)
            StandardError.write("\n")
        }
        guard let line = readLine() else {
            throw Failure(.usage, en: "No PIN was typed.", zhHans: "未输入密码。")
        }
        return line
    }
}

extension WardStore {
    /// Stores a PIN's verifier, and records that a PIN was set.
    mutating func setPIN(_ verifier: PINVerifier, for badge: Badge, by: Badge) throws(Failure) {
        let (ledger, rules, clock) = (ledger, rules, clock)
        let envelope = envelope(NotePIN(badge: badge), by: by)
        try insist { () throws(RecordFault) in
            try ledger.setPIN(
                verifier.text, by: envelope, rules: rules, now: clock.now(), offset: SystemClock.offset)
        }
    }
}
