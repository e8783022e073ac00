/// How a step of a checklist went.
public enum StepResult: String, Codable, CaseIterable, Sendable {
    case done, missed
    case notApplicable = "na"

    public var label: Phrase {
        switch self {
        case .done: Phrase(en: "done", zhHans: "完成")
        case .missed: Phrase(en: "missed", zhHans: "未做")
        case .notApplicable: Phrase(en: "n/a", zhHans: "不适用")
        }
    }
}

/// One run of a protocol: a drill, or the same list for a real response.
public struct ChecklistRun: Codable, Hashable, Sendable, Identifiable {
    public enum Nature: String, Codable, Sendable {
        case drill, response
    }

    /// Somebody who takes part, with the role.
    public struct Participant: Codable, Hashable, Sendable {
        public let badge: Badge
        public let role: String
        public internal(set) var arrivedAt: Occurrence?

        public init(badge: Badge, role: String, arrivedAt: Occurrence? = nil) {
            self.badge = badge
            self.role = role
            self.arrivedAt = arrivedAt
        }
    }

    /// An interruption of a drill.
    public struct Pause: Codable, Hashable, Sendable {
        public let from: Occurrence
        public let to: Occurrence
    }

    /// A drug that a step asked for: what was given and by whom.
    public struct Dose: Codable, Hashable, Sendable {
        public let text: String
        public let giver: Badge?

        public init(text: String, giver: Badge?) {
            self.text = text
            self.giver = giver
        }
    }

    /// How a step went, when, and who said so.
    public struct StepMark: Codable, Hashable, Sendable {
        public let result: StepResult
        public let at: Occurrence
        public let staff: Badge?
        public let dose: Dose?
        public let note: String?
    }

    /// What the debrief found.
    public struct Debrief: Codable, Hashable, Sendable {
        /// Something to be done, by whom, until when.
        public struct Action: Codable, Hashable, Sendable {
            public let what: String
            public let owner: Badge?
            public let due: CalendarDay?

            public init(what: String, owner: Badge?, due: CalendarDay?) {
                self.what = what
                self.owner = owner
                self.due = due
            }
        }

        public let wentWell: String?
        public let change: String?
        public let actions: [Action]

        public init(wentWell: String?, change: String?, actions: [Action]) {
            self.wentWell = wentWell
            self.change = change
            self.actions = actions
        }

        private enum CodingKeys: String, CodingKey {
            case wentWell, change, actions
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            wentWell = try container.decodeIfPresent(String.self, forKey: .wentWell)
            change = try container.decodeIfPresent(String.self, forKey: .change)
            actions = try container.decodeIfPresent([Action].self, forKey: .actions) ?? []
        }
    }

    public let id: ChecklistID
    public let nature: Nature
    /// Nil only before the first entry.
    public internal(set) var drillProtocol: DrillProtocol?
    public internal(set) var startedAt: Occurrence?
    /// The mother that a real response is for, where she is known.
    public internal(set) var admission: AdmissionID?
    public internal(set) var participants: [Participant] = []
    public internal(set) var marks: [String: StepMark] = [:]
    /// Later times at which a done step was done again: the first stays its mark.
    public internal(set) var repeats: [String: [StepMark]] = [:]
    public internal(set) var notes: [String] = []
    public internal(set) var injects: [String] = []
    /// Set while a real emergency has interrupted a drill.
    public internal(set) var suspendedAt: Occurrence?
    /// The interruptions that are over; a drill's clock stands still in them.
    public internal(set) var pauses: [Pause] = []
    public internal(set) var finishedAt: Occurrence?
    public internal(set) var voided = false
    public internal(set) var debrief: Debrief?
    public internal(set) var unsigned: [EntryID] = []

    public init(id: ChecklistID, nature: Nature) {
        self.id = id
        self.nature = nature
    }

    public var isOpen: Bool { isRunning || !unsigned.isEmpty }
    public var isRunning: Bool { startedAt != nil && finishedAt == nil && !voided }
    public var isDrill: Bool { nature == .drill }

    public var stream: StreamID { isDrill ? .drill(id) : .response(id) }

    /// The running time, or the time until the end, without interruptions; nil before the start.
    public func elapsed(now: ClockReading) -> Interval? {
        elapsed(until: finishedAt ?? suspendedAt ?? Occurrence(now))
    }

    /// Seconds from moment zero to a step's mark, without interruptions; nil while it has none.
    public func elapsed(at step: ProtocolStep) -> Interval? {
        marks[step.id].flatMap { elapsed(until: $0.at) }
    }

    /// When a step that is done again and again is due next, in seconds from moment zero; nil for any other.
    public func nextRepeat(of step: ProtocolStep) -> Int? {
        guard let every = step.repeatSeconds, let mark = marks[step.id], mark.result == .done else { return nil }
        return elapsed(until: (repeats[step.id]?.last ?? mark).at).map { $0.seconds + every }
    }

    /// Seconds from moment zero to something that happened in the run, without interruptions.
    public func elapsed(until end: Occurrence) -> Interval? {
        guard let total = startedAt?.interval(to: end) else { return nil }
        let paused = pauses.reduce(0) { seconds, pause in
            guard pause.from.isBefore(end) else { return seconds }
            return seconds + pause.from.interval(to: end.isBefore(pause.to) ? end : pause.to).seconds
        }
        return Interval(seconds: total.seconds - paused, byWallClock: total.byWallClock)
    }

    /// How a step stands at a moment of the run.
    public func standing(of step: ProtocolStep, elapsedSeconds: Int) -> StepStanding {
        guard let mark = marks[step.id] else {
            guard let target = step.targetSeconds else { return .open }
            return elapsedSeconds > target ? .openLate(by: elapsedSeconds - target) : .open
        }
        switch mark.result {
        case .missed: return .missed
        case .notApplicable: return .notApplicable
        case .done:
            guard let target = step.targetSeconds, let at = elapsed(at: step)?.seconds, at > target else {
                return .done
            }
            return .doneLate(by: at - target)
        }
    }
}

/// How a step stands: late means later than its target, by whole seconds.
public enum StepStanding: Hashable, Sendable {
    case open
    case openLate(by: Int)
    case done
    case doneLate(by: Int)
    case missed
    case notApplicable
}
