import Foundation
import Testing

/// How many keys a caesarean costs from the emergency key to a complete case.
@Suite(.serialized)
struct CaesareanKeysJourney {
    @Test func aCaseIsStartedInTwoKeysMarkedInOneAndCompleteInUnderForty() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(#"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"2","fetuses":1}"#)
        let clocks = try ward.file("clock-step", "0 0")
        let hand = Hand(try ward.open(columns: 120, rows: 36, environment: ["MATRONA_CLOCK_STEP_FILE": clocks]))
        try hand.terminal.wait(for: "李*")
        try hand.terminal.signIn("W1001", "王敏 midwife")
        try hand.terminal.press("Down")

        try hand.press("F9", "c")
        let start = hand.keys
        try hand.terminal.wait(for: "DDI ?")
        try hand.press("c", "1")
        try hand.terminal.wait(for: "DDI 1")
        try hand.press("i", "a")
        try hand.terminal.wait(for: "FHR")
        let before = hand.keys
        for code in ["team called", "leaves room", "arrives theatre", "anaesthesia start", "anaesthesia ready"] {
            try hand.mark(code)
        }
        for code in ["knife to skin", "uterine incision"] { try hand.mark(code) }
        let mark = (hand.keys - before) / 7
        try hand.quiet()
        try hand.press("Space")
        try hand.terminal.wait(for: "Birth of baby 1")
        try hand.fill("5", "1", "1", "3120")
        // Five minutes go by before the second Apgar, in two steps: a terminal that rests for five locks.
        try "0 160".write(toFile: clocks, atomically: true, encoding: .utf8)
        try hand.press("Tab")
        try hand.fill("9", "10")
        try "0 320".write(toFile: clocks, atomically: true, encoding: .utf8)
        try hand.press("Enter")
        try hand.terminal.wait(for: "born: 1. girl, caesarean, live, 3120 g")
        try hand.press("g")
        try hand.terminal.wait(for: "not taken")
        try hand.press("Up", "Right", "Enter")
        try hand.terminal.wait(for: "cord gases not taken")
        try hand.press("l")
        try hand.terminal.wait(for: "Put a band on")
        try hand.band("NB0001", limb: "1")
        try hand.terminal.wait(until: "the second band is asked for") { screen in
            screen.contains("Put a band on") && !screen.contains("NB0001")
        }
        try hand.band("NB0002", limb: "1")
        try hand.terminal.wait(for: "COMPLETE")
        let complete = hand.keys
        try hand.press("f")
        try hand.terminal.wait(for: "case closed, complete")

        print("keys: start \(start), mark \(mark), all asked-for data \(complete); scans \(hand.scans), closing 1 more")
        #expect(start == 2)
        #expect(mark == 1)
        #expect(complete < 40)
        let listed = try ward.firstCaesarean()
        #expect(listed["ending"] as? String == "delivered")
        #expect(listed["unsigned"] as? Int == 0)
    }
}

/// A person at a terminal whose keys are counted; scans are counted apart.
private final class Hand {
    let terminal: TmuxTerminal
    private(set) var keys = 0
    private(set) var scans = 0

    init(_ terminal: TmuxTerminal) {
        self.terminal = terminal
    }

    func press(_ names: String...) throws {
        for name in names {
            keys += 1
            if name.count == 1 { try terminal.type(name) } else { try terminal.press(name) }
        }
    }

    /// Types each text and goes to the next field behind it, but for the last.
    func fill(_ texts: String...) throws {
        for (index, text) in texts.enumerated() {
            if index > 0 { try press("Tab") }
            keys += text.count
            try terminal.type(text)
        }
    }

    /// Marks the next milestone, which must be this one.
    func mark(_ milestone: String) throws {
        try quiet()
        try press("Space")
        try terminal.wait(until: "\(milestone) is recorded") { screen in
            screen.split(separator: "\n").contains { $0.contains("v \(milestone)") }
        }
    }

    /// Waits until a second Space would be taken again: three seconds of the running clock.
    func quiet() throws {
        let shown = ClockReader.clock(after: "DDI 1", in: try terminal.screen()) ?? 0
        try terminal.wait(until: "the clock stands at \(shown + 3)") { screen in
            (ClockReader.clock(after: "DDI 1", in: screen) ?? 0) >= shown + 3
        }
    }

    /// Scans a band into the form, and says on which limb it is.
    func band(_ code: String, limb: String) throws {
        scans += 1
        try terminal.scan(code)
        try terminal.wait(for: code)
        try press(limb, "Enter")
    }
}
