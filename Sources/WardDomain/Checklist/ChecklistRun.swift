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
    /// An exercise, or the real thing.
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
        public let cause: Interruption
    }

    /// Why a drill stands still.
    public enum Interruption: String, Codable, Sendable {
        /// A real emergency came first.
        case emergency
        /// The coordinator stopped the clock.
        case pause
    }

    /// A line that somebody wrote during the run or after it.
    public struct Note: Codable, Hashable, Sendable {
        public let text: String
        public let at: Occurrence
        public let staff: Badge?
    }

    /// A surprise that the coordinator sprang by key; timed ones come from the scenario itself.
    public struct GivenInject: Codable, Hashable, Sendable {
        /// The scenario's own, where it is one.
        public let inject: String?
        public let text: String
        public let textZhHans: String?
        public let signs: ExerciseSigns?
        public let at: Occurrence

        public var phrase: Phrase { Phrase(en: text, zhHans: textZhHans ?? text) }
    }

    /// Cumulative blood loss as it was measured and said.
    public struct LossReading: Codable, Hashable, Sendable {
        public let totalMillilitres: Int
        public let at: Occurrence
    }

    /// An answer to what a step asks.
    public struct GivenAnswer: Codable, Hashable, Sendable {
        public let code: String
        public let at: Occurrence
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
        /// The code of the answer, where the step asks.
        public let answer: String?
        public let reading: StepReading?
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

        /// A weakness that would meet the next case too; with a kit it is a defect of that kit.
        public struct Threat: Codable, Hashable, Sendable {
            public let tag: ThreatTag
            public let what: String
            public let kit: String?

            public init(tag: ThreatTag, what: String, kit: String? = nil) {
                self.tag = tag
                self.what = what
                self.kit = kit
            }
        }

        public let wentWell: String?
        public let change: String?
        public let actions: [Action]
        public let threats: [Threat]

        public init(wentWell: String?, change: String?, actions: [Action], threats: [Threat] = []) {
            self.wentWell = wentWell
            self.change = change
            self.actions = actions
            self.threats = threats
        }

        private enum CodingKeys: String, CodingKey {
            case wentWell, change, actions, threats
        }

        public init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: CodingKeys.self)
            wentWell = try container.decodeIfPresent(String.self, forKey: .wentWell)
            change = try container.decodeIfPresent(String.self, forKey: .change)
            actions = try container.decodeIfPresent([Action].self, forKey: .actions) ?? []
            threats = try container.decodeIfPresent([Threat].self, forKey: .threats) ?? []
        }
    }

    public let id: ChecklistID
    public let nature: Nature
    /// A drill's own number, from 1, over all drills of the ward; nil for a real response.
    public internal(set) var number: Int?
    /// The exact list that the run uses, whatever the library holds by now. Nil only before the first entry.
    public internal(set) var drillProtocol: DrillProtocol?
    /// The made-up case of a drill; nil for a real response, or where the drill has none.
    public internal(set) var scenario: DrillScenario?
    public internal(set) var startedAt: Occurrence?
    /// The mother that a real response is for, where she is known.
    public internal(set) var admission: AdmissionID?
    /// The baby that a real response is for, where it is for one.
    public internal(set) var newborn: NewbornID?
    public internal(set) var participants: [Participant] = []
    public internal(set) var marks: [String: StepMark] = [:]
    /// Later times at which a done step was done again: the first stays its mark.
    public internal(set) var repeats: [String: [StepMark]] = [:]
    /// How often a step was marked so far, whatever became of the marks.
    public internal(set) var timesMarked: [String: Int] = [:]
    /// Every answer to what a step asks, the first one first.
    public internal(set) var answers: [String: [GivenAnswer]] = [:]
    /// Cumulative blood loss, in the order in which it was said.
    public internal(set) var losses: [LossReading] = []
    public internal(set) var notes: [Note] = []
    public internal(set) var injects: [GivenInject] = []
    /// Set while a drill stands still.
    public internal(set) var suspendedAt: Occurrence?
    /// Why it stands still.
    public internal(set) var suspendedFor: Interruption?
    /// The interruptions that are over; a drill's clock stands still in them.
    public internal(set) var pauses: [Pause] = []
    public internal(set) var finishedAt: Occurrence?
    public internal(set) var voided = false
    public internal(set) var debrief: Debrief?
    public internal(set) var unsigned: [EntryID] = []
    /// What was said to alarms about this run.
    public internal(set) var alarmAnswers: [AlarmAnswer] = []

    public init(id: ChecklistID, nature: Nature) {
        self.id = id
        self.nature = nature
    }

    /// An empty run of a list, to read the list by; it is never recorded.
    public init(reading found: DrillProtocol) {
        self.init(id: ChecklistID(""), nature: .drill)
        drillProtocol = found
    }

    public var isOpen: Bool { isRunning || !unsigned.isEmpty }
    public var isRunning: Bool { startedAt != nil && finishedAt == nil && !voided }
    public var isDrill: Bool { nature == .drill }

    public var stream: StreamID { isDrill ? .drill(id) : .response(id) }
}
