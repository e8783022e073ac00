import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A real response belongs to somebody, and has no score.
struct RealResponseScreenTests {
    @Test func nobodyYetIsSaidAndNamedByBed() {
        var ward = DrillFixture()
        ward.signOut()
        ward.startResponse()
        #expect(ward.words().contains("for nobody yet: n names her"))
        ward.press(.character("n"))
        ward.type("9")
        ward.press(.enter)
        #expect(ward.screen().contains("Nobody here is '9'."))
        ward.press(.backspace)
        ward.type("3")
        ward.press(.enter)
        #expect(ward.run?.admission == ward.mother?.id)
        #expect(ward.words().contains("bed 3 李*"))
        #expect(ward.screen().contains("bed3 李*"), "and in row 2")
    }

    @Test func aSelectedBabyIsWhomANewbornListIsFor() throws {
        var ward = DrillFixture([.aboutNewborn])
        let mother = try #require(ward.mother?.id)
        ward.record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live), by: Badge("W1001"))
        ward.press(.character("3"), .down)
        ward.press(.character("!"))
        #expect(ward.screen().contains("BABY A"))
        ward.press(.character("h"))
        #expect(ward.run?.newborn == NewbornID(mother, order: 1))
        #expect(ward.words().contains("BABY A of 李*"))
    }

    @Test func itIsOnHerPageAndHasNoScoreAnywhere() throws {
        var ward = DrillFixture()
        ward.press(.character("1"), .down)
        ward.startResponse()
        ward.press(.character(" "), .character("f"), .character("f"))
        #expect(!ward.words().contains("critical steps"))
        #expect(!ward.words().contains("MET"))
        ward.press(.character("l"))
        #expect(ward.words().contains("REAL Haemorrhage -"))
        ward.press(.character("y"))
        #expect(ward.words().contains("no drill on record yet"))
        let lines = ward.entries.filter { if case .response = $0.stream { true } else { false } }
        let mother = try #require(ward.mother?.id)
        ward.press(.character("1"), .enter)
        ward.send(
            .answer(.responseStories(mother, lines.map { StoryLine(entry: $0, correctedBy: nil, struck: false) })), 0)
        #expect(ward.screen().contains("response: Call for help: done"))
        #expect(ward.screen().contains("response: response started: Haemorrhage"))
    }
}

extension DrillProtocol {
    /// A list about a newborn.
    static let aboutNewborn = DrillProtocol(
        id: "newborn", emergencyKey: "h", version: "1", en: "Newborn", zhHans: "新生儿", momentZeroEn: "birth",
        momentZeroZhHans: "出生", roles: [TeamRole(code: "NEO", en: "neonatal team", zhHans: "新生儿科")],
        steps: [
            ProtocolStep(
                id: "call", targetSeconds: 30, role: "NEO", critical: true, en: "Call", zhHans: "呼叫",
                source: Source(.verified, "test"))
        ],
        isAboutNewborn: true, source: Source(.verified, "test"))
}
