import Testing
import WardDomain

@Suite struct HeadCountTests {
    @Test func oneCountSpansTerminalsAndTheDeadAreNotInIt() throws {
        var ward = WardFixture()
        try ward.pair("李娜", codes: "A")
        let (_, other) = try ward.pair("周敏", codes: "B")
        let (_, dead) = try ward.pair("吴霞", codes: "C")
        try ward.record(RecordNewbornDeath(newborn: dead))

        let started = try ward.record(StartHeadCount(), by: nil)

        #expect((started.first?.fact as? HeadCountStarted)?.census.count == 2)
        #expect(ward.refusal(of: StartHeadCount()) == .headCountRunning)
        ward.wait(seconds: 61)
        try ward.record(CountNewborn(band: "NA1"), by: nil)
        #expect(ward.refusal(of: CountNewborn(band: "NA2")) == .countedAlready)
        #expect(ward.refusal(of: CountNewborn(band: "NC1")) == .notInCount)
        #expect(ward.refusal(of: CountNewborn(band: "X")) == .bandUnknown("X"))
        #expect(ward.refusal(of: FinishHeadCount()) == .reasonNeeded)
        let ended = try ward.record(FinishHeadCount(reason: "searching"), by: .nurse)
        let fact = try #require(ended.first?.fact as? HeadCountFinished)
        #expect(fact.missing.map(\.newborn) == [other])
        #expect(fact.counted == 1)
        #expect(fact.seconds == 61)
        #expect(ward.ward.openHeadCount == nil)
        #expect(ward.refusal(of: CountNewborn(band: "NB1")) == .noHeadCount)
        #expect(ward.refusal(of: FinishHeadCount()) == .noHeadCount)
    }

    @Test func nobodyToCountIsNoCount() {
        #expect(WardFixture().refusal(of: StartHeadCount()) == .nobodyToCount)
    }

    @Test func aBabyBornMeanwhileIsAskedForAndOneWhoLeftIsNot() throws {
        var ward = WardFixture()
        try ward.pair("李娜", codes: "A")
        try ward.record(StartHeadCount())
        try ward.record(CountNewborn(band: "NA1"))
        try ward.pair("周敏", codes: "B")
        #expect(ward.refusal(of: FinishHeadCount()) == .reasonNeeded)
        try ward.record(
            DischargeNewborn(
                band: "NB1", otherBand: "NB2", motherBand: "MB0", to: .home, collector: "张伟",
                relation: "father", documentKind: .identityCard, documentLast4: "1234", second: .nurse,
                signatureSeenBy: .nurse))

        #expect(ward.refusal(of: FinishHeadCount()) == nil)
    }

    @Test func anEvacuationNeedsItsDestinationAndTheSecondReading() throws {
        var ward = WardFixture()
        try ward.pair("李娜", codes: "A")
        #expect(ward.refusal(of: StartHeadCount(purpose: .evacuation)) == .fieldMissing("destination"))
        #expect(
            ward.refusal(of: StartHeadCount(purpose: .codePink, destination: "x"))
                == .outOfRange(field: "destination", allowed: "evacuation"))
        try ward.record(StartHeadCount())
        #expect(
            ward.refusal(of: CountNewborn(band: "NA1", stage: .destination))
                == .outOfRange(field: "stage", allowed: "here"))
        try ward.record(GiveHeadCountPurpose(purpose: .evacuation, destination: "east corridor"))
        try ward.record(CountNewborn(band: "NA1"))
        #expect(ward.refusal(of: FinishHeadCount()) == .reasonNeeded, "taken up, and not arrived")

        try ward.record(CountNewborn(band: "NA2", stage: .destination))

        #expect(ward.refusal(of: FinishHeadCount()) == nil)
        #expect(ward.ward.openHeadCount?.arrived.map(\.place) == [.deliveryRoom])
    }

    @Test func aDrillsCountNamesItsRunningDrill() throws {
        var ward = WardFixture()
        try ward.pair("李娜", codes: "A")
        #expect(ward.refusal(of: StartHeadCount(drill: ChecklistID("none"))) == .checklistUnknown)
        let response = try ward.startResponse()
        #expect(ward.refusal(of: StartHeadCount(drill: response)) == .checklistUnknown)
        let drill = try ward.startDrill()

        let made = try ward.record(StartHeadCount(purpose: .codePink, drill: drill))

        #expect(made.first?.fact.summary.en.hasPrefix("DRILL") == true)
        #expect(ward.ward.openHeadCount?.isDrill == true)
    }

    @Test func aRealCountNeverBecomesADrillNorADrillAReal() throws {
        var ward = WardFixture()
        try ward.pair()
        let drill = try ward.startDrill()
        for (first, then) in [(nil, drill), (drill, nil)] as [(ChecklistID?, ChecklistID?)] {
            try ward.record(StartHeadCount(purpose: .codePink, drill: first))
            let change = GiveHeadCountPurpose(purpose: .evacuation, destination: "east", drill: then)
            #expect(ward.refusal(of: change) == .headCountKeepsNature)
            try ward.record(GiveHeadCountPurpose(purpose: .evacuation, destination: "east", drill: first))
            #expect(ward.entries.last?.fact.summary.en.hasPrefix("DRILL") == (first != nil))
            try ward.record(FinishHeadCount(reason: "found"), by: .chargeNurse)
        }
        try ward.record(StartHeadCount())
        #expect(ward.refusal(of: GiveHeadCountPurpose(purpose: .codePink, drill: drill)) == nil)
    }

    // MARK: A baby without a band

    @Test func aBabyWithoutABandIsCountedByTwoWhoKnowIt() throws {
        var ward = WardFixture()
        let (_, banded) = try ward.pair("李娜", codes: "A")
        let baby = try ward.birth(try ward.admit("周敏"))
        try ward.record(StartHeadCount())
        func seen(_ baby: NewbornID, second: Badge = .nurse) -> CountNewborn {
            CountNewborn(withoutBand: baby, second: second)
        }
        var alone = seen(baby)
        alone.second = nil
        #expect(ward.refusal(of: alone) == .secondPersonNeeded)
        #expect(ward.refusal(of: seen(baby, second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: seen(baby, second: .coordinator)) == .notAllowed(.drillCoordinator))
        #expect(ward.refusal(of: seen(baby), by: nil) == .signatureNeeded)
        #expect(ward.refusal(of: seen(banded)) == .bandToBeRead)

        let made = try ward.record(seen(baby))

        #expect((made.first?.fact as? NewbornCounted)?.band == nil)
        #expect((made.first?.fact as? NewbornCounted)?.second == .nurse)
        #expect(made.first?.fact.summary.en.contains("WITHOUT A BAND") == true)
        #expect(ward.ward.openHeadCount?.hasWithoutBand(baby) == true)
        #expect(ward.refusal(of: seen(baby)) == .countedAlready)
        try ward.record(CountNewborn(band: "NA1"))
        let ended = try #require(try ward.record(FinishHeadCount()).first?.fact as? HeadCountFinished)
        #expect(ended.missing.isEmpty && ended.counted == 2)
    }

    @Test func aCountByMotherAndOrderNamesTheBabyToo() throws {
        var ward = WardFixture()
        _ = try ward.birth(try ward.admit("周敏", mrn: "ZY7"))
        try ward.record(StartHeadCount())
        var seen = CountNewborn(band: "x")
        seen.band = nil
        #expect(ward.refusal(of: seen) == .fieldMissing("band"))
        (seen.mrn, seen.second) = ("ZY7", .nurse)
        #expect(ward.refusal(of: seen) == nil)
    }

    /// The alarm of an unbanded baby begins with it, also within the time that the site allows, and outlasts the count.
    @Test func aBabySeenWithoutABandIsAnAlarmAtOnce() throws {
        var ward = WardFixture()
        AlarmTests.limits(&ward)
        let baby = try ward.birth(try ward.admit())
        func isAlarm() -> Bool {
            ward.ward.openEnds(now: ward.clock, rules: ward.rules).contains { $0.kind == .newbornUnbanded }
        }
        #expect(!isAlarm())
        try ward.record(StartHeadCount())
        try ward.record(CountNewborn(withoutBand: baby, second: .nurse))
        #expect(isAlarm())
        try ward.record(FinishHeadCount())
        #expect(isAlarm())
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        #expect(!isAlarm())
    }

    @Test func aBabyInDoubtIsNotCountedAsTheOne() throws {
        var ward = WardFixture()
        for (name, codes) in [("李娜", "A"), ("周敏", "B")] {
            let (_, baby) = try ward.pair(name, codes: codes)
            for limb in [Limb.leftWrist, .rightAnkle] {
                try ward.record(LoseBand(newborn: baby, limb: limb, reason: "bath"))
            }
        }
        let doubted = try #require(ward.everyAdmission.flatMap(\.newborns).first { $0.identityDoubt != nil })
        try ward.record(StartHeadCount())

        #expect(ward.refusal(of: CountNewborn(withoutBand: doubted.id, second: .nurse)) == .identityInDoubt)
    }

    // MARK: Drill and real

    @Test(arguments: [HeadCountPurpose.codePink, .evacuation])
    func aRealCountEndsADrillsAndSuspendsTheDrill(purpose: HeadCountPurpose) throws {
        var ward = WardFixture()
        try ward.pair()
        let drill = try ward.startDrill()
        let to = purpose == .evacuation ? "east" : nil
        try ward.record(StartHeadCount(purpose: purpose, destination: to, drill: drill))
        let drills = try #require(ward.ward.openHeadCount?.id)
        #expect(ward.refusal(of: StartHeadCount()) == .headCountRunning, "a routine count waits")
        #expect(ward.ward.checklists[drill]?.suspendedAt == nil)

        let made = try ward.record(StartHeadCount(purpose: purpose, destination: to), by: nil)

        #expect(made.map { type(of: $0.fact).kind } == ["headCountFinished", "headCountStarted", "checklistSuspended"])
        #expect(made[0].stream == .headCount(drills))
        #expect(made[0].fact.summary.zhHans.contains("真实紧急情况"))
        #expect(ward.ward.openHeadCount?.isDrill == false)
        #expect(ward.ward.checklists[drill]?.suspendedAt != nil)
        #expect(
            ward.refusal(of: StartHeadCount(purpose: purpose, destination: to, drill: drill)) == .headCountRunning,
            "a drill takes no real count's place")
        #expect(ward.refusal(of: StartHeadCount(purpose: purpose, destination: to)) == .headCountRunning)
    }

    @Test func aRoutineCountThatTurnsOutToBeRealSuspendsTheDrillToo() throws {
        var ward = WardFixture()
        try ward.pair()
        let drill = try ward.startDrill()
        try ward.record(StartHeadCount())
        #expect(ward.ward.checklists[drill]?.suspendedAt == nil)

        try ward.record(GiveHeadCountPurpose(purpose: .codePink))

        #expect(ward.ward.checklists[drill]?.suspendedAt != nil)
    }
}
