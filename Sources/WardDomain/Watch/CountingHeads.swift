/// A baby was scanned in a count.
public struct NewbornCounted: HeadCountFact {
    public static let kind = "newbornCounted"
    public let newborn: NewbornID
    public let band: String
    public let stage: HeadCountStage
    public let place: Place

    public var summary: Phrase {
        stage == .here
            ? Phrase(en: "counted: \(band), \(place.label.en)", zhHans: "已清点：\(band)，\(place.label.zhHans)")
            : Phrase(en: "band read again at the destination: \(band)", zhHans: "目的地再次核对腕带：\(band)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        guard !count.has(newborn, stage) else { throw .impossible("the baby was counted") }
        let seen = HeadCount.Sighting(
            newborn: newborn, at: stamp.occurred, place: place, terminal: stamp.terminal, by: stamp.staff)
        switch stage {
        case .here: count.here.append(seen)
        case .destination: count.arrived.append(seen)
        }
    }
}

/// A count ended: everybody was seen, or who was not is named.
public struct HeadCountFinished: HeadCountFact {
    public static let kind = "headCountFinished"
    public let counted: Int
    public let missing: [HeadCount.Missing]
    public let seconds: Int
    public let reason: String?

    public var summary: Phrase {
        let time = "\(seconds / 60):\(String(seconds % 60 + 100).dropFirst())"
        let why = reason.map { ": \($0)" } ?? ""
        return missing.isEmpty
            ? Phrase(en: "all \(counted) counted in \(time)", zhHans: "\(counted) 名全部在，用时 \(time)")
            : Phrase(
                en: "count ended after \(time), \(counted) seen, \(missing.count) MISSING\(why)",
                zhHans: "清点结束，用时 \(time)，在 \(counted) 名，缺 \(missing.count) 名\(why)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        count.finishedAt = stamp.occurred
        count.finishedBy = stamp.staff
        count.missing = missing
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
