/// What goes with a baby to the NICU, in the order of ISBAR; every field may be blank, and blank is 'not recorded'.
///
/// Source: clinical reference 8.3, delivery to NICU card (R).
public struct TransferCard: Codable, Hashable, Sendable {
    /// The lines of the card, in the order in which they are read out.
    public enum Field: String, CaseIterable, Sendable {
        case situation, infections, steroids, drugs, background, breathing, circulation, temperature, glucose, lines
        case due

        public var label: Phrase {
            switch self {
            case .situation: Phrase(en: "S why now", zhHans: "S 转运原因")
            case .infections: Phrase(en: "B infections", zhHans: "B 感染")
            case .steroids: Phrase(en: "B antenatal steroids", zhHans: "B 产前激素")
            case .drugs: Phrase(en: "B mother's drugs", zhHans: "B 母亲用药")
            case .background: Phrase(en: "B other", zhHans: "B 其他背景")
            case .breathing: Phrase(en: "A airway, SpO2", zhHans: "A 气道、血氧")
            case .circulation: Phrase(en: "A heart rate", zhHans: "A 心率循环")
            case .temperature: Phrase(en: "A temperature", zhHans: "A 体温")
            case .glucose: Phrase(en: "A glucose", zhHans: "A 血糖")
            case .lines: Phrase(en: "R lines, given", zhHans: "R 管路、已用药")
            case .due: Phrase(en: "R what is due", zhHans: "R 待办")
            }
        }
    }

    public private(set) var texts: [String: String] = [:]

    public init(_ texts: [Field: String] = [:]) {
        for (field, text) in texts { self.texts[field.rawValue] = text }
    }

    public subscript(field: Field) -> String? { texts[field.rawValue] }

    public var isEmpty: Bool { texts.isEmpty }

    /// The card with blanks taken as not recorded, each text of a bearable length.
    func checked() throws(Refusal) -> TransferCard {
        var card = TransferCard()
        for field in Field.allCases {
            guard let text = self[field]?.trimmed, !text.isEmpty else { continue }
            card.texts[field.rawValue] = try TextRules.note(text, field: field.rawValue)
        }
        return card
    }

    /// What the ward's record knows for the card already, so that nobody writes it again; and, under R, what falls due by
    /// the library.
    public static func known(
        _ baby: Newborn, of mother: Admission, _ rules: ClinicalRules, _ offset: LocalOffset
    ) -> [Phrase] {
        let none = Phrase(en: "not recorded", zhHans: "未记录")
        func said(_ en: String, _ zhHans: String, _ value: String?) -> Phrase {
            Phrase(en: "\(en) \(value ?? none.en)", zhHans: "\(zhHans) \(value ?? none.zhHans)")
        }
        let bands = baby.attachedBands.map { band in
            let limb = band.limb?.label ?? none
            return Phrase(en: "\(band.code) \(limb.en)", zhHans: "\(band.code) \(limb.zhHans)")
        }
        let worn = bands.isEmpty ? [none] : bands
        let age = mother.gestation(on: baby.bornAt.moment.localDay(offset), offset)?.weeksAndDays
        let scores = baby.apgar.keys.sorted().map { "\($0)' \(baby.apgar[$0]?.total.map(String.init) ?? "-")" }
        let gas = baby.arterialGas.map { "pH \(Double($0.pHThousandths) / 1000)" }
        let grade = mother.risk.map { grade in
            Phrase(
                en: grade.label.en + (mother.infectious == true ? " +P" : ""),
                zhHans: grade.label.zhHans + (mother.infectious == true ? " +紫" : ""))
        }
        let flags = mother.flags.inOrder.map(\.label)
        return [
            Phrase(
                en: "I bands on: \(worn.map(\.en).joined(separator: ", "))",
                zhHans: "I 腕带：\(worn.map(\.zhHans).joined(separator: "，"))"),
            said("B gestation", "B 孕周", age), said("weight g", "体重 g", baby.weightGrams.map(String.init)),
            said("Apgar", "Apgar", scores.isEmpty ? nil : scores.joined(separator: ", ")),
            said("cord gas", "脐血气", gas),
            Phrase(en: "risk \(grade?.en ?? none.en)", zhHans: "风险 \(grade?.zhHans ?? none.zhHans)"),
            Phrase(
                en: "flags \(flags.isEmpty ? none.en : flags.map(\.en).joined(separator: ", "))",
                zhHans: "标记 \(flags.isEmpty ? none.zhHans : flags.map(\.zhHans).joined(separator: "、"))"),
        ] + due(for: baby, of: mother, rules, offset)
    }

    private static func due(
        for baby: Newborn, of mother: Admission, _ rules: ClinicalRules, _ offset: LocalOffset
    ) -> [Phrase] {
        let items = rules.due(for: baby, of: mother).map { $0.said(bornAt: baby.bornAt.moment, offset) }
        guard !items.isEmpty else { return [] }
        return [
            Phrase(
                en: "R by library: \(items.map(\.en).joined(separator: ", "))",
                zhHans: "R 按规程：\(items.map(\.zhHans).joined(separator: "，"))")
        ]
    }
}

/// A baby's transfer card: written by who gives, read back and completed by who receives.
public struct TransferCardState: Codable, Hashable, Sendable {
    public internal(set) var card: TransferCard
    public let writtenBy: Badge?
    public let writtenAt: Occurrence
    public internal(set) var readBackBy: Badge?
    public internal(set) var readBackAt: Occurrence?
    /// What the receiver added.
    public internal(set) var added = TransferCard()

    public var isReadBack: Bool { readBackAt != nil }
}

/// The card of a transfer was written.
public struct TransferCardWritten: NewbornFact {
    public static let kind = "transferCardWritten"
    public static let correctable: Set = ["card"]
    public let newborn: NewbornID
    public let card: TransferCard

    public var summary: Phrase {
        Phrase(
            en: "transfer card: \(card[.situation] ?? "")", zhHans: "转运交接卡：\(card[.situation] ?? "")")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.transferCard = TransferCardState(card: card, writtenBy: stamp.staff, writtenAt: stamp.occurred)
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) { _ = try card.checked() }
}

/// The receiver read the card back and completed it.
public struct TransferCardReadBack: NewbornFact {
    public static let kind = "transferCardReadBack"
    public let newborn: NewbornID
    public let added: TransferCard

    public var summary: Phrase {
        Phrase(en: "transfer card read back by the receiver", zhHans: "接收人已复述并补全转运交接卡")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard baby.transferCard != nil else { throw .impossible("there is no transfer card") }
            baby.transferCard?.readBackBy = stamp.staff
            baby.transferCard?.readBackAt = stamp.occurred
            baby.transferCard?.added = added
        }
    }
}

/// `custody.card`: the ISBAR card of a transfer to the NICU.
public struct WriteTransferCard: WardCommand, NamesNewborn {
    public static let name = "custody.card"
    public static let summary = Phrase(en: "write the ISBAR card of a transfer", zhHans: "填写转运交接卡（ISBAR）")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [CommandField("card", cardForm, required: true, parts: cardParts)]
    static let cardForm = "object of " + TransferCard.Field.codes
    static let cardParts = TransferCard.Field.allCases.map { CommandField($0.rawValue, "string") }

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var card: [String: String]

    public init(newborn: NewbornID, card: TransferCard) {
        self.newborn = newborn
        self.card = card.texts
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        guard baby.outcome.raisesAlarms else { throw .notLive }
        let card = try TransferCard(command: card).checked()
        guard card[.situation] != nil else { throw .fieldMissing("situation") }
        return [context.draft(.admission(admission.id), TransferCardWritten(newborn: baby.id, card: card))]
    }
}

extension TransferCard {
    /// - Throws: `codeUnknown` for a field that no card has.
    init(command texts: [String: String]) throws(Refusal) {
        self.init()
        for (name, text) in texts {
            guard Field(rawValue: name) != nil else { throw .codeUnknown(field: "card", code: name) }
            self.texts[name] = text
        }
    }
}

/// `custody.readBack`: the receiver, who is not the one who wrote it, reads the card back and completes it.
public struct ReadBackTransferCard: WardCommand, NamesNewborn {
    public static let name = "custody.readBack"
    public static let summary = Phrase(en: "read the transfer card back and complete it", zhHans: "复述并补全转运交接卡")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [CommandField("card", WriteTransferCard.cardForm, parts: WriteTransferCard.cardParts)]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    /// What the receiver adds.
    public var card: [String: String]?

    public init(newborn: NewbornID, adding card: TransferCard = TransferCard()) {
        self.newborn = newborn
        self.card = card.isEmpty ? nil : card.texts
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard let written = baby.transferCard else { throw .noTransferCard }
        guard !written.isReadBack else { throw .nothingToRecord }
        guard written.writtenBy != context.by else { throw .secondPersonNeeded }
        guard baby.custody.place != .nicu || context.by.map({ baby.custody.custodian == .staff($0) }) == true else {
            throw .receiverReadsBack
        }
        let added = try TransferCard(command: card ?? [:]).checked()
        return [context.draft(.admission(admission.id), TransferCardReadBack(newborn: baby.id, added: added))]
    }
}
