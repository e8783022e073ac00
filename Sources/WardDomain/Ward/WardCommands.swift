/// The ward was set up.
public struct WardSetUp: WardPlanFact {
    public static let kind = "wardSetUp"
    public static let standsForEver = true
    public let name: String
    public let beds: [BedLabel]

    public var summary: Phrase { Phrase(en: "ward set up: \(name)", zhHans: "病区建立：\(name)") }

    public func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault) {
        guard plan.name == nil else { throw .impossible("the ward is set up") }
        plan.name = name
        plan.beds = beds.map { WardPlan.Bed(label: $0, extra: false) }
    }
}

/// An extra bed was put up.
public struct BedAdded: WardPlanFact {
    public static let kind = "bedAdded"
    public static let standsForEver = true
    public let bed: BedLabel

    public var summary: Phrase { Phrase(en: "extra bed \(bed)", zhHans: "加床 \(bed)") }

    public func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault) {
        guard !plan.has(bed) else { throw .impossible("there is a bed \(bed)") }
        plan.beds.append(WardPlan.Bed(label: bed, extra: true))
    }
}

/// A bed was taken away.
public struct BedRemoved: WardPlanFact {
    public static let kind = "bedRemoved"
    public static let standsForEver = true
    public let bed: BedLabel

    public var summary: Phrase { Phrase(en: "bed \(bed) taken away", zhHans: "撤床 \(bed)") }

    public func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault) {
        guard plan.has(bed) else { throw .impossible("there is no bed \(bed)") }
        plan.beds.removeAll { $0.label == bed }
    }
}

/// `ward.setUp`: the ward's name and beds; once.
public struct SetUpWard: WardCommand {
    public static let name = "ward.setUp"
    public static let summary = Phrase(en: "set up the ward", zhHans: "建立病区")
    public static let permission = Permission.ward
    public static let fields = [
        CommandField("name", "string", required: true), CommandField("beds", "array of label", required: true),
    ]

    public var name: String
    public var beds: [BedLabel]

    public init(name: String, beds: [BedLabel]) {
        self.name = name
        self.beds = beds
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard context.ward.plan.name == nil else { throw .wardAlreadySetUp }
        guard let name = try TextRules.name(name, field: "name") else { throw .fieldMissing("name") }
        guard !beds.isEmpty else { throw .fieldMissing("beds") }
        var checked: [BedLabel] = []
        for bed in beds {
            let bed = try bed.checked(field: "beds")
            guard !checked.contains(bed) else { throw .bedExists(bed) }
            checked.append(bed)
        }
        return [context.draft(.ward, WardSetUp(name: name, beds: checked))]
    }
}

extension BedLabel {
    /// The label trimmed; blank ones and those of more than eight cells are refused.
    fileprivate func checked(field: String) throws(Refusal) -> BedLabel {
        guard let label = try TextRules.name(rawValue, field: field) else { throw .fieldMissing(field) }
        guard TextRules.cells(label) <= 8 else { throw .textTooLong(field: field, most: 8, .cells) }
        return BedLabel(label)
    }
}

/// `bed.add`: an extra bed (加床).
public struct AddBed: WardCommand {
    public static let name = "bed.add"
    public static let summary = Phrase(en: "put up an extra bed", zhHans: "加床")
    public static let permission = Permission.care
    public static let fields = [CommandField("bed", "label", required: true)]

    public var bed: BedLabel

    public init(bed: BedLabel) {
        self.bed = bed
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let bed = try bed.checked(field: "bed")
        guard !context.ward.plan.has(bed) else { throw .bedExists(bed) }
        return [context.draft(.ward, BedAdded(bed: bed))]
    }
}

/// `bed.remove`: a bed is taken away; only an empty one.
public struct RemoveBed: WardCommand {
    public static let name = "bed.remove"
    public static let summary = Phrase(en: "take a bed away", zhHans: "撤床")
    public static let permission = Permission.care
    public static let fields = [CommandField("bed", "label", required: true)]

    public var bed: BedLabel

    public init(bed: BedLabel) {
        self.bed = bed
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard context.ward.plan.has(bed) else { throw .noSuchBed(bed) }
        if context.ward.occupant(of: bed) != nil { throw .bedOccupied(bed) }
        return [context.draft(.ward, BedRemoved(bed: bed))]
    }
}
