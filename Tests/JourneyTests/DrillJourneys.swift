import ClinicalLibrary
import Foundation
import Testing
import WardDomain

/// Drills in the real program: every protocol from start to debrief by keyboard, and a real emergency in between.
@Suite(.serialized)
struct DrillJourneys {
    @Test(arguments: [Language.english, .chinese])
    func everyProtocolRunsFromStartToDebrief(language: Language) throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try ward.open(columns: 110, rows: 40, language: language.rawValue)
        try terminal.wait(for: language == .english ? "live" : "实时")
        try terminal.scan("W1001")
        try terminal.wait(for: language == .english ? "PIN" : "密码")
        try terminal.type(WardFolder.pin)
        try terminal.press("Enter")
        try terminal.wait(for: "王敏")
        try terminal.press("4")
        let protocols = ClinicalLibrary.compiledIn.rules.protocols
        for found in protocols {
            var drill = DrillByKeyboard(found, language, terminal)
            try drill.start()
            try drill.markEveryStep()
            try drill.finish()
        }
        let listed = try ward.run(["list", "drills", "--format", "json"])
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
        #expect(rows.compactMap { $0["number"] as? Int }.sorted() == Array(1...protocols.count))
        #expect(Set(rows.compactMap { $0["protocol"] as? String }) == Set(protocols.map(\.id)))
        for row in rows {
            #expect((row["debrief"] as? [String: Any])?["wentWell"] as? String == "ok")
            let steps = try #require(row["steps"] as? [[String: Any]])
            let left = steps.filter { $0["result"] is NSNull && $0["branch"] as? String != "notApplicable" }
            #expect(left.isEmpty, "\(row["protocol"] ?? ""): \(left.compactMap { $0["step"] })")
        }
        try ward.run(["ledger", "verify"])
    }

    @Test func aRealEmergencyOnAnotherTerminalStopsTheDrill() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let first = try ward.open(columns: 100, rows: 30)
        try first.wait(for: "live")
        try first.signIn("W1001", "王敏")
        try first.press("4", "n")
        try first.wait(for: "which protocol")
        try first.press("p")
        try first.wait(for: "roles may stay blank")
        try first.press("Enter")
        try first.wait(for: "0/19")
        let second = try ward.open(columns: 80, rows: 24)
        try second.wait(for: "DRILL 演练")
        try second.press("F9")
        try second.wait(for: "This is REAL")
        try second.press("e")
        try first.wait(for: "suspended")
        let screen = try first.screen()
        let real = try #require(screen.range(of: "Eclampsia"))
        let drill = try #require(screen.range(of: "DRILL 演练 00:"))
        #expect(real.lowerBound < drill.lowerBound, "\(screen)")
        try first.press("Escape")
        try first.wait(for: "drills done")
        try first.press("Home", "Down", "Enter")
        try first.wait(for: "g go on")
        try first.press("g")
        try first.wait(whileShown: "suspended")
        let rows = try #require(
            try JSONSerialization.jsonObject(with: Data(try ward.run(["list", "drills", "--format", "json"]).utf8))
                as? [[String: Any]])
        #expect(rows.compactMap { $0["nature"] as? String } == ["drill"], "a list of its own")
    }

    /// A real response from the board to her page: no pause and no score on the way.
    @Test func aRealResponseStandsOnHerPageWithoutAScore() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(#"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"1"}"#)
        let terminal = try ward.open(columns: 100, rows: 30)
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏")
        try terminal.press("Down", "Up", "F9")
        try terminal.wait(for: "for bed 1")
        try terminal.press("p")
        try terminal.wait(for: "REAL RESPONSE")
        #expect(try !terminal.screen().contains("p pause"))
        try terminal.press("Space")
        try terminal.wait(for: "1/19")
        try terminal.press("f")
        try terminal.wait(for: "stop the clock")
        try terminal.press("f")
        let result = try terminal.wait(for: "debrief")
        #expect(!result.contains("critical steps in time") && !result.contains("MET"), "\(result)")
        try terminal.press("1", "Enter")
        try terminal.wait(for: "response: Recognise the bleeding")
    }
}

/// One drill, key by key; a plain step takes one key, and never the same key twice at once.
private struct DrillByKeyboard {
    private let found: DrillProtocol
    private let language: Language
    private let terminal: TmuxTerminal
    private var answers: [String: String] = [:]
    private var marked = 0
    private var lastKey = ""

    init(_ found: DrillProtocol, _ language: Language, _ terminal: TmuxTerminal) {
        self.found = found
        self.language = language
        self.terminal = terminal
    }

    private func say(_ en: String, _ zhHans: String) -> String { language == .english ? en : zhHans }

    func start() throws {
        try terminal.press("n")
        try terminal.wait(for: say("which protocol", "选择方案"))
        try terminal.press(found.emergencyKey ?? "c")
        try terminal.wait(for: say("roles may stay blank", "角色可留空"))
        try terminal.press("Enter")
        try terminal.wait(for: " 0/\(found.steps.count)")
        try pause()
    }

    /// Longer than the program takes a second press for the same one, or for one meant for what stood there before.
    private func pause() throws {
        for _ in 0..<6 { try terminal.settle() }
    }

    mutating func markEveryStep() throws {
        var next = 0
        while let index = found.steps.indices.dropFirst(next).first(where: applies) {
            next = index + 1
            let step = found.steps[index]
            if step.asksForMore {
                try fill(step)
                lastKey = "Space"
            } else {
                let following = found.steps.indices.dropFirst(next).first(where: applies)
                let isBeforeAForm = following.map { found.steps[$0].asksForMore } ?? false
                let key = ["Space", "-", "m"].first { $0 != lastKey && !(isBeforeAForm && $0 == "Space") } ?? "-"
                try terminal.press(key)
                lastKey = key
            }
            marked += 1
            try terminal.wait(for: " \(marked)/\(found.steps.count)")
        }
    }

    private func applies(_ index: Int) -> Bool {
        guard let condition = found.steps[index].condition else { return true }
        return answers[condition.step].map(condition.answers.contains) ?? false
    }

    /// The last answer, a dose, an Apgar that needs no other, or nothing measured.
    private mutating func fill(_ step: ProtocolStep) throws {
        let isForm = step.takesDose || !step.measures.isEmpty
        let title =
            step.takesDose
            ? say("Drug step", "用药步骤") : isForm ? say("Measured step", "测量步骤") : say("Which", "选择")
        let whole = "DRILL 演练" + say(": ", "：") + title
        try open(whole)
        if isForm {
            if step.takesDose { try terminal.type("1 g") }
            if step.measures.contains(.apgar) { try terminal.type("8") }
            try terminal.press("Enter")
        } else {
            answers[step.id] = step.asks.last?.code
            try terminal.press(String(step.asks.count))
        }
        try terminal.wait(whileShown: whole)
    }

    /// Presses Space until the form stands there: a second press within 300 ms counts as the same one.
    private func open(_ title: String) throws {
        let twice = say("the second was not used", "第二次未采用")
        for _ in 0..<20 {
            try pause()
            try terminal.press("Space")
            let screen = try terminal.wait(until: "'\(title)' is shown") { $0.contains(title) || $0.contains(twice) }
            if screen.contains(title) { return }
        }
    }

    func finish() throws {
        try terminal.press("f")
        try terminal.wait(for: "DRILL 演练" + say(": Finish", "：结束"))
        try terminal.press("f")
        try terminal.wait(for: say("critical steps in time", "关键步骤按时"))
        try terminal.press("d")
        try terminal.wait(for: "DRILL 演练" + say(": Debrief", "：复盘"))
        try terminal.type("ok")
        try terminal.press("Enter")
        try terminal.wait(for: say("went well: ok", "做得好：ok"))
    }
}
