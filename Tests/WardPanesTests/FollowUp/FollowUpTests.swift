import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Pane 5 by keys: findings, cadence, readiness.
struct FollowUpTests {
    private func openAction(_ ward: inout FollowUpFixture, owner: String = "W1001", due: String = "+1") {
        ward.press(.character("n"))
        ward.type("1")
        ward.press(.tab)
        ward.type("key at the desk")
        ward.press(.tab, .tab, .tab, .tab)
        ward.type(owner)
        ward.press(.tab)
        ward.type(due)
        ward.press(.enter)
    }

    @Test func anActionStandsUntilItIsClosedWithAWord() throws {
        var ward = FollowUpFixture()
        #expect(ward.words.contains("Nothing is open."))
        openAction(&ward)
        #expect(ward.words.contains(">action key at the desk 王敏"))
        #expect(ward.words.contains("[Actions, threats, defects 1]"))

        ward.press(.character("c"), .enter)
        #expect(ward.words.contains("This is needed."))
        ward.type("hangs there")
        ward.press(.enter)

        #expect(ward.words.contains("Nothing is open."))
        ward.press(.character("y"))
        #expect(ward.words.contains("key at the desk 王敏"))
        #expect(ward.words.contains("hangs there"))
        ward.press(.enter)
        #expect(ward.words.contains("closed: hangs there"))
    }

    @Test(arguments: [(Language.english, "owner is missing."), (.chinese, "缺少 负责人。")])
    func aRefusalKeepsWhatWasTyped(language: Language, text: String) {
        var ward = FollowUpFixture(language: language)
        openAction(&ward, owner: "")
        #expect(ward.words.contains(text))
        #expect(ward.words.contains("key at the desk"))
        #expect(ward.app.ward.findings.isEmpty)
    }

    @Test func whatIsPastItsDayCountsInTheFrame() {
        var ward = FollowUpFixture()
        openAction(&ward, due: "+0")
        #expect(!ward.words.contains("late"))
        ward.app.advance(milliseconds: 86_400_000)
        #expect(ward.words.contains("1 d late"))
        #expect(ward.words.contains("[Actions, threats, defects 1, 1 overdue]"))
        #expect(ward.app.screen.split(separator: "\n")[0].contains("! 1"))
    }

    @Test func anotherOwnerAndDayAreGiven() throws {
        var ward = FollowUpFixture()
        openAction(&ward)
        ward.press(.character("o"))
        ward.type("C1001")
        ward.press(.enter)
        let finding = try #require(ward.app.ward.findings.values.first)
        #expect(finding.owner == Badge("C1001"))
        #expect(ward.words.contains("key at the desk 赵静"))
    }

    @Test func nobodySignedInChangesNothing() {
        var ward = FollowUpFixture(signedIn: false)
        ward.press(.character("n"))
        #expect(ward.words.contains("Sign in first. Then: new"))
        ward.press(.escape, .right, .right, .character("n"))
        #expect(ward.app.ward.kitChecks.isEmpty)
    }

    @Test func aMeetingIsRecordedWithPeopleAndMinutes() throws {
        var ward = FollowUpFixture()
        ward.press(.right)
        #expect(ward.words.contains("self-assessment month 2026-11 0/1 never due by 2026-11-30"))
        ward.press(.character("n"))
        ward.type("2")
        ward.press(.tab)
        ward.type("45")
        ward.press(.tab, .tab, .tab)
        ward.type("W1001")
        ward.press(.tab)
        ward.type("C1001")
        ward.press(.enter)
        let held = try #require(ward.app.entries.last?.fact as? RhythmHeld)
        #expect(held.rhythm == .selfAssessment)
        #expect(held.minutes == 45)
        #expect(held.participants == [Badge("W1001"), Badge("C1001")])
        #expect(ward.words.contains("self-assessment month 2026-11 1/1 2026-11-23 done"))
    }

    @Test func theSourceOfEachDutyIsOneKeyAway() {
        var ward = FollowUpFixture()
        ward.press(.right, .character("o"))
        #expect(ward.words.contains("[V] verified: 国卫妇幼发〔2018〕9号 附件1 第11条"))
        ward.press(.pageDown, .pageDown)
        #expect(ward.words.contains("[R] recall, unconfirmed: clinical reference 7.12"))
    }

    @Test func aCheckGoesItemByItemAndBlankIsNotChecked() throws {
        var ward = FollowUpFixture()
        ward.press(.right, .right)
        #expect(ward.words.contains(">Maternal rescue cart NOT CHECKED !"))
        ward.press(.down, .character("n"))
        #expect(ward.words.contains("Newborn resuscitation area CHECK since"))
        ward.press(.character(" "))
        ward.press(.character(" "))
        #expect(ward.words.contains("Earliest expiry") || ward.words.contains("earliest expiry"))
        ward.type("2027-01-31")
        ward.press(.enter)
        ward.press(.character("m"), .tab, .tab, .tab)
        ward.type("empty")
        ward.press(.enter)

        let check = try #require(ward.app.ward.kitChecks.values.first)
        #expect(
            check.marks.mapValues(\.result) == ["suction": .inOrder, "suction-catheters": .inOrder, "oxygen": .gap])
        #expect(check.marks["suction-catheters"]?.expiry == CalendarDay("2027-01-31"))
        let defect = try #require(ward.app.ward.findings.values.first)
        #expect(defect.kit == "newborn-area" && defect.item == "oxygen" && defect.owner == Badge("W1001"))
        #expect(ward.words.contains("[m] oxygen gap defect: 王敏"))
        #expect(ward.words.contains("[ ] pulse oximeter untried NOT CHECKED"))

        ward.press(.character("f"))
        #expect(ward.words.contains("Not checked: 20. Gaps: 1."))
        ward.type("F9")
        ward.press(.enter, .escape)
        #expect(ward.app.ward.kitChecks.isEmpty)
        #expect(ward.words.contains("[Readiness, defects 1]"))
        #expect(ward.words.contains("Newborn resuscitation area checked checked 08:00 F9 1 1"))
    }

    @Test(arguments: [(Language.english, "is a gap, not in order."), (.chinese, "不能记为完好")])
    func whatIsExpiredIsRefusedAndTheTextKept(language: Language, text: String) {
        var ward = FollowUpFixture(language: language)
        ward.press(.right, .right, .character("n"), .character(" "))
        ward.type("2026-11-22")
        ward.press(.enter)
        #expect(ward.words.contains(text))
        #expect(ward.words.contains("2026-11-22"))
        #expect(ward.app.ward.kitChecks.values.first?.marks.isEmpty == true)
    }

    @Test func aSealThatNobodyPutOnIsRefused() {
        var ward = FollowUpFixture()
        ward.press(.right, .right, .character("k"))
        ward.type("F1")
        ward.press(.enter)
        #expect(ward.words.contains("do the full check"))
    }

    @Test func theFourTilesStayAndPaneFiveTakesTheWholeScreen() {
        var ward = FollowUpFixture()
        #expect(ward.app.screen.contains("5 Follow-up and readiness"))
        #expect(!ward.app.screen.contains("1 Delivery rooms"))
        ward.press(.character("1"))
        for title in ["1 Delivery rooms", "2 Emergency caesarean", "3 Newborn handover", "4 Drill checklist"] {
            #expect(ward.app.screen.contains(title), "\(title)")
        }
        #expect(!ward.app.screen.contains("5 Follow-up"))
    }

    @Test(arguments: [Language.english, .chinese], [80, 120])
    func noNameIsCutAtEitherSize(language: Language, columns: Int) {
        var ward = FollowUpFixture(language: language, columns: columns, rows: columns == 80 ? 24 : 36)
        #expect(
            ward.record(
                OpenFinding(
                    kind: .action, what: "急救车加放输血科电话卡 (a card with the blood bank's number on the trolley)",
                    owner: Badge("C1001"), due: CalendarDay("2026-12-31"))) == nil)
        #expect(ward.words.contains("赵静"))
        #expect(ward.words.contains("2026-12-31"))
        #expect(ward.app.screen.split(separator: "\n").allSatisfy { $0.count <= columns })
        let joined = ward.words.filter { $0 != " " }
        #expect(joined.contains("急救车加放输血科电话卡"))
        ward.press(.right, .right)
        for kit in ward.app.rules.readiness.kits {
            for word in kit.title[language].split(separator: " ") { #expect(ward.words.contains(word), "\(kit.id)") }
        }
        ward.press(.character("n"))
        for item in ward.app.rules.readiness.kits[0].items.prefix(5) {
            #expect(ward.words.contains(item.title[language]), "\(item.id)")
        }
    }
}
