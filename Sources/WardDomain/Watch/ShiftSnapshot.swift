/// The ward as it was handed over: kept in the entry, whatever is corrected or moves on later.
public struct ShiftSnapshot: Codable, Hashable, Sendable {
    /// A mother who was here.
    public struct Mother: Codable, Hashable, Sendable {
        public let admission: AdmissionID
        public let called: String
        public let mrn: String?
        public let bed: BedLabel?
        public let place: MotherPlace
        public let risk: RiskGrade?
        public let infectious: Bool?
        public let inCharge: Badge?
        public let plan: String?
        public let isCaesareanRunning: Bool
    }

    /// A newborn who was here.
    public struct Baby: Codable, Hashable, Sendable {
        public let newborn: NewbornID
        public let admission: AdmissionID
        public let order: Int
        public let place: Place
        public let custodian: Custodian
        public let since: Moment
        public let expectedBack: Moment?
        /// Away from the mother on an errand, or moved and not yet handed over.
        public let isOut: Bool
        public let bands: Int
        /// False for a child who died.
        public let isLive: Bool
    }

    /// An observation that was due next.
    public struct Due: Codable, Hashable, Sendable {
        public let admission: AdmissionID
        public let field: ObservationField
        /// Seconds past its time; negative while there was time left.
        public let lateSeconds: Int
    }

    /// An open end that waited.
    public struct Waiting: Codable, Hashable, Sendable {
        public let kind: OpenEnd.Kind
        public let about: String
        public let since: Moment
        public let owner: String
        public let state: String
        public let reason: String?
    }

    public let mothers: [Mother]
    public let babies: [Baby]
    public let due: [Due]
    public let waiting: [Waiting]
    /// How many entries of each kind were recorded since the last shift handover; empty where there was none.
    public let sinceLast: [String: Int]
}

extension WardState {
    /// The ward as it is now, for a shift handover.
    public func shiftSnapshot(
        now: ClockReading, rules: ClinicalRules, sinceLast: [String: Int]
    ) -> ShiftSnapshot {
        let here = admissions.values.filter { $0.mergedInto == nil }.sorted { $0.isBeforeInWard($1) }
        return ShiftSnapshot(
            mothers: here.filter { $0.isHere || $0.bed != nil }.map(ShiftSnapshot.Mother.init),
            babies: here.flatMap { mother in
                mother.newborns.filter(\.isHere).map { ShiftSnapshot.Baby($0, of: mother.id) }
            },
            due: here.compactMap { mother in
                mother.nextDue(now: now, rules).map {
                    ShiftSnapshot.Due(admission: mother.id, field: $0.field, lateSeconds: $0.lateSeconds)
                }
            },
            waiting: alarms(now: now, rules: rules).map(ShiftSnapshot.Waiting.init), sinceLast: sinceLast)
    }
}

extension ShiftSnapshot.Mother {
    init(_ mother: Admission) {
        self.init(
            admission: mother.id, called: mother.identity.called, mrn: mother.identity.mrn, bed: mother.bed,
            place: mother.place, risk: mother.risk, infectious: mother.infectious, inCharge: mother.inCharge,
            plan: mother.planLine, isCaesareanRunning: mother.runningCaesarean != nil)
    }
}

extension ShiftSnapshot.Baby {
    init(_ baby: Newborn, of mother: AdmissionID) {
        let custody = baby.custody
        let isOut = custody.place.isErrand || custody.expectedBack != nil || baby.pendingMove != nil
        self.init(
            newborn: baby.id, admission: mother, order: baby.order, place: custody.place,
            custodian: custody.custodian, since: custody.since.moment, expectedBack: custody.expectedBack,
            isOut: isOut && baby.outcome.raisesAlarms, bands: baby.attachedBands.count,
            isLive: baby.outcome.raisesAlarms)
    }
}

extension ShiftSnapshot.Waiting {
    init(_ alarm: Alarm) {
        self.init(
            kind: alarm.kind, about: alarm.end.about.id, since: alarm.end.since, owner: alarm.owner.code,
            state: alarm.state.code, reason: alarm.answer?.reason)
    }
}

extension Admission {
    /// By bed, those without one last; then by the order of admission.
    fileprivate func isBeforeInWard(_ other: Admission) -> Bool {
        switch (bed, other.bed) {
        case (let first?, let second?) where first != second: first < second
        case (.some, nil): true
        case (nil, .some): false
        default: id.rawValue < other.id.rawValue
        }
    }
}
