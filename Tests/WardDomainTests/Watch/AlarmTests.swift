import Testing
import WardDomain

@Suite struct AlarmTests {
    static func limits(_ ward: inout WardFixture) {
        func target(_ seconds: Int) -> ClinicalRules.Target {
            ClinicalRules.Target(seconds: seconds, source: SampleRules.source)
        }
        ward.rules.watch.unbanded = target(600)
        ward.rules.watch.oneBand = target(1800)
        ward.rules.watch.motherBandCheck = target(7200)
    }

    static func alarms(_ ward: WardFixture) -> [Alarm] {
        ward.ward.alarms(now: ward.clock, rules: ward.rules)
    }

    static func kinds(_ ward: WardFixture) -> [OpenEnd.Kind] {
        alarms(ward).map(\.kind)
    }

    static func ended(_ ward: WardFixture) -> [EndedAlarm] {
        ward.ward.endedAlarms(ward.endedWaits, now: ward.clock, rules: ward.rules)
    }

    @Test(arguments: [(600, []), (601, [OpenEnd.Kind.newbornUnbanded])])
    func aBabyWithoutABandIsAnAlarmASecondAfterTheLimit(seconds: Int, kinds: [OpenEnd.Kind]) throws {
        var ward = WardFixture()
        Self.limits(&ward)
        try ward.birth(try ward.admit())
        ward.wait(seconds: seconds)

        #expect(Self.kinds(ward) == kinds)
    }

    @Test(arguments: [(1800, []), (1801, [OpenEnd.Kind.bandMissing])])
    func oneBandOnlyIsAnAlarmASecondAfterTheLimitFromTheFirstBand(seconds: Int, kinds: [OpenEnd.Kind]) throws {
        var ward = WardFixture()
        Self.limits(&ward)
        let baby = try ward.birth(try ward.admit())
        ward.wait(seconds: 500)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        ward.wait(seconds: seconds)

        #expect(Self.kinds(ward) == kinds)
    }

    @Test func outsideTheDeliverySuiteAMissingBandIsAnAlarmAtOnce() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        let baby = try ward.birth(try ward.admit())
        #expect(Self.kinds(ward).isEmpty)

        try ward.record(MoveNewborn(newborn: baby, to: .nicu))

        #expect(Self.kinds(ward).contains(.newbornUnbanded))
    }

    @Test(arguments: [(7200, []), (7201, [OpenEnd.Kind.motherBandUnchecked])])
    func noCheckAgainstTheMothersBandIsAnAlarmASecondAfterTheLimit(seconds: Int, kinds: [OpenEnd.Kind]) throws {
        var ward = WardFixture()
        Self.limits(&ward)
        try ward.pair()
        ward.wait(seconds: seconds)
        #expect(Self.kinds(ward) == kinds)

        try ward.record(CheckMotherBand(band: "NA1", motherBand: "MA0"))

        #expect(Self.kinds(ward).isEmpty)
        #expect(Self.ended(ward).map(\.end.kind) == kinds)
    }

    @Test func aHandoverWithTheMothersBandIsACheckAsWell() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        try ward.pair()
        try ward.record(CustodyTests.handOver())
        ward.wait(seconds: 7201)

        #expect(!Self.kinds(ward).contains(.motherBandUnchecked))
    }

    @Test func aTransferCardThatNobodyReadBackIsAnAlarmOnceTheBabyIsThere() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        let (_, baby) = try ward.pair()
        try ward.record(WriteTransferCard(newborn: baby, card: TransferCard([.situation: "grunting"])))
        #expect(Self.kinds(ward).isEmpty, "it has not gone yet")
        ward.wait(seconds: 60)
        try ward.record(CustodyTests.handOver(to: "W2001", place: .nicu))
        #expect(Self.kinds(ward) == [.cardUnread])
        #expect(Self.alarms(ward).first?.owner == .staff(Badge("W2001")))

        try ward.record(ReadBackTransferCard(newborn: baby), by: Badge("W2001"))

        #expect(Self.kinds(ward).isEmpty)
        #expect(Self.ended(ward).contains { $0.end.kind == .cardUnread && $0.by == Badge("W2001") })
    }

    @Test(arguments: [(3600, []), (3601, [OpenEnd.Kind.cardMissing])])
    func noTransferCardIsAnAlarmASecondAfterTheLimit(seconds: Int, kinds: [OpenEnd.Kind]) throws {
        var ward = WardFixture()
        Self.limits(&ward)
        ward.rules.watch.transferCard = ClinicalRules.Target(seconds: 3600, source: SampleRules.source)
        let (_, baby) = try ward.pair()
        try ward.record(CustodyTests.handOver(to: "W2001", place: .nicu))
        ward.wait(seconds: 1800)
        try ward.record(
            HandOver(band: "NA1", motherBand: "MA0", giver: "W2001", receiver: "W2002", to: .nicu), by: "W2001")
        ward.wait(seconds: seconds - 1800)
        #expect(Self.kinds(ward) == kinds, "a change of shift grants no new time")

        try ward.record(WriteTransferCard(newborn: baby, card: TransferCard([.situation: "grunting"])))

        #expect(Self.kinds(ward) == [.cardUnread])
        #expect(Self.ended(ward).map(\.end.kind) == kinds)
    }

    @Test func aCheckAgainstAnotherMothersBandIsAMismatch() throws {
        var (ward, baby) = try MismatchTests.twoPairs()

        let made = try ward.record(CheckMotherBand(band: "NA1", motherBand: "MB0"))

        #expect(made.first?.fact is HandoverMismatched)
        #expect(ward.baby(baby).motherBandCheckedAt == nil)
        #expect(Self.kinds(ward) == [.mismatchUncleared])
    }

    @Test func custodyWithSomebodyOffDutyIsAnAlarmUntilSheIsBackOrGivesTheBabyAway() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        try ward.pair()
        #expect(Self.kinds(ward).isEmpty, "nobody ever said whether she is on duty")
        try ward.record(ChangeDuty(on: true))
        ward.wait(seconds: 60)
        try ward.record(ChangeDuty(on: false))
        #expect(Self.kinds(ward) == [.custodianOffDuty])
        ward.wait(seconds: 60)
        try ward.record(ChangeDuty(on: true))
        #expect(Self.kinds(ward).isEmpty)
        #expect(Self.ended(ward).map(\.how.en) == ["on duty again: W1001"])
        ward.wait(seconds: 60)
        try ward.record(ChangeDuty(on: false))
        ward.wait(seconds: 90)

        try ward.record(CustodyTests.handOver())

        #expect(Self.kinds(ward).isEmpty)
        let ended = try #require(Self.ended(ward).first { $0.by == .midwife && $0.end.secondsLate == 90 })
        #expect(ended.end.kind == .custodianOffDuty)
        #expect(ended.how.en.contains("handed over"))
    }

    @Test func onlyAChargeNurseSaysThatSomebodyElseIsOffDuty() throws {
        var ward = WardFixture()
        let other = ChangeDuty(on: false, badge: .midwife)

        #expect(ward.refusal(of: other, by: .nurse) == .notAllowed(.nurse))
        #expect(ward.refusal(of: other, by: .chargeNurse) == nil)
        try ward.record(other, by: .chargeNurse)
        #expect(ward.refusal(of: other, by: .chargeNurse) == .nothingToRecord)
        #expect(ward.refusal(of: ChangeDuty(on: false, badge: "X9"), by: .chargeNurse) == .badgeUnknown("X9"))
    }

    @Test func anAlarmIsTheCustodiansUntilSomebodyAcknowledgesIt() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        #expect(Self.alarms(ward).map(\.owner) == [.staff(.midwife)])

        try ward.record(
            AcknowledgeAlarm(kind: .newbornUnbanded, about: baby.rawValue, reason: "printer"), by: .nurse)

        let alarm = try #require(Self.alarms(ward).first)
        #expect(alarm.owner == .staff(.nurse))
        #expect(alarm.state.code == "acknowledged")
        #expect(alarm.answer?.reason == "printer")
    }

    @Test func anAlarmOfSomebodyOffDutyIsTheChargeNurses() throws {
        var ward = WardFixture()
        try ward.birth(try ward.admit())
        try ward.record(ChangeDuty(on: false))

        #expect(Self.alarms(ward).allSatisfy { $0.owner == .role(.chargeNurse) })
    }

    @Test func aSnoozedAlarmIsOpenAgainAtItsTime() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        try ward.record(
            SnoozeAlarm(kind: .newbornUnbanded, about: baby.rawValue, minutes: 10, reason: "resuscitation"))
        ward.wait(seconds: 599)
        #expect(Self.alarms(ward).map(\.isSnoozed) == [true])

        ward.wait(seconds: 1)

        #expect(Self.alarms(ward).map(\.state) == [.open])
    }

    @Test(arguments: [(0, false), (1, true), (30, true), (31, false)])
    func aSnoozeHasTheSitesLimit(minutes: Int, isTaken: Bool) throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        let snooze = SnoozeAlarm(kind: .newbornUnbanded, about: baby.rawValue, minutes: minutes, reason: "x")

        #expect(ward.refusal(of: snooze) == (isTaken ? nil : .outOfRange(field: "minutes", allowed: "1-30")))
        ward.rules.watch.longestSnooze = nil
        #expect(ward.refusal(of: snooze) == .alarmNotSnoozed)
    }

    @Test func aMismatchIsNeverSnoozedAndASnoozeNeedsItsReason() throws {
        var (ward, baby) = try MismatchTests.twoPairs()
        try ward.record(CustodyTests.handOver(mother: "MB0"))
        let id = baby.rawValue

        let mismatch = SnoozeAlarm(kind: .mismatchUncleared, about: id, minutes: 5, reason: "x")
        #expect(ward.refusal(of: mismatch) == .alarmNotSnoozed)
        let none = SnoozeAlarm(kind: .newbornLate, about: id, minutes: 5, reason: "x")
        #expect(ward.refusal(of: none) == .noSuchAlarm)
        try ward.record(MoveNewborn(newborn: baby, to: .nicu))
        let silent = SnoozeAlarm(kind: .handoverOwed, about: id, minutes: 5, reason: " ")
        #expect(ward.refusal(of: silent) == .reasonNeeded)
    }

    @Test func anAnswerIsToOneAlarmAndNotToTheNextOfItsKind() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        let (_, baby) = try ward.pair()
        func errand() -> HandOver {
            var errand = CustodyTests.handOver(place: .hearing)
            errand.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 60)))
            return errand
        }
        try ward.record(errand())
        ward.wait(seconds: 120)
        try ward.record(AcknowledgeAlarm(kind: .newbornLate, about: baby.rawValue))
        try ward.record(
            HandOver(band: "NA1", motherBand: "MA0", giver: "W2002", receiver: "W1001", to: .deliveryRoom))
        #expect(Self.kinds(ward).isEmpty)
        #expect(Self.ended(ward).map(\.end.kind) == [.newbornLate])
        try ward.record(errand())
        ward.wait(seconds: 120)

        #expect(Self.alarms(ward).map(\.state) == [.open])
    }

    @Test func whatEndedIsToldForADay() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())
        ward.wait(seconds: 30)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        #expect(Self.ended(ward).map(\.end.kind) == [.newbornUnbanded])
        #expect(Self.ended(ward).first?.end.secondsLate == 30)
        ward.wait(seconds: 86_400)
        #expect(Self.ended(ward).count == 1)

        ward.wait(seconds: 1)

        #expect(Self.ended(ward).isEmpty)
    }

    @Test func whatEndedStaysInSightWhenTheStoryIsClosed() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        let (mother, baby) = try ward.pair()
        var errand = CustodyTests.handOver(to: "W2001", place: .hearing)
        errand.expectedBack = ExpectedTime(.moment(ward.clock.moment.advanced(seconds: 60)))
        try ward.record(errand)
        ward.wait(seconds: 120)
        try ward.record(DischargeTests.discharge())
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: false))
        #expect(ward.ward.admissions.isEmpty)

        let ended = Self.ended(ward)

        #expect(ended.map(\.end.kind) == [.newbornLate])
        #expect(ended.first?.story.newborns.map(\.id) == [baby])
        #expect(ended.first?.how.en.contains("left for home") == true)
    }

    @Test func aStoryHoldsOnlyWhatItsNewestEntryEnded() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let baby = try ward.birth(mother)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        #expect(ward.mother(mother).endedWaits.map(\.wait.kind) == [.newbornUnbanded])
        try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle))
        #expect(ward.mother(mother).endedWaits.map(\.wait.kind) == [.bandMissing])

        try ward.record(WritePlan(admission: mother, text: "rest"))

        #expect(ward.mother(mother).endedWaits.isEmpty)
        #expect(ward.endedWaits.map(\.ended.wait.kind) == [.newbornUnbanded, .bandMissing])
    }

    @Test func aWaitIsJudgedByThePlaceWhereItEnded() throws {
        var ward = WardFixture()
        Self.limits(&ward)
        let baby = try ward.birth(try ward.admit())
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        ward.wait(seconds: 60)
        try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle))
        try ward.record(MoveNewborn(newborn: baby, to: .postnatal))

        #expect(Self.ended(ward).isEmpty, "in the delivery room there was time for the second band")
    }

    @Test func aChildWhoDiedRaisesNothing() throws {
        var ward = WardFixture()
        let baby = try ward.birth(try ward.admit())

        try ward.record(RecordNewbornDeath(newborn: baby))

        #expect(Self.kinds(ward).isEmpty)
    }
}
