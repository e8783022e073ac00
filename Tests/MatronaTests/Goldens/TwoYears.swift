import ClinicalLibrary
import WardDomain
import WardLedger

@testable import matrona

/// Two years of made-up caesareans behind the demo's evening: slow at first, then quicker, so that the chart has
/// something to show. Nothing in them is by chance.
enum TwoYears {
    private static let months = 24
    private static let casesAMonth = 4

    static func record(in evening: DemoEvening) throws {
        for index in 0..<months * casesAMonth {
            let decided = DemoEvening.start.moment.advanced(seconds: -(index + 1) * 86400 * 730 / 96)
            let envelope = CommandEnvelope(
                id: CommandID("past-\(index)"), by: Badge("W1001"), time: .typed(decided), terminal: "T-03",
                command: command(index, decided))
            _ = try evening.ledger.record(
                envelope, rules: ClinicalLibrary.compiledIn.rules, now: DemoEvening.start, offset: DemoEvening.offset)
        }
    }

    /// The case so many before the newest.
    private static func command(_ index: Int, _ decided: Moment) -> EnterCaesareanAfterwards {
        let category: CaesareanCategory = index % 3 == 0 ? .two : .one
        // Percent of the library's plan: 80 for the newest, 120 for the oldest, and a swing from case to case.
        let pace = 80 + index * 40 / 96 + index * 37 % 23 - 11
        let share = (category == .one ? 60 : 140) * pace / 100
        let minutes: [Milestone: Int] = [
            .call: 1, .consent: 4, .leave: 8, .arrive: 11, .newbornTeam: 13, .timeOut: 15, .anaesthesiaStart: 16,
            .anaesthesiaReady: 21, .incision: 24, .uterineIncision: 28, .delivery: 30, .clamp: 31, .placenta: 36,
            .end: 62,
        ]
        var paper = EnterCaesareanAfterwards(
            label: "past \(index)", category: category,
            times: minutes.mapValues { decided.advanced(seconds: $0 * share) }, reason: "kept on paper")
        paper.indication = ["FHR", "CORD", "ABRUPT"][index % 3]
        if index % 19 == 7 {
            paper.times = [.call: .moment(decided.advanced(seconds: 60))]
            paper.stoodDownAt = .moment(decided.advanced(seconds: 400))
            paper.stoodDownReason = "trace recovered"
            return paper
        }
        paper.outcome = .live
        if pace > 100 { paper.delay = ["D04", "D04", "D05", "D01"][index % 4] }
        return paper
    }
}
