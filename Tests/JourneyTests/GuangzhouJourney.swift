import Foundation
import Testing

/// The shares of a published cohort come out of a store made with it, on the screen and in the list.
@Suite(.serialized)
struct GuangzhouJourney {
    /// A run of a mother of its own: decided so many hours ago, born after so many seconds.
    private func lines(_ label: String, _ category: Int, hoursAgo: Int, seconds: Int) -> [String] {
        let decided = Date(timeIntervalSinceNow: -Double(hoursAgo) * 3600)
        let at = { (date: Date) in ISO8601DateFormatter().string(from: date) }
        return [
            """
            {"do":"caesarean.decide","by":"W1001","label":"\(label)","category":\(category),"indication":"FHR",\
            "at":"\(at(decided))","reason":"made"}
            """,
            """
            {"do":"newborn.born","by":"W1001","label":"\(label)","mode":"caesarean","outcome":"live",\
            "at":"\(at(decided.addingTimeInterval(Double(seconds))))","place":"theatre","reason":"made"}
            """,
        ]
    }

    @Test func theSharesOfTheCohortStandOnTheScreenAndInTheList() throws {
        let ward = try WardFolder()
        try ward.setUp()
        var input: [String] = []
        for index in 0..<304 {
            input += lines("a\(index)", 1, hoursAgo: 24 + index * 11, seconds: index < 92 ? 1800 : 1801)
        }
        for index in 0..<198 {
            input += lines("b\(index)", 2, hoursAgo: 30 + index * 17, seconds: index < 74 ? 4500 : 4501)
        }
        try ward.run(["apply", "-"], input: input.joined(separator: "\n") + "\n")

        let json = Data(try ward.run(["list", "caesareans", "--format", "json"]).utf8)
        let rows = try #require(try JSONSerialization.jsonObject(with: json) as? [[String: Any]])
        for (category, within, all) in [(1, 92, 304), (2, 74, 198)] {
            let timed = rows.filter { $0["category"] as? Int == category }.compactMap { $0["withinTarget"] as? Bool }
            #expect(timed.count == all)
            #expect(timed.count { $0 } == within)
        }
        let table = try ward.run(["list", "caesareans"])
        let english = table.contains("within 30 min 30.3 % (92/304)") && table.contains("within 75 min 37.4 % (74/198)")
        let chinese = table.contains("30 分钟内 30.3 % (92/304)") && table.contains("75 分钟内 37.4 % (74/198)")
        #expect(english || chinese)

        let terminal = try ward.open(columns: 100, rows: 30)
        try terminal.wait(for: "live")
        try terminal.press("2")
        try terminal.press("y")
        try terminal.wait(for: "cat 1 within 30 min 30.3 % (92/304)")
        try terminal.wait(for: "cat 2 within 75 min 37.4 % (74/198)")
    }

    @Test func everyColumnOfTheListIsInItsHelp() throws {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.run(["apply", "-"], input: lines("a", 1, hoursAgo: 3, seconds: 900).joined(separator: "\n") + "\n")
        let json = Data(try ward.run(["list", "caesareans", "--format", "json"]).utf8)
        let row = try #require((try JSONSerialization.jsonObject(with: json) as? [[String: Any]])?.first)
        let help = try ward.matrona(["list", "--help"]).output
        let words = Set(help.components(separatedBy: CharacterSet.alphanumerics.inverted))
        for key in row.keys { #expect(words.contains(key), "\(key)") }
        let header = try ward.run(["list", "caesareans", "--format", "csv"]).split(separator: "\r\n").first
        let columns = (header ?? "").split(separator: ",").map(String.init)
        #expect(columns.count > 60)
        for column in columns { #expect(words.contains(column), "\(column)") }
    }
}
