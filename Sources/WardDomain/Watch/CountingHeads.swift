/// A baby was scanned in a count, or seen there without a band by two people.
public struct NewbornCounted: HeadCountFact {
    public static let kind = "newbornCounted"
    public let newborn: NewbornID
    /// Nil for a baby without a band.
    public let band: String?
    public let stage: HeadCountStage
    public let place: Place
    /// The second of the two who saw a baby without a band; nil where a band was read.
    public var second: Badge?

    public var summary: Phrase {
        guard let band else {
            return stage == .here
                ? Phrase(
                    en: "seen by two WITHOUT A BAND, \(place.label.en)", zhHans: "双人确认在场、无腕带，\(place.label.zhHans)")
                : Phrase(en: "seen by two WITHOUT A BAND at the destination", zhHans: "目的地双人确认在场、无腕带")
        }
        return stage == .here
            ? Phrase(en: "counted: \(band), \(place.label.en)", zhHans: "已清点：\(band)，\(place.label.zhHans)")
            : Phrase(en: "band read again at the destination: \(band)", zhHans: "目的地再次核对腕带：\(band)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        guard !count.has(newborn, stage) else { throw .impossible("the baby was counted") }
        let seen = HeadCount.Sighting(
            newborn: newborn, at: stamp.occurred, place: place, terminal: stamp.terminal, by: stamp.staff,
            isWithoutBand: band == nil ? true : nil)
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
        let why = reason.map { Phrase(recorded: $0) }
        return missing.isEmpty
            ? Phrase(en: "all \(counted) counted in \(time)", zhHans: "\(counted) 名全部在，用时 \(time)")
            : Phrase(
                en:
                    "count ended after \(time), \(counted) seen, \(missing.count) MISSING\(why.map { ": \($0.en)" } ?? "")",
                zhHans: "清点结束，用时 \(time)，在 \(counted) 名，缺 \(missing.count) 名\(why.map { "：\($0.zhHans)" } ?? "")")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        count.finishedAt = stamp.occurred
        count.finishedBy = stamp.staff
        count.missing = missing
    }
}

/// `headCount.scan`: a band of a baby is read, or a baby without one is seen by two; each baby once, and in an evacuation
/// once more at the destination.
public struct CountNewborn: WardCommand, NamesNewborn {
    public static let name = "headCount.scan"
    public static let summary = Phrase(
        en: "count a baby by a band, or one without a band by two people", zhHans: "扫描腕带清点；无腕带者由双人确认")
    public static let permission = Permission.emergency
    public static let fields =
        newbornFields + [
            CommandField("second", "badge; needed for a baby without a band"),
            CommandField("stage", HeadCountStage.codes),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    /// The second of the two who see a baby without a band.
    public var second: Badge?
    public var stage: HeadCountStage?

    public init(band: String, stage: HeadCountStage? = nil) {
        self.band = band
        self.stage = stage
    }

    /// A baby without a band, seen by whoever records it and a second person.
    public init(withoutBand newborn: NewbornID, second: Badge, stage: HeadCountStage? = nil) {
        self.newborn = newborn
        self.second = second
        self.stage = stage
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let count = context.ward.openHeadCount else { throw .noHeadCount }
        let stage = stage ?? .here
        guard stage == .here || count.purpose == .evacuation else {
            throw .outOfRange(field: "stage", allowed: "here")
        }
        guard band != nil || newborn != nil || namesMother else { throw .fieldMissing("band") }
        let (mother, baby) = try baby(context)
        guard baby.isHere, baby.outcome.raisesAlarms else { throw .notInCount }
        guard !count.has(baby.id, stage) else { throw .countedAlready }
        guard let band else { return try seenWithoutBand(baby, of: mother, stage, in: count, context) }
        let fact = NewbornCounted(
            newborn: baby.id, band: BandCode.normalized(band), stage: stage, place: baby.custody.place)
        return [context.draft(.headCount(count.id), fact)]
    }

    /// Two people who know the baby stand for it; its own story says that it had no band, and the alarm begins at once.
    private func seenWithoutBand(
        _ baby: Newborn, of mother: Admission, _ stage: HeadCountStage, in count: HeadCount, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        guard baby.attachedBands.isEmpty else { throw .bandToBeRead }
        try baby.checkIdentified()
        guard context.by != nil else { throw .signatureNeeded }
        guard let second else { throw .secondPersonNeeded }
        try context.checkSecond(second)
        let counted = NewbornCounted(
            newborn: baby.id, band: nil, stage: stage, place: baby.custody.place, second: second)
        let seen = NewbornSeenUnbanded(newborn: baby.id, place: baby.custody.place, second: second)
        return [
            context.draft(.headCount(count.id), counted), context.draft(.admission(mother.id), seen),
        ]
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
        guard let count = context.ward.openHeadCount else { throw .noHeadCount }
        let isComplete = context.ward.census.allSatisfy { count.isSettled($0.newborn.id) }
        let why = isComplete && reason?.isBlank != false ? nil : try TextRules.reason(reason)
        return [context.draft(.headCount(count.id), count.finished(why, context))]
    }
}

extension HeadCount {
    /// How it ends now: when the last baby was seen, or at once with the missing named.
    func finished(_ reason: String?, _ context: DecisionContext) -> HeadCountFinished {
        let census = context.ward.census.map(\.newborn)
        let missing = census.filter { !isSettled($0.id) }.map {
            Missing(newborn: $0.id, place: $0.custody.place, custodian: $0.custody.custodian)
        }
        let end = missing.isEmpty ? lastSeenAt ?? context.occurred : context.occurred
        let seconds = startedAt?.interval(to: end).seconds ?? 0
        return HeadCountFinished(
            counted: census.count - missing.count, missing: missing, seconds: max(0, seconds), reason: reason)
    }
}
