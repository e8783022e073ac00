/// What somebody said to an alarm: that she sees to it, or that it is put off until a time, with the reason.
public struct AlarmAnswer: Codable, Hashable, Sendable {
    public let kind: OpenEnd.Kind
    /// The id of whom or what the alarm is about.
    public let about: String
    /// When the alarm that was meant had begun; a later one of the kind is another alarm.
    public let since: Moment
    public let by: Badge
    public let at: Occurrence
    /// Until when it is put off; nil for an acknowledgement.
    public let until: Moment?
    public let reason: String?

    func isTo(_ end: OpenEnd) -> Bool {
        kind == end.kind && about == end.about.id && since == end.since
    }
}

/// An alarm was acknowledged, or snoozed with a reason.
public struct AlarmAnswered: Fact, AdmissionFact, ChecklistFact, FindingFact {
    public static let kind = "alarmAnswered"
    public let alarm: OpenEnd.Kind
    public let about: String
    public let since: Moment
    public let until: Moment?
    public let reason: String?

    public var summary: Phrase {
        let why = reason.map { ": \($0)" } ?? ""
        return until == nil
            ? Phrase(en: "alarm acknowledged, \(alarm.label.en)\(why)", zhHans: "报警已确认：\(alarm.label.zhHans)\(why)")
            : Phrase(en: "alarm snoozed, \(alarm.label.en)\(why)", zhHans: "报警已暂缓：\(alarm.label.zhHans)\(why)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.alarmAnswers.take(self, stamp)
    }

    public func fold(into run: inout ChecklistRun, _ stamp: EntryStamp) throws(FoldFault) {
        try run.alarmAnswers.take(self, stamp)
    }

    public func fold(into finding: inout Finding, _ stamp: EntryStamp) throws(FoldFault) {
        try finding.alarmAnswers.take(self, stamp)
    }
}

extension [AlarmAnswer] {
    /// The newest word on an alarm replaces the one before.
    fileprivate mutating func take(_ fact: AlarmAnswered, _ stamp: EntryStamp) throws(FoldFault) {
        guard let by = stamp.staff else { throw .impossible("nobody signed") }
        removeAll { $0.kind == fact.alarm && $0.about == fact.about }
        append(
            AlarmAnswer(
                kind: fact.alarm, about: fact.about, since: fact.since, by: by, at: stamp.occurred, until: fact.until,
                reason: fact.reason))
    }
}

/// A command about an alarm: its kind, and whom or what it is about, as `list alarms` says them.
public protocol NamesAlarm {
    var kind: OpenEnd.Kind { get }
    var about: String { get }
}

extension NamesAlarm {
    static var alarmFields: [CommandField] {
        [
            CommandField("kind", OpenEnd.Kind.codes, required: true),
            CommandField("about", "id", required: true),
        ]
    }

    /// The alarm that is meant, and the story that keeps the answer.
    func alarm(_ context: DecisionContext) throws(Refusal) -> (end: OpenEnd, stream: StreamID) {
        let ends = context.ward.openEnds(now: context.now, rules: context.rules)
        guard let end = ends.first(where: { $0.kind == kind && $0.about.id == about }) else { throw .noSuchAlarm }
        switch end.about {
        case .admission(let id), .newborn(_, let id), .caesarean(_, let id): return (end, .admission(id))
        case .checklist(let id):
            guard let run = context.ward.checklists[id] else { throw .noSuchAlarm }
            return (end, run.stream)
        case .finding(let id): return (end, .finding(id))
        }
    }
}

/// `alarm.acknowledge`: whoever says so sees to it, and is its owner from then; the alarm stays until it is settled.
public struct AcknowledgeAlarm: WardCommand, NamesAlarm {
    public static let name = "alarm.acknowledge"
    public static let summary = Phrase(en: "acknowledge an alarm and see to it", zhHans: "确认报警并处理")
    public static let permission = Permission.own
    public static let fields = alarmFields + [CommandField("reason", "string")]

    public var kind: OpenEnd.Kind
    public var about: String
    public var reason: String?

    public init(kind: OpenEnd.Kind, about: String, reason: String? = nil) {
        self.kind = kind
        self.about = about
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (end, stream) = try alarm(context)
        if let reason { _ = try TextRules.note(reason, field: "reason") }
        let fact = AlarmAnswered(alarm: kind, about: about, since: end.since, until: nil, reason: reason)
        return [context.draft(stream, fact)]
    }
}

/// `alarm.snooze`: puts an alarm off for some minutes, with a reason; one of the highest priority never.
public struct SnoozeAlarm: WardCommand, NamesAlarm {
    public static let name = "alarm.snooze"
    public static let summary = Phrase(en: "put an alarm off, with a reason", zhHans: "暂缓报警并说明原因")
    public static let permission = Permission.care
    public static let fields =
        alarmFields + [
            CommandField("minutes", "integer, at most the site's limit", required: true),
            CommandField("reason", "string", required: true),
        ]

    public var kind: OpenEnd.Kind
    public var about: String
    public var minutes: Int
    public var reason: String?

    public init(kind: OpenEnd.Kind, about: String, minutes: Int, reason: String) {
        self.kind = kind
        self.about = about
        self.minutes = minutes
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (end, stream) = try alarm(context)
        guard end.priority != .high, let limit = context.rules.watch.longestSnooze, limit.seconds >= 60 else {
            throw .alarmNotSnoozed
        }
        guard (1...limit.seconds / 60).contains(minutes) else {
            throw .outOfRange(field: "minutes", allowed: "1-\(limit.seconds / 60)")
        }
        let fact = AlarmAnswered(
            alarm: kind, about: about, since: end.since, until: context.now.moment.advanced(seconds: minutes * 60),
            reason: try TextRules.reason(reason))
        return [context.draft(stream, fact)]
    }
}
