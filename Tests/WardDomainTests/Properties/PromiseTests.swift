import Testing

@testable import WardDomain

/// The promise of custody, with random histories of many babies: exactly one custodian and one place, both said so,
/// nothing completed against a mismatch.
@Suite struct PromiseTests {
    @Test(arguments: Array(UInt64(101)...112))
    func everyEntryKeepsThePromise(seed: UInt64) throws {
        var random = RandomWard(seed: seed)
        var judged = 0
        for step in 1...160 {
            let before = random.ward
            let (_, made) = random.step()
            let point = Comment(rawValue: "seed \(seed), step \(step): \(random.outcomes.last ?? "")")
            for entry in made {
                guard case .admission(let id) = entry.stream, case .admission(let after)? = folded(random, made, entry)
                else { continue }
                let old = state(before, made, until: entry, of: id)
                judged += after.newborns.count
                #expect(CustodyPromise.broken(by: entry, before: old, after: after) == [], point)
            }
            #expect(CustodyPromise.broken(in: random.ward.ward) == [], point)
        }
        #expect(judged > 50, "the history was too quiet")
    }

    /// The story as an entry left it.
    private func folded(_ random: RandomWard, _ made: [Entry], _ entry: Entry) -> StreamState? {
        let story = random.ward.entries.filter { $0.stream == entry.stream && $0.sequence <= entry.sequence }
        return try? StreamState(folding: story, of: entry.stream)
    }

    private func state(_ before: WardFixture, _ made: [Entry], until entry: Entry, of id: AdmissionID) -> Admission? {
        let earlier = before.entries + made.filter { $0.sequence < entry.sequence }
        let story = earlier.filter { $0.stream == entry.stream }
        guard !story.isEmpty, case .admission(let state)? = try? StreamState(folding: story, of: entry.stream) else {
            return nil
        }
        return state
    }

    @Test func aBrokenPromiseIsSeen() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair()
        let before = ward.mother(mother)
        let made = try ward.record(CustodyTests.handOver())
        let entry = try #require(made.first)
        let after = ward.mother(mother)
        #expect(CustodyPromise.broken(by: entry, before: before, after: after) == [])

        var elsewhere = after
        elsewhere.newborns[0].custody = Newborn.Custody(
            custodian: .staff(.doctor), place: .theatre, since: Occurrence(ward.clock), expectedBack: nil)
        var stopped = before
        stopped.newborns[0].mismatch = Newborn.Mismatch(
            entry: entry.stamp.id, scanned: "x", belongs: "y", since: Occurrence(ward.clock), by: nil)
        var unworn = before
        unworn.newborns[0].bands = []

        #expect(CustodyPromise.broken(by: entry, before: before, after: elsewhere) == ["\(baby): went elsewhere"])
        #expect(CustodyPromise.broken(by: entry, before: stopped, after: after).count == 2)
        #expect(
            CustodyPromise.broken(by: entry, before: unworn, after: after)
                == ["\(baby): handed over by a band that it does not wear"])
    }

    @Test func twoTerminalsCanNotBothHandOverOneBaby() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let first = CustodyTests.handOver(to: "W2002", place: .nicu)
        let second = CustodyTests.handOver(to: "W2001", place: .ward)
        #expect(ward.refusal(of: first) == nil && ward.refusal(of: second) == nil)

        try ward.record(first)

        #expect(ward.refusal(of: second) == .giverNotCustodian(.staff(.nicuNurse)))
        #expect(ward.baby(baby).custody.place == .nicu)
    }
}
