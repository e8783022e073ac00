import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

@Suite struct OutcomeTests {
    private func born() -> CaesareanFixture {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(1500)
        fixture.record(RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .live))
        return fixture
    }

    @Test func apgarIsMissingOnceItsMinuteHasPassed() {
        var fixture = born()
        fixture.wait(59)
        #expect(!fixture.screen.contains("p Apgar"))
        fixture.wait(1)
        #expect(fixture.pane(columns: 56, rows: 14).plainText().contains("p Apgar 1'"))
    }

    /// Before the first minute nothing is asked for, and yet the case is not complete: it could not be closed.
    @Test func aCaseIsNotCompleteBeforeItsScores() {
        var fixture = CaesareanFixture()
        fixture.signIn()
        let mother = fixture.mother("3").id
        fixture.record(DecideCaesarean(admission: mother, category: .one, indication: "FHR"), by: Badge("W1"))
        fixture.record(RecordBirth(admission: mother, mode: .caesarean, outcome: .live), by: Badge("W1"))
        let baby = fixture.mother("3").newborns[0].id
        fixture.record(RecordCordGases(newborn: baby, notTaken: true), by: Badge("W1"))
        fixture.record(AttachMotherBand(admission: mother, band: "690123400000000018"), by: Badge("W1"))
        fixture.record(AttachBand(newborn: baby, band: "690123400000000025", limb: .leftWrist), by: Badge("W1"))
        fixture.record(AttachBand(newborn: baby, band: "690123400000000032", limb: .rightAnkle), by: Badge("W1"))
        let quiet = fixture.pane(columns: 78, rows: 19).plainText()
        #expect(!quiet.contains("MISSING") && !quiet.contains("COMPLETE"))
        fixture.press("f")
        #expect(fixture.run().closing == nil)
        for minute in [1, 5] {
            fixture.wait(Double(minute) * 60)
            #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("p Apgar \(minute)'"))
            fixture.record(
                ScoreApgar(newborn: baby, minute: minute, score: ApgarScore(totalOnly: 9)), by: Badge("W1"))
        }
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("COMPLETE"))
    }

    @Test func apgarInTotal() {
        var fixture = born()
        fixture.wait(60)
        fixture.press("p")
        fixture.press(.up)
        fixture.press("9")
        fixture.press(.enter)
        #expect(fixture.mother("3").newborns[0].apgar[1]?.total == 9)
    }

    @Test func gasesOrNotTaken() {
        var fixture = born()
        fixture.press("g")
        fixture.press(.up, .right, .enter)
        #expect(fixture.mother("3").newborns[0].gasesNotTaken)
        #expect(!fixture.screen.contains("g cord gases  "))
    }

    @Test func arterialAboveVenousIsRecordedAndSaid() {
        var fixture = born()
        fixture.press("g")
        fixture.press("7.30")
        fixture.press(.tab, .tab)
        fixture.press("7.20")
        fixture.press(.enter)
        #expect(fixture.mother("3").newborns[0].arterialGas?.pHThousandths == 7300)
        #expect(fixture.screen.contains("Arterial pH is not below venous"))
    }

    @Test func otherDelayAsksForItsText() {
        var fixture = born()
        fixture.press("db")
        fixture.press(.enter)
        #expect(fixture.run().delays.isEmpty)
        fixture.press("lift")
        fixture.press(.enter)
        #expect(fixture.run().delays.map(\.text) == ["lift"])
    }

    @Test func categoryAndIndication() {
        var fixture = CaesareanFixture()
        fixture.decide("3", nil)
        fixture.press("c2")
        fixture.press("ib")
        #expect(fixture.run().category == .two)
        #expect(fixture.run().indication == "CORD")
    }
}
