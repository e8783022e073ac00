/// A question about what was, closed stories included; answered by the ledger from its read models.
public enum HistoryQuestion: Hashable, Sendable {
    /// Everything of one stream in order of sequence, with what corrected what.
    case story(StreamID)
    case mothers(HistorySpan)
    case newborns(HistorySpan)
    case caesareans(HistorySpan)
    case handovers(HistorySpan)
    /// The handovers with all that is known of each baby: slower, for paper and scripts.
    case register(HistorySpan)
    case headCounts(HistorySpan)
    case shifts(HistorySpan)
    /// Drills alone, never a real response.
    case drills(HistorySpan)
    /// One drill or response, closed or not.
    case drill(ChecklistID)
    /// Actions, threats and defects by when they were opened, closed ones too.
    case findings(HistorySpan)
    case rhythms(HistorySpan)
    case kitChecks(HistorySpan)
    /// How many entries of each kind were recorded after one.
    case recordedSince(EntryID)
    /// What waited about newborns and ended from a moment on, in stories that are closed too.
    case endedWaits(since: Moment)
    /// What the cadence is reckoned from; real cases from a moment on.
    case duties(casesSince: Moment)
    /// What readiness is reckoned from; checks and closed defects from a moment on.
    case readiness(since: Moment)
    /// Every caesarean in brief, to be filtered and counted.
    case casebook(HistorySpan)
    /// One caesarean with all that its case page shows.
    case caesareanCase(CaesareanID)
    /// Caesareans with all that their case pages show: slower, for scripts.
    case caesareanCases(HistorySpan)
    /// Real responses alone, never a drill.
    case responses(HistorySpan)
    /// Every entry of the real responses that are for a mother or her babies.
    case responseStories(AdmissionID)
    /// The newest acts of access of any day, so many at most.
    case access(newest: Int)
}

/// Which rows are wanted: from a moment (included) until a moment (not included), the newest first, so many at most.
public struct HistorySpan: Hashable, Sendable {
    public var from: Moment?
    public var to: Moment?
    public var limit: Int

    public init(from: Moment? = nil, to: Moment? = nil, limit: Int = 200) {
        self.from = from
        self.to = to
        self.limit = limit
    }
}

/// The ledger's answer to a question.
public enum HistoryAnswer: Sendable {
    case story(StreamID, [StoryLine])
    case mothers([MotherRow])
    case newborns([NewbornRow])
    case caesareans([CaesareanRow])
    case handovers([HandoverRow])
    case register([RegisterRow])
    case headCounts([HeadCount])
    case shifts([ShiftRow])
    case endedWaits([EndedWaitRow])
    case drills([DrillRow])
    case drill(DrillRow?)
    case findings([Finding])
    case rhythms([HeldRhythm])
    case kitChecks([KitCheck])
    case recordedSince([String: Int])
    case duties(DutyHistory)
    case readiness(ReadinessHistory)
    case casebook([CaesareanBrief])
    /// Nil where there is no such run.
    case caesareanCase(CaesareanCase?)
    case caesareanCases([CaesareanCase])
    case responses([DrillRow])
    case responseStories(AdmissionID, [StoryLine])
    /// The oldest first.
    case access([Entry])
}

/// One entry of a story, and what became of it.
public struct StoryLine: Sendable {
    public let entry: Entry
    /// The correction that struck or replaced it; nil when it stands as recorded.
    public let correctedBy: EntryID?
    public let struck: Bool

    public init(entry: Entry, correctedBy: EntryID?, struck: Bool) {
        self.entry = entry
        self.correctedBy = correctedBy
        self.struck = struck
    }
}

/// A row of the mothers' list.
public struct MotherRow: Codable, Hashable, Sendable {
    public let admission: AdmissionID
    public let identity: MotherIdentity
    public let recordedAt: Moment?
    public let admittedAt: Moment?
    public let bed: BedLabel?
    public let place: MotherPlace
    public let risk: RiskGrade?
    public let infectious: Bool?
    public let open: Bool
    public let mergedInto: AdmissionID?

    public init(_ admission: Admission) {
        self.admission = admission.id
        identity = admission.identity
        recordedAt = admission.recordedAt
        admittedAt = admission.admittedAt?.moment
        bed = admission.bed
        place = admission.place
        risk = admission.risk
        infectious = admission.infectious
        open = admission.isOpen
        mergedInto = admission.mergedInto
    }

    public init(
        admission: AdmissionID, identity: MotherIdentity, recordedAt: Moment?, admittedAt: Moment?, bed: BedLabel?,
        place: MotherPlace, risk: RiskGrade?, infectious: Bool?, open: Bool, mergedInto: AdmissionID?
    ) {
        self.admission = admission
        self.identity = identity
        self.recordedAt = recordedAt
        self.admittedAt = admittedAt
        self.bed = bed
        self.place = place
        self.risk = risk
        self.infectious = infectious
        self.open = open
        self.mergedInto = mergedInto
    }
}

/// A row of the newborns' list.
public struct NewbornRow: Codable, Hashable, Sendable {
    public let newborn: Newborn
    public let admission: AdmissionID
    public let mother: MotherIdentity

    public init(_ newborn: Newborn, of admission: Admission) {
        self.newborn = newborn
        self.admission = admission.id
        mother = admission.identity
    }

    public init(newborn: Newborn, admission: AdmissionID, mother: MotherIdentity) {
        self.newborn = newborn
        self.admission = admission
        self.mother = mother
    }
}

/// A row of the caesareans' list.
public struct CaesareanRow: Codable, Hashable, Sendable {
    public let run: CaesareanRun
    public let admission: AdmissionID
    public let mother: MotherIdentity
    public let bed: BedLabel?

    public init(_ run: CaesareanRun, of admission: Admission) {
        self.run = run
        self.admission = admission.id
        mother = admission.identity
        bed = admission.bed
    }

    public init(run: CaesareanRun, admission: AdmissionID, mother: MotherIdentity, bed: BedLabel?) {
        self.run = run
        self.admission = admission
        self.mother = mother
        self.bed = bed
    }
}

/// A row of the handover register: finished, refused or mismatched.
public struct HandoverRow: Codable, Hashable, Sendable {
    public let handover: Newborn.Handover
    public let newborn: NewbornID
    public let order: Int
    public let sex: NewbornSex?
    public let admission: AdmissionID
    public let mother: MotherIdentity

    public init?(_ newborn: Newborn, of admission: Admission) {
        guard let handover = newborn.lastHandover else { return nil }
        self.handover = handover
        self.newborn = newborn.id
        order = newborn.order
        sex = newborn.sex
        self.admission = admission.id
        mother = admission.identity
    }

    public init(
        handover: Newborn.Handover, newborn: NewbornID, order: Int, sex: NewbornSex?, admission: AdmissionID,
        mother: MotherIdentity
    ) {
        self.handover = handover
        self.newborn = newborn
        self.order = order
        self.sex = sex
        self.admission = admission
        self.mother = mother
    }
}

/// A row of the drills' list, or of the real responses'.
public struct DrillRow: Codable, Hashable, Sendable {
    public let run: ChecklistRun
    public let score: DrillScore

    public init(_ run: ChecklistRun) {
        self.run = run
        score = DrillScore(run)
    }
}
