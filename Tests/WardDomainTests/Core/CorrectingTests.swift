import Testing
import WardDomain

@Suite struct CorrectingTests {
    @Test func anEntryIsStruckOutAndBothVersionsStay() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let graded = try ward.record(GradeRisk(admission: mother, grade: .red, infectious: true, factors: []))[0]
        let count = ward.entries.count

        try ward.record(CorrectEntry(entry: graded.stamp.id, reason: "wrong mother", strike: true))

        #expect(ward.mother(mother).risk == nil)
        #expect(ward.ward.admissions[mother]?.risk == nil)
        #expect(ward.entries.count == count + 1)
        #expect(
            ward.refusal(of: CorrectEntry(entry: graded.stamp.id, reason: "again", strike: true))
                == .entryAlreadyStruck)
    }

    @Test func fieldsAreReplacedAtTheirOriginalPlace() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let observed = try ward.record(
            ObserveLabour(
                admission: mother,
                observation: ObservingTests.observation {
                    $0.cervix = 4
                    $0.fetalHeartRate = 142
                }))[0].stamp.id
        ward.wait(seconds: 1800)
        try ward.record(ObserveLabour(admission: mother, observation: ObservingTests.observation { $0.cervix = 7 }))

        try ward.record(
            CorrectEntry(
                entry: observed, reason: "misread",
                change: ["observation": .object(["cervix": .integer(5), "fetalHeartRate": .integer(124)])]))

        #expect(ward.mother(mother).latest.cervix == 7)
        #expect(ward.mother(mother).latest.fetalHeartRate == 124)
    }

    @Test func aSecondCorrectionKeepsTheFirst() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let born = try ward.record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live))[0].stamp.id
        ward.wait(seconds: 60)

        try ward.record(CorrectEntry(entry: born, reason: "weighed", change: ["weightGrams": .integer(3120)]))
        try ward.record(CorrectEntry(entry: born, reason: "looked", change: ["sex": .string("male")]))
        try ward.record(
            CorrectEntry(entry: born, reason: "clock", newTime: ward.clock.moment.advanced(seconds: -90)))

        let baby = ward.mother(mother).newborns[0]
        #expect(baby.weightGrams == 3120)
        #expect(baby.sex == .male)
        #expect(baby.bornAt.moment == WardFixture.evening.advanced(seconds: -30))
        #expect(baby.custody.since == baby.bornAt)
    }

    @Test func nullTakesAFieldAway() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let born = try ward.record(
            RecordBirth(
                admission: mother, mode: .vaginal, outcome: .live, weightGrams: 3120, apgar1: .total(8),
                apgar5: .total(9)))

        try ward.record(
            CorrectEntry(
                entry: born[0].stamp.id, reason: "other baby's",
                change: ["weightGrams": .null, "apgar": .object(["5": .null])]))

        #expect(ward.mother(mother).newborns[0].weightGrams == nil)
        #expect(ward.mother(mother).newborns[0].apgar == [1: ApgarScore(totalOnly: 8)])
    }

    @Test func aBirthTimeSetAnewMovesTheInterval() throws {
        var (ward, mother, run) = try MarkingTests.running()
        let born = try ward.record(RecordBirth(admission: mother, mode: .caesarean, outcome: .live))[0].stamp.id
        ward.wait(seconds: 300)
        #expect(ward.run(run).decisionToDelivery?.seconds == 600)

        try ward.record(
            CorrectEntry(entry: born, reason: "theatre clock", newTime: ward.clock.moment.advanced(seconds: -360)))
        #expect(ward.run(run).decisionToDelivery?.seconds == 540)

        let tooEarly = CorrectEntry(
            entry: born, reason: "x", newTime: ward.clock.moment.advanced(seconds: -901))
        #expect(ward.refusal(of: tooEarly)?.code == "correctionImpossible")
    }

    @Test func aModeSetRightEndsTheClockAsItShould() throws {
        var (ward, mother, run) = try MarkingTests.running()
        let born = try ward.record(RecordBirth(admission: mother, mode: .caesarean, outcome: .live))[0].stamp.id

        try ward.record(CorrectEntry(entry: born, reason: "x", change: ["mode": .string("forceps")]))

        #expect(ward.run(run).end?.ending == .bornBeforeCaesarean)
        #expect(ward.run(run).decisionToDelivery == nil)
    }

    @Test func aCorrectionThatMakesALaterEntryImpossibleNamesIt() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let born = try ward.record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live))[0].stamp.id
        let baby = ward.mother(mother).newborns[0].id
        let banded = try ward.record(AttachBand(newborn: baby, band: "NB1", limb: .leftWrist))[0]

        let refusal = ward.refusal(of: CorrectEntry(entry: born, reason: "x", strike: true))

        #expect(refusal == .correctionImpossible(banded))
        #expect(refusal?.text.en.contains("band NB1 on left wrist") == true)
        #expect(refusal?.text.zhHans.contains("佩于左腕") == true)
    }

    @Test func whoTookABabyDoesNotGiveItBackByStrikingTheHandover() throws {
        var ward = WardFixture()
        try ward.pair()
        let made = try ward.record(CustodyTests.handOver(to: "W2001"), by: .nurse)[0].stamp.id
        let strike = CorrectEntry(entry: made, reason: "never took it", strike: true)
        #expect(ward.refusal(of: strike, by: .nurse) == .receiverStrikes)
        #expect(ward.refusal(of: strike, by: .chargeNurse) == nil)
    }

    @Test func onlyTheNewestChangeOfCustodyIsStruckOut() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let first = try ward.record(CustodyTests.handOver())[0].stamp.id
        let second = try ward.record(CustodyTests.handOver(from: "W2002", to: "W2001", place: .ward))[0].stamp.id

        #expect(
            ward.refusal(of: CorrectEntry(entry: first, reason: "x", strike: true))?.code == "correctionImpossible")
        try ward.record(CorrectEntry(entry: second, reason: "not given", strike: true))

        #expect(ward.baby(baby).custody.custodian == .staff(.nicuNurse))
    }

    @Test func oneCorrectsOnesOwnAndAuthorityCorrectsTheOthers() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let entry = try ward.record(WritePlan(admission: mother, text: "x"))[0].stamp.id
        let correct = CorrectEntry(entry: entry, reason: "x", strike: true)

        #expect(ward.refusal(of: correct, by: .otherMidwife) == .notYourEntry)
        #expect(ward.refusal(of: correct, by: .admin) == .notYourEntry)
        #expect(ward.refusal(of: correct, by: nil) == .signatureNeeded)
        for badge in [Badge.midwife, .chargeNurse, .doctor] { #expect(ward.refusal(of: correct, by: badge) == nil) }
    }

    @Test func anUnsignedEntryIsCorrectedByThoseWhoCare() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let entry = try ward.record(DecideCaesarean(admission: mother), by: nil)[0].stamp.id
        let correct = CorrectEntry(entry: entry, reason: "x", strike: true)

        #expect(ward.refusal(of: correct, by: .nurse) == nil)
        #expect(ward.refusal(of: correct, by: .coordinator) == .notYourEntry)
    }

    @Test func nobodyRisesByACorrection() throws {
        let ward = WardFixture()
        let added = try #require(ward.entries.first { ($0.fact as? StaffAdded)?.badge == .chargeNurse })
        let rise = CorrectEntry(
            entry: added.stamp.id, reason: "x", change: ["role": .string("administrator")])

        #expect(ward.refusal(of: rise, by: .chargeNurse) == .notYourEntry)
        #expect(ward.refusal(of: rise, by: .admin) == nil)
        #expect(
            ward.refusal(of: CorrectEntry(entry: added.stamp.id, reason: "x", strike: true), by: .admin)
                == .notCorrectable)
    }

    /// A change that no command would have recorded.
    @Test(
        arguments: [
            (["weightGrams": .integer(10000)], "outOfRange"), (["weightGrams": .string("heavy")], "codeUnknown"),
            (["newborn": .string("other/1")], "codeUnknown"), (["order": .integer(2)], "codeUnknown"),
            (["custodian": .string("staff:W9001")], "codeUnknown"), (["wieghtGrams": .integer(3000)], "codeUnknown"),
            (["apgar": .object(["5": .object(["totalOnly": .integer(11)])])], "apgarInvalid"),
            (["apgar": .object(["4": .object(["totalOnly": .integer(9)])])], "apgarInvalid"),
            (["apgar": .object(["5": .object(["total": .integer(9)])])], "codeUnknown"),
            (["mode": .string("teleport")], "codeUnknown"), ([:], "nothingToRecord"),
            (["outcome": .string("live")], "nothingToRecord"),
        ] as [([String: JSONValue], String)])
    func aCorrectionBringsInNothingThatNoCommandWould(change: [String: JSONValue], code: String) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let born = try ward.record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live))[0].stamp.id

        #expect(ward.refusal(of: CorrectEntry(entry: born, reason: "x", change: change))?.code == code)
    }

    @Test func aFieldThatStaysAsItIsIsNamedWithThoseThatMayChange() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let born = try ward.record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live))[0].stamp.id
        let refusal = ward.refusal(of: CorrectEntry(entry: born, reason: "x", change: ["order": .integer(2)]))
        let text = try #require(refusal?.text.en)
        #expect(text.hasPrefix("change: 'order' of newbornBorn can't be corrected; what can be: "), "\(text)")
        #expect(NewbornBorn.correctable.allSatisfy { text.contains($0) })

        let died = Refusal.codeUnknown(change: ["bed"], of: BedAdded.self)
        #expect(died.text.en.contains("no field of bedAdded can be corrected"))
    }

    @Test func aCorrectionTakesNobodysBedOrNumber() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        let admitted = try #require(ward.entries.last).stamp.id
        let moved = try ward.record(MoveMother(admission: mother, bed: "4"))[0].stamp.id
        try ward.admit("周敏", mrn: "ZY2", bed: "3")

        #expect(
            ward.refusal(of: CorrectEntry(entry: moved, reason: "x", strike: true)) == .bedOccupied("3"))
        #expect(
            ward.refusal(of: CorrectEntry(entry: moved, reason: "x", change: ["bed": .string("3")]))
                == .bedOccupied("3"))
        #expect(
            ward.refusal(of: CorrectEntry(entry: moved, reason: "x", change: ["bed": .string("9")])) == .noSuchBed("9"))
        #expect(
            ward.refusal(
                of: CorrectEntry(
                    entry: admitted, reason: "x", change: ["identity": .object(["mrn": .string("ZY2")])]))
                == .numberInUse("ZY2"))
    }

    @Test func anAdmissionStruckOutLeavesNobody() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1", bed: "3")
        let admitted = try #require(ward.entries.last).stamp.id

        try ward.record(CorrectEntry(entry: admitted, reason: "wrong ward", strike: true))

        #expect(ward.ward.admissions[mother] == nil)
        #expect(ward.ward.occupant(of: "3") == nil)
    }

    @Test func anAdmissionWithAStoryIsNotStruckOut() throws {
        var ward = WardFixture()
        try ward.decide(nil)
        let admitted = try #require(ward.entries.first { $0.fact is MotherAdmitted }).stamp.id

        #expect(
            ward.refusal(of: CorrectEntry(entry: admitted, reason: "x", strike: true))?.code == "correctionImpossible")
    }

    @Test func anAdmissionTimeIsSetAnew() throws {
        var ward = WardFixture()
        let mother = try ward.admit(admittedAt: ward.clock.moment)
        let admitted = try #require(ward.entries.last).stamp.id
        let earlier = ward.clock.moment.advanced(seconds: -3600)

        try ward.record(CorrectEntry(entry: admitted, reason: "wrong hour", newTime: earlier))

        #expect(ward.mother(mother).admittedAt?.moment == earlier)
    }

    @Test func someActsStandForEver() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair("李娜", codes: "A")
        try ward.pair("周敏", codes: "B")
        try ward.record(CustodyTests.handOver(mother: "MB0"))
        try ward.record(ClearMismatch(newborn: baby, reason: "x"), by: .doctor)
        try ward.record(WritePlan(admission: ward.mother(ward.everyAdmission[0].id).id, text: "x"))
        let corrected = try #require(ward.entries.last).stamp.id
        try ward.record(CorrectEntry(entry: corrected, reason: "x", strike: true))
        let forEver: [Entry] = ward.entries.filter { entry in
            entry.fact is HandoverMismatched || entry.fact is MismatchCleared || entry.fact is EntryCorrected
                || entry.fact is WardSetUp
        }

        #expect(forEver.count == 4)
        for entry in forEver {
            let by: Badge = entry.fact is WardSetUp ? .admin : .doctor
            let refusal = ward.refusal(of: CorrectEntry(entry: entry.stamp.id, reason: "x", strike: true), by: by)
            #expect(refusal == .notCorrectable, "\(entry.fact)")
        }
        #expect(
            ward.refusal(of: CorrectEntry(entry: EntryID(rawValue: "x"), reason: "x", strike: true)) == .entryUnknown)
    }

    @Test func aCorrectionNeedsItsReason() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let entry = try ward.record(WritePlan(admission: mother, text: "x"))[0].stamp.id

        #expect(ward.refusal(of: CorrectEntry(entry: entry, reason: " ", strike: true)) == .reasonNeeded)
        #expect(ward.refusal(of: CorrectEntry(entry: entry, reason: "x")) == .nothingToRecord)
    }

    @Test func aRunWhoseEndIsStruckOutRunsOnUnlessAnotherStarted() throws {
        var (ward, mother, run) = try MarkingTests.running()
        let stoodDown = try ward.record(StandDownCaesarean(run: run, reason: "x"))[0].stamp.id
        var second = ward
        try second.decide(mother)
        let strike = CorrectEntry(entry: stoodDown, reason: "not stood down", strike: true)
        #expect(second.refusal(of: strike)?.code == "correctionImpossible")

        try ward.record(strike)

        #expect(ward.run(run).isRunning)
    }
}
