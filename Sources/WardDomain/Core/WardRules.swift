/// The one door to a decision: what holds for every command, then the command's own rules.
public enum WardRules {
    /// How far a frozen or typed time may lie ahead of the recording terminal's clock, in seconds.
    public static let toleratedSecondsAhead = 2
    /// 2000-01-01 UTC: a typed time before it is a slip.
    static let earliest = Moment(milliseconds: 946_684_800_000)

    /// The entries that a command makes.
    ///
    /// - Throws: a `Refusal`, with its text in both languages.
    public static func decide(
        _ command: any WardCommand, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        try checkSigner(command, context)
        try checkTime(context)
        let reasonOfTime = try reasonOfTime(command, context)
        try checkMotherIsHere(command, context)
        if let reason = command.reason { _ = try TextRules.note(reason, field: CommandField.reason) }
        let decided = try command.decide(context)
        var drafts = decided + context.interruptions(by: decided)
        for index in drafts.indices { drafts[index].reasonOfTime = reasonOfTime }
        try checkFold(drafts, context)
        return drafts
    }

    private static func checkSigner(
        _ command: any WardCommand, _ context: DecisionContext
    ) throws(Refusal) {
        let permission = type(of: command).permission
        guard let by = context.by else {
            let isSetUp = context.ward.roster.members.isEmpty && (permission == .ward || permission == .staff)
            let isImport = context.origin.way == .import && command is AdmitMother
            guard permission.needsNoSignature || isSetUp || isImport else {
                throw .signatureNeeded
            }
            return
        }
        guard let member = context.ward.roster[by] else { throw .badgeUnknown(by) }
        guard !member.retired else { throw .badgeRetired(by) }
        guard member.role.may(permission) else { throw .notAllowed(member.role) }
    }

    /// What may be recorded in the story of a newborn whose mother is not here: nothing of a labour.
    private static func checkMotherIsHere(
        _ command: any WardCommand, _ context: DecisionContext
    ) throws(Refusal) {
        guard let named = command as? any NamesMother, !(command is any NamesNewborn), named.namesMother else { return }
        switch command {
        case is AttachMotherBand, is MergeMother, is SignEntries, is AttachBand, is CheckMotherIdentity: return
        default: break
        }
        guard let story = try? named.mother(context), story.isWithoutMother else { return }
        throw .motherNotHere
    }

    private static func checkTime(_ context: DecisionContext) throws(Refusal) {
        guard context.occurred.derived else { return try checkReading(context) }
        try checkTyped(context.occurred.moment, context)
    }

    /// Why a typed time was not recorded then: a time further back than the command allows has to say so. The reason of
    /// the act itself will do; it then stands in both places.
    private static func reasonOfTime(
        _ command: any WardCommand, _ context: DecisionContext
    ) throws(Refusal) -> String? {
        guard context.occurred.derived else { return nil }
        let ago = context.occurred.moment.seconds(to: context.givenAt)
        let isNeeded = type(of: command).backDating.secondsWithoutReason.map { ago > $0 } ?? false
        let hasItsOwn = type(of: command).fields.contains { $0.name == CommandField.reason }
        let given = isNeeded ? context.reasonOfTime ?? command.reason : hasItsOwn ? nil : context.reasonOfTime
        guard let given, !given.isBlank else {
            if isNeeded { throw .reasonNeededForTime }
            return nil
        }
        return try TextRules.reason(given)
    }

    /// A frozen key press is judged by the boot clock, so that a step of the wall clock can't refuse it.
    private static func checkReading(_ context: DecisionContext) throws(Refusal) {
        let ago = context.occurred.interval(to: context.now).seconds
        guard ago >= -toleratedSecondsAhead else { throw .timeInFuture }
    }

    /// A typed time lies neither ahead nor before any ward that this program knows.
    static func checkTyped(_ moment: Moment, _ context: DecisionContext) throws(Refusal) {
        guard moment >= earliest else { throw .outOfRange(field: "time", allowed: ">= 2000-01-01") }
        guard moment <= context.now.moment.advanced(seconds: toleratedSecondsAhead) else { throw .timeInFuture }
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
                throw .impossible(error.why)
            }
            states[draft.stream] = state
        }
    }
}
