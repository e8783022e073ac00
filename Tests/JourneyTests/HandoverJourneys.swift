import Foundation
import Testing

/// A handover in a real terminal, its scans and keys counted and printed.
@Suite(.serialized)
struct HandoverJourneys {
    /// Counts what is sent to a terminal.
    private final class Hand {
        let terminal: TmuxTerminal
        private(set) var scans = 0
        private(set) var keys = 0

        init(_ terminal: TmuxTerminal) { self.terminal = terminal }

        func scan(_ code: String) throws {
            scans += 1
            try terminal.scan(code)
        }

        func press(_ key: String) throws {
            keys += 1
            try terminal.press(key)
        }
    }

    private func ward() throws -> WardFolder {
        let ward = try WardFolder()
        try ward.setUp()
        try ward.apply(
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"1"}"#,
            #"{"do":"newborn.born","by":"W1001","mrn":"ZY1","mode":"vaginal","outcome":"live","sex":"female"}"#,
            #"{"do":"band.attachMother","by":"W1001","mrn":"ZY1","band":"MOTHER-1"}"#,
            #"{"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"BABY-1A","limb":"leftWrist"}"#,
            #"{"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"BABY-1B","limb":"rightAnkle"}"#,
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY2","name":"周敏","bed":"2"}"#,
            #"{"do":"band.attachMother","by":"W1001","mrn":"ZY2","band":"MOTHER-2"}"#)
        return ward
    }

    /// The one finished handover, as the program lists it.
    private func handover(_ ward: WardFolder) throws -> [String: Any] {
        let listed = try ward.run(["list", "handovers", "--format", "json"])
        let rows = try #require(try JSONSerialization.jsonObject(with: Data(listed.utf8)) as? [[String: Any]])
        #expect(rows.count == 1)
        return try #require(rows.first)
    }

    @Test(arguments: ["en", "zh-Hans"])
    func aHandoverTakesFourScansAndTwoKeys(language: String) throws {
        let ward = try ward()
        let terminal = try ward.open(columns: 80, rows: 24, language: language)
        try terminal.wait(for: language == "en" ? "live" : "实时")
        try terminal.type("3")
        try terminal.wait(for: language == "en" ? "*Whereabouts" : "*所在")
        try terminal.scan("W1001")
        try terminal.wait(for: language == "en" ? "PIN" : "密码")
        try terminal.type(WardFolder.pin)
        try terminal.press("Enter")
        try terminal.wait(for: language == "en" ? "王敏 midwife" : "王敏 助产士")
        let hand = Hand(terminal)

        try hand.scan("BABY-1A")
        try terminal.wait(for: language == "en" ? "李* Girl" : "李*之女")
        try hand.scan("MOTHER-1")
        try terminal.wait(for: "MOTHER-1")
        try hand.scan("W1001")
        try terminal.wait(for: language == "en" ? "王敏, midwife" : "王敏，助产士")
        try hand.scan("W2002")
        try terminal.wait(for: language == "en" ? "赵静, nurse" : "赵静，护士")
        try hand.press("2")
        try hand.press("Enter")

        try terminal.wait(for: language == "en" ? "handed over, match" : "交接相符")
        let row = try handover(ward)
        #expect(row["giver"] as? String == "staff:W1001" && row["receiver"] as? String == "staff:W2002")
        #expect(row["to"] as? String == "nicu" && row["result"] as? String == "match")
        print("handover in \(language): \(hand.scans) scans, \(hand.keys) keys")
        #expect(hand.scans == 4 && hand.keys <= 2)
    }

    @Test func anotherMothersBandStopsEveryTerminalUntilASecondPersonClearsIt() throws {
        let ward = try ward()
        let first = try ward.open(columns: 80, rows: 24)
        let second = try ward.open(columns: 120, rows: 36)
        try first.wait(for: "live")
        try second.wait(for: "live")
        try first.type("3")
        try second.type("3")
        try first.wait(for: "*Whereabouts")
        try second.wait(for: "*Whereabouts")
        try first.signIn("W1001", "王敏 midwife")
        try first.type("h")
        try first.wait(for: "Four scans")
        try first.scan("BABY-1B")
        try first.wait(for: "李* Girl")
        try first.scan("MOTHER-2")
        try first.wait(for: "STOP 停")
        try second.wait(for: "STOP 停")
        try second.signIn("C3003", "钱红 charge nurse")
        try second.press("k")
        try second.wait(for: "found")
        try second.press("1", "Tab")
        try second.type("read aloud")
        try second.press("Enter")
        try first.wait(whileShown: "STOP 停")
        let row = try handover(ward)
        #expect(row["result"] as? String == "mismatch")
        try ward.run(["ledger", "verify"])
    }

    @Test func theWholeStoryOfIdentityIsAppliedByLines() throws {
        let ward = try ward()
        try ward.apply(
            #"{"do":"mother.checkIdentity","by":"W1001","mrn":"ZY1","identityCheck":"documentAndFace","documentKind":"identityCard","documentLast4":"123X"}"#,
            #"{"do":"newborn.describe","by":"W1001","band":"BABY-1A","lengthMillimetres":500,"cordClamps":1,"registeredName":"张安"}"#,
            #"{"do":"band.lose","by":"W1001","mrn":"ZY1","limb":"leftWrist","reason":"bath"}"#,
            #"{"do":"band.attach","by":"W1001","mrn":"ZY1","band":"BABY-1C","limb":"leftWrist","second":"W2002","motherBand":"MOTHER-1","otherBand":"BABY-1B","reason":"lost"}"#,
            #"{"do":"custody.authorise","by":"W1001","mrn":"ZY1","name":"张伟","relation":"father","pass":"PASS-9","motherBand":"MOTHER-1"}"#,
            #"{"do":"custody.handOver","by":"W1001","band":"BABY-1C","motherBand":"MOTHER-1","giver":"W1001","receiver":"PASS-9","to":"postnatal"}"#,
            #"{"do":"custody.handOver","by":"W1001","band":"BABY-1C","motherBand":"MOTHER-1","giver":"PASS-9","receiver":"W2002","to":"nicu"}"#,
            #"{"do":"custody.card","by":"W1001","band":"BABY-1C","card":{"situation":"grunting","due":"HBIG"}}"#,
            #"{"do":"custody.readBack","by":"W2002","band":"BABY-1C","card":{"glucose":"3.1"}}"#,
            #"{"do":"visitor.enter","by":"W2002","band":"BABY-1C","name":"张伟","relation":"father"}"#,
            #"{"do":"visitor.leave","by":"W2002","band":"BABY-1C","name":"张伟"}"#,
            #"{"do":"newborn.admit","by":"W2002","how":"foundling","label":"foundling 1","place":"nicu"}"#,
            #"{"do":"newborn.notify","by":"W2002","label":"foundling 1","authority":"police","note":"told"}"#,
            #"{"do":"newborn.discharge","by":"W1001","band":"BABY-1C","otherBand":"BABY-1B","motherBand":"MOTHER-1","to":"home","collector":"张伟","relation":"father","documentKind":"identityCard","documentLast4":"123X","second":"W2002","signatureSeenBy":"W2002"}"#
        )
        let refused = try ward.matrona(
            ["apply", "-"],
            input: #"{"do":"newborn.discharge","by":"W1001","band":"COT-1","to":"home","second":"W2002"}"# + "\n")
        #expect(refused.status == 1)
        #expect(refused.output.contains("bandUnknown"))
        try ward.run(["ledger", "verify"])
    }
}
