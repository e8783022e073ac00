import Foundation
import Testing

/// What comes after a drill, in a real terminal: a debrief, its actions, a check of a cart.
@Suite(.serialized)
struct FollowUpJourneys {
    /// Keys that a practised person types in a minute.
    private static let keysAMinute = 200

    @Test func aDebriefWithTwoActionsTakesLessThanAMinuteOfTyping() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let run = try ward.finishedDrill()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        try terminal.press("4", "y")
        try terminal.wait(for: "DRILL")
        try terminal.press("Enter")
        try terminal.wait(for: "debrief: not written yet")
        var keys = 0
        func press(_ key: String) throws {
            try terminal.press(key)
            keys += 1
        }
        func type(_ text: String) throws {
            try terminal.type(text)
            keys += text.count
        }
        try press("d")
        try terminal.wait(for: "went well")
        try type("calls, roles")
        try press("Tab")
        try type("drugs came late")
        for (what, owner, days) in [
            ("oxytocin fridge to the resuscitation room", "C3003", "+14"), ("practise the four causes", "W1001", "+30"),
        ] {
            for text in [what, owner, days] {
                try press("Tab")
                try type(text)
            }
        }
        try press("Enter")
        try terminal.wait(for: "action: practise the four causes")
        print(
            "debrief with two actions: \(keys) keys, \(keys * 60 / Self.keysAMinute) s at \(Self.keysAMinute) a minute")
        #expect(keys < Self.keysAMinute)

        let actions = try ward.rows("actions")
        #expect(actions.count == 2)
        #expect(actions.allSatisfy { $0["run"] as? String == run && $0["closedAt"] is NSNull })
        #expect(Set(actions.compactMap { $0["owner"] as? String }) == ["C3003", "W1001"])
        try terminal.press("5")
        try terminal.wait(for: "Actions, threats, defects 2")
        try terminal.press("c")
        try terminal.wait(for: "how it was settled")
        try terminal.type("moved")
        try terminal.press("Enter")
        try terminal.wait(for: "Actions, threats, defects 1")
        #expect(try ward.rows("actions").contains { $0["how"] as? String == "moved" })
        try ward.run(["ledger", "verify"])
    }

    @Test(arguments: [("en", "Readiness", "defect: "), ("zh-Hans", "完好备用", "缺陷：")])
    func aGapOfAnAreaIsADefectEverywhere(language: String, part: String, defect: String) throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try ward.open(columns: 80, rows: 24, language: language)
        let other = try ward.open(language: language)
        try terminal.wait(for: part == "Readiness" ? "live" : "实时")
        try terminal.scan("W1001")
        try terminal.wait(for: language == "en" ? "PIN" : "密码")
        try terminal.type(WardFolder.pin)
        try terminal.press("Enter")
        try terminal.wait(for: language == "en" ? "sign out" : "退出登录")
        try terminal.press("5", "Left", "Down", "n")
        try terminal.wait(for: "0/23")
        try terminal.press("Space")
        try terminal.wait(for: "1/23")
        try terminal.press("m", "Tab", "Tab", "Tab")
        try terminal.type("torn")
        try terminal.press("Enter")
        try terminal.wait(for: "2/23")
        try terminal.wait(for: defect)
        try other.press("5", "Left", "Down", "Enter")
        try other.wait(for: "2/23")
        try other.wait(for: defect)
        let rows = try ward.rows("defects")
        #expect(rows.map { $0["item"] as? String } == ["suction-catheters"])
        #expect(rows.map { $0["owner"] as? String } == ["W1001"])
        try terminal.press("f")
        try terminal.wait(for: "21")
        try terminal.type("F77")
        try terminal.press("Enter")
        try terminal.wait(whileShown: "2/23")
        let check = try #require(try ward.rows("checks").first)
        #expect(check["notChecked"] as? Int == 21)
        #expect(check["sound"] as? Bool == false)
        #expect(check["seal"] as? String == "F77")
        try ward.run(["ledger", "verify"])
    }
}

extension FollowUpJourneys {
    /// What one of them shows in its language.
    struct Words: Sendable {
        let language: String
        let live: String
        let pin: String
        let unwritten: String
        let which: String
        let restock: String
        let second: String
    }

    static let words = [
        Words(
            language: "en", live: "live", pin: "PIN", unwritten: "debrief: not written yet", which: "Which was used",
            restock: "restock by ", second: "second person"),
        Words(
            language: "zh-Hans", live: "实时", pin: "密码", unwritten: "复盘：尚未填写", which: "动用了哪一处", restock: "补充限 ",
            second: "双人核对人"),
    ]

    @Test(arguments: words) func whatADrillUsedIsRestockedAndTwoPeopleCount(words: Words) throws {
        let ward = try WardFolder()
        try ward.setUp()
        let run = try ward.finishedDrill()
        let terminal = try ward.open(columns: 100, rows: 30, language: words.language)
        try terminal.wait(for: words.live)
        try terminal.scan("W1001")
        try terminal.wait(for: words.pin)
        try terminal.type(WardFolder.pin)
        try terminal.press("Enter")
        try terminal.wait(for: "王敏")
        try terminal.press("4", "y")
        try terminal.wait(for: "DRILL")
        try terminal.press("Enter")
        try terminal.wait(for: words.unwritten)
        try terminal.press("k")
        try terminal.wait(for: words.which)
        try terminal.press("4")
        try terminal.wait(whileShown: words.which)
        try terminal.press("5", "Left")
        try terminal.wait(for: words.restock)
        let used = try #require(try ward.rows("defects").first)
        #expect(used["kit"] as? String == "controlled-drugs" && used["run"] as? String == run)

        try terminal.press("Down", "Down", "Down", "n")
        try terminal.wait(for: "0/1")
        try terminal.press("Space")
        try terminal.wait(for: "1/1")
        try terminal.press("f")
        try terminal.wait(for: words.second)
        try terminal.press("Tab")
        try terminal.type("C3003")
        try terminal.press("Enter")
        try terminal.wait(whileShown: words.restock)
        let check = try #require(try ward.rows("checks").first)
        #expect(check["by"] as? String == "W1001" && check["second"] as? String == "C3003")
        #expect(try ward.rows("defects").allSatisfy { $0["closedAt"] is String })
        try ward.run(["ledger", "verify"])
    }
}

extension WardFolder {
    /// A drill of W1001's and C3003's that has been finished; its id.
    fileprivate func finishedDrill() throws -> String {
        try apply(
            #"{"do":"drill.start","by":"W1001","id":"drill-1","protocol":"pph","participants":[{"badge":"W1001","role":"MW"},{"badge":"C3003","role":"LEAD"}]}"#,
            #"{"do":"drill.step","by":"W1001","run":"drill-1","step":"call","result":"done"}"#,
            #"{"do":"drill.finish","by":"W1001","run":"drill-1"}"#)
        return "drill-1"
    }
}
