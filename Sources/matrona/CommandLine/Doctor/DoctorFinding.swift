import ScreenGrid
import WardDomain

/// One line of `doctor`.
struct DoctorFinding: Hashable, Sendable {
    enum State: String, Sendable {
        case ok = "OK"
        /// It could not be checked here, and nothing follows from that.
        case unchecked = "--"
        case toDo = "!!"
    }

    let state: State
    private let topic: Phrase
    /// What was found; for `toDo` also what to do.
    private let detail: Phrase

    init(_ state: State, _ topic: Phrase, _ detail: Phrase) {
        self.state = state
        self.topic = topic
        self.detail = detail
    }

    private static let topicWidth = 10

    func line(in language: Language) -> String {
        "\(state.rawValue)  \(topic[language].padded(to: Self.topicWidth))  \(detail[language].safeForScreen)"
    }
}
