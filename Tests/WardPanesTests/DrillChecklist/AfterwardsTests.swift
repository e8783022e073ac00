import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What comes after a drill: score, debrief, history, and what the quarter still wants.
struct AfterwardsTests {
    /// Starts a drill, marks the two critical steps at given seconds (nil: never), and finishes.
    private func finished(_ call: Int?, _ leader: Int?, language: Language = .english) -> DrillFixture {
        var ward = DrillFixture(language: language)
        ward.startDrill()
        for (index, second) in [call, leader].enumerated() {
            guard let second else { continue }
            ward.advance(toSecond: second)
            ward.press(.home)
            if index == 1 { ward.press(.down) }
            ward.tap(.character(" "))
        }
        ward.press(.character("f"), .character("f"))
        return ward
    }

    @Test func allInTimeIsMet() {
        #expect(finished(28, 58).words().contains("critical steps in time 2/2 (100%) MET"))
    }

    @Test func aLateStepLowersTheShareAndIsNamed() {
        let ward = finished(29, 75)
        #expect(ward.words().contains("critical steps in time 1/2 (50%): 1 late MET"))
        #expect(ward.words().contains("delay +00:16 Name the leader"))
    }

    @Test func oneMissedCriticalStepIsNotMetWhateverTheShare() {
        let ward = finished(10, nil)
        #expect(ward.words().contains("1/2 (50%): 1 missed NOT MET: 1 critical missed"))
        #expect(ward.words().contains("missed critical: Name the leader"))
    }

    @Test func finishingAsksAndEndsAtTheKeyThatAsked() throws {
        var ward = DrillFixture()
        ward.startDrill()
        ward.advance(toSecond: 100)
        ward.tap(.character("f"))
        #expect(ward.screen().contains("Not marked: 5 steps, 2 of them critical."))
        ward.press(.escape)
        #expect(ward.run?.isRunning == true)
        ward.advance(toSecond: 110)
        ward.tap(.character("f"))
        ward.advance(seconds: 9)
        ward.tap(.character("f"))
        #expect(try #require(ward.run?.elapsed(now: ward.reading)).seconds == 110)
    }

    @Test func aDebriefKeepsActionsWithOwnerAndDay() throws {
        var ward = finished(10, 20)
        ward.press(.character("d"))
        ward.type("calm leader")
        ward.press(.tab, .tab)
        ward.type("kit to room 2")
        ward.press(.enter)
        #expect(ward.screen().contains("Every action has an owner."))
        ward.type("W1001")
        ward.press(.tab)
        ward.type("+14")
        ward.press(.enter)
        let debrief = try #require(ward.run?.debrief)
        #expect(debrief.wentWell == "calm leader")
        #expect(debrief.change == nil)
        #expect(debrief.actions.map(\.what) == ["kit to room 2"])
        #expect(debrief.actions.first?.due == CalendarDay("2026-12-06"))
        #expect(ward.words().contains("action: kit to room 2 王敏 due 2026-12-06"))
    }

    @Test func theHistoryShowsScoreAndActions() {
        var ward = finished(10, 20)
        ward.press(.character("y"))
        #expect(ward.words().contains("DRILL Haemorrhage 2/2 met"))
        ward.press(.enter)
        #expect(ward.words().contains("critical steps in time 2/2"))
        ward.press(.escape)
        #expect(ward.words().contains("DRILL Haemorrhage 2/2 met"))
    }

    @Test func theLibrarySaysWhatWasDoneAndWhatIsDue() {
        var ward = DrillFixture()
        ward.press(.character("4"))
        #expect(ward.words().contains("Q4 2026: drills done 0/1 A DRILL IS DUE this quarter"))
        #expect(ward.words().contains("Haemorrhage never 0 DUE"))
        ward = finished(10, 20)
        ward.press(.escape)
        #expect(ward.words().contains("Q4 2026: drills done 1/1"))
        #expect(ward.words().contains("Haemorrhage 2026-11-22 1 next"))
    }

    /// Local time is eight hours ahead of UTC: 31 December 23:59:59 and 1 January 00:00:00.
    @Test(arguments: [(1_798_732_799_000, "Q4 2026"), (1_798_732_800_000, "Q1 2027")])
    func theQuarterTurnsAtLocalMidnight(milliseconds: Int64, quarter: String) {
        var ward = DrillFixture(start: Moment(milliseconds: milliseconds))
        ward.tap(.character("4"))
        #expect(ward.words().contains("\(quarter): drills done 0/1"))
    }

    @Test func aDrillOverMidnightOfTheLastDayCountsWhereItBegan() throws {
        var ward = DrillFixture(start: Moment(milliseconds: 1_798_732_770_000))
        ward.startDrill()
        ward.advance(toSecond: 60)
        ward.press(.character("f"), .character("f"))
        let offset = LocalOffset.fixed(seconds: 28800)
        func drills(_ today: String) throws -> Int {
            Cadence(
                ward.duties, roster: Roster(), rules: ClinicalRules(), today: try #require(CalendarDay(today)), offset
            ).drillsThisQuarter
        }
        #expect(try drills("2026-12-31") == 1)
        #expect(try drills("2027-01-01") == 0)
        ward.press(.escape)
        #expect(ward.words().contains("Q1 2027: drills done 0/1"))
    }

    @Test func responsesAndVoidedDrillsCountForNoQuarter() {
        var ward = DrillFixture()
        ward.startResponse()
        ward.press(.character("f"), .character("f"), .escape)
        #expect(ward.words().contains("drills done 0/1"))
    }
}

/// What a finished drill leaves behind, and how it is looked at.
struct DrillFindingTests {
    private func finished(_ ward: inout DrillFixture, call: Int, leader: Int) {
        ward.press(.character("4"), .character("n"), .character("h"))
        ward.type("W1001")
        ward.tap(.enter)
        ward.advance(toSecond: call)
        ward.press(.home)
        ward.tap(.character(" "))
        ward.advance(toSecond: leader)
        ward.press(.home, .down)
        ward.tap(.character(" "))
        ward.press(.character("f"), .character("f"))
    }

    @Test func aThreatOfTheDebriefStandsOpenUntilItIsClosed() throws {
        var ward = DrillFixture()
        finished(&ward, call: 10, leader: 20)
        ward.press(.character("d"), .up, .up, .up, .up, .up, .up)
        ward.type("5")
        ward.press(.tab)
        ward.type("lift slow")
        ward.press(.enter)
        let threat = try #require(ward.ward.findings.values.first)
        #expect(threat.kind == .threat && threat.tag == .lift && threat.what == "lift slow")
        #expect(threat.origin?.nature == .drill)
        #expect(ward.words().contains("threat, lift: lift slow open"))
        ward.press(.escape)
        #expect(ward.words().contains("5: 1 findings"))
        ward.press(.character("y"), .enter)
        ward.record(CloseFinding(finding: threat.id, how: "key"), by: Badge("D2001"))
        #expect(ward.words().contains("threat, lift: lift slow closed"))
        ward.press(.escape, .escape)
        #expect(!ward.words().contains("5: 1 findings"))
    }

    @Test func aThreatWithoutATagSaysWhatIsMissing() {
        var ward = DrillFixture()
        finished(&ward, call: 10, leader: 20)
        ward.press(.character("d"), .up, .up, .up, .up, .up)
        ward.type("lift slow")
        ward.press(.enter)
        #expect(ward.screen().contains("Which kind of threat?"))
        #expect(ward.screen().contains("lift slow"))
        #expect(ward.ward.findings.isEmpty)
    }

    @Test func aTeamIsComparedWithItsOwnLastRun() {
        var ward = DrillFixture()
        finished(&ward, call: 28, leader: 75)
        #expect(!ward.words().contains("this team's last run"))
        ward.advance(seconds: 3600)
        ward.press(.escape)
        finished(&ward, call: 20, leader: 45)
        #expect(ward.words().contains("this team's last run 2026-11-22: in time 1/2 -> 2/2 2 faster, 0 slower"))
        #expect(ward.words().contains("-00:30 Name the leader"))
        #expect(ward.words().contains("(01:16 -> 00:46)"))
    }

    @Test func anotherTeamIsNotComparedWithThisOne() {
        var ward = DrillFixture()
        ward.startDrill()
        ward.press(.character("f"), .character("f"), .escape)
        ward.advance(seconds: 3600)
        finished(&ward, call: 20, leader: 45)
        #expect(!ward.words().contains("this team's last run"))
    }

    @Test func theTimelineStandsToScaleAgainstTargets() {
        var ward = DrillFixture()
        finished(&ward, call: 28, leader: 75)
        ward.press(.character("t"))
        let rows = ward.pane(100, 20)
        let late = rows.first { $0.contains("Name the leader") } ?? ""
        #expect(late.contains("01:16") && late.contains("+00:16") && late.contains("*") && late.contains("|"))
        #expect(late.lastIndex(of: "|")! < late.lastIndex(of: "*")!)
        #expect(rows.contains { $0.contains("not marked") })
        #expect(rows.prefix(19).allSatisfy { $0.hasPrefix("DRILL") })
        ward.press(.escape)
        #expect(ward.words().contains("critical steps in time"))
    }

    @Test func theReplaySaysDrillOnEveryRowAndPlaysFaster() {
        var ward = DrillFixture()
        finished(&ward, call: 28, leader: 75)
        ward.tap(.character("r"))
        #expect(ward.pane(100, 20).allSatisfy { $0.contains("DRILL REPLAY") || $0.contains("演练  回放") })
        #expect(ward.words(100, 20).contains("playing x10"))
        ward.press(.character("]"), .character("]"), .character("]"))
        #expect(ward.words(100, 20).contains("x60") || ward.words(100, 20).contains("at its end"))
        ward.advance(seconds: 10)
        #expect(ward.words(100, 20).contains("at its end"))
        ward.press(.home)
        #expect(ward.words(100, 20).contains("at 00:00"))
        ward.press(.escape)
        #expect(ward.words().contains("critical steps in time"))
    }
}
