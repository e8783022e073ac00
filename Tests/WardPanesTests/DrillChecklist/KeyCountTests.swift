import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// How many keys things take, counted and printed.
struct KeyCountTests {
    @Test func fromTheBoardToARunningDrillInAtMostSixKeys() throws {
        let protocols = ClinicalLibrary.compiledIn.rules.protocols
        var counts: [String: Int] = [:]
        for found in protocols {
            var ward = DrillFixture(protocols)
            let letter = try #require((found.emergencyKey ?? "c").first)
            let keys: [Key] = [.character("4"), .character("n"), .character(letter), .enter]
            for key in keys { ward.press(key) }
            let run = try #require(ward.run, "\(found.id)")
            #expect(run.isDrill && run.isRunning && run.drillProtocol?.id == found.id)
            counts[found.id] = keys.count
        }
        print(
            "keys from the board to a running drill:", counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }
        )
        #expect(counts.count == 11 && counts.values.allSatisfy { $0 <= 6 })
    }

    @Test func oneKeyAStepAndWhatIsAskedBesides() throws {
        var plain = 0
        var asking = 0
        for found in ClinicalLibrary.compiledIn.rules.protocols {
            for step in found.steps {
                if step.asksForMore { asking += 1 } else { plain += 1 }
            }
        }
        var ward = DrillFixture([.long])
        ward.startDrill()
        let before = ward.entries.count
        for _ in DrillProtocol.long.steps { ward.press(.character(" ")) }
        let marks = ward.entries.count - before
        print(
            "keys a step: \(Double(DrillProtocol.long.steps.count) / Double(marks)); in the library \(plain) steps take one key, \(asking) ask for an answer, a dose or a measurement"
        )
        #expect(marks == DrillProtocol.long.steps.count)
    }
}
