import Foundation
import Testing

/// What a slow line does to scans and typing, in a real terminal.
@Suite(.serialized)
struct InputJourneys {
    @Test func aScanInPiecesRecordsNothing() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.signIn("W1001", "王敏 midwife")
        let before = try ward.run(["ledger", "show"])
        try terminal.scan("]C1", "0190123400000000018")
        try terminal.wait(for: "The code '0190123400000000018' can't be read")
        #expect(try ward.run(["ledger", "show"]) == before)
    }

    @Test func aScanInPiecesIsNobodysArrival() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.press("!")
        try terminal.wait(for: "EMERGENCY")
        try terminal.press("c")
        try terminal.wait(for: "DDI ?")
        try terminal.press("2")
        let before = try ward.run(["ledger", "show"])
        try terminal.scan("69", "0123400000000018")
        try terminal.wait(for: "690123400000000018 is nobody's badge")
        try terminal.scan("]C", "1690123400000000018")
        try terminal.scan("COT-12")
        try terminal.wait(for: "The code COT-12 is that of a cot card")
        #expect(try ward.run(["ledger", "show"]) == before)
        try terminal.scan("X7001")
        try terminal.wait(for: "arrived: X7001")
    }

    @Test func aPinThatComesAtOnceSignsInAndIsNeverShown() throws {
        let ward = try WardFolder()
        try ward.setUp()
        let terminal = try ward.open()
        try terminal.wait(for: "live")
        try terminal.scan("W1001")
        try terminal.wait(for: "PIN")
        try terminal.scan("9753")
        let screen = try terminal.wait(for: "Wrong PIN")
        #expect(!screen.contains("9753"))
        try terminal.scan(WardFolder.pin)
        try terminal.wait(for: "王敏 midwife")
    }
}
