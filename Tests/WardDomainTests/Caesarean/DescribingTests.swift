import Testing
import WardDomain

@Suite struct DescribingTests {
    @Test func theIntervalRunsFromTheFirstDecisionWhateverTheCategory() throws {
        var (ward, mother, run) = try MarkingTests.running()
        try ward.record(GiveCategory(run: run, category: .two))
        ward.wait(seconds: 600)
        try ward.record(GiveCategory(run: run, category: .one))
        ward.wait(seconds: 300)

        try ward.birth(mother, mode: .caesarean)

        #expect(ward.run(run).decisionToDelivery == Interval(seconds: 1500, byWallClock: false))
        #expect(ward.run(run).gradings.map(\.category) == [.one, .two, .one])
    }

    @Test func theSameCategoryIsNoChange() throws {
        let (ward, _, run) = try MarkingTests.running()

        #expect(ward.refusal(of: GiveCategory(run: run, category: .one)) == .sameCategory)
    }

    @Test(arguments: [(600, nil), (601, Refusal.milestoneBeforeDecision)] as [(Int, Refusal?)])
    func aCategoryIsNotGivenBeforeTheDecision(secondsAgo: Int, refusal: Refusal?) throws {
        let (ward, _, run) = try MarkingTests.running()

        #expect(
            ward.refusal(of: GiveCategory(run: run, category: .two), at: ward.typed(secondsAgo: secondsAgo)) == refusal)
    }

    @Test func anOlderCategoryThatComesLateDoesNotReplaceTheNewerOne() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit(), category: nil)
        ward.wait(seconds: 300)
        try ward.record(GiveCategory(run: run, category: .one))

        try ward.record(GiveCategory(run: run, category: .two), at: ward.typed(secondsAgo: 200))

        #expect(ward.run(run).category == .one)
        #expect(ward.run(run).gradings.map(\.category) == [.two, .one])
    }

    @Test func retimingTheDecisionLeavesACategoryThatCameLater() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit(), category: nil)
        ward.wait(seconds: 300)
        try ward.record(GiveCategory(run: run, category: .one))
        let given = ward.run(run).gradings

        try ward.record(
            MarkMilestone(run: run, milestone: .decision, reason: "earlier"), at: ward.typed(secondsAgo: 400))

        #expect(ward.run(run).gradings == given)
    }

    @Test func indicationsAndDelaysAreCodesOfTheLibrary() throws {
        var (ward, _, run) = try MarkingTests.running()
        #expect(
            ward.refusal(of: GiveIndication(run: run, indication: "X")) == .codeUnknown(field: "indication", code: "X"))
        #expect(ward.refusal(of: GiveDelay(run: run, delay: "X")) == .codeUnknown(field: "delay", code: "X"))
        #expect(ward.refusal(of: GiveDelay(run: run, delay: "D99", text: " ")) == .fieldMissing("text"))

        try ward.record(GiveIndication(run: run, indication: "CORD"))
        try ward.record(GiveDelay(run: run, delay: "D01"))
        try ward.record(GiveDelay(run: run, delay: "D99", text: "lift"))
        try ward.record(GiveDelay(run: run, delay: "D01", text: "second team away"))

        #expect(ward.refusal(of: GiveIndication(run: run, indication: "CORD")) == .nothingToRecord)
        #expect(ward.run(run).indication == "CORD")
        #expect(ward.run(run).delays.map(\.code) == ["D99", "D01"])
        #expect(ward.run(run).delays.map(\.text) == ["lift", "second team away"])
    }

    @Test func whoeverArrivesIsKeptOnceAlsoUnknownAndUnsigned() throws {
        var (ward, _, run) = try MarkingTests.running()

        try ward.record(ArriveAtCaesarean(run: run, badge: "]C1x777"), by: nil)

        #expect(ward.run(run).arrivals.map(\.badge) == ["X777"])
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, badge: "x777"), by: nil) == .nothingToRecord)
        #expect(ward.refusal(of: ArriveAtCaesarean(run: run, badge: " "), by: nil) == .fieldMissing("badge"))
        #expect(ward.run(run).unsigned.count == 1)
    }

    @Test func aRunIsNamedByItsMotherByItsIdAndByBothTogether() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit("李娜", mrn: "ZY1"))
        try ward.admit("周敏", mrn: "ZY2")
        var command = MarkMilestone(run: run, milestone: .call)
        command.mrn = "ZY1"
        #expect(ward.refusal(of: command) == nil)
        command.mrn = "ZY2"
        #expect(ward.refusal(of: command) == .referencesDisagree)
        command.run = nil
        #expect(ward.refusal(of: command) == .caesareanUnknown)
        command.mrn = nil
        #expect(ward.refusal(of: command) == .fieldMissing("mrn"))
        command.run = CaesareanID("x")
        #expect(ward.refusal(of: command) == .caesareanUnknown)
    }
}
