import Foundation
import Testing

@testable import matrona

/// `list` by the built program: every subject in every format.
@Suite struct ListTests {
    /// A ward in which there is one of most things.
    private static func evening() throws -> BuiltProgram {
        let program = try BuiltProgram.ward()
        try program.run(
            "apply",
            input: """
                {"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李, \\"娜\\"","bed":"3"}
                {"do":"caesarean.decide","by":"D4001","mrn":"ZY1","category":1,"id":"cs-1"}
                {"do":"newborn.born","by":"W1001","mrn":"ZY1","mode":"caesarean","outcome":"live"}
                {"do":"band.attachMother","by":"W1001","mrn":"ZY1","band":"690123400000000018"}
                {"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"690123400000000025","limb":"leftWrist"}
                {"do":"custody.handOver","by":"W1001","band":"690123400000000025","motherBand":"690123400000000018","giver":"W1001","receiver":"N2001","to":"nicu"}
                {"do":"headCount.start","by":"N2001","id":"count-1"}
                {"do":"headCount.scan","by":"N2001","band":"690123400000000025"}
                {"do":"headCount.finish","by":"N2001"}
                {"do":"shift.handOver","by":"C3001","receiver":"D4001","note":"quiet"}
                {"do":"drill.start","by":"T5001","id":"drill-1","protocol":"pph","participants":[{"badge":"C3001","role":"LEAD"}]}
                """
        ).expectDone()
        return program
    }

    @Test func everySubjectComesInEveryFormat() throws {
        let program = try Self.evening()
        for subject in ListCommand.Subject.allCases.map(\.rawValue) {
            let json = try program.run("list", subject, "--format", "json")
            json.expectDone()
            let parsed = try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [[String: Any]]
            let rows = try #require(parsed, "\(subject): \(json.output)")
            for format in ["csv", "table"] {
                let listed = try program.run("list", subject, "--format", format)
                listed.expectDone()
                #expect(listed.errors.isEmpty, "\(subject) \(format)")
                let lines = listed.output.split(whereSeparator: \.isNewline)
                #expect(rows.isEmpty || lines.count > rows.count, "\(subject) \(format): \(listed.output)")
            }
        }
        for subject in ["mothers", "newborns", "caesareans", "handovers", "drills", "counts", "shifts"] {
            #expect(try program.run("list", subject, "--format", "json").rows.count == 1, "\(subject)")
        }
    }

    @Test func theRegisterKeepsWhatWasCorrectedAndSaysWhatIsKnownOfTheBaby() throws {
        let program = try Self.evening()
        let before = try program.run("list", "handovers", "--format", "json").rows
        let entry = try #require(before.first?["entry"] as? String)
        try program.run(
            "apply",
            input:
                #"{"do":"entry.correct","by":"W1001","entry":"\#(entry)","reason":"typing","change":{"reason":"cold"}}"#
        ).expectDone()

        let rows = try program.run("list", "handovers", "--format", "json").rows
        #expect(rows.count == 2)
        let (old, new) = (
            rows.first { $0["entry"] as? String == entry }, rows.first { $0["supersedes"] as? String == entry }
        )
        #expect(old?["supersededBy"] as? String == new?["entry"] as? String)
        #expect(new?["reason"] as? String == "cold")
        #expect(new?["correctionReason"] as? String == "typing")
        #expect(new?["purpose"] as? String == "nicu")
        #expect(new?["bands"] as? String == "690123400000000025@leftWrist")
    }

    @Test func anAlarmThatEndedIsListedWhenEverybodyHasLeft() throws {
        let program = try BuiltProgram.ward()
        try program.run(
            "apply",
            input: """
                {"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"3"}
                {"do":"newborn.born","by":"W1001","mrn":"ZY1","mode":"vaginal","outcome":"live"}
                {"do":"band.attachMother","by":"W1001","mrn":"ZY1","band":"690123400000000018"}
                {"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"690123400000000025","limb":"leftWrist"}
                {"do":"custody.move","by":"W1001","band":"690123400000000025","to":"nicu"}
                {"do":"custody.handOver","by":"W1001","band":"690123400000000025","motherBand":"690123400000000018","giver":"W1001","receiver":"N2001","to":"nicu"}
                {"do":"newborn.condition","by":"W1001","mrn":"ZY1","order":1,"temperatureTenths":368,"stool":"meconium"}
                {"do":"newborn.discharge","by":"W1001","band":"690123400000000025","motherBand":"690123400000000018","to":"home","second":"N2001","signatureSeenBy":"N2001"}
                {"do":"mother.depart","by":"W1001","mrn":"ZY1","to":"home"}
                """
        ).expectDone()
        let alarms = try program.run("list", "alarms", "--format", "json").rows
        let owed = alarms.first { $0["kind"] as? String == "handoverOwed" }
        #expect(owed?["state"] as? String == "ended" && owed?["mrn"] as? String == "ZY1")
        let row = try program.run("list", "handovers", "--format", "json").rows.first
        #expect(row?["temperatureTenths"] as? Int == 368 && row?["stool"] as? String == "meconium")
        #expect(row?["second"] as? String == "N2001" && row?["signatureSeenBy"] as? String == "N2001")
    }

    @Test func theRegisterSaysWhoActedTogetherWhereHerBandWasNot() throws {
        let program = try BuiltProgram.ward()
        try program.run(
            "apply",
            input: """
                {"do":"newborn.admit","by":"N2001","id":"found","how":"foundling","label":"foundling 1","place":"nicu"}
                {"do":"band.attach","by":"N2001","admission":"found","order":1,"band":"690123400000000025","limb":"leftWrist"}
                {"do":"newborn.discharge","by":"C3001","band":"690123400000000025","noMotherBand":"foundling","to":"home","collector":"民政局","relation":"guardian","documentKind":"agencyLetter","documentLast4":"0042","second":"N2001","signatureSeenBy":"N2001","medicalOffice":"吴主任"}
                """
        ).expectDone()

        let row = try program.run("list", "handovers", "--format", "json").rows.first

        #expect(row?["medicalOffice"] as? String == "吴主任" && row?["noMotherBand"] as? String == "foundling")
        #expect(
            row?["documentKind"] as? String == "agencyLetter" && row?["receiver"] as? String == "relative:guardian:民政局")
        #expect(row?["bornAt"] is NSNull, "nobody knows when")
    }

    @Test func countsAndShiftsSayWhatWasSeenAndAccepted() throws {
        let program = try Self.evening()
        let count = try #require(try program.run("list", "counts", "--format", "json").rows.first)
        #expect(count["seen"] as? Int == 1)
        #expect(count["missing"] as? Int == 0)
        #expect((count["sightings"] as? [Any])?.count == 1)
        let shift = try #require(try program.run("list", "shifts", "--format", "json").rows.first)
        #expect(shift["receiver"] as? String == "D4001")
        let accepted = try #require(shift["accepted"] as? [String: Any])
        let snapshot = try #require(accepted["snapshot"] as? [String: Any])
        #expect((snapshot["mothers"] as? [Any])?.count == 1)
        let baby = try #require((snapshot["babies"] as? [[String: Any]])?.first)
        #expect(
            (baby["since"] as? String)?.contains(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d.*[+-]\d\d:\d\d$/) == true, "\(baby)")
    }

    @Test func csvQuotesWhatWouldBreakIt() throws {
        let program = try Self.evening()
        let text = try program.run("list", "mothers", "--format", "csv").output
        #expect(text.contains(#""李, ""娜""""#), "\(text)")
    }

    @Test func daysAreBothIncluded() throws {
        let program = try Self.evening()
        let today = SystemClock(environment: [:]).now().moment.localDay(.fixed(seconds: 8 * 3600))
        func count(_ from: Int, _ to: Int) throws -> Int {
            try program.run(
                "list", "mothers", "--format", "json", "--from", today.advanced(days: from).description, "--to",
                today.advanced(days: to).description
            ).rows.count
        }
        #expect(try count(0, 0) == 1)
        #expect(try count(-1, 0) == 1)
        #expect(try count(-2, -1) == 0)
        #expect(try count(1, 1) == 0)
        try program.run("list", "alarms", "--from", "\(today)").expectFailure(64, "takes no days")
        try program.run("list", "mothers", "--from", "2026-02-02", "--to", "2026-02-01").expectFailure(64, "--to")
    }
}
