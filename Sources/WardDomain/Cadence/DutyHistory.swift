/// What the cadence is reckoned from: every drill and rhythm that ever counted, and the cases of the last while.
public struct DutyHistory: Hashable, Sendable {
    /// A finished drill.
    public struct DrillHeld: Hashable, Sendable {
        public let run: ChecklistID
        public let drillProtocol: String
        public let startedAt: Moment
        /// Those who were there, by badge; more than one role counts once.
        public let team: [Badge]

        public init(run: ChecklistID, drillProtocol: String, startedAt: Moment, team: [Badge] = []) {
            self.run = run
            self.drillProtocol = drillProtocol
            self.startedAt = startedAt
            self.team = team
        }
    }

    /// A real response that was not void.
    public struct ResponseGiven: Hashable, Sendable {
        public let run: ChecklistID
        public let drillProtocol: String
        public let startedAt: Moment

        public init(run: ChecklistID, drillProtocol: String, startedAt: Moment) {
            self.run = run
            self.drillProtocol = drillProtocol
            self.startedAt = startedAt
        }
    }

    /// A caesarean that ended with a birth.
    public struct CaesareanDone: Hashable, Sendable {
        public let run: CaesareanID
        public let category: CaesareanCategory
        public let decidedAt: Moment
        /// From the decision to the birth.
        public let seconds: Int

        public init(run: CaesareanID, category: CaesareanCategory, decidedAt: Moment, seconds: Int) {
            self.run = run
            self.category = category
            self.decidedAt = decidedAt
            self.seconds = seconds
        }
    }

    public var drills: [DrillHeld] = []
    public var rhythms: [HeldRhythm] = []
    public var responses: [ResponseGiven] = []
    public var caesareans: [CaesareanDone] = []
    /// When the first entry of the ledger was recorded; nothing before it can be overdue.
    public var wardSince: Moment?

    public init() {}
}
