import ScreenGrid
import Testing

@testable import WardDomain
@testable import WardPanes

/// A case kept on paper, typed into its one form.
@Suite struct PaperFormTests {
    /// The form's fields in their order, as it asks for them.
    private static let order =
        ["who", "DECISION", "category", "indication"]
        + Milestone.allCases.dropFirst().map(\.rawValue)
        + ["mode", "outcome", "sex", "weightGrams", "apgar1", "apgar5"]
        + ["stoodDownAt", "stoodDownReason", "delay", "delayText", "orderReason", "reason"]
        + OnCallSlot.allCases.map { "called.\($0.rawValue)" }
        + ["came.obstetrician", "came.anaesthetist", "came.theatreNurse"]
        + ["2", "3"].flatMap { number in
            ["bornAt", "outcome", "sex", "weightGrams", "apgar1", "apgar5"].map { $0 + number }
        }

    private func filled(_ fields: [String: String]) -> CaesareanFixture {
        var fixture = CaesareanFixture()
        fill(&fixture, fields)
        return fixture
    }

    private func fill(_ fixture: inout CaesareanFixture, _ fields: [String: String]) {
        fixture.signIn()
        fixture.press("e")
        for id in Self.order {
            fixture.press(fields[id] ?? "")
            fixture.press(id == Self.order.last ? .enter : .tab)
        }
    }

    private let head = ["who": "2", "DECISION": "2026-11-21 23:50", "category": "1", "reason": "power cut"]

    @Test func itIsEnteredOnOneFormAndIsMarked() {
        let fixture = filled(
            head.merging(["CALL": "2351", "ARRIVE": "0000", "KTS": "0012", "DELIVERY": "0015", "outcome": "1"]) { $1 })
        let run = fixture.mother("2").runs.last
        #expect(run?.decisionToDelivery?.seconds == 25 * 60)
        #expect(run?.elapsed(to: .arrive)?.seconds == 600)
        #expect(run?.enteredAfterwards == true)
        #expect(fixture.pane(columns: 118, rows: 33).plainText().contains("ENTERED AFTERWARDS"))
    }

    @Test func twinsStandOnTheSameForm() {
        let fixture = filled(
            head.merging([
                "DELIVERY": "0015", "outcome": "1", "sex": "1", "apgar1": "8", "bornAt2": "0017", "outcome2": "1",
                "sex2": "2", "weightGrams2": "2310", "apgar12": "22212",
            ]) { $1 })
        let babies = fixture.mother("2").newborns
        #expect(babies.map(\.order) == [1, 2])
        #expect(babies.last?.weightGrams == 2310 && babies.last?.apgar[1]?.total == 9)
        #expect(babies.first?.bornAt.interval(to: babies.last!.bornAt).seconds == 120)
    }

    @Test func tripletsStandOnTheSameFormToo() {
        let fixture = filled(
            head.merging([
                "DELIVERY": "0015", "outcome": "1", "bornAt2": "0016", "outcome2": "1", "bornAt3": "0018",
                "outcome3": "1", "weightGrams3": "1610",
            ]) { $1 })
        let babies = fixture.mother("2").newborns
        #expect(babies.map(\.order) == [1, 2, 3] && babies.last?.weightGrams == 1610)
    }

    @Test func theTeamsCallsAndArrivalsStandOnItToo() {
        let fixture = filled(
            head.merging([
                "DELIVERY": "0015", "outcome": "1", "NEO_ARR": "0010", "called.newborn": "2352",
                "called.anaesthesia": "2349", "came.anaesthetist": "0001",
            ]) { $1 })
        let run = fixture.mother("2").runs.last
        #expect(run?.teamTime(.newbornDoctor).interval?.seconds == 18 * 60)
        #expect(run?.teamTime(.anaesthetist).interval?.seconds == 12 * 60, "a call before the decision, by its day")
        #expect(run?.teamTime(.obstetrician).arrivedAt == nil)
        #expect(run?.newbornDoctorBeforeBirth == true)
    }

    @Test func aBirthThatStandsAlreadyIsNotAskedForAgain() {
        var fixture = CaesareanFixture()
        fixture.wait(3600)
        fixture.record(
            RecordBirth(admission: fixture.mother("2").id, mode: .caesarean, outcome: .live), by: Badge("W1"))
        fixture.wait(60)
        fill(&fixture, head.merging(["DECISION": "18:35", "ARRIVE": "1844"]) { $1 })
        #expect(fixture.run("2").decisionToDelivery?.seconds == 25 * 60)
        #expect(fixture.mother("2").newborns.count == 1)
    }

    @Test func oneThatWasStoodDownNeedsNoBirth() {
        let fixture = filled(
            head.merging(["CALL": "2351", "stoodDownAt": "2359", "stoodDownReason": "trace recovered"]) { $1 })
        #expect(fixture.mother("2").runs.last?.end?.ending == .stoodDown)
        #expect(fixture.mother("2").newborns.isEmpty)
    }

    @Test(
        arguments: [
            (["outcome": "1"], "This is needed."), (["DELIVERY": "0015"], "Choose one."),
            (["stoodDownAt": "2359"], "This is needed."),
            (["DELIVERY": "0015", "outcome": "1", "sex2": "1"], "This is needed."),
        ])
    func whatIsMissingIsSaidAndTheTextKept(fields: [String: String], fault: String) {
        let fixture = filled(head.merging(fields) { $1 })
        #expect(fixture.mother("2").runs.isEmpty)
        #expect(fixture.screen.contains(fault))
        #expect(fixture.entries.allSatisfy { !($0.fact is CaesareanDecided) })
    }

    /// Days after the case its times are part of what is usual, and it is the last case.
    @Test func thePaneAsksForItFromItsOwnDecisionOn() throws {
        let fixture = filled(head.merging(["DECISION": "2026-11-02 23:50", "DELIVERY": "0015", "outcome": "1"]) { $1 })
        let run = try #require(fixture.mother("2").runs.last)
        let spans = fixture.questions.dropFirst().compactMap { question in
            if case .caesareans(let span) = question { span } else { nil }
        }
        #expect(spans.contains { $0.from == run.decidedAt.moment }, "\(spans)")
    }
}
