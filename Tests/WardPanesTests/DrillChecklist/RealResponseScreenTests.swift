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
        #expect(ward.screen().contains("bed 3 李*"), "and in row 2")
    }

    /// Another response runs while the store takes nothing: the new one comes up at once, and takes the marks.
    @Test func oneThatIsNotSavedComesUpAtOnceAndTakesTheMarks() throws {
        var ward = DrillFixture()
        ward.press(.character("1"), .down)
        ward.startResponse()
        let first = try #require(ward.run?.id)
        ward.advance(seconds: 61)
        ward.storeIsBusy = true
        ward.startResponse()
        ward.advance(seconds: 5)
        #expect(ward.words().contains("NOT SAVED 未保存 REAL RESPONSE"))
        #expect(ward.words().contains("for nobody yet"))
        #expect(ward.screen().contains("NOT SAVED 未保存 00:05 Haemorrhage"), "and in row 2")
        ward.tap(.character(" "))
        ward.advance(seconds: 2)
        #expect(ward.words().contains("[x] C MW Call for help NOT SAVED 未保存"))
        ward.storeIsBusy = false
        ward.advance(seconds: 1)
        let second = try #require(ward.run)
        #expect(second.id != first && ward.runs[first]?.marks.isEmpty == true)
        let mark = try #require(second.marks["call"])
        #expect(second.startedAt?.interval(to: mark.at).seconds == 5)
        #expect(!ward.words().contains("NOT SAVED"))
    }

    /// Each repeat says how often the step had been marked, those that are not saved among them.
    @Test func repeatsThatAreNotSavedAreAllRecorded() {
        var ward = DrillFixture()
        ward.startResponse()
        for _ in 1...2 {
            ward.press(.end)
            ward.storeIsBusy = true
            ward.press(.character(" "))
            ward.advance(seconds: 5)
        }
        ward.storeIsBusy = false
        ward.advance(seconds: 2)
        #expect(ward.run?.timesMarked["reconcile"] == 2)
        #expect(ward.refusals.isEmpty)
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
