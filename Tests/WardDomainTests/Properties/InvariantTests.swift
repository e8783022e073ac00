import Foundation
import Testing

@testable import WardDomain

/// What holds on every ward whatever is recorded: random streams of commands, from seeds that can be run again.
@Suite struct InvariantTests {
    static let seeds = Array(UInt64(1)...24)
    static let steps = 180

    @Test(arguments: seeds)
    func everyStepKeepsWhatMustHold(seed: UInt64) throws {
        var random = RandomWard(seed: seed)
        for step in 1...Self.steps {
            let before = random.ward
            let (command, made) = random.step()
            let point = Comment(rawValue: "seed \(seed), step \(step): \(random.outcomes.last ?? "")")
            expectOnePlaceForEverybody(random.ward.ward, point)
            expectClocksInOrder(random.ward.ward, point)
            expectCustodyMovesOnlyByItsActs(made, before, random.ward, point)
            expectDrillsApart(command, made, before, random.ward, point)
            for stream in Set(made.map(\.stream)) {
                let folded = try #require(random.ward.folded(stream), point)
                let isHeld = folded.isOpen || stream.isAlwaysThere
                #expect(random.ward.ward[stream] == (isHeld ? folded : nil), point)
            }
        }
        #expect(random.outcomes.filter { $0.hasSuffix("recorded") }.count > Self.steps / 4)
        #expect(!random.outcomes.contains { $0.hasSuffix(" impossible") }, "a rule left it to the net below")
    }

    /// A bed has one mother, a baby one story, a band one wearer, a limb one band, a number one open story.
    private func expectOnePlaceForEverybody(_ ward: WardState, _ point: Comment) {
        let stories = ward.admissions.values.filter { $0.mergedInto == nil }
        let newborns = stories.flatMap(\.newborns)
        let bands = stories.compactMap(\.band?.code) + newborns.flatMap(\.attachedBands).map(\.code)
        for unique in [
            stories.compactMap(\.bed?.rawValue), newborns.map(\.id.rawValue), bands, stories.compactMap(\.identity.mrn),
        ] {
            #expect(Set(unique).count == unique.count, point)
        }
        for newborn in newborns {
            #expect(newborn.attachedBands.count <= 2, point)
            #expect(Set(newborn.attachedBands.map(\.limb)).count == newborn.attachedBands.count, point)
            let isOneBoot = newborn.custody.since.bootID == newborn.bornAt.bootID
            #expect(!isOneBoot || !newborn.custody.since.isBefore(newborn.bornAt), point)
        }
        for story in stories {
            #expect(Set(story.newborns.map(\.order)).count == story.newborns.count, point)
            #expect(story.recordedAt != nil && story.isOpen, point)
        }
    }

    /// One clock a mother; nothing before a decision; no delivery without one; no negative interval.
    private func expectClocksInOrder(_ ward: WardState, _ point: Comment) {
        for story in ward.admissions.values {
            #expect(story.runs.filter(\.isRunning).count <= 1, point)
            for run in story.runs {
                #expect((run.decisionToDelivery?.seconds ?? 0) >= 0, point)
                #expect(run.end.map { !$0.at.isBefore(run.decidedAt) } ?? true, point)
                #expect(run.marks.values.allSatisfy { !$0.at.isBefore(run.decidedAt) }, point)
                #expect(run.gradings.allSatisfy { !$0.at.isBefore(run.decidedAt) }, point)
                #expect(run.splits.allSatisfy { $0.interval.seconds >= 0 }, point)
                #expect(run.teamTimes.allSatisfy { ($0.interval?.seconds ?? 0) >= 0 }, point)
                #expect(run.notApplicable.isDisjoint(with: run.marks.keys), point)
            }
        }
    }

    /// A mismatch, a refusal, a band, an observation: nothing but an act of custody moves a baby.
    private func expectCustodyMovesOnlyByItsActs(
        _ made: [Entry], _ before: WardFixture, _ after: WardFixture, _ point: Comment
    ) {
        let acts: [any Fact.Type] = [
            HandoverCompleted.self, NewbornMoved.self, NewbornDischarged.self, ChildReleased.self, EntriesSigned.self,
            EntryCorrected.self,
        ]
        guard !made.contains(where: { entry in acts.contains { $0 == type(of: entry.fact) } }) else { return }
        for newborn in before.ward.admissions.values.flatMap(\.newborns) {
            guard let now = after.ward.newborn(newborn.id)?.newborn else { continue }
            #expect(now.custody == newborn.custody, point)
        }
    }

    private func expectDrillsApart(
        _ command: any WardCommand, _ made: [Entry], _ before: WardFixture, _ after: WardFixture, _ point: Comment
    ) {
        guard type(of: command).name.hasPrefix("drill.") else { return }
        #expect(after.ward.admissions == before.ward.admissions, point)
        for entry in made {
            guard case .drill = entry.stream else {
                Issue.record(point)
                continue
            }
        }
    }

    /// A stream of commands that are all refused would prove nothing.
    @Test func theStreamsRecordEveryCommandThatTheyGive() {
        var recorded: Set<String> = []
        var given: Set<String> = []
        var kinds: Set<String> = []
        for seed in Self.seeds {
            var random = RandomWard(seed: seed)
            for _ in 1...Self.steps { _ = random.step() }
            for outcome in random.outcomes {
                let parts = outcome.split(separator: " ").map(String.init)
                given.insert(parts[0])
                if parts[1] == "recorded" { recorded.insert(parts[0]) }
            }
            kinds.formUnion(random.ward.entries.map { type(of: $0.fact).kind })
        }

        #expect(given.subtracting(recorded).isEmpty)
        #expect(kinds.isSuperset(of: ["handoverCompleted", "handoverMismatched", "mismatchCleared", "storyAbsorbed"]))
    }

    @Test(arguments: seeds.prefix(8), [Int64(1), -86_400_000, 31_557_600_000, 7_777_777])
    func shiftingAllTimesChangesNoInterval(seed: UInt64, shift: Int64) throws {
        var random = RandomWard(seed: seed)
        var shifted = RandomWard(
            seed: seed, at: Moment(milliseconds: WardFixture.evening.milliseconds + shift))

        for _ in 1...Self.steps {
            _ = random.step()
            _ = shifted.step()
        }

        #expect(random.outcomes == shifted.outcomes)
        #expect(Intervals(random.ward) == Intervals(shifted.ward))
    }

    /// Whatever is corrected, every entry stays as it was recorded, with who and when.
    @Test(arguments: seeds.prefix(8))
    func correctionsNeverLoseTheOriginal(seed: UInt64) throws {
        var random = RandomWard(seed: seed)
        var kept: [String] = []
        for _ in 1...Self.steps {
            _ = random.step()
            let all = try random.ward.entries.map { "\($0.stamp) \(try FactKinds.encode($0.fact))" }
            #expect(all.starts(with: kept))
            kept = all
        }
    }

    @Test(arguments: seeds.prefix(8))
    func aWardFoldsToTheSameStateAlways(seed: UInt64) throws {
        var random = RandomWard(seed: seed)
        for _ in 1...Self.steps { _ = random.step() }
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys

        for admission in random.ward.everyAdmission {
            let text = try encoder.encode(admission)
            let again = try #require(random.ward.folded(.admission(admission.id)))
            guard case .admission(let folded) = again else { continue }
            #expect(folded == admission)
            #expect(try encoder.encode(folded) == text)
            #expect(try JSONDecoder().decode(Admission.self, from: text) == admission)
        }
    }
}

/// Every interval of a ward, by the names of things and not by their times.
private struct Intervals: Equatable {
    var runs: [String: [String: Interval]] = [:]
    var custody: [String: String] = [:]
    var lists: [String: Interval] = [:]

    init(_ ward: WardFixture) {
        for admission in ward.everyAdmission {
            for run in admission.runs {
                let reached =
                    Milestone.allCases.map { ($0.rawValue, run.elapsed(to: $0)) }
                    + [("now", run.elapsed(now: ward.clock))]
                runs["\(admission.id) \(run.id)"] = Dictionary(
                    uniqueKeysWithValues: reached.compactMap { name, interval in interval.map { (name, $0) } })
            }
            for newborn in admission.newborns {
                let age = newborn.bornAt.interval(to: newborn.custody.since).seconds
                custody["\(admission.id) \(newborn.id)"] =
                    "\(newborn.custody.custodian.code) \(newborn.custody.place) \(age)"
            }
        }
        for run in ward.ward.checklists.values { lists[run.id.rawValue] = run.elapsed(now: ward.clock) }
    }
}
