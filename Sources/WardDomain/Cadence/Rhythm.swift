/// What the ward does again and again beside its drills (seed policy, annex 1: 6, 9, 11, 15).
public enum Rhythm: String, Codable, CaseIterable, Sendable {
    case skillsTraining, selfAssessment, jointMeeting, caseEducation, continuingEducation

    public var label: Phrase {
        switch self {
        case .skillsTraining: Phrase(en: "skills training", zhHans: "专项技能培训")
        case .selfAssessment: Phrase(en: "self-assessment", zhHans: "自我评估与分析")
        case .jointMeeting: Phrase(en: "joint meeting", zhHans: "联席会议")
        case .caseEducation: Phrase(en: "case warning education", zhHans: "案例警示教育")
        case .continuingEducation: Phrase(en: "continuing education", zhHans: "继续医学教育")
        }
    }

    /// True where it counts as somebody's training.
    public var isTraining: Bool { self == .skillsTraining || self == .continuingEducation }
}

/// One meeting, training or lesson that was held.
public struct RhythmID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// What was held, when, with whom, for how long.
public struct HeldRhythm: Codable, Hashable, Sendable, Identifiable {
    public let id: RhythmID
    /// Nil only before the first entry, and after it was struck out.
    public internal(set) var rhythm: Rhythm?
    public internal(set) var heldAt: Occurrence?
    public internal(set) var participants: [Badge] = []
    public internal(set) var minutes = 0
    public internal(set) var topic: String?
    public internal(set) var recordedBy: Badge?

    public init(id: RhythmID) {
        self.id = id
    }
}

/// A fact about one meeting, training or lesson.
public protocol RhythmFact: Fact {
    func fold(into held: inout HeldRhythm, _ stamp: EntryStamp) throws(FoldFault)
}

/// It was held; the time of the entry is when.
public struct RhythmHeld: RhythmFact {
    public static let kind = "rhythmHeld"
    public static let correctable: Set = ["participants", "minutes", "topic"]
    public let rhythm: Rhythm
    public let participants: [Badge]
    public let minutes: Int
    public let topic: String?

    public var summary: Phrase {
        Phrase(
            en: "\(rhythm.label.en): \(participants.count) people, \(minutes) min",
            zhHans: "\(rhythm.label.zhHans)：\(participants.count) 人，\(minutes) 分钟")
    }

    public func fold(into held: inout HeldRhythm, _ stamp: EntryStamp) throws(FoldFault) {
        guard held.rhythm == nil else { throw .impossible("it is recorded already") }
        held.rhythm = rhythm
        held.heldAt = stamp.occurred
        held.participants = participants
        held.minutes = minutes
        held.topic = topic
        held.recordedBy = stamp.staff
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard !participants.isEmpty else { throw .fieldMissing("participants") }
        for badge in participants where context.ward.roster[badge] == nil { throw .badgeUnknown(badge) }
        try TextRules.check(minutes, HoldRhythm.minutes, "minutes")
        if let topic { _ = try TextRules.note(topic, field: "topic") }
    }
}

/// `rhythm.hold`: a training, a meeting or a lesson was held, with whom and how long.
public struct HoldRhythm: WardCommand {
    public static let name = "rhythm.hold"
    public static let summary = Phrase(en: "record a training, meeting or lesson", zhHans: "登记培训、会议或教育")
    public static let permission = Permission.quality
    public static let backDating = BackDating.free
    public static let fields = [
        CommandField("rhythm", Rhythm.codes, required: true),
        CommandField("participants", "array of badge", required: true),
        CommandField("minutes", "integer 1-1440", required: true), CommandField("topic", "string"),
    ]
    static let minutes = 1...1440

    public var rhythm: Rhythm
    public var participants: [Badge]
    public var minutes: Int
    public var topic: String?

    public init(rhythm: Rhythm, participants: [Badge], minutes: Int, topic: String? = nil) {
        self.rhythm = rhythm
        self.participants = participants
        self.minutes = minutes
        self.topic = topic
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        var present: [Badge] = []
        for badge in participants where !present.contains(badge) { present.append(badge) }
        let fact = RhythmHeld(
            rhythm: rhythm, participants: present, minutes: minutes,
            topic: topic?.unlessBlank?.trimmed)
        try fact.check(context)
        return [context.draft(.rhythm(RhythmID(context.id.rawValue)), fact)]
    }
}
