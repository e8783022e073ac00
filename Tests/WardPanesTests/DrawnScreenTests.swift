import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What is kept of a drawn screen never shows: it looks as if everything were drawn anew.
struct DrawnScreenTests {
    private static let keys: [Key] = [
        .down, .up, .tab, .backTab, .enter, .escape, .pageDown, .home, .left, .right, .character("1"), .character("2"),
        .character("3"), .character("4"), .character("z"), .character("g"), .character("?"), .character(":"),
        .character("/"), .character("y"), .character("!"), .character("c"), .character(" "), .character("n"),
    ]

    @Test(arguments: [(120, 36, UInt64(1)), (80, 24, 2), (40, 10, 3), (200, 60, 4)])
    func aKeptScreenLooksLikeANewOne(columns: Int, rows: Int, seed: UInt64) {
        var random = SeededKeys(seed: seed)
        var app = AppFixture(size: Size(columns: columns, rows: rows))
        app.signIn("W1001")
        var drawn = DrawnScreen()
        for _ in 0..<300 {
            app.press(Self.keys[random.next(below: Self.keys.count)])
            if random.next(below: 10) == 0 { app.scan("W1001") }
            let kept = drawn.draw(app.session.state, now: app.now)
            // A dialog that shows a time of its own is always drawn for this very moment.
            if app.session.state.dialogs.last?.panel is HeadCountDialog { continue }
            let anew = app.session.state.draw(now: drawn.drawnAt ?? app.now)
            guard kept != anew else { continue }
            Issue.record("kept:\n\(kept.plainText())\nanew:\n\(anew.plainText())")
            return
        }
    }

    /// Also when much time went by, and when the wall clock was set.
    @Test(arguments: [(120, 36, UInt64(5)), (80, 24, 6), (40, 10, 7)])
    func aKeptScreenTellsTheTimeLikeANewOne(columns: Int, rows: Int, seed: UInt64) {
        var random = SeededKeys(seed: seed)
        var app = AppFixture(size: Size(columns: columns, rows: rows))
        app.signIn("W1001")
        var drawn = DrawnScreen()
        for _ in 0..<300 {
            app.press(Self.keys[random.next(below: Self.keys.count)])
            let gone = Int64(random.next(below: 1 << (10 + random.next(below: 12))))
            let stepped = random.next(below: 20) == 0 ? Int64(random.next(below: 200_000)) - 100_000 : 0
            app.advance(milliseconds: 1000 + gone, wallMilliseconds: 1000 + gone + stepped)
            let kept = drawn.draw(app.session.state, now: app.now)
            let anew = app.session.state.draw(now: app.now)
            guard kept != anew else { continue }
            Issue.record("kept:\n\(kept.plainText())\nanew:\n\(anew.plainText())")
            return
        }
    }

    @Test func aPaneThatCountsNoSecondsStays() {
        var app = AppFixture()
        app.signIn("W1001")
        app.press(.character("!"), .character("c"))
        var drawn = DrawnScreen()
        _ = drawn.draw(app.session.state, now: app.now)
        let before = drawn.panes
        app.advance(milliseconds: 1000)
        let kept = drawn.draw(app.session.state, now: app.now)
        #expect(kept == app.session.state.draw(now: app.now))
        for (pane, stays) in [(1, false), (2, false), (3, true), (4, true)] {
            #expect((drawn.panes[PaneID(pane)]?.timeShown === before[PaneID(pane)]?.timeShown) == stays, "pane \(pane)")
        }
    }

    @Test func aScanThatWasTakenBackIsDrawn() {
        var app = AppFixture()
        app.signIn("W1001")
        var drawn = DrawnScreen()
        app.send(.terminal(.key(.down)))
        _ = drawn.draw(app.session.state, now: app.now)
        for character in "g9b1" { app.send(.terminal(.key(.character(character)))) }
        _ = drawn.draw(app.session.state, now: app.now)
        app.send(.terminal(.key(.enter)))
        app.send(.terminal(.key(.up)))
        let kept = drawn.draw(app.session.state, now: app.now)
        #expect(kept == app.session.state.draw(now: app.now))
    }
}

/// A small generator of reproducible numbers.
struct SeededKeys {
    private var state: UInt64

    init(seed: UInt64) {
        state = seed
    }

    mutating func next(below limit: Int) -> Int {
        state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
        return Int(state >> 33) % limit
    }
}
