/// The check is over; a new seal may have been put on.
public struct KitCheckFinished: KitFact {
    public static let kind = "kitCheckFinished"
    public let seal: String?
    /// Who counted with the one who finished it.
    public let second: Badge?

    public var summary: Phrase {
        let with = second.map { Phrase(en: ", with \($0)", zhHans: "，双人核对 \($0)") }
        return Phrase(
            en: "check finished, seal \(seal ?? "none")\(with?.en ?? "")",
            zhHans: "清点结束，封条 \(seal ?? "无")\(with?.zhHans ?? "")")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        guard check.isOpen else { throw .impossible("the check is not going") }
        check.seal = seal
        check.second = second
        check.finishedAt = stamp.occurred
        check.finishedBy = stamp.staff
    }
}

/// Begun by mistake: not counted.
public struct KitCheckVoided: KitFact {
    public static let kind = "kitCheckVoided"
    public let reason: String

    public var summary: Phrase { Phrase(en: "check void: \(reason)", zhHans: "清点作废：\(reason)") }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        guard check.isOpen else { throw .impossible("the check is not going") }
        check.voided = true
    }
}

/// `kit.finish`: the check is over; the number of the seal that was put on, if any. Looking at every item makes an end of
/// what a use had left to be restocked.
public struct FinishKitCheck: WardCommand, NamesKitCheck {
    public static let name = "kit.finish"
    public static let summary = Phrase(en: "finish a check, with the new seal's number", zhHans: "结束清点，登记新封条号")
    public static let permission = Permission.quality
    public static let fields = [
        CommandField("check", "id", required: true), CommandField("seal", "string"), CommandField("second", "badge"),
    ]

    public var check: KitCheckID
    public var seal: String?
    /// Who counted too, where the list asks for two people.
    public var second: Badge?

    public init(check: KitCheckID, seal: String? = nil, second: Badge? = nil) {
        self.check = check
        self.seal = seal
        self.second = second
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (check, kit) = try going(context)
        guard !check.marks.isEmpty else { throw .nothingToRecord }
        let seal = try TextRules.name(seal, field: "seal")
        try checkSecond(kit, context)
        let finished = KitCheckFinished(seal: seal.map(BandCode.normalized), second: second)
        return [context.draft(.kitCheck(check.id), finished)] + restocked(kit, check, context)
    }

    /// The second person is another one, and at work.
    private func checkSecond(_ kit: Kit, _ context: DecisionContext) throws(Refusal) {
        guard let second else {
            if kit.needsWitness { throw .secondPersonNeeded }
            return
        }
        guard second != context.by else { throw .secondPersonNeeded }
        _ = try context.atWork(second)
    }

    /// A whole check that began after a use ends the waiting for it; what it found missing are defects of their own.
    private func restocked(_ kit: Kit, _ check: KitCheck, _ context: DecisionContext) -> [Draft] {
        guard check.notChecked.isEmpty, let began = check.startedAt else { return [] }
        let waiting = context.ward.findings.values.filter { finding in
            guard finding.isRestock, finding.isOpen, finding.kit == kit.id else { return false }
            return finding.openedAt.map { !began.isBefore($0) } ?? false
        }
        return waiting.map { context.draft(.finding($0.id), FindingClosed(how: OwnWords.restocked.recorded())) }
    }
}

/// `kit.void`: begun by mistake, not counted. Defects that it opened stay open.
public struct VoidKitCheck: WardCommand, NamesKitCheck {
    public static let name = "kit.void"
    public static let summary = Phrase(en: "void a check begun by mistake", zhHans: "误开始的清点作废")
    public static let permission = Permission.quality
    public static let fields = [
        CommandField("check", "id", required: true), CommandField("reason", "string", required: true),
    ]

    public var check: KitCheckID
    public var reason: String?

    public init(check: KitCheckID, reason: String) {
        self.check = check
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (check, _) = try going(context)
        return [context.draft(.kitCheck(check.id), KitCheckVoided(reason: try TextRules.reason(reason)))]
    }
}
