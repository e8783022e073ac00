/// `headCount.start`: a count begins; one at a time, and every terminal joins it.
public struct StartHeadCount: WardCommand {
    public static let name = "headCount.start"
    public static let summary = Phrase(en: "begin a head count", zhHans: "开始清点")
    public static let permission = Permission.emergency
    public static let fields = HeadCountFields.all

    public var purpose: HeadCountPurpose?
    public var destination: String?
    /// The running drill that it belongs to.
    public var drill: ChecklistID?

    public init(purpose: HeadCountPurpose? = nil, destination: String? = nil, drill: ChecklistID? = nil) {
        self.purpose = purpose
        self.destination = destination
        self.drill = drill
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard context.ward.openHeadCount == nil else { throw .headCountRunning }
        let purpose = purpose ?? .routine
        let place = try HeadCountFields.destination(destination, purpose)
        try HeadCountFields.check(drill, context)
        let census = context.ward.census.map(\.newborn.id)
        guard !census.isEmpty else { throw .nobodyToCount }
        let fact = HeadCountStarted(purpose: purpose, drill: drill, destination: place, census: census)
        return [context.draft(.headCount(HeadCountID(context.id.rawValue)), fact)]
    }
}

/// `headCount.purpose`: the count that goes on is for a code pink, or for an evacuation.
public struct GiveHeadCountPurpose: WardCommand {
    public static let name = "headCount.purpose"
    public static let summary = Phrase(en: "say what the running head count is for", zhHans: "说明清点用途")
    public static let permission = Permission.emergency
    public static let fields = HeadCountFields.all.map {
        $0.name == "purpose" ? CommandField($0.name, $0.form, required: true) : $0
    }

    public var purpose: HeadCountPurpose
    public var destination: String?
    public var drill: ChecklistID?

    public init(purpose: HeadCountPurpose, destination: String? = nil, drill: ChecklistID? = nil) {
        self.purpose = purpose
        self.destination = destination
        self.drill = drill
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let count = context.ward.openHeadCount else { throw .noHeadCount }
        let place = try HeadCountFields.destination(destination, purpose)
        try HeadCountFields.check(drill, context)
        guard count.purpose != purpose || count.destination != place || count.drill != drill else {
            throw .nothingToRecord
        }
        let fact = HeadCountPurposeGiven(purpose: purpose, drill: drill, destination: place)
        return [context.draft(.headCount(count.id), fact)]
    }
}

/// `headCount.scan`: a band of a baby is read; each baby once, and in an evacuation once more at the destination.
public struct CountNewborn: WardCommand {
    public static let name = "headCount.scan"
    public static let summary = Phrase(en: "count a baby by a band", zhHans: "扫描腕带清点")
    public static let permission = Permission.emergency
    public static let fields = [
        CommandField("band", "code", required: true),
        CommandField("stage", HeadCountStage.codes),
    ]

    public var band: String
    public var stage: HeadCountStage?

    public init(band: String, stage: HeadCountStage? = nil) {
        self.band = band
        self.stage = stage
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let count = context.ward.openHeadCount else { throw .noHeadCount }
        let stage = stage ?? .here
        guard stage == .here || count.purpose == .evacuation else {
            throw .outOfRange(field: "stage", allowed: "here")
        }
        let (_, baby) = try context.ward.newborn(wearing: band)
        guard baby.isHere, baby.outcome.raisesAlarms else { throw .notInCount }
        guard !count.has(baby.id, stage) else { throw .countedAlready }
        let fact = NewbornCounted(
            newborn: baby.id, band: BandCode.normalized(band), stage: stage, place: baby.custody.place)
        return [context.draft(.headCount(count.id), fact)]
    }
}

/// `headCount.finish`: the count ends; whoever was not seen is named in it, with a reason.
public struct FinishHeadCount: WardCommand {
    public static let name = "headCount.finish"
    public static let summary = Phrase(en: "end the head count", zhHans: "结束清点")
    public static let permission = Permission.emergency
    public static let fields = [CommandField("reason", "string; needed while somebody is missing")]

    public var reason: String?

    public init(reason: String? = nil) {
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let count = context.ward.openHeadCount, let startedAt = count.startedAt else { throw .noHeadCount }
        let census = context.ward.census.map(\.newborn)
        let missing = census.filter { !count.isSettled($0.id) }.map {
            HeadCount.Missing(newborn: $0.id, place: $0.custody.place, custodian: $0.custody.custodian)
        }
        let why = missing.isEmpty && reason?.isBlank != false ? nil : try TextRules.reason(reason)
        let end = missing.isEmpty ? count.lastSeenAt ?? context.occurred : context.occurred
        let fact = HeadCountFinished(
            counted: census.count - missing.count, missing: missing,
            seconds: max(0, startedAt.interval(to: end).seconds), reason: why)
        return [context.draft(.headCount(count.id), fact)]
    }
}

/// The fields that say what a count is for.
enum HeadCountFields {
    static let all = [
        CommandField("purpose", HeadCountPurpose.codes),
        CommandField("destination", "string; for an evacuation"),
        CommandField("drill", "id of a running drill"),
    ]

    /// An evacuation has a destination, and nothing else has.
    static func destination(_ text: String?, _ purpose: HeadCountPurpose) throws(Refusal) -> String? {
        let place = try TextRules.name(text, field: "destination")
        guard purpose == .evacuation else {
            guard place == nil else { throw .outOfRange(field: "destination", allowed: "evacuation") }
            return nil
        }
        guard let place else { throw .fieldMissing("destination") }
        return place
    }

    /// Only a drill that runs can have a count of its own.
    static func check(_ drill: ChecklistID?, _ context: DecisionContext) throws(Refusal) {
        guard let drill else { return }
        guard let run = context.ward.checklists[drill], run.isDrill, run.isRunning else { throw .checklistUnknown }
    }
}
