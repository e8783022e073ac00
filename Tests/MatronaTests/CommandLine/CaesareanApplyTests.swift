import Foundation
import Testing

@testable import matrona

/// Every command about a caesarean, told to the built program by `apply`, and what `list caesareans` makes of it.
@Suite struct CaesareanApplyTests {
    private func ward() throws -> BuiltProgram {
        let program = try BuiltProgram.ward()
        try apply(
            program,
            """
            {"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","bed":"1"}
            {"do":"mother.admit","by":"W1001","mrn":"ZY2","name":"王芳","bed":"2"}
            {"do":"mother.admit","by":"W1001","mrn":"ZY3","name":"陈静","bed":"3"}
            """)
        return program
    }

    private func apply(_ program: BuiltProgram, _ lines: String) throws {
        let outcome = try program.run("apply", input: lines)
        #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
    }

    private func row(_ program: BuiltProgram, _ mrn: String) throws -> [String: Any] {
        let rows = try program.run("list", "caesareans", "--format", "json").rows
        return try #require(rows.first { $0["mrn"] as? String == mrn })
    }

    @Test func aCaseFromItsDecisionToItsReview() throws {
        let program = try ward()
        try apply(
            program,
            """
            {"do":"caesarean.decide","by":"D4001","mrn":"ZY1","category":2,"at":"-50","reason":"paper"}
            {"do":"caesarean.call","by":"W1001","mrn":"ZY1","slot":"anaesthesia","name":"何静","phone":"6120","at":"-49","reason":"phone log"}
            {"do":"caesarean.mark","by":"W1001","mrn":"ZY1","milestone":"LEAVE","at":"-44","reason":"paper"}
            {"do":"caesarean.mark","by":"W1001","mrn":"ZY1","milestone":"TIMEOUT","at":"-43","reason":"paper"}
            {"do":"caesarean.strike","by":"W1001","mrn":"ZY1","milestone":"TIMEOUT","reason":"not yet"}
            {"do":"caesarean.category","by":"D4001","mrn":"ZY1","category":1,"at":"-40","reason":"cord prolapsed"}
            {"do":"caesarean.indication","by":"D4001","mrn":"ZY1","indication":"CORD"}
            {"do":"caesarean.arrive","by":"W1001","mrn":"ZY1","badge":"X777","at":"-38","reason":"paper"}
            {"do":"caesarean.nameArrival","by":"W1001","mrn":"ZY1","badge":"X777","name":"何静","part":"anaesthetist"}
            {"do":"newborn.born","by":"W1001","mrn":"ZY1","order":1,"mode":"caesarean","outcome":"live","sex":"female","at":"-2","reason":"paper"}
            {"do":"caesarean.delay","by":"W1001","mrn":"ZY1","delay":"D04"}
            {"do":"caesarean.review","by":"D4001","mrn":"ZY1","decidingDoctor":"D4001","place":"ward","fetalHeartRate":70,"cervix":6,"surgeon":"D4001","anaesthetist":"何静","anaesthesia":"spinal","convertedTo":"general","consent":"relative","consentName":"张伟","familyTold":true,"bloodLossMillilitres":600,"bloodLossMethod":"measured","motherOutcome":"well"}
            """)

        let run = try row(program, "ZY1")
        #expect((2880...2885).contains(run["decisionToDeliverySeconds"] as? Int ?? 0))
        #expect(run["withinTarget"] as? Bool == false)
        #expect((2280...2285).contains(run["upgradeToDeliverySeconds"] as? Int ?? 0))
        #expect((660...665).contains(run["anaesthetistArrivalSeconds"] as? Int ?? 0))
        #expect(run["delayCodes"] as? String == "D04")
        #expect(run["timeOutAt"] is NSNull)
        let told: [String: String] = [
            "indication": "CORD", "placeOfDecision": "ward", "decidingDoctor": "D4001", "surgeon": "D4001",
            "anaesthetist": "何静", "anaesthesia": "spinal", "convertedTo": "general", "consent": "relative",
            "consentName": "张伟", "bloodLossMethod": "measured", "motherOutcome": "well",
        ]
        for (key, value) in told { #expect(run[key] as? String == value, "\(key)") }
        #expect(run["bloodLossMillilitres"] as? Int == 600 && run["fetalHeartRate"] as? Int == 70)
        #expect((run["callList"] as? String)?.hasPrefix("anaesthesia ") == true)
        #expect(((run["calls"] as? [[String: Any]])?.first)?["phone"] as? String == "6120")
    }

    @Test func clocksThatEndWithoutACaesareanAreNotInTheDenominator() throws {
        let program = try ward()
        try apply(
            program,
            """
            {"do":"caesarean.decide","by":"D4001","mrn":"ZY1","category":1}
            {"do":"caesarean.confirm","by":"W1001","mrn":"ZY1"}
            {"do":"caesarean.standDown","by":"D4001","mrn":"ZY1","reason":"trace recovered"}
            {"do":"caesarean.decide","by":"W1001","mrn":"ZY2","category":1}
            {"do":"caesarean.void","by":"W1001","mrn":"ZY2","reason":"wrong key"}
            {"do":"caesarean.decide","by":"D4001","mrn":"ZY3","category":1}
            {"do":"newborn.born","by":"W1001","mrn":"ZY3","mode":"vaginal","outcome":"live"}
            """)

        for (mrn, ending) in [("ZY1", "stoodDown"), ("ZY2", "void"), ("ZY3", "bornBeforeCaesarean")] {
            let run = try row(program, mrn)
            #expect(run["ending"] as? String == ending)
            #expect(run["withinTarget"] is NSNull)
            #expect(run["decisionToDeliverySeconds"] is NSNull)
        }
    }

    @Test func aClockOfAnArrestIsMovedToTheRightMotherWithItsTimes() throws {
        let program = try ward()
        try apply(
            program,
            """
            {"do":"caesarean.decide","by":"W1001","mrn":"ZY1","category":1,"at":"-6","reason":"paper"}
            {"do":"caesarean.arrest","by":"W1001","mrn":"ZY1","onTheSpot":true,"at":"-5","reason":"paper"}
            {"do":"caesarean.move","by":"C3001","mrn":"ZY1","toMrn":"ZY2"}
            {"do":"newborn.born","by":"W1001","mrn":"ZY2","mode":"caesarean","outcome":"live"}
            """)

        let run = try row(program, "ZY2")
        #expect(run["forArrest"] as? Bool == true)
        #expect((360...365).contains(run["decisionToDeliverySeconds"] as? Int ?? 0))
        #expect((300...305).contains(run["arrestToDeliverySeconds"] as? Int ?? 0))
        #expect(run["withinTarget"] is NSNull, "reported apart")
    }

    @Test func aCaseIsClosedOnceItsFileIsComplete() throws {
        let program = try ward()
        try apply(
            program,
            """
            {"do":"caesarean.decide","by":"D4001","mrn":"ZY1","category":1,"indication":"FHR","at":"-40","reason":"paper"}
            {"do":"newborn.born","by":"W1001","mrn":"ZY1","mode":"caesarean","outcome":"live","apgar1":8,"apgar5":9,"at":"-6","reason":"paper"}
            """)
        let close = #"{"do":"caesarean.close","by":"D4001","mrn":"ZY1"}"#
        let asked = [
            (#"{"do":"caesarean.delay","by":"W1001","mrn":"ZY1","delay":"D04"}"#, "delay reason"),
            (#"{"do":"newborn.cordGases","by":"W1001","mrn":"ZY1","order":1,"notTaken":true}"#, "cord gases"),
            (
                """
                {"do":"band.attachMother","by":"W1001","mrn":"ZY1","band":"690123400000000018"}
                {"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"690123400000000025","limb":"leftWrist"}
                {"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"690123400000000032","limb":"rightAnkle"}
                """, "bands"
            ),
        ]
        for (given, missing) in asked {
            let refused = try program.run("apply", input: close)
            #expect(refused.refusal(1) == "caesareanIncomplete")
            #expect(refused.output.contains(missing), "\(refused.output)")
            try apply(program, given)
        }
        try apply(program, close)
        #expect(try row(program, "ZY1")["withinTarget"] as? Bool == false)
    }

    @Test func twoClocksOfOneCaesareanAreJoined() throws {
        let program = try ward()
        try apply(
            program,
            """
            {"do":"caesarean.decide","label":"unknown 1","category":1,"at":"-9","reason":"paper"}
            {"do":"caesarean.mark","label":"unknown 1","milestone":"LEAVE","at":"-4","reason":"paper"}
            {"do":"caesarean.decide","by":"D4001","mrn":"ZY1","category":1,"at":"-7","reason":"paper"}
            """)
        let kept = try #require(try row(program, "ZY1")["run"] as? String)
        try apply(program, #"{"do":"caesarean.join","by":"D4001","label":"unknown 1","into":"\#(kept)"}"#)

        let rows = try program.run("list", "caesareans", "--format", "json").rows
        #expect(rows.count == 1)
        #expect((540...545).contains(rows[0]["elapsedSeconds"] as? Int ?? 0), "the first decision stands")
        #expect(rows[0]["leaveSeconds"] as? Int == 300)
    }

    @Test func casesKeptOnPaperAreEnteredAfterwards() throws {
        let program = try ward()
        try apply(
            program,
            """
            {"do":"caesarean.enterAfterwards","by":"W1001","mrn":"ZY1","category":1,"at":"2026-11-20T23:50","reason":"power cut","times":{"ARRIVE":"2026-11-21T00:00","DELIVERY":"2026-11-21T00:15"},"calls":{"newborn":"2026-11-20T23:51"},"arrivals":{"newbornDoctor":"2026-11-20T23:58"},"outcome":"live","sex":"female","apgar1":8,"laterBabies":[{"bornAt":"2026-11-21T00:17","outcome":"live","sex":"male","apgar1":7}]}
            {"do":"caesarean.enterAfterwards","by":"W1001","mrn":"ZY2","category":1,"at":"2026-11-20T18:00","reason":"power cut","times":{},"stoodDownAt":"2026-11-20T18:09","stoodDownReason":"trace recovered"}
            {"do":"caesarean.enterAfterwards","by":"W1001","mrn":"ZY3","category":1,"at":"2026-11-20T18:00","reason":"power cut","times":{"DELIVERY":"2026-11-20T18:12"},"mode":"vaginal","outcome":"live"}
            """)

        let twins = try row(program, "ZY1")
        #expect(twins["decisionToDeliverySeconds"] as? Int == 25 * 60)
        #expect(twins["enteredAfterwards"] as? Bool == true && twins["withinTarget"] as? Bool == true)
        #expect(twins["newbornDoctorArrivalSeconds"] as? Int == 420)
        #expect(twins["babyCount"] as? Int == 2 && twins["firstBabyApgar1"] as? Int == 8)
        #expect(twins["firstBabyArterialPHThousandths"] is NSNull, "not recorded is not zero")
        let babies = try #require(twins["babies"] as? [[String: Any]])
        #expect(babies.map { $0["apgar1"] as? Int } == [8, 7] && babies.map { $0["order"] as? Int } == [1, 2])
        #expect(try row(program, "ZY3")["babyCount"] as? Int == 0, "born another way")
        #expect(try program.run("list", "newborns", "--format", "json").rows.count == 3)
        #expect(try row(program, "ZY2")["ending"] as? String == "stoodDown")
        #expect(try row(program, "ZY2")["endReason"] as? String == "trace recovered")
        #expect(try row(program, "ZY3")["ending"] as? String == "bornBeforeCaesarean")
    }
}
