/// Somebody came on duty, or went off.
public struct DutyChanged: RosterFact {
    public static let kind = "dutyChanged"
    public let badge: Badge
    public let on: Bool

    public var summary: Phrase {
        on
            ? Phrase(en: "on duty: \(badge)", zhHans: "上班：\(badge)")
            : Phrase(en: "off duty: \(badge)", zhHans: "下班：\(badge)")
    }

    public func fold(into roster: inout Roster, _ stamp: EntryStamp) throws(FoldFault) {
        guard let member = roster[badge] else { throw .impossible("nobody has the badge \(badge)") }
        guard member.isOnDuty != on else { throw .impossible("\(badge) is \(on ? "on" : "off") duty") }
        if let last = member.duty.last, stamp.occurred.isBefore(last.at) { throw .impossible("duty changed since") }
        roster[badge]?.note(StaffMember.DutyChange(on: on, at: stamp.occurred))
    }
}

extension StaffMember {
    /// One coming or going.
    public struct DutyChange: Codable, Hashable, Sendable {
        public let on: Bool
        public let at: Occurrence
    }

    /// How many changes of duty are kept: enough for the ended alarms of a day.
    private static let keptChanges = 6

    /// Nil while nobody ever said whether she or he is on duty.
    public var isOnDuty: Bool? { duty.last?.on }

    mutating func note(_ change: DutyChange) {
        duty.append(change)
        duty.removeFirst(max(0, duty.count - Self.keptChanges))
    }

    /// Since when she or he was off duty at a time; nil when on duty, or when nobody said.
    func offDuty(at time: Occurrence) -> Occurrence? {
        guard let last = duty.last(where: { !time.isBefore($0.at) }), !last.on else { return nil }
        return last.at
    }
}

/// `staff.duty`: somebody comes on duty or goes off; whoever still has a baby then raises an alarm.
public struct ChangeDuty: WardCommand {
    public static let name = "staff.duty"
    public static let summary = Phrase(en: "come on duty, or go off", zhHans: "上班或下班")
    public static let permission = Permission.own
    public static let fields = [
        CommandField("on", "true|false", required: true), CommandField("badge", "code"),
    ]

    public var on: Bool
    /// Whoever records it where none is given; somebody else's is a charge nurse's to say.
    public var badge: Badge?

    public init(on: Bool, badge: Badge? = nil) {
        self.on = on
        self.badge = badge
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let badge = badge ?? context.by else { throw .fieldMissing("badge") }
        let member = try context.atWork(badge)
        if let actor = context.actor, actor.badge != badge, !actor.role.may(.ward) { throw .notAllowed(actor.role) }
        guard member.isOnDuty != on else { throw .nothingToRecord }
        return [context.draft(.roster, DutyChanged(badge: badge, on: on))]
    }
}
