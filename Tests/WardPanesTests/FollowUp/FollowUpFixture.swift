import ClinicalLibrary
import ScreenGrid
import WardDomain

@testable import WardPanes

/// The program on pane 5 over a ward in memory, with the ledger's answers to what the pane asks.
struct FollowUpFixture {
    var app: AppFixture

    init(language: Language = .english, columns: Int = 120, rows: Int = 36, signedIn: Bool = true) {
        app = AppFixture(
            language: language, size: Size(columns: columns, rows: rows), rules: ClinicalLibrary.compiledIn.rules)
        if signedIn { app.signIn("W1001") }
        answer()
        press(.character("5"))
    }

    /// Presses keys, each followed by the ledger's answers.
    mutating func press(_ keys: Key...) {
        for key in keys {
            app.press(key)
            answer()
        }
    }

    mutating func type(_ text: String) { app.type(text) }

    mutating func record(_ command: any WardCommand, by: Badge? = Badge("W1001")) -> Refusal? {
        let refusal = app.record(command, by: by)
        answer()
        return refusal
    }

    /// What stands on the screen, without line breaks and frames, for what may be wrapped.
    var words: String {
        app.screen.split(whereSeparator: { $0 == "\n" || $0 == "|" || $0 == " " }).joined(separator: " ")
    }

    private mutating func answer() {
        var duties = DutyHistory()
        var readiness = ReadinessHistory()
        var findings: [Finding] = []
        duties.wardSince = app.entries.first?.stamp.recorded.moment
        for stream in Set(app.entries.map(\.stream)) {
            guard let state = try? StreamState(folding: app.entries.filter { $0.stream == stream }, of: stream) else {
                continue
            }
            switch state {
            case .rhythm(let held): duties.rhythms.append(held)
            case .finding(let finding): findings.append(finding)
            case .kitCheck(let check):
                ReadinessHistory.Checked(check).map { readiness.checks.append($0) }
                guard check.finishedAt != nil, let kit = check.kit else { continue }
                switch check.scope {
                case .full: readiness.lastFull[kit.id] = check
                case .care: readiness.lastCare[kit.id] = check
                case .post: readiness.lastPost[kit.id] = check
                case .seal: break
                }
            default: break
            }
        }
        readiness.defects = findings.filter { $0.kind == .defect }
        app.send(.answer(.duties(duties)))
        app.send(.answer(.readiness(readiness)))
        app.send(.answer(.findings(findings)))
    }
}
