import Testing
import WardDomain

@Suite struct StreamTests {
    @Test(arguments: [
        StreamID.ward, .roster, .admission(AdmissionID("a/1")), .drill(ChecklistID("d")), .response(ChecklistID("r")),
        .access(CalendarDay(daysSinceEpoch: 20779)), .finding(FindingID("f.1")), .rhythm(RhythmID("r")),
        .kitCheck(KitCheckID("k")),
    ])
    func aStreamHasAName(stream: StreamID) {
        #expect(StreamID(rawValue: stream.rawValue) == stream)
    }

    @Test(arguments: ["", "ward/1", "admission", "admission/", "drill/", "finding/", "access/today", "theatre/1"])
    func whatIsNoStreamIsNil(name: String) {
        #expect(StreamID(rawValue: name) == nil)
    }

    @Test func theStateInMemoryIsWhatItsEntriesFoldTo() throws {
        let ward = try WardFixture.wholeEvening()

        for stream in ward.streams {
            let folded = try #require(ward.folded(stream))
            #expect(ward.ward[stream] == (folded.isOpen || stream.isAlwaysThere ? folded : nil))
        }
    }

    @Test func anEntryOfAnotherStreamIsAFault() throws {
        let ward = try WardFixture.wholeEvening()
        let bed = try #require(ward.entries.first { $0.fact is BedAdded })
        var state = StreamState(empty: .roster)

        #expect(throws: FoldFault.wrongStream(kind: "bedAdded", stream: "ward")) { try state.apply(bed) }
    }

    @Test func anEntryOfAClosedStoryAsksForTheWholeStory() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        try ward.record(FinishChecklist<Drill>(run: run))
        var memory = ward.ward
        let debrief = ChecklistRun.Debrief(wentWell: "x", change: nil, actions: [])
        let made = try ward.record(WriteDebrief<Drill>(run: run, debrief: debrief))

        #expect(throws: FoldFault.needsRefold) { try memory.apply(made[0]) }
    }

    @Test(arguments: [("3", "10", true), ("10", "加1", true), ("加1", "3", false), ("加1", "加2", true), ("3", "3", false)])
    func bedsHaveAnOrder(left: BedLabel, right: BedLabel, isBefore: Bool) {
        #expect((left < right) == isBefore)
    }
}

extension StreamID {
    var isAlwaysThere: Bool {
        switch self {
        case .ward, .roster, .access: true
        default: false
        }
    }
}
