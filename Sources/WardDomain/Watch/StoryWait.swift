/// Something about a newborn that waits to be ended, from when; the site's limits say when it is an alarm.
public struct StoryWait: Codable, Hashable, Sendable {
    public let kind: OpenEnd.Kind
    public let newborn: NewbornID
    /// When it began.
    public let since: Occurrence
    /// By when it should have ended; nil where a limit says so.
    public let due: Moment?
    /// Whose custody it is about; nil where it is about none.
    public let custodian: Badge?

    func isSame(as other: StoryWait) -> Bool {
        kind == other.kind && newborn == other.newborn && due == other.due && custodian == other.custodian
    }
}

/// A wait that is over, and by what: an alarm that it was is never silently gone.
public struct EndedWait: Codable, Hashable, Sendable {
    public let wait: StoryWait
    public let endedAt: Occurrence
    public let entry: EntryID
    public let by: Badge?
    public let how: String
    public let howZhHans: String
    /// Where the baby was; nil in states of an older form.
    public var place: Place?
}

/// A wait that is over, with the story of its baby as it is now.
public struct EndedWaitRow: Hashable, Sendable {
    public let ended: EndedWait
    public let story: Admission

    public init(_ ended: EndedWait, in story: Admission) {
        self.ended = ended
        self.story = story
    }
}

extension Admission {
    /// Notes what began and what ended with an entry.
    mutating func noteWaits(_ fact: any AdmissionFact, _ stamp: EntryStamp) {
        let before = waits
        waits = newborns.flatMap { baby in baby.waits(of: self, since: before, stamp) }
        let ended = before.filter { old in
            newborns.contains { $0.id == old.newborn } && !waits.contains { $0.isSame(as: old) }
        }
        endedWaits = ended.map { wait in
            EndedWait(
                wait: wait, endedAt: stamp.occurred, entry: stamp.id, by: stamp.staff, how: fact.summary.en,
                howZhHans: fact.summary.zhHans, place: newborns.first { $0.id == wait.newborn }?.placeBeforeLeaving)
        }
    }
}

extension Admission {
    /// When a mother left who has a baby in her care that is still here; nil while she is here, and
    /// for one who came back and took it since.
    fileprivate func leftBehind(_ baby: Newborn) -> Occurrence? {
        guard baby.custody.custodian == .mother, let placeSince, !placeSince.isBefore(baby.custody.since) else {
            return nil
        }
        switch place {
        case .home, .otherHospital, .died: return placeSince
        case .ward, .theatre, .postnatal, .icu: return nil
        }
    }
}

extension Newborn {
    /// Where it is, or was last in this hospital.
    fileprivate var placeBeforeLeaving: Place? { isHere ? custody.place : lastHandover?.from }

    /// What waits for this baby now; a child who died is awaited by nobody, and neither is one who has left.
    fileprivate func waits(of mother: Admission, since before: [StoryWait], _ stamp: EntryStamp) -> [StoryWait] {
        guard outcome.raisesAlarms, isHere else { return [] }
        let isKnown = before.contains { $0.newborn == id }
        func wait(
            _ kind: OpenEnd.Kind, since: Occurrence? = nil, due: Moment? = nil, with custodian: Badge? = nil
        ) -> StoryWait {
            let start = since ?? (isKnown ? stamp.occurred : hereSince)
            let new = StoryWait(kind: kind, newborn: id, since: start, due: due, custodian: custodian)
            return before.first { $0.isSame(as: new) && (since == nil || $0.since == since) } ?? new
        }
        var waits: [StoryWait] = []
        if let mismatch { waits.append(wait(.mismatchUncleared, since: mismatch.since)) }
        if let identityDoubt { waits.append(wait(.identityInDoubt, since: identityDoubt.since)) }
        if needsRebanding || mother.motherNeedsRebanding { waits.append(wait(.rebandingOwed)) }
        if let arrival, arrival.how == .foundling, arrival.notified.count < Authority.allCases.count {
            waits.append(wait(.authorityUntold, since: arrival.at))
        }
        if let back = custody.expectedBack { waits.append(wait(.newbornLate, since: custody.since, due: back)) }
        if let pendingMove { waits.append(wait(.handoverOwed, since: pendingMove.since)) }
        switch attachedBands.count {
        case 0: waits.append(wait(.newbornUnbanded))
        case 1: waits.append(wait(.bandMissing))
        default: break
        }
        if transferCard == nil, arrival == nil, birthPlace != .nicu, custody.place == .nicu {
            waits.append(wait(.cardMissing))
        }
        if let transferCard, !transferCard.isReadBack, custody.place == .nicu {
            waits.append(wait(.cardUnread, since: transferCard.writtenAt.orLater(custody.since)))
        }
        if motherBandCheckedAt == nil, mother.band != nil { waits.append(wait(.motherBandUnchecked, since: hereSince)) }
        if case .staff(let badge) = custody.custodian {
            waits.append(wait(.custodianOffDuty, since: custody.since, with: badge))
        }
        if let left = mother.leftBehind(self) { waits.append(wait(.custodianOffDuty, since: left)) }
        return waits
    }
}
