/// The one door to a decision: what holds for every command, then the command's own rules.
public enum WardRules {
    /// How far a frozen or typed time may lie ahead of the recording terminal's clock, in seconds.
    public static let toleratedSecondsAhead = 2

    /// The entries that a command makes.
    ///
    /// - Throws: a `Refusal` from the closed list, with its text in both languages.
    public static func decide(
        _ command: any WardCommand, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        try checkSigner(command, context)
        try checkTime(command, context)
        let drafts = try command.decide(context)
        try checkFold(drafts, context)
        return drafts
    }

    private static func checkSigner(
        _ command: any WardCommand, _ context: DecisionContext
    ) throws(Refusal) {
        let permission = type(of: command).permission
        guard let by = context.by else {
            let isSetUp = context.ward.roster.members.isEmpty && (permission == .ward || permission == .staff)
            guard permission.needsNoSignature || isSetUp || context.origin.way == .import else {
                throw .signatureNeeded
            }
            return
        }
        guard let member = context.ward.roster[by] else { throw .badgeUnknown(by) }
        guard !member.retired else { throw .badgeRetired(by) }
        guard member.role.may(permission) else { throw .notAllowed(member.role) }
    }

    private static func checkTime(_ command: any WardCommand, _ context: DecisionContext) throws(Refusal) {
        let ago = context.occurred.moment.seconds(to: context.now.moment)
        guard ago >= -toleratedSecondsAhead else { throw .timeInFuture }
        guard context.occurred.derived, let limit = type(of: command).backDating.secondsWithoutReason else { return }
        guard ago <= limit || command.reason?.isBlank == false else { throw .reasonNeededForTime }
    }

    /// No draft may leave a story that can't be folded: the last net under every command's own rules.
    private static func checkFold(_ drafts: [Draft], _ context: DecisionContext) throws(Refusal) {
        var states: [StreamID: StreamState] = [:]
        for (index, draft) in drafts.enumerated() where !(draft.fact is EntryCorrected) {
            var state = states[draft.stream] ?? context.ward[draft.stream] ?? StreamState(empty: draft.stream)
            let stamp = EntryStamp(
                id: EntryID(context.id, ordinal: index + 1), occurred: draft.occurred, recorded: context.now,
                terminal: context.terminal, staff: context.by, origin: context.origin)
            do throws(FoldFault) {
                try state.apply(Entry(sequence: 0, stream: draft.stream, stamp: stamp, fact: draft.fact))
            } catch {
                throw .impossible("\(error)")
            }
            states[draft.stream] = state
        }
    }
}

extension String {
    /// True when there is nothing but white space.
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
