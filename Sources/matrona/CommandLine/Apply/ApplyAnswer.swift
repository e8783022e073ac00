import WardDomain

/// The answer to one line of `apply`.
struct ApplyAnswer {
    let ok: Bool
    private let line: Int
    private let recorded: [EntryID]
    private let refused: (code: String, text: Phrase)?

    /// A line that is no command.
    init(line: Int, fault: ApplyFault) {
        self.line = line
        ok = false
        recorded = []
        refused = (fault.code, fault.text)
    }

    /// A command that was recorded or refused. A mismatch is both: it is kept, and nothing moved.
    init(line: Int, _ outcome: Result<[Entry], Refusal>) {
        self.line = line
        switch outcome {
        case .success(let entries):
            recorded = entries.map(\.stamp.id)
            refused = entries.lazy.compactMap { $0.fact as? HandoverMismatched }.first
                .map { ($0.refusal.code, $0.refusal.text) }
        case .failure(let refusal):
            recorded = []
            refused = (refusal.code, refusal.text)
        }
        ok = refused == nil
    }

    /// The answer as one line of JSON.
    var text: String {
        var members: [JSONText.Member] = [.init("line", .integer(Int64(line))), .init("ok", .bool(ok))]
        if ok || !recorded.isEmpty {
            members.append(.init("recorded", .array(recorded.map { .string($0.rawValue) })))
        }
        if let refused {
            members.append(
                .init(
                    "refused",
                    .object([
                        .init("code", .string(refused.code)), .init("en", .string(refused.text.en)),
                        .init("zh-Hans", .string(refused.text.zhHans)),
                    ])))
        }
        return JSONText.object(members).text
    }
}
