/// `kit.begin`: a full check of a cart or area begins.
public struct BeginKitCheck: WardCommand {
    public static let name = "kit.begin"
    public static let summary = Phrase(en: "begin a full check of a cart or area", zhHans: "开始全面清点急救车或区域")
    public static let permission = Permission.quality
    public static let fields = [CommandField("kit", "id", required: true)]

    public var kit: String

    public init(kit: String) {
        self.kit = kit
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.readiness.kit(kit) else { throw .kitUnknown(kit) }
        if context.ward.kitChecks.values.contains(where: { $0.isOpen && $0.kit?.id == kit }) {
            throw .kitCheckGoing
        }
        let shift = context.shift
        let fact = KitCheckBegun(kit: found, shift: shift?.shift.id, shiftDay: shift?.day)
        return [context.draft(.kitCheck(KitCheckID(context.id.rawValue)), fact)]
    }
}

/// A command about a check that is going.
protocol NamesKitCheck {
    var check: KitCheckID { get }
}

extension NamesKitCheck {
    func going(_ context: DecisionContext) throws(Refusal) -> (check: KitCheck, kit: Kit) {
        guard let found = context.ward.kitChecks[check], found.isOpen, let kit = found.kit else {
            throw .kitCheckUnknown
        }
        if let started = found.startedAt, context.occurred.isBefore(started) { throw .beforeOpening }
        return (found, kit)
    }
}

/// `kit.item`: an item is in order, or there is a gap; a gap opens a defect with an owner.
public struct CheckKitItem: WardCommand, NamesKitCheck {
    public static let name = "kit.item"
    public static let summary = Phrase(en: "check an item; a gap opens a defect", zhHans: "清点一项；缺失即登记缺陷")
    public static let permission = Permission.quality
    public static let fields = [
        CommandField("check", "id", required: true), CommandField("item", "id", required: true),
        CommandField("result", KitItemResult.codes, required: true),
        CommandField("quantity", "integer 0-999"), CommandField("expiry", "day"),
        CommandField("batteryWorks", "boolean"), CommandField("note", "string"), CommandField("owner", "badge"),
    ]
    static let quantities = 0...999

    public var check: KitCheckID
    public var item: String
    public var result: KitItemResult
    public var quantity: Int?
    public var expiry: CalendarDay?
    public var batteryWorks: Bool?
    public var note: String?
    /// Who sees to the gap; whoever found it where nobody is named.
    public var owner: Badge?

    public init(
        check: KitCheckID, item: String, result: KitItemResult, quantity: Int? = nil, expiry: CalendarDay? = nil,
        batteryWorks: Bool? = nil, note: String? = nil, owner: Badge? = nil
    ) {
        self.check = check
        self.item = item
        self.result = result
        self.quantity = quantity
        self.expiry = expiry
        self.batteryWorks = batteryWorks
        self.note = note
        self.owner = owner
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (check, kit) = try going(context)
        guard let found = kit[item: item] else { throw .codeUnknown(field: "item", code: item) }
        try TextRules.check(quantity, CheckKitItem.quantities, "quantity")
        if let note { _ = try TextRules.note(note, field: "note") }
        if result == .inOrder { try checkInOrder(found, context) }
        let mark = KitItemChecked(
            item: item, result: result, quantity: quantity, expiry: expiry, batteryWorks: batteryWorks,
            note: note?.trimmed)
        return [context.draft(.kitCheck(check.id), mark)] + (try defect(found, of: kit, context))
    }

    /// What is in order is all there, not expired, and its battery works.
    private func checkInOrder(_ found: Kit.Item, _ context: DecisionContext) throws(Refusal) {
        if let quantity, let wanted = found.quantity, quantity < wanted { throw .gapNotInOrder }
        if let expiry, expiry < context.occurred.moment.localDay(context.offset) { throw .gapNotInOrder }
        if batteryWorks == false { throw .gapNotInOrder }
    }

    /// A gap's defect; a second gap of an item whose defect is open opens none.
    private func defect(_ found: Kit.Item, of kit: Kit, _ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard result == .gap else { return [] }
        let known = context.ward.findings.values.contains {
            $0.isOpen && $0.kind == .defect && $0.kit == kit.id && $0.item == found.id
        }
        guard !known else { return [] }
        let new = NewFinding(
            kind: .defect, what: "\(found.zhHans) \(found.en): \(words(of: found))", owner: owner, kit: kit.id,
            item: found.id)
        return [try new.draft(FindingID(context.id, ordinal: 1), from: nil, context)]
    }

    /// What is wrong, in the words that were given or as it was counted.
    private func words(of found: Kit.Item) -> String {
        var parts: [String] = []
        if let quantity { parts.append("\(quantity)/\(found.quantity.map(String.init) ?? "-")") }
        if let expiry { parts.append("exp \(expiry)") }
        if batteryWorks == false { parts.append("battery 电池") }
        if let note, !note.isBlank { parts.append(note.trimmed) }
        return parts.isEmpty ? "gap 缺" : parts.joined(separator: ", ")
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

/// `kit.seal`: the seal alone is read; it holds when it is the one that the last full check put on.
public struct CheckKitSeal: WardCommand {
    public static let name = "kit.seal"
    public static let summary = Phrase(en: "read a cart's seal", zhHans: "核查封条")
    public static let permission = Permission.quality
    public static let fields = [
        CommandField("kit", "id", required: true), CommandField("seal", "string", required: true),
    ]

    public var kit: String
    public var seal: String

    public init(kit: String, seal: String) {
        self.kit = kit
        self.seal = seal
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.seal(ofKit: kit)] }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.readiness.kit(kit) else { throw .kitUnknown(kit) }
        guard let seal = try TextRules.name(seal, field: "seal").map(BandCode.normalized) else {
            throw .fieldMissing("seal")
        }
        guard let last = context.answers.seals[kit] else { throw .kitNeverSealed }
        let shift = context.shift
        let fact = KitSealChecked(
            kit: found.withoutItems, shift: shift?.shift.id, shiftDay: shift?.day, seal: seal, holds: seal == last)
        return [context.draft(.kitCheck(KitCheckID(context.id.rawValue)), fact)]
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

extension DecisionContext {
    /// The shift in which it happened; nil where the library has none.
    var shift: ReadinessRules.ShiftOfDay? {
        rules.readiness.shift(at: LocalTime(occurred.moment, offset))
    }
}
