import Foundation
import Testing

/// Forty babies in the real program: the scans and keys that it takes are counted and printed.
@Suite(.serialized)
struct CountingJourneys {
    /// Counts what a person does at the terminal.
    private struct Tally {
        var scans = 0
        var keys = 0
    }

    private static let count = 40

    /// A ward with banded babies in the midwife's care.
    private func ward(of count: Int = Self.count) throws -> WardFolder {
        let ward = try WardFolder()
        try ward.setUp()
        var lines: [String] = []
        for number in 1...count {
            let mrn = "ZY\(1000 + number)"
            lines += [
                #"{"do":"mother.admit","by":"W1001","mrn":"\#(mrn)","name":"母亲\#(number)"}"#,
                #"{"do":"newborn.born","by":"W1001","mrn":"\#(mrn)","mode":"vaginal","outcome":"live","sex":"female"}"#,
                #"{"do":"band.attach","by":"W1001","mrn":"\#(mrn)","order":1,"band":"B\#(mrn)","limb":"leftWrist"}"#,
            ]
        }
        try ward.run(["apply", "-"], input: lines.joined(separator: "\n") + "\n")
        return ward
    }

    @Test func fortyHeadsAreCountedInFortyScansAndTwoKeys() throws {
        let ward = try ward()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.type("3")
        try terminal.wait(for: "*Whereabouts 40")
        var tally = Tally()
        try terminal.type("c")
        tally.keys += 1
        try terminal.wait(for: "0/40")
        for number in 1...Self.count {
            try terminal.scan("BZY\(1000 + number)")
            tally.scans += 1
            try terminal.wait(for: "\(number)/40")
        }
        try terminal.wait(for: "ALL HERE")
        try terminal.settle()
        try terminal.press("Enter")
        tally.keys += 1
        try terminal.wait(for: "all 40 counted in")
        print("head count of 40 babies: \(tally.scans) scans, \(tally.keys) keys")
        #expect(tally.scans == 40)
        #expect(tally.keys <= 2)
        try ward.run(["ledger", "verify"])
    }

    @Test func oneCountGoesOnAtTwoTerminals() throws {
        let ward = try ward(of: 4)
        let terminals = [try ward.open(columns: 80, rows: 24), try ward.open()]
        for terminal in terminals {
            try terminal.wait(for: "live")
            try terminal.type("3")
            try terminal.wait(for: "*Whereabouts 4")
        }
        try terminals[0].type("c")
        try terminals[0].wait(for: "0/4")
        try terminals[0].scan("BZY1001")
        try terminals[0].wait(for: "1/4")
        try terminals[1].type("c")
        try terminals[1].wait(for: "1/4")
        for number in 2...4 {
            try terminals[number % 2].scan("BZY\(1000 + number)")
            for terminal in terminals { try terminal.wait(for: "\(number)/4") }
        }
        for terminal in terminals { try terminal.wait(for: "ALL HERE") }
        try terminals[1].settle()
        try terminals[1].press("Enter")
        try terminals[1].wait(for: "all 4 counted in")
        try ward.run(["ledger", "verify"])
    }

    @Test func fortyBabiesChangeShiftInFortyTwoScansAndFourKeys() throws {
        let ward = try ward()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        var tally = Tally()
        for key in ["3", "a"] {
            try terminal.type(key)
            tally.keys += 1
        }
        try terminal.wait(for: "Shift change")
        for badge in ["W1001", "W2002"] {
            try terminal.scan(badge)
            tally.scans += 1
        }
        try terminal.wait(for: "takes: 赵静")
        for number in 1...Self.count {
            try terminal.scan("BZY\(1000 + number)")
            tally.scans += 1
            try terminal.wait(for: "\(number) scanned")
        }
        try terminal.wait(for: "no exceptions")
        try terminal.settle()
        try terminal.press("Enter")
        tally.keys += 1
        try terminal.wait(for: "shift change: 40 babies 王敏 > 赵静")
        print("shift change of 40 babies: \(tally.scans) scans, \(tally.keys) keys")
        #expect(tally.scans == 42)
        #expect(tally.keys <= 4)
        let rows = try ward.run(["list", "newborns", "--format", "csv"]).split(whereSeparator: \.isNewline)
        #expect(rows.count { $0.contains("staff:W2002") } == 40)
        try ward.run(["ledger", "verify"])
    }
}
