/// Who is on call at a place of the list, and for how long.
public struct OnCallDuty: Codable, Hashable, Sendable {
    public let slot: OnCallSlot
    public let name: String
    public let phone: String?
    /// Her or his badge, where it is known: its scan in a run is then an arrival of this part of the team.
    public let badge: Badge?
    public let since: Moment
    public let until: Moment

    /// Whether somebody is on call at a moment: from the first second on, and not in the last.
    public func holds(at moment: Moment) -> Bool {
        since <= moment && moment < until
    }
}

extension WardPlan {
    /// Who is on call at a moment, in the order of the list; nobody stands for a duty that is over.
    public func onCall(at moment: Moment) -> [OnCallDuty] {
        OnCallSlot.allCases.compactMap { duties?[$0] }.filter { $0.holds(at: moment) }
    }

    /// Who is on call at one place of the list.
    public func onCall(_ slot: OnCallSlot, at moment: Moment) -> OnCallDuty? {
        duties?[slot].flatMap { $0.holds(at: moment) ? $0 : nil }
    }
}

/// Tonight's on-call list was written, or a part of it.
public struct OnCallSet: WardPlanFact {
    public static let kind = "onCallSet"
    public static let correctable: Set = ["duties", "cleared"]
    public let duties: [OnCallDuty]
    /// Places of the list at which nobody is on call any more.
    public let cleared: [OnCallSlot]

    public var summary: Phrase {
        let names = duties.map(\.name).joined(separator: ", ")
        return Phrase(en: "on call: \(names)", zhHans: "值班：\(names)")
    }

    public func fold(into plan: inout WardPlan, _ stamp: EntryStamp) throws(FoldFault) {
        var list = plan.duties ?? [:]
        for duty in duties { list[duty.slot] = duty }
        for slot in cleared { list[slot] = nil }
        plan.duties = list
    }
}

/// `onCall.set`: who is on call tonight; places of the list that are not named stay as they are.
public struct SetOnCall: WardCommand {
    public static let name = "onCall.set"
    public static let summary = Phrase(en: "write tonight's on-call list", zhHans: "填写今晚值班表")
    public static let permission = Permission.onCall
    public static let fields = [
        CommandField(
            "people",
            "array of {slot: \(OnCallSlot.codes), name, phone, badge}; "
                + "a blank name clears",
            required: true,
            parts: [
                CommandField("slot", OnCallSlot.codes, required: true),
                CommandField("name", "string", required: true), CommandField("phone", "string"),
                CommandField("badge", "badge"),
            ]),
        CommandField("until", "time; left out, 08:00 next"),
    ]
    /// A list is tonight's: it may hold for this many days at most.
    public static let longestDays = 7
    /// The local hour at which a list ends that names no end: the morning handover.
    public static let morningHour = 8

    /// One line of the list.
    public struct Person: Codable, Hashable, Sendable {
        public var slot: OnCallSlot
        public var name: String
        public var phone: String?
        public var badge: Badge?

        public init(slot: OnCallSlot, name: String, phone: String? = nil, badge: Badge? = nil) {
            self.slot = slot
            self.name = name
            self.phone = phone
            self.badge = badge
        }
    }

    public var people: [Person]
    public var until: Timestamp?

    public init(people: [Person], until: Moment? = nil) {
        self.people = people
        self.until = until.map(Timestamp.moment)
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard !people.isEmpty, Set(people.map(\.slot)).count == people.count else { throw .fieldMissing("people") }
        let end = try end(context)
        var duties: [OnCallDuty] = []
        var cleared: [OnCallSlot] = []
        for person in people {
            guard let name = try TextRules.name(person.name, field: "people") else {
                cleared.append(person.slot)
                continue
            }
            duties.append(
                OnCallDuty(
                    slot: person.slot, name: name, phone: try TextRules.name(person.phone, field: "phone"),
                    badge: try person.badge.map { badge throws(Refusal) in try context.atWork(badge).badge },
                    since: context.occurred.moment, until: end))
        }
        return [context.draft(.ward, OnCallSet(duties: duties, cleared: cleared))]
    }

    /// The end that was given, or the next morning's handover.
    private func end(_ context: DecisionContext) throws(Refusal) -> Moment {
        let start = context.occurred.moment
        guard let until else { return Self.nextMorning(after: start, context.offset) }
        guard let end = until.unchecked(context.offset), end > start,
            end <= start.advanced(seconds: Self.longestDays * 86400)
        else { throw .outOfRange(field: "until", allowed: "1 min - \(Self.longestDays) d") }
        return end
    }

    /// The first 08:00 after a moment, by local time.
    static func nextMorning(after start: Moment, _ offset: LocalOffset) -> Moment {
        let today = start.localDay(offset)
        let morning = Moment(day: today, hour: morningHour, minute: 0, offset)
        return morning > start ? morning : Moment(day: today.advanced(days: 1), hour: morningHour, minute: 0, offset)
    }
}
