import ArgumentParser
import WardDomain

/// Why a subcommand ended without doing its work: one line for a person, and a code for a script.
struct Failure: Error, Hashable, Sendable {
    /// The exit codes, named as sysexits.h names them.
    enum Code: Int32, Sendable {
        case someRefused = 1
        case usage = 64
        case badData = 65
        case noInput = 66
        case inputOutput = 74
        case busy = 75
        case notAllowed = 77
    }

    let code: Code
    /// What happened, and what to do.
    let message: Phrase

    init(_ code: Code, en: String, zhHans: String) {
        self.code = code
        message = Phrase(en: en, zhHans: zhHans)
    }

    init(_ code: Code, _ message: Phrase) {
        self.code = code
        self.message = message
    }

    /// A refused command as the end of a subcommand.
    init(_ refusal: Refusal) {
        self.init(refusal.kind == .rights ? .notAllowed : .badData, refusal.text)
    }
}
