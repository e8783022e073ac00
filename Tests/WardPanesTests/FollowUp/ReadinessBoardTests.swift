import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// Use, care, place and keeper, two people: what the readiness part asks and shows.
struct ReadinessBoardTests {
    private func board(_ language: Language = .english) -> FollowUpFixture {
        var ward = FollowUpFixture(language: language)
        ward.press(.right, .right)
        return ward
    }

    @Test(arguments: [
        (Language.english, "restock by 03:02", "RESTOCK 5m late !", "Readiness, restock 1"),
        (.chinese, "补充限 03:02", "未补充 迟5分 !", "完好备用，待补充 1"),
    ])
    func aUsedCartWaitsAndTurns(language: Language, due: String, late: String, head: String) {
        var ward = board(language)
        ward.press(.character("r"))
        ward.type("oxytocin")
        ward.press(.enter)
        #expect(ward.words.contains(due), "\(ward.app.screen)")
        #expect(ward.words.contains(head))
        ward.app.advance(milliseconds: 65 * 60_000)
        #expect(ward.words.contains(late), "\(ward.app.screen)")
        ward.press(.enter)
        #expect(ward.words.contains(late))
        ward.press(.escape, .left, .left)
        #expect(ward.words.contains(late))
    }

    @Test func placeAndKeeperAndCareStandOnTheKitsPage() {
        var ward = board()
        ward.press(.enter)
        #expect(ward.words.contains("place and keeper not recorded"))
        #expect(ward.words.contains("no disinfection or repair recorded"))
        ward.press(.character("p"))
        ward.type("resuscitation room")
        ward.press(.tab)
        ward.type("C1001")
        ward.press(.enter)
        #expect(ward.words.contains("stands in resuscitation room, kept by 赵静"), "\(ward.app.screen)")
        ward.press(.character("w"), .right, .enter)
        #expect(ward.words.contains("last disinfected 02:02 王敏"), "\(ward.app.screen)")
    }

    @Test(arguments: [(Language.english, "A second person"), (.chinese, "需要另一位工作人员")])
    func controlledDrugsAskForTheSecondPerson(language: Language, refused: String) throws {
        var ward = board(language)
        ward.press(.down, .down, .down, .character("n"), .character(" "), .character("f"), .enter)
        #expect(ward.words.contains(refused), "\(ward.app.screen)")
        ward.type("C1001")
        ward.press(.enter)
        #expect(ward.app.ward.kitChecks.isEmpty, "\(ward.app.screen)")
        let finished = try #require(ward.app.entries.last?.fact as? KitCheckFinished)
        #expect(finished.second == Badge("C1001"))
    }

    @Test func whatIsDueNextIsNamed() {
        var ward = board()
        #expect(ward.words.contains("Full check Next Seal"))
        ward.press(.down, .down, .down, .character("n"), .character(" "), .character("f"))
        ward.press(.tab)
        ward.type("C1001")
        ward.press(.enter, .escape)
        #expect(ward.words.contains("Controlled drugs checked checked 08:00"), "\(ward.app.screen)")
    }
}
