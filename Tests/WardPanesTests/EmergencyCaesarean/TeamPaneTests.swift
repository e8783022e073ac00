import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Tonight's people beside a running clock.
@Suite struct TeamPaneTests {
    private func running(_ language: Language = .english) -> CaesareanFixture {
        var fixture = CaesareanFixture(language)
        fixture.record(
            SetOnCall(people: [
                SetOnCall.Person(slot: .firstLine, name: "王医生", phone: "13800138000"),
                SetOnCall.Person(slot: .newborn, name: "赵医生", phone: "6120"),
            ]), by: Badge("W1"))
        fixture.decide()
        return fixture
    }

    @Test(arguments: Language.allCases)
    func tonightsNamesAndPhonesStandThereWhenARunStarts(language: Language) {
        let fixture = running(language)
        for (columns, rows) in [(78, 19), (54, 13), (118, 30)] {
            let text = fixture.pane(columns: columns, rows: rows).plainText()
            for word in ["F2", "王医生", "F6", "赵医生", "6120"] {
                #expect(text.contains(word), "\(columns)x\(rows) \(word)")
            }
        }
    }

    /// On the smallest screen, one of them by a mobile phone.
    @Test(arguments: Language.allCases) func allEightOfTonightStandOnASmallScreen(language: Language) {
        var fixture = CaesareanFixture(language)
        let people = OnCallSlot.allCases.enumerated().map { index, slot in
            SetOnCall.Person(slot: slot, name: "欧阳\(index)", phone: index == 1 ? "13800138000" : "613\(index)")
        }
        fixture.record(SetOnCall(people: people), by: Badge("W1"))
        fixture.decide()
        let text = fixture.pane(columns: 78, rows: 19).plainText()
        for person in people { #expect(text.contains(person.name) && text.contains(person.phone ?? "")) }
    }

    /// What there is no room for is said to be there, with the keys that show it.
    @Test func linesThatDoNotFitAreNamed() {
        var fixture = running()
        for seconds in 1...8 {
            fixture.wait(Double(seconds * 3))
            fixture.scan("X70\(seconds)")
        }
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("lines more: v calls, j case"))
        #expect(!fixture.pane(columns: 118, rows: 60).plainText().contains("lines more"))
    }

    @Test func oneKeyMarksACallAndASecondPressAtOnceDoesNot() {
        var fixture = running()
        fixture.wait(40)
        fixture.press(.function(6))
        fixture.press(.function(6))
        #expect(fixture.run().calls.map(\.name) == ["赵医生"])
        #expect(fixture.run().elapsed(to: .call)?.seconds == 40)
        fixture.wait(2)
        fixture.press(.function(6))
        #expect(fixture.run().calls.count == 2)
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("called 00:40 x2"))
    }

    @Test func theListOfCallsTakesALetter() {
        var fixture = running()
        fixture.press("vg")
        #expect(fixture.run().calls.map(\.slot) == [.bloodBank])
    }

    @Test func anArrivalIsALetterOrAScan() {
        var fixture = running()
        fixture.press(.function(6))
        fixture.wait(90)
        fixture.press("a")
        fixture.press("d")
        #expect(fixture.run().arrivals.map(\.name) == ["赵医生"])
        #expect(fixture.run().teamTime(.newbornDoctor).interval?.seconds == 90)
        fixture.press("a")
        fixture.scan("W999")
        #expect(fixture.run().arrivals.map(\.badge) == [nil, Badge("W999")])
        let text = fixture.pane(columns: 118, rows: 33).plainText()
        #expect(text.contains("W999 (unknown"))
        fixture.press("a1")
        fixture.press("Dr Guest")
        fixture.press(.tab)
        fixture.press("2")
        fixture.press(.enter)
        #expect(fixture.run().arrivals.last?.name == "Dr Guest")
        #expect(fixture.run().arrivals.last?.part == .anaesthetist)
    }

    @Test(arguments: [(true, "newborn doctor before the birth"), (false, "newborn doctor not recorded")])
    func theNewbornDoctorBeforeTheBirthIsSaidPlainly(comes: Bool, words: String) {
        var fixture = running()
        if comes { fixture.press("ad") }
        fixture.wait(600)
        fixture.record(RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .live))
        if !comes {
            #expect(fixture.pane(columns: 118, rows: 33).plainText().contains(words))
            fixture.wait(1)
            fixture.press("ad")
            #expect(fixture.pane(columns: 118, rows: 33).plainText().contains("newborn doctor AFTER the birth"))
        } else {
            #expect(fixture.pane(columns: 118, rows: 33).plainText().contains(words))
        }
    }

    @Test func theListIsWrittenOnOneForm() {
        var fixture = CaesareanFixture()
        fixture.signIn()
        fixture.press(":")
        fixture.press("on call")
        fixture.press(.enter)
        fixture.press("W1 6001")
        fixture.press(.tab)
        fixture.press("Li 13900139000")
        fixture.press(.enter)
        let list = fixture.ward.plan.onCall(at: fixture.now.moment)
        #expect(list.map(\.name) == ["王敏", "Li"])
        #expect(list.map(\.phone) == ["6001", "13900139000"])
        #expect(list.first?.badge == Badge("W1"))
    }
}

/// What a run asks, and how it answers keys.
@Suite struct AskingPaneTests {
    @Test(arguments: [(299.0, false), (300.0, true)])
    func aQuietClockAsksAfterFiveMinutes(seconds: Double, asks: Bool) {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(seconds)
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("still true") == asks)
        guard asks else { return }
        #expect(fixture.screen.split(separator: "\n")[1].contains(" ?"))
        fixture.press("o")
        #expect(!fixture.pane(columns: 78, rows: 19).plainText().contains("still true"))
        #expect(!fixture.screen.split(separator: "\n")[1].contains(" ?"))
    }

    @Test func aMarkOutOfOrderAsksWhyWithOneKey() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.mark(.call, .arrive)
        fixture.wait(60)
        fixture.press(.up, .up, .up, .enter)
        fixture.press("m")
        #expect(fixture.screen.contains("A later milestone has been reached"))
        fixture.press("r")
        #expect(fixture.run().marks[.leave]?.reason == "really in this order")
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("? arrives theatre"))
    }

    @Test func theWordsChangeWithTheSigns() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(1199)
        #expect(!fixture.pane(columns: 118, rows: 30).plainText().contains("two thirds gone"))
        fixture.wait(1)
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("two thirds gone"))
        #expect(fixture.screen.split(separator: "\n")[1].contains("* 10:00 left"))
        fixture.wait(300)
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("last 5"))
        fixture.wait(301)
        #expect(fixture.screen.split(separator: "\n")[1].contains("*** 00:01 OVER"))
    }

    @Test(arguments: [(AppSettings.Bell.always, true), (.never, false), (.byDay, true)])
    func theBellRingsOnceAtEachSignalAsTheSiteAllows(bell: AppSettings.Bell, rings: Bool) {
        var fixture = CaesareanFixture()
        fixture.app.settings.bell = bell
        fixture.decide()
        var rung: [Int] = []
        for second in 1...1805 {
            if fixture.waitRings(1) { rung.append(second) }
        }
        #expect(rung == (rings ? [1200, 1500, 1801] : []))
    }

    @Test(arguments: [(21, true), (22, false), (5, false), (6, true)])
    func quietAtNightIsFromTenToSix(hour: Int, rings: Bool) {
        let settings = AppSettings(bell: .byDay)
        let moment = Moment(day: CalendarDay("2026-11-22")!, hour: hour, minute: 0, CaesareanFixture.offset)
        #expect(settings.ringsBell(at: LocalTime(moment, CaesareanFixture.offset)) == rings)
    }

    @Test func aSignalCoversNothingThatIsTyped() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(1190)
        fixture.press("x")
        fixture.press("CTG nor")
        for _ in 1...20 { fixture.wait(1) }
        fixture.press("mal")
        #expect(fixture.screen.contains("CTG normal"))
        #expect(fixture.screen.contains("* 09:"))
    }

    @Test func theArrestHasTheLargeClock() {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.wait(30)
        fixture.press("m")
        fixture.press(.tab)
        fixture.press("1")
        fixture.press(.tab)
        fixture.press(.enter)
        fixture.wait(100)
        let text = fixture.pane(columns: 118, rows: 30).plainText()
        #expect(text.contains("02:20 left of 04:00"))
        #expect(text.contains("on the spot") && text.contains("DDI 02:10 from the decision"))
        #expect(fixture.screen.split(separator: "\n")[1].contains("ARREST"))
        fixture.record(MarkMilestone(run: fixture.run().id, milestone: .incision))
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("03:20 left of 05:00"))
        fixture.wait(201)
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("*** 00:01 OVER"))
        fixture.record(RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .live))
        #expect(fixture.pane(columns: 118, rows: 30).plainText().contains("ARREST TO BIRTH *** 00:01 OVER 05:00"))
    }

    @Test func theReviewIsOneForm() {
        var fixture = CaesareanFixture()
        fixture.signIn()
        fixture.decide()
        fixture.press("r")
        fixture.press("W1")
        fixture.press(.tab)
        fixture.press("3")
        fixture.press(.tab)
        fixture.press("90")
        for _ in 1...12 { fixture.press(.tab) }
        fixture.press(.enter)
        #expect(fixture.run().review?.decidingDoctor == "W1")
        #expect(fixture.run().review?.place == .emergencyDepartment)
        #expect(fixture.run().review?.fetalHeartRate == 90)
        fixture.press("r")
        #expect(fixture.screen.contains("王敏; emergency department; FHR 90"))
    }

    @Test func aCompleteCaseIsClosedAndLeavesThePane() {
        var fixture = CaesareanFixture()
        fixture.record(
            DecideCaesarean(admission: fixture.mother("3").id, category: .one, indication: "FHR"), by: Badge("W1"))
        fixture.wait(600)
        fixture.record(
            RecordBirth(admission: fixture.mother("3").id, mode: .caesarean, outcome: .diedInLabour), by: Badge("W1"))
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("COMPLETE"))
        fixture.signIn()
        fixture.press("f")
        #expect(fixture.run().closing?.staff == Badge("W1"))
        #expect(fixture.pane(columns: 78, rows: 19).plainText().contains("No caesarean is open"))
    }

    @Test func everyEntryIsShownWithWhoWhenAndWhy() throws {
        var fixture = CaesareanFixture()
        fixture.decide()
        fixture.mark(.call)
        fixture.record(
            StrikeMilestone(run: fixture.run().id, milestone: .call, reason: "wrong key"), by: Badge("W1"))
        fixture.press("h")
        guard case .story(let stream)? = fixture.questions.last else { throw NoQuestion() }
        fixture.tell(.story(stream, fixture.story(stream)))
        for words in ["team called", "UNSIGNED", "taken back: wrong key", "王敏", "18:01:00"] {
            #expect(fixture.screen.contains(words), "\(words)")
        }
    }
}

private struct NoQuestion: Error {}
