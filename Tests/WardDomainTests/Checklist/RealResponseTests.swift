import Testing
import WardDomain

/// What is real comes first, and belongs to somebody.
@Suite struct RealResponseTests {
    @Test(arguments: [true, false])
    func everyRealEmergencySuspendsEveryDrillThatRuns(isCaesarean: Bool) throws {
        var ward = WardFixture()
        let first = try ward.startDrill()
        let second = try ward.startDrill("newborn")
        let paused = try ward.startDrill()
        try ward.record(PauseDrill(run: paused))
        ward.wait(seconds: 30)
        let command: any WardCommand =
            isCaesarean ? DecideCaesarean(admission: nil) : StartChecklist<Response>(drillProtocol: "pph")

        try ward.record(command, by: nil)

        for drill in [first, second] {
            #expect(ward.checklist(drill).suspendedFor == .emergency)
            #expect(ward.checklist(drill).elapsed(now: ward.clock)?.seconds == 30)
        }
        #expect(ward.checklist(paused).suspendedFor == .pause)
        #expect(ward.refusal(of: command, by: nil) == nil, "a second emergency has nothing left to suspend")
    }

    @Test func anEmergencyTypedInAfterwardsSuspendsNothing() throws {
        var ward = WardFixture()
        let drill = try ward.startDrill()
        ward.wait(seconds: 120)

        try ward.record(StartChecklist<Response>(drillProtocol: "pph"), at: ward.typed(secondsAgo: 60))

        #expect(ward.checklist(drill).suspendedAt == nil)
    }

    @Test func itIsForAMotherOrForHerBaby() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair("李娜", codes: "A")
        var byBand = StartChecklist<Response>(drillProtocol: "newborn")
        byBand.band = "NA1"
        let made = try ward.record(byBand, by: nil)
        let run = ChecklistID(made[0].stamp.id.rawValue)
        #expect(ward.checklist(run).admission == mother)
        #expect(ward.checklist(run).newborn == baby)
        #expect(
            ward.refusal(of: StartChecklist<Response>(drillProtocol: "newborn", admission: mother))
                == .checklistAlreadyRunning)
        let twin = try ward.birth(mother)
        #expect(
            ward.refusal(
                of: StartChecklist<Response>(drillProtocol: "newborn", admission: mother, newborn: twin)) == nil)
        var drill = StartChecklist<Drill>(drillProtocol: "newborn")
        drill.band = "NA1"
        #expect(ward.refusal(of: drill) == .drillTouchesNoMother)
    }

    @Test func whomItIsForCanBeSaidLaterAndCorrectedWithAReason() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        let other = try ward.admit("王芳", mrn: "ZY2")
        let run = try ward.startResponse(by: nil)
        let start = ward.checklist(run).startedAt
        ward.wait(seconds: 90)
        try ward.record(LinkResponse(run: run, admission: mother), by: nil)
        #expect(ward.checklist(run).admission == mother)
        #expect(ward.checklist(run).unsigned.count == 2)
        #expect(ward.refusal(of: LinkResponse(run: run, admission: mother)) == .nothingToRecord)
        #expect(ward.refusal(of: LinkResponse(run: run, admission: other)) == .reasonNeeded)
        try ward.record(FinishChecklist<Response>(run: run))

        try ward.record(LinkResponse(run: run, admission: other, reason: "wrong bed"))

        #expect(ward.checklist(run).admission == other)
        #expect(ward.checklist(run).startedAt == start)
        let drill = try ward.startDrill()
        #expect(ward.refusal(of: LinkResponse(run: drill, admission: mother)) == .checklistUnknown)
    }
}
