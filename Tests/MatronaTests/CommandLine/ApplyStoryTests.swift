import Foundation
import Testing
import WardDomain
import WardLedger

@testable import matrona

/// The evening of the first issue, told to the built program by `apply`.
@Suite struct ApplyStoryTests {
    private let today = SystemClock(environment: [:]).now().moment.localDay(.fixed(seconds: 8 * 3600))

    private func due(in days: Int) -> String { today.advanced(days: days).description }

    private func importMothers(_ program: BuiltProgram) throws -> BuiltProgram.Outcome {
        let list = """
            住院号,姓名,出生日期,孕次,产次,预产期,床号,胎数
            ZY01,张晓华,1992-05-08,2,1,\(due(in: 5)),1,1
            ZY02,陈静,1998-04-21,1,0,\(due(in: -1)),2,1
            ZY03,李娜,1995-03-02,1,0,\(due(in: 20)),3,2
            ZY04,刘芳,1999-08-30,2,0,\(today.parts.year + 5)-01-01,4,1
            ,吴倩,1992-09-08,2,0,\(due(in: 9)),5,1
            ZY06,Maria Fernanda Oliveira,1996-02-14,1,0,\(due(in: 7)),6,1
            ZY07,周梅,1997-01-15,2,1,\(due(in: 2)),,1
            ZY08,徐慧,1996-07-02,1,0,\(due(in: 53)),,1
            """
        return try program.run("import", "mothers", "-", input: list)
    }

    @Test func theEveningIsRecordedWholeAndNoByteOfItCanChangeUnseen() throws {
        let program = try BuiltProgram.ward()
        let imported = try importMothers(program)
        #expect(imported.status == 1)
        #expect(imported.output.contains("line 5, column 6 (due date)"))
        #expect(imported.output.contains("line 6, column 1 (hospital number)"))
        #expect(imported.output.contains("6 admitted, 0 here before, 2 refused"))

        try caesarean(program)
        try handovers(program)
        try unknownWoman(program)
        try drill(program)
        try ledger(program)
    }

    private func caesarean(_ program: BuiltProgram) throws {
        let story = try program.run(
            "apply",
            input: """
                {"do":"risk.grade","by":"D4001","mrn":"ZY03","grade":"orange","infectious":true}
                {"do":"caesarean.decide","by":"D4001","mrn":"ZY03","category":1,"indication":"FHR","at":"-20"}
                {"do":"caesarean.decide","by":"D4001","mrn":"ZY03","category":1,"indication":"FHR","at":"-20","reason":"written down late"}
                {"do":"caesarean.mark","by":"W1001","mrn":"ZY03","milestone":"CALL","at":"-19"}
                {"do":"caesarean.mark","by":"W1001","mrn":"ZY03","milestone":"CALL","at":"-19","reason":"phone log"}
                {"do":"caesarean.mark","mrn":"ZY03","milestone":"ARRIVE","at":"-10"}
                {"do":"newborn.born","by":"W1001","mrn":"ZY03","order":1,"mode":"caesarean","outcome":"live","sex":"female","weightGrams":2310,"apgar1":8,"apgar5":9}
                {"do":"newborn.born","by":"W1001","mrn":"ZY03","order":2,"mode":"caesarean","outcome":"live","sex":"male","weightGrams":2460,"apgar1":7,"apgar5":9}
                """)
        #expect(story.status == 1)
        #expect(story.refusal(2) == "reasonNeededForTime")
        #expect(story.refusal(4) == "reasonNeededForTime")
        for line in [1, 3, 5, 6, 7, 8] { #expect(story.isOK(line), "\(story.output)") }

        let mother = try #require(
            try program.run("list", "mothers", "--format", "json").rows.first { $0["mrn"] as? String == "ZY03" })
        #expect(mother["risk"] as? String == "orange")
        #expect(mother["infectious"] as? Bool == true)
        let run = try #require(try program.run("list", "caesareans", "--format", "json").rows.first)
        #expect(run["ending"] as? String == "delivered")
        #expect((1200...1210).contains(try #require(run["decisionToDeliverySeconds"] as? Int)))
        #expect(run["targetSeconds"] as? Int == 1800)
        #expect(run["withinTarget"] as? Bool == true)
        let milestones = try #require(run["milestones"] as? [[String: Any]])
        #expect(milestones.map { $0["milestone"] as? String } == ["DECISION", "CALL", "ARRIVE", "DELIVERY"])
        #expect((59...60).contains(try #require(milestones[1]["splitSeconds"] as? Int)))
        #expect(milestones[1]["reason"] as? String == "phone log")
        #expect(run["longestSplit"] as? String == "DELIVERY")
        #expect(run["unsigned"] as? Int == 1)
    }

    private func handovers(_ program: BuiltProgram) throws {
        let story = try program.run(
            "apply",
            input: """
                {"do":"band.attachMother","by":"W1001","mrn":"ZY03","band":"690123400000000018"}
                {"do":"band.attach","by":"W1001","mrn":"ZY03","order":1,"band":"690123400000000025","limb":"leftWrist"}
                {"do":"band.attach","by":"W1001","mrn":"ZY03","order":1,"band":"690123400000000032","limb":"rightAnkle"}
                {"do":"band.attach","by":"W1001","mrn":"ZY03","order":2,"band":"690123400000000049","limb":"leftWrist"}
                {"do":"band.attach","by":"W1001","mrn":"ZY03","order":2,"band":"690123400000000056","limb":"rightAnkle"}
                {"do":"band.attachMother","by":"W1001","mrn":"ZY01","band":"690123400000000063"}
                {"do":"custody.handOver","by":"W1001","band":"690123400000000025","motherBand":"690123400000000018","giver":"W1001","receiver":"N2001","to":"nicu","reason":"observation"}
                {"do":"custody.handOver","by":"W1001","band":"690123400000000049","motherBand":"690123400000000063","giver":"W1001","receiver":"N2001","to":"nicu"}
                {"do":"custody.handOver","by":"W1001","band":"690123400000000049","motherBand":"690123400000000018","giver":"W1001","receiver":"N2001","to":"nicu"}
                """)
        for line in 1...7 { #expect(story.isOK(line), "\(story.output)") }
        #expect(story.refusal(8) == "mismatch")
        #expect((story.answers[7]["recorded"] as? [String])?.count == 1)
        #expect(story.refusal(9) == "mismatchUncleared")
        let newborns = try program.run("list", "newborns", "--format", "json").rows
        #expect(newborns.map { $0["place"] as? String } == ["theatre", "nicu"])
        let event = (newborns[0]["adverseEvents"] as? [[String: Any]])?.first
        #expect(event?["scanned"] as? String == "690123400000000063")
        #expect(event?["belongs"] as? String == "690123400000000018")
        #expect(event?["clearedAt"] is NSNull)
        let alarms = try program.run("list", "alarms", "--format", "json").rows
        #expect(alarms.first?["kind"] as? String == "mismatchUncleared")
        #expect(alarms.first?["priority"] as? String == "high")
        let register = try program.run("list", "handovers", "--format", "json").rows
        #expect(register.map { $0["result"] as? String } == ["mismatch", "match"])
    }

    private func unknownWoman(_ program: BuiltProgram) throws {
        try program.run(
            "apply",
            input: """
                {"do":"caesarean.decide","label":"unknown woman 1","id":"ambulance-1","at":"-10","reason":"by ambulance"}
                """
        ).expectDone()
        let unnamed = try #require(try program.run("list", "caesareans", "--format", "json").rows.first)
        #expect(unnamed["mrn"] is NSNull)
        try program.run(
            "apply",
            input:
                #"{"do":"mother.identify","by":"W1001","label":"unknown woman 1","mrn":"ZY09","name":"王芳","birthDate":"1994-01-01"}"#
        ).expectDone()
        let run = try #require(try program.run("list", "caesareans", "--format", "json").rows.first)
        #expect(run["decidedAt"] as? String == unnamed["decidedAt"] as? String)
        #expect(run["run"] as? String == "ambulance-1")
        #expect(run["mrn"] as? String == "ZY09")
        #expect(run["running"] as? Bool == true)
        try program.run(
            "apply", input: #"{"do":"caesarean.standDown","by":"D4001","run":"ambulance-1","reason":"not needed"}"#
        )
        .expectDone()
    }

    private func drill(_ program: BuiltProgram) throws {
        let debrief = """
            {"wentWell":"call","change":"blood bank earlier","actions":[{"what":"card on the trolley","owner":"C3001","due":"\(due(in: 20))"}]}
            """
        try program.run(
            "apply",
            input: """
                {"do":"drill.start","by":"T5001","id":"drill-1","protocol":"pph","participants":[{"badge":"C3001","role":"LEAD"}]}
                {"do":"drill.step","by":"T5001","run":"drill-1","step":"call","result":"done"}
                {"do":"drill.step","by":"T5001","run":"drill-1","step":"massage","result":"missed"}
                """
        ).expectDone()
        let running = try #require(try program.run("list", "drills", "--format", "json").rows.first)
        #expect(running["running"] as? Bool == true)
        #expect(running["met"] is NSNull && running["percent"] is NSNull && running["missedCritical"] is NSNull)
        try program.run("apply", input: #"{"do":"drill.finish","by":"T5001","run":"drill-1","debrief":\#(debrief)}"#)
            .expectDone()
        let run = try #require(try program.run("list", "drills", "--format", "json").rows.first)
        #expect(run["nature"] as? String == "drill")
        #expect(run["met"] as? Bool == false)
        #expect(((run["debrief"] as? [String: Any])?["actions"] as? [Any])?.count == 1)
    }

    private func ledger(_ program: BuiltProgram) throws {
        let whole = try program.run("ledger", "verify")
        whole.expectDone()
        let count = try #require(Int(whole.output.split(separator: " ")[1]))
        let exported = try program.run("ledger", "export").rows
        #expect(exported.map { $0["sequence"] as? Int } == Array(1...count))
        #expect(!(exported.contains { "\($0)".contains("$scrypt$") }))

        let marked = try #require(
            exported.first { ($0["payload"] as? [String: Any])?["reason"] as? String == "phone log" })
        var bytes = try Data(contentsOf: URL(fileURLWithPath: program.store))
        while let place = bytes.range(of: Data("phone log".utf8)) { bytes[place.lowerBound] = UInt8(ascii: "P") }
        try bytes.write(to: URL(fileURLWithPath: program.store))
        let sequence = try #require(marked["sequence"] as? Int)
        try program.run("ledger", "verify").expectFailure(65, "Entry \(sequence) was changed")
    }
}
