import Testing
import WardDomain

@Suite struct DrillCadenceTests {
    static let today = CalendarDay("2026-11-22")!

    static func cadence(_ ward: WardFixture) -> DrillCadence {
        DrillCadence(
            ward.streams.compactMap { stream in
                guard case .checklist(let run)? = ward.folded(stream) else { return nil }
                return DrillRow(run)
            }, today: today, ward.offset)
    }

    @Test func aFinishedDrillIsThisQuartersDrill() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        #expect(Self.cadence(ward).isDue)

        try ward.record(FinishChecklist<Drill>(run: run))

        #expect(!Self.cadence(ward).isDue)
        #expect(Self.cadence(ward).countThisQuarter == ["pph": 1])
        #expect(Self.cadence(ward).last["pph"]?.run.id == run)
    }

    @Test func aRealResponseAndAVoidDrillAreNone() throws {
        var ward = WardFixture()
        try ward.record(FinishChecklist<Response>(run: try ward.startResponse()))
        try ward.record(VoidChecklist<Drill>(run: try ward.startDrill(), reason: "wrong key"))

        #expect(Self.cadence(ward).isDue)
        #expect(Self.cadence(ward).last.isEmpty)
    }

    /// The fourth quarter of 2026 begins at 2026-09-30T16:00 UTC in Shanghai.
    @Test(arguments: [(Int64(1_790_783_999_999), 0), (1_790_784_000_000, 1)])
    func aDrillCountsInTheLocalQuarterInWhichItBegan(milliseconds: Int64, count: Int) throws {
        var ward = WardFixture(at: Moment(milliseconds: milliseconds))
        let run = try ward.startDrill()
        ward.wait(seconds: 1200)
        try ward.record(FinishChecklist<Drill>(run: run, reason: "x"))

        #expect(Self.cadence(ward).doneThisQuarter == count)
        #expect(Self.cadence(ward).last["pph"]?.run.id == run)
    }
}
