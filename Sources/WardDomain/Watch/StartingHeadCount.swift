/// A head count began, against the census of that moment.
public struct HeadCountStarted: HeadCountFact {
    public static let kind = "headCountStarted"
    public let purpose: HeadCountPurpose
    public let drill: ChecklistID?
    public let destination: String?
    public let census: [NewbornID]

    public var summary: Phrase {
        let drill = drill == nil ? Phrase(en: "", zhHans: "") : Phrase(en: "DRILL ", zhHans: "演练 ")
        return Phrase(
            en: "\(drill.en)\(purpose.label.en) begins, \(census.count) on the census",
            zhHans: "\(drill.zhHans)\(purpose.label.zhHans)开始，在册 \(census.count) 名")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.startedAt == nil else { throw .impossible("the count has begun") }
        count.startedAt = stamp.occurred
        (count.purpose, count.drill, count.destination) = (purpose, drill, destination)
    }
}

/// A count turned out to be for something else: a code pink, an evacuation with its destination.
public struct HeadCountPurposeGiven: HeadCountFact {
    public static let kind = "headCountPurposeGiven"
    public let purpose: HeadCountPurpose
    public let drill: ChecklistID?
    public let destination: String?

    public var summary: Phrase {
        let to = destination.map { ": \($0)" } ?? ""
        let said = Phrase(en: "the count is for \(purpose.label.en)\(to)", zhHans: "清点用于\(purpose.label.zhHans)\(to)")
        return drill == nil ? said : Phrase(en: "DRILL: \(said.en)", zhHans: "演练：\(said.zhHans)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        (count.purpose, count.drill, count.destination) = (purpose, drill, destination)
    }
}

/// `headCount.start`: a count begins; one at a time, and every terminal joins it. A real code pink or evacuation ends
/// the count of a drill.
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
        let purpose = purpose ?? .routine
        let drills = context.ward.openHeadCount
        guard drills.map({ $0.isDrill && drill == nil && purpose != .routine }) ?? true else {
            throw .headCountRunning
        }
        let place = try HeadCountFields.destination(destination, purpose)
        try HeadCountFields.check(drill, context)
        let census = context.ward.census.map(\.newborn.id)
        guard !census.isEmpty else { throw .nobodyToCount }
        let fact = HeadCountStarted(purpose: purpose, drill: drill, destination: place, census: census)
        let ended = drills.map {
            context.draft(.headCount($0.id), $0.finished(OwnWords.realEmergency.recorded(), context))
        }
        return [ended, context.draft(.headCount(HeadCountID(context.id.rawValue)), fact)].compactMap(\.self)
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
        guard count.purpose == .routine || (count.drill == nil) == (drill == nil) else { throw .headCountKeepsNature }
        let fact = HeadCountPurposeGiven(purpose: purpose, drill: drill, destination: place)
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
