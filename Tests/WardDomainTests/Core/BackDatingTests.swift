import Testing
import WardDomain

@Suite struct BackDatingTests {
    @Test(arguments: [(0, nil), (15 * 60, nil), (15 * 60 + 1, Refusal.reasonNeededForTime)] as [(Int, Refusal?)])
    func upToAQuarterOfAnHourNeedsNoReason(secondsAgo: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let grade = GradeRisk(admission: mother, grade: .green, infectious: nil, factors: [])

        #expect(ward.refusal(of: grade, at: ward.typed(secondsAgo: secondsAgo)) == refusal)
    }

    @Test(arguments: ["", "  "])
    func aBlankReasonIsNone(reason: String) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let grade = GradeRisk(admission: mother, grade: .green, infectious: nil, factors: [], reason: reason)

        #expect(ward.refusal(of: grade, at: ward.typed(secondsAgo: 901)) == .reasonNeededForTime)
    }

    @Test func aReasonOpensAnyDistanceAndIsKept() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let grade = GradeRisk(
            admission: mother, grade: .green, infectious: nil, factors: [], reason: "system was down")

        let made = try ward.record(grade, at: ward.typed(secondsAgo: 86400))

        #expect((made[0].fact as? RiskGraded)?.reason == "system was down")
        #expect(made[0].stamp.occurred.derived)
        #expect(made[0].stamp.recorded.moment == ward.clock.moment)
    }

    /// A command without a reason of its own; the reason of its time stands in the entry, whatever the fact is.
    @Test func theReasonOfALateTimeStandsInEveryEntry() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        ward.wait(seconds: 3600)
        let plan = WritePlan(admission: mother, text: "home")
        #expect(ward.refusal(of: plan, at: ward.typed(secondsAgo: 901)) == .reasonNeededForTime)
        #expect(ward.refusal(of: plan, at: ward.typed(secondsAgo: 901, reason: " ")) == .reasonNeededForTime)
        let long = String(repeating: "x", count: 2001)
        #expect(
            ward.refusal(of: plan, at: ward.typed(secondsAgo: 901, reason: long))
                == .textTooLong(field: "reason", most: 2000, .characters))

        let made = try ward.record(plan, at: ward.typed(secondsAgo: 901, reason: " system was down "))

        #expect(made[0].stamp.reasonOfTime == "system was down")
        #expect(made[0].summary.en == made[0].fact.summary.en + " (entered later: system was down)")
        #expect(made[0].summary.zhHans == made[0].fact.summary.zhHans + "（补录：system was down）")
        let duty = try ward.record(ChangeDuty(on: false), at: ward.typed(secondsAgo: 1200, reason: "forgot"))
        #expect(duty.map(\.stamp.reasonOfTime) == ["forgot"])
    }

    @Test func aReasonIsShownAlsoWhereItsLettersStandInTheFact() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        ward.wait(seconds: 3600)

        let made = try ward.record(
            WritePlan(admission: mother, text: "home in 14 days"), at: ward.typed(secondsAgo: 901, reason: "14"))

        #expect(made[0].summary.en.hasSuffix("(entered later: 14)"))
    }

    @Test(arguments: [(900, nil), (901, Refusal.reasonNeededForTime)])
    func howFarBackATypedTimeLiesIsReckonedFromWhenItWasSaidHoweverLateItIsRecorded(
        seconds: Int, refusal: Refusal?
    ) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        ward.wait(seconds: 3600)
        let said = ward.clock
        ward.wait(seconds: 60)
        let envelope = CommandEnvelope(
            id: CommandID("late"), by: .midwife, time: .typed(said.moment.advanced(seconds: -seconds)), givenAt: said,
            terminal: "T-03", command: WritePlan(admission: mother, text: "home"))

        var found: Refusal?
        do throws(Refusal) { _ = try WardRules.decide(envelope.command, ward.context(of: envelope)) } catch {
            found = error
        }

        #expect(found == refusal)
    }

    /// The reason of the act itself will do, and is said once where its story says it already.
    @Test func anActsOwnReasonIsTheReasonOfItsTime() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let made = try ward.record(
            DecideCaesarean(admission: mother, reason: "phone"), at: ward.typed(secondsAgo: 120))
        #expect(made[0].stamp.reasonOfTime == "phone")
        #expect(made[0].summary == made[0].fact.summary)
    }

    /// Where nobody has to say why, what was said is kept all the same, and an act's own reason is not taken for it.
    @Test func aReasonThatWasNotNeededIsKept() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let plan = try ward.record(
            WritePlan(admission: mother, text: "home"), at: ward.typed(secondsAgo: 0, reason: "busy"))
        #expect(plan[0].stamp.reasonOfTime == "busy")
        let grade = GradeRisk(admission: mother, grade: .green, infectious: nil, factors: [], reason: "tests")
        let graded = try ward.record(grade, at: ward.typed(secondsAgo: 0, reason: "tests"))
        #expect(graded[0].stamp.reasonOfTime == nil)
    }

    @Test func aCommandOfNowHasNoReasonOfTime() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let grade = GradeRisk(admission: mother, grade: .green, infectious: nil, factors: [], reason: "tests")
        #expect(try ward.record(grade)[0].stamp.reasonOfTime == nil)
    }

    /// Whatever the command is: beyond the distance that it allows it asks why, and with a reason it asks no more.
    @Test(arguments: CommandFormTests.names)
    func everyCommandAsksWhyItsTimeLiesSoFarBack(name: String) throws {
        let type = try #require(CommandKinds.named(name))
        let ward = WardFixture()
        let role = try #require(StaffRole.allCases.first { $0.may(type.permission) })

        func asks<Command: WardCommand>(_ type: Command.Type, secondsAgo: Int, reason: String?) throws -> Bool {
            var fields = try CommandFormTests.object(type, only: true)
            if fields["reason"] != nil { fields["reason"] = .string(" ") }
            let command = try CommandFormTests.decoded(type, fields)
            let time = ward.typed(secondsAgo: secondsAgo, reason: reason)
            return ward.refusal(of: command, by: .anybody(role), at: time) == .reasonNeededForTime
        }
        guard let limit = type.backDating.secondsWithoutReason else {
            #expect(try !asks(type, secondsAgo: 365 * 86400, reason: nil))
            return
        }
        #expect(try !asks(type, secondsAgo: limit, reason: nil))
        #expect(try asks(type, secondsAgo: limit + 1, reason: nil))
        #expect(try asks(type, secondsAgo: limit + 1, reason: " "))
        #expect(try !asks(type, secondsAgo: limit + 1, reason: "late"))
    }

    /// Only what comes with its own past is free: the rest is a list that is read here.
    @Test func onlyWhatComesWithItsOwnPastIsFree() {
        func names(_ distance: BackDating) -> Set<String> {
            Set(CommandKinds.all.filter { $0.backDating == distance }.map { $0.name })
        }
        #expect(
            names(.free) == [
                "mother.admit", "newborn.admit", "caesarean.review", "rhythm.hold", "finding.open", "finding.close",
                "kit.use", "kit.care",
            ])
        #expect(names(.reasonAlways) == ["newborn.born", "caesarean.decide", "caesarean.enterAfterwards"])
    }

    @Test(arguments: [(59, nil), (60, Refusal.reasonNeededForTime)] as [(Int, Refusal?)])
    func aDecisionOrABirthNeedsAReasonOnceItsMinuteIsOver(secondsAgo: Int, refusal: Refusal?) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let time = ward.typed(secondsAgo: secondsAgo)
        let birth = RecordBirth(admission: mother, mode: .vaginal, outcome: .live)

        #expect(ward.refusal(of: DecideCaesarean(admission: mother), at: time) == refusal)
        #expect(ward.refusal(of: birth, at: time) == refusal)
    }

    @Test func anAdmissionMayLieAnyDistanceBack() throws {
        let ward = WardFixture()
        let admission = AdmitMother(identity: MotherIdentity(label: "x"))

        #expect(ward.refusal(of: admission, at: ward.typed(secondsAgo: 30 * 86400)) == nil)
    }

    @Test(arguments: [(2, nil), (3, Refusal.timeInFuture)] as [(Int, Refusal?)])
    func aTypedTimeAheadIsRefused(secondsAhead: Int, refusal: Refusal?) {
        let ward = WardFixture()

        #expect(ward.refusal(of: AddBed(bed: "加1"), at: ward.typed(secondsAgo: -secondsAhead)) == refusal)
    }

    @Test(arguments: [(Int64(946_684_800_000), nil), (946_684_799_999, "time"), (.min, "time")] as [(Int64, String?)])
    func aTypedTimeBeforeAnyWardIsASlip(milliseconds: Int64, field: String?) {
        let ward = WardFixture()
        let admission = AdmitMother(identity: MotherIdentity(label: "x"))
        let refusal = ward.refusal(of: admission, at: .typed(Moment(milliseconds: milliseconds)))

        #expect(refusal == field.map { .outOfRange(field: $0, allowed: ">= 2000-01-01") })
    }

    @Test(arguments: [0, 16 * 60, 86400])
    func aFrozenKeyPressIsAcceptedHoweverLateItIsSaved(seconds: Int) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let pressed = ward.clock
        ward.wait(seconds: seconds)

        let made = try ward.record(DecideCaesarean(admission: mother), by: nil, at: .frozen(pressed))

        #expect(made[0].stamp.occurred == Occurrence(pressed))
    }

    @Test(arguments: [-3600, -3, 3, 3600])
    func aFrozenKeyPressIsAcceptedAfterTheWallClockWasStepped(step: Int) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let pressed = ward.clock
        ward.wait(seconds: 5)
        ward.stepWallClock(seconds: step)

        try ward.record(DecideCaesarean(admission: mother), by: nil, at: .frozen(pressed))

        let run = try #require(ward.mother(mother).runningCaesarean)
        #expect(run.elapsed(now: ward.clock) == Interval(seconds: 5, byWallClock: false))
    }

    @Test func aFrozenReadingFromAheadIsRefused() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var ahead = ward
        ahead.wait(seconds: 3)

        #expect(ward.refusal(of: DecideCaesarean(admission: mother), at: .frozen(ahead.clock)) == .timeInFuture)
    }
}

@Suite struct TimestampTests {
    @Test func aTimeInsideACommandIsReadWithTheWardsOffset() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var observation = ObserveLabour(admission: mother, observation: LabourObservation())
        observation.membranesRupturedAt = .text("2026-11-22T16:30")

        try ward.record(observation)

        #expect(ward.mother(mother).latest.membranesRupturedAt == WardFixture.evening.advanced(seconds: -5400))
    }

    @Test(arguments: [
        (Timestamp.text("soon"), Refusal.outOfRange(field: "fullyDilatedAt", allowed: "ISO 8601")),
        (.text("2026-11-22T18:00:03"), .timeInFuture),
        (.text("0026-11-22T18:00"), .outOfRange(field: "time", allowed: ">= 2000-01-01")),
        (.moment(Moment(milliseconds: .max)), .timeInFuture),
    ])
    func atimeThatCanNotBeIsRefused(time: Timestamp, refusal: Refusal) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        var observation = ObserveLabour(admission: mother, observation: LabourObservation())
        observation.fullyDilatedAt = time

        #expect(ward.refusal(of: observation) == refusal)
    }
}
