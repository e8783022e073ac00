import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The program as a whole: keys in, screen out.
struct AppTests {
    @Test func theBoardShowsWhoLiesWhere() {
        let app = AppFixture()
        #expect(app.screen.contains("李*"))
        #expect(!app.screen.contains("李娜"))
        #expect(app.screen.contains("Labour Ward A"))
        #expect(app.screen.contains("T-03"))
    }

    @Test func badgeAndPinSignIn() {
        var app = AppFixture()
        app.scan("W1001")
        #expect(app.screen.contains("Sign in"))
        app.type("1234")
        app.press(.enter)
        #expect(app.screen.contains("王敏 midwife"))
        #expect(!app.screen.contains("nobody signed in"))
    }

    @Test func aKeyThatNeedsSomebodySignedInAsksWhoAndGoesOn() {
        var app = AppFixture()
        app.press(.character("n"))
        #expect(app.screen.contains("Sign in first. Then: admit"))
        app.signIn("W1001")
        #expect(app.screen.contains("Admit a mother"))
    }

    @Test func aKeyIsForgottenWithTheSignInThatItWaitedFor() {
        var app = AppFixture()
        app.press(.character("n"), .escape)
        app.signIn("W1001")
        #expect(app.screen.contains("王敏 midwife"))
        #expect(!app.screen.contains("Admit a mother"))
    }

    @Test func noCharacterOfAScanActsAsAKey() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down)
        app.scan("]d2nobr!c")
        #expect(app.ward.admissions.values.allSatisfy { $0.runs.isEmpty })
        #expect(app.screen.contains("Nobody here has the code"))
        #expect(app.session.state.dialogs.isEmpty)
    }

    @Test func anEmergencyStartsInTwoKeysAtTheInstantOfTheFirst() throws {
        var app = AppFixture()
        app.press(.character("!"))
        let pressed = app.reading.uptime - 200_000_000
        app.advance(milliseconds: 4000)
        app.press(.character("c"))
        let run = try #require(app.ward.admissions.values.flatMap(\.runs).first)
        #expect(run.decidedAt.uptime == pressed)
        #expect(run.unsigned.count == 1)
        #expect(app.screen.contains("DDI ?"))
    }

    /// Up to the minute of a decision that needs no reason, the first key counts; behind it the next one, and that is said.
    @Test(arguments: [(59_000, false), (60_000, true)])
    func anEmergencyLeftStandingIsNotDatedBackUnasked(milliseconds: Int64, isLate: Bool) throws {
        var app = AppFixture()
        app.press(.character("!"))
        let pressed = app.reading.uptime - 200_000_000
        app.advance(milliseconds: milliseconds - 200)
        #expect(app.screen.contains("! was pressed at") == isLate)
        let next = app.reading.uptime
        app.press(.character("c"))
        let run = try #require(app.ward.admissions.values.flatMap(\.runs).first)
        #expect(run.decidedAt.uptime == (isLate ? next : pressed))
    }

    /// A blank time is the instant at which the form is sent, as it says, not the one at which it was opened.
    @Test func aBlankTimeIsNow() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("!"), .character("c"))
        app.press(.character("x"))
        app.advance(milliseconds: 120_000)
        app.type("reversed")
        let sent = app.reading
        app.press(.enter)
        let stoodDown = try #require(app.entries.last { $0.fact is CaesareanStoodDown })
        #expect(stoodDown.stamp.occurred.moment.seconds(to: sent.moment) <= 1)
    }

    @Test func theEmergencyIsForTheMotherSelectedInTheLastMinute() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down)
        app.advance(milliseconds: 59000)
        app.press(.character("！"), .character("ｃ"))
        #expect(try #require(app.mother).runningCaesarean != nil)
    }

    @Test func anOldSelectionNamesNobody() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down)
        app.advance(milliseconds: 61000)
        app.press(.function(9), .character("c"))
        #expect(try #require(app.mother).runningCaesarean == nil)
        #expect(app.ward.admissions.values.contains { !$0.identity.isNamed && $0.runningCaesarean != nil })
    }

    @Test func aSecondEmergencyForTheSameMotherJoinsItsClock() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down, .character("!"), .character("c"))
        app.advance(milliseconds: 20_000)
        app.press(.character("1"), .down, .character("!"), .character("c"))
        #expect(try #require(app.mother).runs.count == 1)
        #expect(app.screen.contains("Already running: joined."))
    }

    @Test(arguments: [("j", 1), ("n", 2)])
    func whereAClockWithoutANameRunsItIsAskedWhetherItIsTheSameWoman(key: Character, clocks: Int) throws {
        var app = AppFixture()
        app.press(.character("!"), .character("c"))
        app.advance(milliseconds: 60_000)
        let second = app.reading
        app.press(.character("!"), .character("c"))
        #expect(app.screen.contains("A clock without a name runs already"))
        app.advance(milliseconds: 5_000)
        app.press(.character(key))

        let runs = app.ward.admissions.values.flatMap(\.runs)
        #expect(runs.count == clocks)
        #expect(clocks == 1 || runs.contains { $0.decidedAt.moment == second.moment })
    }

    @Test func escapeFromTheQuestionStartsNothing() {
        var app = AppFixture()
        app.press(.character("!"), .character("c"), .character("!"), .character("c"), .escape)
        #expect(app.ward.admissions.values.flatMap(\.runs).count == 1)
    }

    @Test func escapeFromTheEmergencyLeavesNoRecord() {
        var app = AppFixture()
        let before = app.entries.count
        app.press(.character("!"), .escape)
        #expect(app.entries.count == before)
    }

    @Test func aClockStartedWhileTheStoreIsBusyRunsAsNotSavedAndKeepsItsTime() throws {
        var app = AppFixture()
        app.storeIsBusy = true
        app.press(.character("!"), .character("c"))
        let pressed = app.reading.uptime - 400_000_000
        #expect(app.screen.contains("NOT SAVED"))
        app.advance(milliseconds: 20000)
        #expect(app.screen.contains("NOT SAVED 未保存 DDI ? 00:20 unknown woman "))
        app.storeIsBusy = false
        app.advance(milliseconds: 1000)
        #expect(!app.screen.contains("NOT SAVED"))
        #expect(try #require(app.ward.admissions.values.flatMap(\.runs).first).decidedAt.uptime == pressed)
    }

    @Test func aFormKeepsItsTextOverRefusalResizeAndLock() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("n"))
        app.type("Maria")
        app.send(.terminal(.resize(Size(columns: 80, rows: 24))))
        #expect(app.screen.contains("Maria"))
        app.advance(milliseconds: 301_000)
        #expect(!app.screen.contains("Maria"))
        app.signIn("W1001")
        #expect(app.screen.contains("Maria"))
    }

    @Test func aStepOfTheWallClockIsSaidAndMovesNoInterval() throws {
        var app = AppFixture()
        app.press(.character("!"), .character("c"))
        app.advance(milliseconds: 60000)
        app.advance(milliseconds: 1000, wallMilliseconds: 3_601_000)
        #expect(app.screen.contains("wall clock jumped by 3600 s"))
        #expect(app.screen.contains("01:01"))
        #expect(app.entries.contains { ($0.fact as? ClockStepped)?.seconds == 3600 })
    }

    @Test func theSelectionFollowsTheMother() throws {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.down, .down)
        let mother = try #require(app.mother)
        app.record(MoveMother(admission: mother.id, bed: BedLabel("1")), by: Badge("C1001"))
        #expect(app.session.state.panes[0].selectedMother(app.session.state.scene(app.now)) == mother.id)
    }

    @Test(arguments: [(40, 10), (80, 24), (120, 36), (200, 60), (20, 4), (1, 1)])
    func runningClocksStandAtEverySize(columns: Int, rows: Int) {
        var app = AppFixture(size: Size(columns: columns, rows: rows))
        app.press(.character("!"), .character("c"))
        app.advance(milliseconds: 65000)
        let grid = app.session.state.draw(now: app.now)
        #expect(grid.size == Size(columns: columns, rows: rows))
        if columns >= 40 { #expect(app.screen.contains("01:05")) }
    }
}
