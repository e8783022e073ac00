import Testing

@testable import WardDomain

/// A caesarean at the mother's cardiac arrest has a clock of its own, from the arrest.
@Suite struct ArrestTests {
    /// An arrest, a decision a minute later, an incision and a birth so many seconds after the arrest.
    private static func arrest(incision: Int, birth: Int) throws -> (ward: WardFixture, run: CaesareanID) {
        var ward = WardFixture()
        let mother = try ward.admit()
        ward.wait(seconds: 60)
        let run = try ward.decide(mother)
        try ward.record(NoteArrest(run: run, onTheSpot: true), at: ward.typed(secondsAgo: 60))
        ward.wait(seconds: incision - 60)
        try ward.record(MarkMilestone(run: run, milestone: .incision))
        ward.wait(seconds: birth - incision)
        try ward.birth(mother, mode: .caesarean)
        return (ward, run)
    }

    @Test func theClockRunsFromTheArrestAndTheDDIFromTheDecision() throws {
        let (ward, id) = try Self.arrest(incision: 230, birth: 290)
        let run = ward.run(id)

        #expect(run.elapsedSinceArrest(to: .incision)?.seconds == 230)
        #expect(run.elapsedSinceArrest(to: .delivery)?.seconds == 290)
        #expect(run.decisionToDelivery?.seconds == 230)
        #expect(run.indication == "MATARR" && run.arrest?.onTheSpot == true)
    }

    @Test(arguments: [(240, 300, 1, 1), (241, 300, 0, 1), (240, 301, 1, 0)])
    func itsTargetsAreKeptToTheSecond(incision: Int, birth: Int, incisions: Int, births: Int) throws {
        let (ward, id) = try Self.arrest(incision: incision, birth: birth)
        let brief = CaesareanBrief(ward.run(id), of: AdmissionID("a"))
        let figures = ArrestStatistics([brief], targets: CasebookTargets(ward.rules).arrest)

        #expect(figures.ways[.incision] == .init(target: 240, timed: 1, within: incisions))
        #expect(figures.ways[.delivery] == .init(target: 300, timed: 1, within: births))
        #expect(figures.delivered == 1 && figures.onTheSpot == 1)
    }

    @Test func itIsReportedApart() throws {
        let (ward, id) = try Self.arrest(incision: 200, birth: 260)

        #expect(CaesareanStatistics([ward.run(id)], category: .one, target: 1800).delivered == 0)
        let brief = CaesareanBrief(ward.run(id), of: AdmissionID("a"))
        #expect(ArrestStatistics([brief], targets: [:]).ways.isEmpty)
    }

    @Test func anArrestCannotLieAfterTheBirthOrInARunThatWasGivenUp() throws {
        var (ward, run) = try Self.arrest(incision: 200, birth: 260)
        ward.wait(seconds: 1)
        #expect(ward.refusal(of: NoteArrest(run: run)) == .babyAlreadyBorn)
        let other = try ward.decide(try ward.admit("周敏"))
        try ward.record(StandDownCaesarean(run: other, reason: "recovered"))
        #expect(ward.refusal(of: NoteArrest(run: other)) == .caesareanEnded(.stoodDown))
    }

    @Test func whereOneIsKnownTheIndicationAloneTellsItApart() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        try ward.record(GiveIndication(run: run, indication: "MATARR"))

        #expect(ward.run(run).isForArrest && ward.run(run).arrest == nil)
        #expect(ward.run(run).arrestTimes == ArrestTimes(toIncision: nil, toBirth: nil, onTheSpot: nil))
    }
}
