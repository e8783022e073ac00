import ScreenGrid
import WardDomain

/// What a dialog gave to be recorded, and the line that it shows about it.
struct DialogOrder: Sendable {
    /// True from the order until the ledger refuses it: nothing is ordered twice meanwhile.
    private(set) var isWaiting = false
    /// True while the store has not taken it: only then can it be taken back.
    private(set) var isNotSaved = false
    var message: (text: Phrase, role: StyleRole)? {
        didSet { warnsOfLoss = false }
    }
    /// True while the line says that the next Esc drops what was typed.
    private var warnsOfLoss = false

    /// What Esc leads to, nil for any other key: it closes at once where nothing would be lost by it, else the second one
    /// in a row does.
    mutating func cancel(_ key: Key, losing holdsWork: Bool) -> DialogResponse? {
        guard key == .escape else {
            if warnsOfLoss { message = nil }
            return nil
        }
        guard holdsWork, !isWaiting, !warnsOfLoss else { return leave() }
        message = (Phrase(en: "Esc again drops what was typed.", zhHans: "再按 Esc 将丢弃已填内容。"), .alarmMedium)
        warnsOfLoss = true
        return .stay
    }

    /// Stays open and gives a command to the ledger.
    mutating func record(_ command: any WardCommand, _ time: CommandEnvelope.Time = .now) -> DialogResponse {
        isWaiting = true
        isNotSaved = false
        return .stay(.record(command, time))
    }

    /// Closes the dialog, and takes back what the store has not taken. What is just being recorded is waited for: nobody
    /// could say any more whether it was.
    func leave(_ effects: PaneEffect...) -> DialogResponse {
        guard isWaiting else { return DialogResponse(closes: true, effects: effects) }
        return isNotSaved ? DialogResponse(closes: true, effects: effects, withdraws: true) : .stay
    }

    /// What Esc does now.
    ///
    /// - Parameter otherwise: what it does while nothing waits.
    func leaving(
        _ otherwise: Phrase = Phrase(en: "cancel, record nothing", zhHans: "取消，不记录")
    ) -> BindingLine {
        let withdraw = Phrase(en: "withdraw it, record nothing", zhHans: "撤回，不记录")
        return BindingLine(key: .escape, label: isNotSaved ? withdraw : otherwise)
    }

    /// Stays open and says what is wrong.
    mutating func say(wrong why: Phrase) -> DialogResponse {
        message = (why, .fieldError)
        return .stay
    }

    /// What follows from the ledger's answer: the dialog closes once it is recorded, and says why where it is not. After
    /// a refusal it may be ordered again; what the store could not save yet is given to it again without an order.
    ///
    /// - Parameter refusedAs: what is said of a refusal in place of its own text.
    mutating func learn(_ outcome: RecordOutcome, refusedAs text: Phrase? = nil) -> DialogResponse {
        switch outcome {
        case .committed: return .close
        case .refused(let refusal):
            isWaiting = false
            isNotSaved = false
            return say(wrong: text ?? refusal.text)
        case .notSaved(let why):
            isNotSaved = true
            message = (why, .notSaved)
            return .stay
        }
    }
}
