/// What was done to a kit or to one of its items.
public struct KitCare: Codable, Hashable, Sendable {
    /// What care a kit takes beside its checks.
    public enum Act: String, Codable, CaseIterable, Sendable {
        case disinfected, repaired

        public var label: Phrase {
            switch self {
            case .disinfected: Phrase(en: "disinfected", zhHans: "已消毒")
            case .repaired: Phrase(en: "repaired", zhHans: "已维修")
            }
        }
    }

    public let act: Act
    /// Nil where the whole kit is meant.
    public let item: String?
    public let note: String?
}

/// Where a kit stands and who keeps it: two of the four things that are fixed (四固定, clinical reference 11).
public struct KitPost: Codable, Hashable, Sendable {
    public let place: String
    public let keeper: Badge
}

/// A kit, or an item of it, was disinfected or repaired.
public struct KitCaredFor: KitFact {
    public static let kind = "kitCaredFor"
    public let kit: Kit
    public let care: KitCare

    public var summary: Phrase {
        let item = care.item.map { "/\($0)" } ?? ""
        return Phrase(
            en: "\(care.act.label.en): \(kit.en)\(item)", zhHans: "\(care.act.label.zhHans)：\(kit.zhHans)\(item)")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        try check.beginAndEnd(kit, .care, stamp)
        check.care = care
    }
}

/// A kit was given its place and its keeper.
public struct KitPosted: KitFact {
    public static let kind = "kitPosted"
    public let kit: Kit
    public let post: KitPost

    public var summary: Phrase {
        Phrase(
            en: "\(kit.en): stands in \(post.place), kept by \(post.keeper)",
            zhHans: "\(kit.zhHans)：定位 \(post.place)，专人 \(post.keeper)")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        try check.beginAndEnd(kit, .post, stamp)
        check.post = post
    }
}

extension KitCheck {
    fileprivate mutating func beginAndEnd(
        _ kit: Kit, _ scope: KitCheckScope, _ stamp: EntryStamp
    ) throws(FoldFault) {
        try begin(kit, scope, nil, nil, stamp)
        finishedAt = stamp.occurred
        finishedBy = stamp.staff
    }
}

/// `kit.care`: a kit, or an item of it, was disinfected or repaired. A defect stays open until it is closed with a word.
public struct CareForKit: WardCommand {
    public static let name = "kit.care"
    public static let summary = Phrase(en: "a kit was disinfected or repaired", zhHans: "登记消毒或维修")
    public static let permission = Permission.quality
    public static let backDating = BackDating.free
    public static let fields = [
        CommandField("kit", "id", required: true),
        CommandField("act", KitCare.Act.codes, required: true),
        CommandField("item", "id"), CommandField("note", "string"),
    ]

    public var kit: String
    public var act: KitCare.Act
    public var item: String?
    public var note: String?

    public init(kit: String, act: KitCare.Act, item: String? = nil, note: String? = nil) {
        self.kit = kit
        self.act = act
        self.item = item
        self.note = note
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.readiness.kit(kit) else { throw .kitUnknown(kit) }
        if let item, found[item: item] == nil { throw .codeUnknown(field: "item", code: item) }
        let note = try note.map { text throws(Refusal) in try TextRules.note(text.trimmed, field: "note") }
        let fact = KitCaredFor(
            kit: found.withoutItems,
            care: KitCare(act: act, item: item, note: note.flatMap { $0.isEmpty ? nil : $0 }))
        return [context.draft(.kitCheck(KitCheckID(context.id.rawValue)), fact)]
    }
}

/// `kit.post`: where a kit stands and who keeps it, from now on.
public struct PostKit: WardCommand {
    public static let name = "kit.post"
    public static let summary = Phrase(en: "give a kit its place and keeper", zhHans: "登记定点放置与专人管理")
    public static let permission = Permission.quality
    public static let fields = [
        CommandField("kit", "id", required: true), CommandField("place", "string", required: true),
        CommandField("keeper", "badge", required: true),
    ]

    public var kit: String
    public var place: String
    public var keeper: Badge

    public init(kit: String, place: String, keeper: Badge) {
        self.kit = kit
        self.place = place
        self.keeper = keeper
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let found = context.rules.readiness.kit(kit) else { throw .kitUnknown(kit) }
        guard let place = try TextRules.name(place, field: "place") else { throw .fieldMissing("place") }
        _ = try context.atWork(keeper)
        let fact = KitPosted(kit: found.withoutItems, post: KitPost(place: place, keeper: keeper))
        return [context.draft(.kitCheck(KitCheckID(context.id.rawValue)), fact)]
    }
}
