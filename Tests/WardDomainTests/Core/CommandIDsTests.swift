import Testing
import WardDomain

@Suite struct CommandIDsTests {
    @Test func idsSortInTheOrderTheyWereMade() {
        var ids = CommandIDs(seed: 1)
        let made = (0..<20_000).map { ids.next(at: Moment(milliseconds: 1_700_000_000_000 + $0 / 10_000)).rawValue }
        #expect(made == made.sorted())
        #expect(Set(made).count == made.count)
    }

    @Test func idsGoOnWhenTheWallClockStepsBack() {
        var ids = CommandIDs(seed: 1)
        let before = ids.next(at: Moment(milliseconds: 1_700_000_000_000)).rawValue
        let after = ids.next(at: Moment(milliseconds: 1_600_000_000_000)).rawValue
        #expect(before < after)
    }

    @Test func theSeedAloneTellsTwoProgramsApart() {
        let made = [1, 1, 2].map { (seed: UInt64) in
            var ids = CommandIDs(seed: seed)
            return (0..<100).map { _ in ids.next(at: Moment(milliseconds: 1_700_000_000_000)) }
        }
        #expect(made[0] == made[1])
        #expect(Set(made[0]).isDisjoint(with: made[2]))
    }

    @Test func anIDHasTheFormOfVersion7() throws {
        var ids = CommandIDs(seed: 1)
        let id = ids.next(at: Moment(milliseconds: 0x0123_4567_89AB)).rawValue
        let form = /01234567-89ab-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}/
        #expect(try form.wholeMatch(in: id) != nil)
    }
}
