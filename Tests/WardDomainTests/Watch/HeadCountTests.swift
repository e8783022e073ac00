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
                band: "NB1", motherBand: "MB0", to: .home, collector: "张伟", relation: "father",
                documentKind: .identityCard, documentLast4: "1234", second: .nurse, signatureSeenBy: .nurse))

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
}
