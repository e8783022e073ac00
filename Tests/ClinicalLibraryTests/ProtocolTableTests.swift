import Testing
import WardDomain

@testable import ClinicalLibrary

/// The protocols against tables written by hand from the clinical reference, section 7.
@Suite("Protocols stand as the clinical reference has them")
struct ProtocolTableTests {
    /// A step in one line: id, seconds (nil: none), proposal, role, critical, mark, asks for a dose.
    struct Row: Equatable {
        let id: String
        let seconds: Int?
        let proposal: Bool
        let role: String
        let critical: Bool
        let mark: String
        let drug: Bool

        init(
            _ id: String, _ seconds: Int?, proposal: Bool = false, _ role: String, _ critical: Bool, _ mark: String,
            drug: Bool = false
        ) {
            self.id = id
            self.seconds = seconds
            self.proposal = proposal
            self.role = role
            self.critical = critical
            self.mark = mark
            self.drug = drug
        }

        init(_ step: ProtocolStep) {
            self.init(
                step.id, step.targetSeconds, proposal: step.targetIsProposal, step.role, step.critical,
                step.source.mark.rawValue, drug: step.takesDose)
        }
    }

    @Test("7.1 postpartum haemorrhage")
    func haemorrhage() throws {
        let steps = try protocolInForce("pph").steps
        #expect(
            steps.map(Row.init) == [
                Row("call", 30, "MW", true, "R"),
                Row("leader", 60, proposal: true, "LEAD", true, "R"),
                Row("massage", 60, "MW", true, "V"),
                Row("kit", 120, "RUN", false, "V"),
                Row("vitals", 120, "ANE", true, "R"),
                Row("iv-bloods", 180, "MW", true, "R"),
                Row("oxytocin", 300, proposal: true, "OB", true, "V*", drug: true),
                Row("txa", 900, "ANE", true, "V*", drug: true),
                Row("bladder", 300, "MW", true, "R"),
                Row("cause", 300, "OB", true, "R"),
                Row("fluids", 900, "ANE", true, "R"),
                Row("loss", 600, "REC", true, "R"),
                Row("second-uterotonic", 600, proposal: true, "OB", false, "R", drug: true),
                Row("blood-bank", 600, proposal: true, "RUN", true, "R"),
                Row("escalate", 900, proposal: true, "LEAD", true, "R"),
                Row("balloon", 1200, proposal: true, "OB", false, "R"),
                Row("theatre", 1800, proposal: true, "LEAD", true, "R"),
                Row("family", 1800, "FAM", false, "R"),
                Row("reconcile", nil, "REC", true, "R"),
            ])
    }

    @Test("7.2 neonatal asphyxia")
    func asphyxia() throws {
        let steps = try protocolInForce("newborn-resuscitation").steps
        #expect(
            steps.map(Row.init) == [
                Row("brief", nil, "LEAD", true, "R"),
                Row("birth-time", 0, "REC", true, "R"),
                Row("assess", 10, "NEO", true, "R"),
                Row("initial-steps", 30, "MW", true, "R"),
                Row("ppv", 60, "NEO", true, "R"),
                Row("spo2", 60, "MW", true, "R"),
                Row("apgar-1", 60, "REC", false, "V"),
                Row("corrective", 75, proposal: true, "NEO", true, "R"),
                Row("heart-rate", 90, "NEO", true, "R"),
                Row("intubate", 120, proposal: true, "NEO", true, "R"),
                Row("compressions", 120, proposal: true, "MW", true, "V*"),
                Row("reassess", 180, proposal: true, "NEO", true, "R"),
                Row("adrenaline", 180, proposal: true, "RUN", true, "R", drug: true),
                Row("adrenaline-repeat", 300, "NEO", false, "V*", drug: true),
                Row("apgar-5", 300, "REC", true, "V"),
                Row("volume", nil, "NEO", false, "V*", drug: true),
                Row("apgar-10", 600, "REC", false, "R"),
                Row("apgar-15", 900, "REC", false, "V"),
                Row("apgar-20", 1200, "REC", false, "V"),
                Row("post-care", nil, "NEO", true, "R"),
            ])
    }

    @Test(
        "The other protocols: letter, steps, critical steps, proposed targets",
        arguments: [
            ("pph", "p", 19, 15, 7), ("newborn-resuscitation", "n", 20, 14, 5), ("shoulder-dystocia", "s", 14, 11, 2),
            ("eclampsia", "e", 15, 14, 2), ("cord-prolapse", "d", 12, 9, 2), ("afe", "a", 12, 10, 6),
            ("maternal-arrest", "m", 12, 11, 1), ("category-1-caesarean", nil, 14, 13, 8),
            ("uterine-rupture", "u", 10, 9, 2), ("infant-abduction", "i", 12, 11, 6),
            ("nicu-evacuation", "v", 12, 10, 6),
        ] as [(String, String?, Int, Int, Int)])
    func counts(id: String, letter: String?, steps: Int, critical: Int, proposals: Int) throws {
        let found = try protocolInForce(id)
        #expect(found.emergencyKey == letter)
        #expect(found.steps.count == steps)
        #expect(found.steps.count(where: \.critical) == critical)
        #expect(found.steps.count(where: \.targetIsProposal) == proposals)
    }

    @Test("All eleven, in the reference's order")
    func order() {
        #expect(
            ClinicalLibrary.compiledIn.rules.protocols.map(\.id) == [
                "pph", "newborn-resuscitation", "shoulder-dystocia", "eclampsia", "cord-prolapse", "afe",
                "maternal-arrest", "category-1-caesarean", "uterine-rupture", "infant-abduction", "nicu-evacuation",
            ])
    }

    @Test("A rupture is recall throughout, an abduction verified throughout")
    func marksByProtocol() throws {
        #expect(try protocolInForce("uterine-rupture").steps.allSatisfy { $0.source.mark == .recall })
        #expect(try protocolInForce("infant-abduction").steps.allSatisfy { $0.source.mark == .verified })
    }

    @Test("Targets that are no time are told in words")
    func targetsInWords() throws {
        #expect(try protocolInForce("pph")[step: "reconcile"]?.targetLabel == Phrase(en: "end", zhHans: "结束时"))
        #expect(
            try protocolInForce("newborn-resuscitation")[step: "adrenaline-repeat"]?.targetLabel
                == Phrase(en: "every 3-5 min", zhHans: "每3-5分钟"))
        #expect(try protocolInForce("category-1-caesarean")[step: "cord"]?.targetText == "+1-3 min")
        #expect(try protocolInForce("pph")[step: "txa"]?.targetLabel == nil)
    }

    @Test("Steps that are due again, in seconds")
    func repeats() {
        let found = ClinicalLibrary.compiledIn.rules.protocols.flatMap { found in
            found.steps.compactMap { step in step.repeatSeconds.map { "\(found.id) \(step.id) \($0)" } }
        }
        #expect(
            found == [
                "pph vitals 300", "pph loss 300", "newborn-resuscitation adrenaline-repeat 300", "afe timekeeper 60",
                "maternal-arrest adrenaline 300", "maternal-arrest record 60",
            ])
    }

    @Test(
        "Each clock counts from its own moment",
        arguments: [
            ("pph", "start (sign recognised)"), ("newborn-resuscitation", "birth"),
            ("shoulder-dystocia", "birth of the head"), ("maternal-arrest", "arrest"),
            ("category-1-caesarean", "decision"),
        ])
    func momentZero(id: String, moment: String) throws {
        #expect(try protocolInForce(id).momentZero.en == moment)
    }
}

/// A compiled-in protocol.
func protocolInForce(_ id: String) throws -> DrillProtocol {
    try #require(ClinicalLibrary.compiledIn.rules.drillProtocol(id))
}
