/// The seal was read: it holds when its number is the one put on last.
public struct KitSealChecked: KitFact {
    public static let kind = "kitSealChecked"
    public let kit: Kit
    public let shift: String?
    public let shiftDay: CalendarDay?
    public let seal: String
    public let holds: Bool

    public var summary: Phrase {
        holds
            ? Phrase(en: "seal \(seal) holds: \(kit.en)", zhHans: "封条 \(seal) 完好：\(kit.zhHans)")
            : Phrase(en: "SEAL DIFFERS (\(seal)): \(kit.en)", zhHans: "封条不符（\(seal)）：\(kit.zhHans)")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        try check.begin(kit, .seal, shift, shiftDay, stamp)
        check.seal = seal
        check.sealHolds = holds
        check.finishedAt = stamp.occurred
        check.finishedBy = stamp.staff
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
