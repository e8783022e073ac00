import Foundation
import Testing

/// The evening of the first issue, told by keys and scans at two terminals of one ward.
@Suite(.serialized)
struct EveningJourney {
    private static let motherBand = "690123400000000018"
    private static let otherBand = "690123400000000063"
    private static let bandsOfA = ["690123400000000025", "690123400000000032"]
    private static let bandsOfB = ["690123400000000049", "690123400000000056"]

    @Test func theEveningIsRecordedByScreenAndNothingOfItCanChangeUnseen() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try importMothers(ward)
        let step = try ward.file("clock-step", "0")
        let environment = ["MATRONA_CLOCK_STEP_FILE": step]
        let first = try ward.open(environment: environment)
        try first.wait(for: "李*")
        try first.signIn("W1001", "王敏 midwife")
        try grade(first)
        try decide(first)
        try mark(first)
        let other = try ward.open(columns: 80, rows: 24, environment: environment)
        try killAndReopen(first, ward)
        let again = try ward.open(environment: environment)
        try again.wait(for: "DDI 1")
        try stepTheClock(again, step)
        try again.signInByKey("W1001", "王敏 midwife")
        try twins(again)
        try bands(again)
        try handOverTheFirst(again)
        try stop(again, other, ward)
        try unknownWoman(other, seenBy: again, step)
        try drill(other)
        try ledger(ward)
    }

    private func importMothers(_ ward: WardFolder) throws {
        func day(_ days: Int) -> String {
            let date = Date().addingTimeInterval(TimeInterval(days) * 86400)
            return String(ISO8601DateFormatter().string(from: date).prefix(10))
        }
        let list = try ward.file(
            "mothers.csv",
            """
            住院号,姓名,出生日期,孕次,产次,预产期,床号,胎数
            ZY01,张晓华,1992-05-08,2,1,\(day(5)),1,1
            ZY02,陈静,1998-04-21,1,0,\(day(-1)),2,1
            ZY03,李娜,1995-03-02,1,0,\(day(20)),3,2
            ZY04,刘芳,1999-08-30,2,0,2099-01-01,4,1
            ,吴倩,1992-09-08,2,0,\(day(9)),5,1
            ZY06,Maria Fernanda Oliveira,1996-02-14,1,0,\(day(7)),6,1
            ZY07,周梅,1997-01-15,2,1,\(day(2)),,1
            ZY08,徐慧,1996-07-02,1,0,\(day(53)),,1
            """)
        let done = try ward.matrona(["import", "mothers", list])
        #expect(done.status == 1)
        for text in ["line 5, column 6 (due date)", "line 6, column 1 (hospital number)", "6 admitted"] {
            #expect(done.output.contains(text), "\(done.output)")
        }
    }

    private func grade(_ terminal: TmuxTerminal) throws {
        try terminal.press("Down", "Down")
        try terminal.wait(for: ">  3 李*")
        try terminal.press("r")
        try terminal.wait(for: "Grade risk")
        try terminal.type("3")
        try terminal.press("Tab")
        try terminal.type("2")
        try terminal.press("Enter")
        try terminal.wait(until: "bed 3 is orange and infectious") { screen in
            screen.split(separator: "\n").contains { $0.contains("3 李*") && $0.contains("O+P") }
        }
    }

    private func decide(_ terminal: TmuxTerminal) throws {
        try terminal.press("!")
        try terminal.wait(for: "for bed 3 李*")
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        try terminal.press("c")
        try terminal.wait(for: "immediate threat")
        try terminal.press("1")
        try terminal.wait(for: "DDI 1")
    }

    /// Theatre is reached; the decision and the call turn out to have been earlier, each with its reason.
    private func mark(_ terminal: TmuxTerminal) throws {
        try terminal.press("Home", "t")
        try terminal.wait(for: "right time")
        try terminal.type("-12")
        try terminal.press("Tab")
        try terminal.type("said in theatre")
        try terminal.press("Enter")
        try terminal.wait(for: "decision time set: said in theatre")
        try terminal.press("Home", "Down", "Down", "Down", "Down", "Enter")
        try terminal.wait(for: "mark it now")
        try terminal.press("m")
        try terminal.wait(for: "v arrives theatre")
        try terminal.press("Home", "Down", "t")
        try terminal.wait(for: "team called==")
        try terminal.type("-10")
        try terminal.press("Tab")
        try terminal.type("phone log")
        try terminal.press("Enter")
        try terminal.wait(for: "v team called")
    }

    private func killAndReopen(_ terminal: TmuxTerminal, _ ward: WardFolder) throws {
        _ = try TmuxTerminal.run("/bin/kill", ["-9", String(terminal.processID())])
        let started = try ward.firstDecision()
        let reopened = try ward.open()
        let screen = try reopened.wait(for: "DDI 1")
        let shown = try #require(ClockReader.clock(after: "DDI 1", in: screen))
        let passed = Int(Date().timeIntervalSince(started))
        #expect((passed - 2...passed).contains(shown), "shown \(shown) s, passed \(passed) s")
        for text in ["v team called", "v arrives theatre"] { try reopened.wait(for: text) }
    }

    private func stepTheClock(_ terminal: TmuxTerminal, _ step: String) throws {
        let before = try #require(ClockReader.clock(after: "DDI 1", in: try terminal.screen()))
        try "3600".write(toFile: step, atomically: true, encoding: .utf8)
        let screen = try terminal.wait(for: "wall clock jumped by 3600 s")
        let after = try #require(ClockReader.clock(after: "DDI 1", in: screen))
        #expect((before...before + 20).contains(after), "\(before) s before the step, \(after) s after it")
    }

    private func twins(_ terminal: TmuxTerminal) throws {
        try terminal.press("2", "b")
        try terminal.wait(for: "Birth of baby 1")
        try fillBirth(terminal, sex: "1", grams: "2310")
        try terminal.wait(for: "born: 1. girl, caesarean, live, 2310 g")
        try terminal.wait(whileShown: "DDI 1")
        try terminal.wait(for: "DDI, within 30:00")
        try terminal.press("b")
        try terminal.wait(for: "Birth of baby 2")
        try fillBirth(terminal, sex: "2", grams: "2460")
        try terminal.wait(for: "born: 2. boy, caesarean, live, 2460 g")
    }

    private func fillBirth(_ terminal: TmuxTerminal, sex: String, grams: String) throws {
        for choice in ["5", "1", sex] {
            try terminal.press("Tab")
            try terminal.type(choice)
        }
        try terminal.press("Tab")
        try terminal.type(grams)
        try terminal.press("Enter")
    }

    private func bands(_ terminal: TmuxTerminal) throws {
        try terminal.press("3")
        try terminal.wait(for: ">BABY A")
        try attach(terminal, Self.motherBand, by: "m", title: "The mother's band", choice: "1")
        for band in Self.bandsOfA { try attach(terminal, band, by: "a", title: "Put a band on", choice: "1") }
        try terminal.press("Down")
        try terminal.wait(for: ">BABY B")
        for band in Self.bandsOfB { try attach(terminal, band, by: "a", title: "Put a band on", choice: "1") }
        try terminal.wait(until: "both have two bands") { screen in
            screen.components(separatedBy: "2/2  ").count >= 3 || !screen.contains("NONE")
        }
    }

    private func attach(
        _ terminal: TmuxTerminal, _ band: String, by key: String, title: String, choice: String
    ) throws {
        try terminal.type("b" + key)
        try terminal.wait(for: title)
        try terminal.scan(band)
        try terminal.wait(for: band)
        try terminal.type(choice)
        try terminal.press("Enter")
        try terminal.wait(whileShown: title)
    }

    private func handOverTheFirst(_ terminal: TmuxTerminal) throws {
        try terminal.type("h")
        try terminal.wait(for: "Four scans in any order")
        try scanAll(terminal, [Self.bandsOfA[0], Self.motherBand, "W1001", "W2002"])
        try terminal.press("2", "Enter")
        try terminal.wait(for: "handed over, match")
        try terminal.wait(until: "the register has it") { $0.contains("NICU") && $0.contains("赵静") }
    }

    private func scanAll(_ terminal: TmuxTerminal, _ codes: [String]) throws {
        for code in codes {
            try terminal.scan(code)
            try terminal.wait(for: code)
        }
    }

    /// Twin B with another mother's band: STOP on every terminal, recorded, nothing moved, and no key leads past it.
    private func stop(_ terminal: TmuxTerminal, _ other: TmuxTerminal, _ ward: WardFolder) throws {
        try ward.apply(
            #"{"do":"band.attachMother","by":"W1001","mrn":"ZY01","band":"\#(Self.otherBand)"}"#)
        try terminal.type("h")
        try terminal.wait(for: "Four scans in any order")
        try terminal.scan(Self.bandsOfB[0])
        try terminal.wait(for: Self.bandsOfB[0])
        try terminal.scan(Self.otherBand)
        try terminal.wait(for: "THIS BAND DOES NOT BELONG")
        try other.wait(for: "!!! 1")
        try terminal.press("Escape", "Enter", "h", "Space", "b", "e", "r", "y", "k", "2", "Escape", "Enter")
        try terminal.wait(for: "THIS BAND DOES NOT BELONG")
        let newborns = try ward.rows("newborns")
        #expect(newborns.compactMap { $0["place"] as? String }.sorted() == ["nicu", "theatre"])
        let register = try ward.rows("handovers")
        #expect(register.map { $0["result"] as? String } == ["mismatch", "match"])
    }

    /// She is named at the other terminal ten minutes later, while her clock runs; the first terminal sees it, and the times
    /// stay.
    private func unknownWoman(_ terminal: TmuxTerminal, seenBy first: TmuxTerminal, _ step: String) throws {
        try terminal.press("F9")
        try terminal.wait(for: "emergency caesarean")
        try terminal.press("c")
        try terminal.wait(for: "left unknown woman")
        try first.wait(for: "left unknown woman")
        try "3600 600".write(toFile: step, atomically: true, encoding: .utf8)
        try terminal.wait(until: "ten minutes have gone") { screen in
            (ClockReader.clock(after: "DDI ?", in: screen) ?? 0) >= 600
        }
        try terminal.signInByKey("W2002", "赵静 nurse")
        let before = try #require(ClockReader.clock(after: "DDI ?", in: try terminal.screen()))
        try terminal.press("n")
        try terminal.wait(for: "identify her")
        try terminal.press("i")
        try terminal.wait(for: "Identify unknown woman")
        try terminal.type("王芳")
        try terminal.press("Tab")
        try terminal.type("ZY09")
        try terminal.press("Enter")
        let screen = try terminal.wait(for: "left 王*")
        let after = try #require(ClockReader.clock(after: "DDI ?", in: screen))
        #expect((before...before + 30).contains(after), "\(before) s before, \(after) s after")
        try first.wait(for: "left 王*")
        try terminal.press("x")
        try terminal.wait(for: "reason")
        try terminal.type("not needed")
        try terminal.press("Enter")
        try terminal.wait(whileShown: "DDI ?")
    }

    private func drill(_ terminal: TmuxTerminal) throws {
        try terminal.press("4", "n")
        try terminal.wait(for: "which protocol")
        try terminal.press("p")
        try terminal.wait(for: "roles may stay blank")
        try terminal.press("Enter")
        try terminal.wait(for: "from start")
        try terminal.press("Space")
        try terminal.wait(for: "[x]")
        try terminal.press("f")
        try terminal.wait(for: "Not marked")
        try terminal.press("f")
        try terminal.wait(for: "critical steps in time")
        try terminal.press("d")
        try terminal.wait(for: "went well")
        try terminal.type("calm leader")
        try terminal.press("Enter")
        try terminal.wait(for: "debrief, 0 actions")
    }

    private func ledger(_ ward: WardFolder) throws {
        let whole = try ward.run(["ledger", "verify"])
        let count = try #require(whole.split(separator: " ").dropFirst().first.flatMap { Int($0) })
        let exported = try JSONSerialization.jsonObject(with: Data(try ward.run(["ledger", "export"]).utf8))
        let entries = try #require(exported as? [[String: Any]])
        #expect(entries.map { $0["sequence"] as? Int } == Array(1...count))
        let changed = try #require(
            entries.first { ($0["payload"] as? [String: Any])?["reason"] as? String == "phone log" }?["sequence"]
                as? Int)
        _ = try TmuxTerminal.run(
            "/usr/bin/sqlite3",
            [
                ward.store,
                "SELECT 'DROP TRIGGER ' || name || ';' FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry';",
            ]
        )
        .split(separator: "\n").map { try TmuxTerminal.run("/usr/bin/sqlite3", [ward.store, String($0)]) }
        _ = try TmuxTerminal.run(
            "/usr/bin/sqlite3",
            [
                ward.store,
                "UPDATE entry SET payload = replace(payload, 'phone log', 'Phone log') WHERE sequence = \(changed);",
            ])
        let tampered = try ward.matrona(["ledger", "verify"])
        #expect(tampered.status == 65)
        #expect(tampered.error.contains("Entry \(changed) was changed"), "\(tampered.error)")
    }
}

extension TmuxTerminal {
    /// Signs in by the key, the badge scanned into the dialog; also where a scan alone would be an arrival.
    func signInByKey(_ badge: String, _ shown: String) throws {
        try type("s")
        try wait(for: "Sign in")
        try scan(badge)
        try wait(for: badge)
        try type(WardFolder.pin)
        try press("Enter")
        try wait(for: shown)
    }
}

extension WardFolder {
    /// The rows of a list.
    func rows(_ list: String) throws -> [[String: Any]] {
        let listed = try run(["list", list, "--format", "json"])
        return try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
    }
}
