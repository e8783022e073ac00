/// Somebody began to check a kit; the exact list goes with it.
public struct KitCheckBegun: KitFact {
    public static let kind = "kitCheckBegun"
    public let kit: Kit
    public let shift: String?
    public let shiftDay: CalendarDay?

    public var summary: Phrase { Phrase(en: "check begun: \(kit.en)", zhHans: "开始清点：\(kit.zhHans)") }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        try check.begin(kit, .full, shift, shiftDay, stamp)
    }
}

/// An item was looked at.
public struct KitItemChecked: KitFact {
    public static let kind = "kitItemChecked"
    public let item: String
    public let result: KitItemResult
    public let quantity: Int?
    public let expiry: CalendarDay?
    public let batteryWorks: Bool?
    public let note: String?

    public var summary: Phrase {
        Phrase(en: "\(item): \(result.label.en)", zhHans: "\(item)：\(result.label.zhHans)")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        guard check.isOpen else { throw .impossible("the check is not going") }
        guard check.kit?[item: item] != nil else { throw .impossible("there is no item \(item)") }
        check.marks[item] = KitCheck.Mark(
            result: result, quantity: quantity, expiry: expiry, batteryWorks: batteryWorks, note: note,
            at: stamp.occurred, staff: stamp.staff)
    }
}

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
