import Foundation
import Testing

/// A case that was kept on paper while nothing ran, typed into its one form on a small screen.
@Suite(.serialized)
struct PaperCaseJourney {
    @Test func tripletsAreEnteredOnOneFormAt80x24AndCount() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"2","fetuses":3}"#)
        let terminal = try ward.open(columns: 80, rows: 24)
        try terminal.wait(for: "李*")
        try terminal.signIn("W1001", "王敏")
        try terminal.press("2")
        try terminal.wait(for: "No caesarean is open here.")
        try terminal.type("e")
        try terminal.wait(for: "bed, band, number or label")
        let paper = Paper(decided: Date(timeIntervalSinceNow: -2 * 3600))
        for (index, text) in paper.fields.enumerated() {
            if index > 0 { try terminal.press("Tab") }
            try terminal.type(text)
        }
        try terminal.wait(for: "third baby born")
        try terminal.press("Enter")
        let screen = try terminal.wait(for: "ENTERED AFTERWARDS")
        #expect(screen.contains("baby A 27:00") && screen.contains("baby B 28:00 +01:00"))
        #expect(screen.contains("baby C 30:00 +02:00"))

        let listed = try ward.firstCaesarean()
        #expect(listed["enteredAfterwards"] as? Bool == true && listed["withinTarget"] as? Bool == true)
        #expect(listed["decisionToDeliverySeconds"] as? Int == 27 * 60)
        #expect(listed["newbornDoctorBeforeBirth"] as? Bool == true)
        let babies = try #require(listed["babies"] as? [[String: Any]])
        #expect(babies.map { $0["weightGrams"] as? Int } == [1810, 1740, 1520])
        #expect(babies.map { $0["apgar1"] as? Int } == [8, 9, 7])
        #expect(try ward.run(["list", "caesareans"]).contains("within 30 min 100.0 % (1/1)"))
        try ward.run(["ledger", "verify"])
    }
}

/// What stands on the paper, in the order in which the form asks for it; blank is not recorded.
private struct Paper {
    let decided: Date

    var fields: [String] {
        let who = ["2", clock("yyyy-MM-dd HH:mm", 0), "1", "1"]
        let milestones = [1, nil, 6, 11, nil, 14, nil, 22, nil, 27, nil, 20, nil, nil].map(time)
        let first = ["", "1", "2", "1810", "8", "9"]
        let end = ["", "", "", "", "", "power cut"]
        let team = [2, nil, nil, 3, 4, nil, nil, nil, 5, 9, nil].map(time)
        let second = [time(28), "1", "1", "1740", "9", "10"]
        let third = [time(30), "1", "2", "1520", "7", "8"]
        return who + milestones + first + end + team + second + third
    }

    /// Minutes after the decision as a time of day.
    private func time(_ minutes: Int?) -> String { minutes.map { clock("HHmm", $0) } ?? "" }

    private func clock(_ pattern: String, _ minutes: Int) -> String {
        let format = DateFormatter()
        format.locale = Locale(identifier: "en_US_POSIX")
        format.dateFormat = pattern
        return format.string(from: decided.addingTimeInterval(TimeInterval(minutes * 60)))
    }
}
