import ScreenGrid
import Testing

@testable import WardDomain
@testable import WardPanes

@Suite struct CasePageTests {
    /// A case at this terminal: decided, marked, born after the target, with a delay code and a doubtful pair of gases.
    private func fixture(_ language: Language = .english, columns: Int = 80, rows: Int = 24) -> CaesareanFixture {
        var fixture = CaesareanFixture(language, columns: columns, rows: rows)
        fixture.decide()
        fixture.mark(.call, .consent, .leave)
        fixture.wait(900)
        fixture.mark(.arrive)
        fixture.record(ArriveAtCaesarean(run: fixture.run().id, badge: Badge("W1")))
        fixture.wait(900)
        let mother = fixture.mother("3").id
        fixture.record(
            RecordBirth(
                admission: mother, mode: .caesarean, outcome: .live, sex: .female, weightGrams: 3120, apgar1: .total(8),
                apgar5: .total(9)), by: Badge("W1"))
        let baby = fixture.mother("3").newborns[0].id
        fixture.record(RecordCordGases(newborn: baby, arterialPH: 7.3, arterialBaseDeficit: 4.2, venousPH: 7.25))
        fixture.record(GiveDelay(run: fixture.run().id, delay: "D04"))
        fixture.press("j")
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))
        return fixture
    }

    @Test(arguments: [(80, 24), (120, 36)])
    func itSaysWhereTheMinutesWentAndWhatBecameOfThem(columns: Int, rows: Int) {
        var fixture = fixture(columns: columns, rows: rows)
        if columns == 120 { fixture.press("z") }
        let text = fixture.screen
        #expect(text.contains("DDI 34:00"))
        #expect(text.contains("*** 04:00 OVER 30:00"))
        #expect(text.contains("longest: leaves room > arrives theatre 16:00"))
        #expect(text.contains("delay: D04 transfer to theatre"))
        #expect(text.contains("baby A  girl  3120 g  Apgar 8/9/-"))
        #expect(text.contains("cord arterial pH 7.30 BD 4.2, venous pH 7.25"))
        #expect(text.contains("! arterial pH is not below venous"))
        #expect(text.contains("王敏 here"))
        #expect(text.contains("=o"))
    }

    @Test func inChineseNothingIsCut() {
        let text = fixture(.chinese).screen
        for words in ["决定手术", "呼叫团队", "最长：", "到达手术室", "超 30:00", "延误：D04 转运延迟"] {
            #expect(text.contains(words), "\(words)")
        }
    }

    @Test func itsReplayIsNoClock() {
        var fixture = fixture()
        fixture.press("r")
        #expect(fixture.screen.contains("paused x10"))
        let rows = fixture.pane(columns: 78, rows: 19).plainText().split(separator: "\n")
        #expect(rows.count == 19)
        #expect(rows.allSatisfy { $0.hasPrefix("REPLAY 回放") })
        fixture.press(" ")
        fixture.wait(12)
        #expect(fixture.screen.contains("at 02:00 / 34:00"))
        #expect(fixture.screen.contains("happened consent 02:00"))
        fixture.press(.right)
        #expect(fixture.screen.contains("at 03:00 / 34:00"))
        fixture.press(.escape)
        #expect(fixture.screen.contains("DDI 34:00"))
        fixture.press(.escape)
        #expect(!fixture.screen.contains("longest:"))
    }

    @Test func keysOfTheCasebookNeverDifferByCaseAndAreNotThoseOfEveryPane() {
        var fixture = fixture()
        for key in ["r", "y"] {
            let scene = fixture.app.scene(fixture.now)
            let here = fixture.app.panes[1].bindingLines(scene).map(\.key.bound)
            #expect(Set(here).count == here.count)
            #expect(Set(here).isDisjoint(with: GlobalAction.bindings(scene).map(\.key.bound)))
            fixture.press(key)
        }
    }

    @Test func aWrongPairOfGasesIsDoubtedAtTheEdge() {
        func doubts(_ arterial: Int?, _ venous: Int?) -> [CordGasDoubt] {
            var baby = fixture().mother("3").newborns[0]
            baby.arterialGas = arterial.map { CordGas(pHThousandths: $0, baseDeficitTenths: nil) }
            baby.venousGas = venous.map { CordGas(pHThousandths: $0, baseDeficitTenths: nil) }
            return CordGasDoubt.doubts(baby)
        }
        #expect(doubts(7299, 7300).isEmpty)
        #expect(doubts(7300, 7300) == [.arterialNotBelowVenous])
        #expect(doubts(6500, 7600).isEmpty)
        #expect(doubts(6499, 7601) == [.implausiblePH])
        #expect(doubts(7200, nil) == [.unpaired])
        #expect(doubts(nil, nil).isEmpty)
    }

    @Test(
        arguments: [
            (3, 9, 6.99, nil, ["severe asphyxia"]), (4, 5, 6.99, nil, ["severe asphyxia"]),
            (4, 6, 6.99, nil, ["mild asphyxia"]), (7, 9, 7.199, nil, ["mild asphyxia"]),
            (8, 7, 7.19, nil, ["mild asphyxia"]),
            (8, 8, 7.19, nil, []), (7, 7, 7.2, nil, []), (3, 3, 7.0, nil, ["mild asphyxia"]),
            (9, 9, 6.999, 12.0, ["significant cord acidosis"]), (9, 9, 6.999, 11.9, []), (9, 9, 7.0, 12.0, []),
            (3, 5, 6.9, 12.1, ["severe asphyxia", "significant cord acidosis"]), (nil, nil, 6.9, nil, []),
            (0, 0, nil, nil, []),
        ] as [(Int?, Int?, Double?, Double?, [String])])
    func theLibrarysLabelsHoldAtTheirEdges(
        apgar1: Int?, apgar5: Int?, pH: Double?, deficit: Double?, labels: [String]
    ) throws {
        var fixture = CaesareanFixture(.english)
        fixture.decide()
        fixture.wait(600)
        fixture.record(
            RecordBirth(
                admission: fixture.mother("3").id, mode: .caesarean, outcome: .live, apgar1: apgar1.map { .total($0) },
                apgar5: apgar5.map { .total($0) }), by: Badge("W1"))
        let baby = fixture.mother("3").newborns[0].id
        if let pH { fixture.record(RecordCordGases(newborn: baby, arterialPH: pH, arterialBaseDeficit: deficit)) }

        let found = fixture.app.rules.outcomeLabels(of: fixture.mother("3").newborns[0])
        #expect(found.map(\.text.en) == labels)
        fixture.press("j")
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))
        for label in labels { #expect(fixture.screen.contains("\(label) [R]")) }
        if labels.isEmpty { #expect(!fixture.screen.contains("asphyxia") && !fixture.screen.contains("acidosis")) }
    }

    @Test(arguments: [(240.0, 300.0, StyleRole.done), (241, 301, .late)])
    func anArrestIsTimedFromItselfBesideItsTargets(incision: Double, birth: Double, role: StyleRole) {
        var fixture = CaesareanFixture(.english)
        fixture.decide()
        fixture.record(NoteArrest(run: fixture.run().id, onTheSpot: true))
        fixture.wait(incision)
        fixture.record(MarkMilestone(run: fixture.run().id, milestone: .incision))
        fixture.wait(birth - incision)
        fixture.record(
            RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .live), by: Badge("W1"))
        fixture.press("j")
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))

        #expect(fixture.screen.contains("from the ARREST, reported apart, on the spot"))
        #expect(fixture.screen.contains("(04:00 [R])") && fixture.screen.contains("(05:00 [R])"))
        #expect(fixture.role(of: "knife to skin \(Durations.clock(Int(incision)))") == role)
        #expect(fixture.role(of: "delivery \(Durations.clock(Int(birth)))") == role)
    }

    @Test(arguments: [(600.0, StyleRole.text), (601, .late)])
    func theTeamsLimitStandsBesideItsWay(seconds: Double, role: StyleRole) {
        var fixture = CaesareanFixture(.english)
        fixture.decide()
        fixture.mark(.call)
        fixture.wait(seconds)
        fixture.record(MarkMilestone(run: fixture.run().id, milestone: .newbornTeam))
        fixture.record(
            RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .live), by: Badge("W1"))
        fixture.press("j")
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))

        #expect(fixture.role(of: "newborn doctor call to arrival") == role)
        #expect(fixture.screen.contains("(10:00 [R])"))
        #expect(fixture.screen.contains("newborn doctor before the birth"))
    }

    /// On a small screen the timeline has the room until the notes are read, and says how many are left.
    @Test func theNotesAreReadBehindTheTimeline() {
        var fixture = fixture(columns: 80, rows: 24)
        for _ in 0..<8 { fixture.record(CallTeam(run: fixture.run().id, slot: .bloodBank), by: Badge("W1")) }
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))
        #expect(fixture.screen.contains("more notes: Up, Down"))
        #expect(!fixture.screen.contains("cord arterial pH"))
        fixture.press(.end)
        #expect(fixture.screen.contains("cord arterial pH"))
        #expect(fixture.screen.contains(">not marked:"))
        fixture.press(.home)
        #expect(fixture.screen.contains(">decision"))
    }

    @Test func whatTheReviewAsksStandsOnThePage() {
        var fixture = fixture(columns: 120, rows: 36)
        var review = CaesareanReview()
        review.decidingDoctor = "W1"
        review.fetalHeartRate = 84
        review.cervix = 7
        review.anaesthesia = .spinal
        review.convertedTo = .general
        review.consent = .authorisedOfficer
        review.consentName = "值班院长"
        review.familyTold = false
        review.bloodLossMillilitres = 600
        review.bloodLossMethod = .measured
        fixture.record(ReviewCaesarean(run: fixture.run().id, review: review), by: Badge("W1"))
        fixture.press("z")
        fixture.answer(CaesareanCase(fixture.run(), of: fixture.mother("3")))

        let text = fixture.screen.replacing("\n", with: " ")
        for words in [
            "by 王敏", "FHR then 84", "7 cm then", "spinal", "converted to general", "(Civil Code 1220)", "值班院长",
            "family NOT told", "blood loss 600 ml measured",
        ] {
            #expect(text.contains(words), "\(words)")
        }
    }
}
