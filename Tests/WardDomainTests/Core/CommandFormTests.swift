import Foundation
import Testing
import WardDomain

/// Every command as `apply` reads it.
@Suite struct CommandFormTests {
    /// A value for every field name there is; `special` says where one command means something else by it.
    static let samples: [String: JSONValue] = [
        "mrn": .string("ZY1"), "admission": .string("a1"), "label": .string("unknown woman 1"), "name": .string("李娜"),
        "birthDate": .string("1995-03-02"), "gravida": .integer(1), "para": .integer(0),
        "dueDate": .string("2026-12-04"), "fetuses": .integer(2), "flags": .array([.string("gbs"), .string("scar")]),
        "bed": .string("3"), "admittedAt": .string("2026-11-22T18:00:00+08:00"), "run": .string("r1"),
        "into": .string("a2"), "intoMrn": .string("ZY2"), "keepsBed": .bool(true), "text": .string("line"),
        "staff": .string("W1001"), "grade": .string("orange"), "infectious": .bool(true),
        "factors": .array([.string("HBsAg")]), "reason": .string("late"), "cervix": .integer(6),
        "station": .integer(-2), "fetalHeartRate": .integer(142), "membranesRupturedAt": .integer(1_795_341_600_000),
        "fullyDilatedAt": .string("2026-11-22T18:00"), "liquor": .string("M++"), "contractions": .integer(4),
        "contractionSeconds": .integer(50), "pulse": .integer(88), "systolic": .integer(120),
        "diastolic": .integer(80), "respiration": .integer(18), "oxygenSaturation": .integer(99),
        "temperatureTenths": .integer(368), "bloodLossMillilitres": .integer(300),
        "bloodLossMethod": .string("measured"),
        "placenta": .string("complete"), "fundus": .string("firm"), "note": .string("note"),
        "epidural": .string("running"), "oxytocin": .string("stopped"), "category": .integer(1),
        "indication": .string("FHR"), "place": .string("emergency"), "milestone": .string("ARRIVE"),
        "notApplicable": .bool(true), "delay": .string("D01"), "badge": .string("W1001"), "toMrn": .string("ZY2"),
        "to": .string("nicu"), "withBabies": .bool(true), "order": .integer(1), "mode": .string("caesarean"),
        "outcome": .string("live"), "sex": .string("female"), "weightGrams": .integer(3120),
        "apgar1": .object(["appearance": .integer(1), "pulse": .integer(2)]),
        "apgar5": .integer(9), "apgar10": .integer(10), "band": .string("N1"), "newborn": .string("a1/1"),
        "minute": .integer(5), "appearance": .integer(2), "grimace": .integer(2), "activity": .integer(2),
        "total": .integer(10), "arterialPH": .number(7.18),
        "arterialBaseDeficit": .number(9.5), "venousPH": .number(7.25), "venousBaseDeficit": .number(4.5),
        "notTaken": .bool(true), "kind": .string("person"), "limb": .string("leftWrist"), "code": .string("N2"),
        "newBand": .string("N3"), "second": .string("W2001"), "babyBand": .string("N1"),
        "noBabyBandReason": .string("asleep"), "motherBand": .string("M1"),
        "noMotherBandReason": .string("theatre"), "giver": .string("W1001"), "receiver": .string("W2002"),
        "expectedBack": .string("2026-11-22T19:00"), "retrospective": .bool(true), "collector": .string("张伟"),
        "relation": .string("father"), "protocol": .string("pph"),
        "participants": .array([.object(["badge": .string("W1001"), "role": .string("LEAD")])]),
        "step": .string("massage"), "result": .string("done"), "dose": .string("10 IU"), "role": .string("LEAD"),
        "debrief": .object([
            "wentWell": .string("calls"), "change": .string("lift"),
            "actions": .array([
                .object(["what": .string("key"), "owner": .string("W1001"), "due": .string("2026-12-31")])
            ]),
        ]),
        "answer": .string("below-60"), "lossAdded": .integer(300), "lossTotal": .integer(900), "apgar": .integer(7),
        "seen": .integer(0), "scenario": .string("atony"), "inject": .string("pale"), "version": .string("2"),
        "finding": .string("c1.1"), "what": .string("key at the desk"), "owner": .string("W1001"),
        "due": .string("2026-12-31"), "kit": .string("cart"), "item": .string("blade"), "tag": .string("battery"),
        "rhythm": .string("jointMeeting"), "minutes": .integer(45),
        "topic": .string("lift"), "check": .string("k1"), "quantity": .integer(2), "expiry": .string("2027-01-31"),
        "keeper": .string("W1001"), "batteryWorks": .bool(true), "seal": .string("S100"),
        "identityCheck": .string("documentAndFace"), "documentKind": .string("passport"),
        "documentLast4": .string("12X4"), "checkNote": .string("face"), "how": .string("foundling"),
        "motherName": .string("李娜"), "number": .string("XS1"), "bornAt": .string("2026-11-22T18:00"),
        "from": .string("County hospital"), "broughtBy": .string("police"), "authority": .string("police"),
        "means": .string("footprint"), "escalatedTo": .string("head"),
        "otherBand": .string("N8"), "cordClamps": .integer(1), "lengthMillimetres": .integer(500),
        "features": .string("birth mark"), "registeredName": .string("张安"), "identifiedBy": .string("clamp tag"),
        "purpose": .string("screening"), "specialty": .string("newborn"), "pinChecked": .array([.string("W1001")]),
        "pass": .string("P1"), "colour": .string("pink"), "skin": .string("intact"), "feeding": .string("breast"),
        "urine": .string("once"), "stool": .string("meconium"), "lines": .string("none"),
        "medications": .string("vitamin K"),
        "card": .object(["situation": .string("grunting")]), "noMotherBand": .string("left"),
        "signatureSeenBy": .string("W2001"), "medicalOffice": .string("吴主任"), "wish": .string("familyTakes"),
        "with": .string("张伟"), "response": .string("r1"), "entry": .string("c1#2"), "strike": .bool(true),
        "newTime": .string("2026-11-22T18:00"), "change": .object(["sex": .string("male"), "note": .null]),
        "beds": .array([.string("1"), .string("2")]), "act": .string("signedIn"), "seconds": .integer(-3600),
        "on": .bool(true), "about": .string("a1/1"),
        "slot": .string("anaesthesia"), "phone": .string("13800138000"), "part": .string("newbornDoctor"),
        "decidingDoctor": .string("W4001"), "surgeon": .string("W4001"), "anaesthetist": .string("陈麻醉"),
        "anaesthesia": .string("spinal"), "convertedTo": .string("general"), "consent": .string("authorisedOfficer"),
        "consentName": .string("总值班"), "familyTold": .bool(false), "motherOutcome": .string("well"),
        "motherNote": .string("note"), "onTheSpot": .bool(true), "orderReason": .string("so it was"),
        "times": .object(["DELIVERY": .string("2026-11-22T18:00"), "ARRIVE": .integer(1_795_341_600_000)]),
        "calls": .object(["newborn": .string("2026-11-22T17:50")]),
        "arrivals": .object(["obstetrician": .string("2026-11-22T17:55")]),
        "stoodDownAt": .string("2026-11-22T18:10"), "stoodDownReason": .string("CTG normal"),
        "laterBabies": .array([.object(["bornAt": .string("2026-11-22T18:02"), "outcome": .string("live")])]),
        "delayText": .string("lift"), "until": .string("2026-11-23T08:00"),
        "people": .array([.object(["slot": .string("newborn"), "name": .string("赵医生"), "phone": .string("6120")])]),
        "destination": .string("corridor"), "stage": .string("here"),
        "bands": .array([.string("N1")]), "drill": .string("r1"),
    ]

    static let special: [String: JSONValue] = [
        "mother.depart.to": .string("theatre"), "newborn.discharge.to": .string("home"),
        "risk.step.step": .string("reported"), "caesarean.move.to": .string("a2"),
        "caesarean.review.place": .string("labourWard"),
        "staff.add.role": .string("midwife"),
        "finding.open.kind": .string("defect"), "kit.item.result": .string("gap"),
        "kit.care.act": .string("repaired"),
        "rhythm.hold.participants": .array([.string("W1001")]),
        "alarm.acknowledge.kind": .string("bandMissing"), "alarm.snooze.kind": .string("bandMissing"),
        "headCount.start.purpose": .string("evacuation"), "headCount.purpose.purpose": .string("evacuation"),
        "shift.handOver.pinChecked": .bool(true), "newborn.release.to": .string("张伟"),
        "newborn.reportDeath.to": .string("office"),
        "custody.clearMismatch.finding": .string("wrongScan"),
        "newborn.admit.how": .string("foundling"), "newborn.resolveIdentity.finding": .string("left foot"),
        "newborn.apgar.pulse": .integer(2), "newborn.apgar.respiration": .integer(2),
    ]

    static let names = CommandKinds.all.map { $0.name }

    static func object(_ type: any WardCommand.Type, only required: Bool = false) throws -> [String: JSONValue] {
        var object: [String: JSONValue] = [:]
        for field in type.fields where field.required || !required {
            let path = "\(type.name).\(field.name)"
            let sample: JSONValue = try #require(special[path] ?? samples[field.name], "\(path)")
            object[field.name] = sample
        }
        return object
    }

    static func decoded<Command: WardCommand>(_ type: Command.Type, _ object: [String: JSONValue]) throws -> Command {
        try JSONDecoder().decode(type, from: JSONEncoder().encode(object))
    }

    static func encoded(_ command: some WardCommand) throws -> [String: JSONValue] {
        try JSONDecoder().decode([String: JSONValue].self, from: JSONEncoder().encode(command))
    }

    @Test(arguments: names)
    func everyDocumentedFieldIsAcceptedAndKept(name: String) throws {
        let type = try #require(CommandKinds.named(name))
        let object = try Self.object(type)

        func check<Command: WardCommand>(_ type: Command.Type) throws {
            let command = try Self.decoded(type, object)
            #expect(Set(try Self.encoded(command).keys) == Set(object.keys))
            #expect(try roundTrip(command) == command)
        }
        try check(type)
    }

    @Test(arguments: names)
    func noFieldIsAcceptedThatIsNotDocumented(name: String) throws {
        let type = try #require(CommandKinds.named(name))

        func stored<Command: WardCommand>(_ type: Command.Type) throws -> Int {
            Mirror(reflecting: try Self.decoded(type, Self.object(type))).children.count
        }
        let documented = Set(type.fields.map(\.name)).count
        switch name {
        case "labour.observe":
            #expect(documented == 4 + ObservationField.allCases.count)
        case "caesarean.review":
            #expect(documented == 4 + Mirror(reflecting: CaesareanReview()).children.count)
        case "drill.start":
            #expect(try stored(type) == documented + 6, "a mother and a baby are understood, in order to be refused")
        case "response.start":
            #expect(try stored(type) == documented + 1, "a scenario is understood, in order to be refused")
        default:
            #expect(try stored(type) == documented)
        }
    }

    @Test(arguments: names)
    func theRequiredFieldsAreEnoughAndEachIsNeeded(name: String) throws {
        let type = try #require(CommandKinds.named(name))
        let required = try Self.object(type, only: true)

        func check<Command: WardCommand>(_ type: Command.Type) throws {
            let command = try Self.decoded(type, required)
            #expect(try roundTrip(command) == command)
            for field in required.keys where field != "reason" {
                #expect(throws: DecodingError.self, "without \(field)") {
                    try Self.decoded(type, required.filter { $0.key != field })
                }
            }
        }
        try check(type)
    }

    @Test func everyNameIsUniqueAndLeadsToItsCommand() {
        #expect(Set(Self.names).count == CommandKinds.all.count)
        for type in CommandKinds.all {
            #expect(CommandKinds.named(type.name) == type)
            #expect(!type.summary.en.isEmpty && !type.summary.zhHans.isEmpty)
            #expect(Set(type.fields.map(\.name)).count == type.fields.count, "\(type.name) names a field twice")
            #expect(type.fields.allSatisfy { !$0.form.isEmpty })
        }
        #expect(CommandKinds.named("mother.teleport") == nil)
    }

    @Test func theMainStoryIsReadAsTheHelpWritesIt() throws {
        let lines: [(String, String)] = [
            (
                "mother.admit",
                #"{"mrn":"ZY2026001","name":"李娜","birthDate":"1995-03-02","gravida":1,"para":0,"dueDate":"2026-12-04","bed":"3","fetuses":1}"#
            ),
            ("risk.grade", #"{"mrn":"ZY2026001","grade":"orange","infectious":true,"factors":["x"]}"#),
            ("mother.admit", #"{"label":"unknown woman 1"}"#),
            ("caesarean.decide", #"{"mrn":"ZY2026001","category":1,"indication":"FHR"}"#), ("caesarean.decide", "{}"),
            ("caesarean.mark", #"{"mrn":"ZY2026001","milestone":"ARRIVE"}"#),
            ("caesarean.standDown", #"{"mrn":"ZY2026001","reason":"x"}"#),
            (
                "newborn.born",
                #"{"mrn":"ZY2026001","order":1,"mode":"caesarean","outcome":"live","sex":"female","weightGrams":3120,"apgar1":9}"#
            ),
            ("band.attach", #"{"mrn":"ZY2026001","order":1,"band":"690123400000000018","limb":"leftWrist"}"#),
            (
                "custody.handOver",
                #"{"band":"690123400000000018","motherBand":"M","giver":"W1001","receiver":"W2002","to":"nicu","reason":"x"}"#
            ),
            ("drill.start", #"{"protocol":"pph","participants":[{"badge":"W1001","role":"LEAD"}]}"#),
            ("drill.step", #"{"run":"r","step":"massage","result":"done"}"#),
            (
                "drill.finish",
                #"{"run":"r","debrief":{"wentWell":"x","change":"y","actions":[{"what":"z","owner":"W1001","due":"2026-12-31"}]}}"#
            ),
        ]
        for (name, json) in lines {
            let type = try #require(CommandKinds.named(name))
            _ = try JSONDecoder().decode(type, from: Data(json.utf8))
        }
    }
}
