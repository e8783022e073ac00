import Testing

@testable import WardDomain

/// A case that is over its target, or lacks anything, is neither closed nor forgotten.
@Suite struct CaesareanFileTests {
    /// A run whose baby was born after so many seconds, with bands, and nothing else.
    private static func delivered(after seconds: Int) throws -> (ward: WardFixture, run: CaesareanID, baby: NewbornID) {
        var ward = WardFixture()
        let mother = try ward.admit(mrn: "ZY1", bed: "3")
        let run = try ward.decide(mother)
        ward.wait(seconds: seconds)
        let baby = try ward.birth(mother, mode: .caesarean)
        try ward.record(AttachBand(newborn: baby, band: "NA1", limb: .leftWrist))
        try ward.record(AttachBand(newborn: baby, band: "NA2", limb: .rightAnkle))
        return (ward, run, baby)
    }

    private static func complete(_ ward: inout WardFixture, _ baby: NewbornID) throws {
        try ward.record(ScoreApgar(newborn: baby, minute: 1, score: ApgarScore(totalOnly: 9)))
        try ward.record(ScoreApgar(newborn: baby, minute: 5, score: ApgarScore(totalOnly: 10)))
        try ward.record(RecordCordGases(newborn: baby, notTaken: true))
    }

    @Test(arguments: [(1800, false), (1801, true)])
    func aRunOverItsTargetIsNotClosedWithoutADelayCode(seconds: Int, needsDelay: Bool) throws {
        var (ward, run, baby) = try Self.delivered(after: seconds)
        try Self.complete(&ward, baby)
        #expect(ward.refusal(of: CloseCaesarean(run: run)) == (needsDelay ? .caesareanIncomplete([.delay]) : nil))
        if needsDelay { try ward.record(GiveDelay(run: run, delay: "D01")) }

        try ward.record(CloseCaesarean(run: run))

        #expect(ward.run(run).closing?.staff == .midwife)
        #expect(ward.refusal(of: CloseCaesarean(run: run)) == .nothingToRecord)
    }

    /// A hospital that shortens its target changes no case of before, neither its page nor what its file lacks.
    @Test func aRunIsJudgedByTheTargetThatStoodWhenItsCategoryWasGiven() throws {
        var (ward, run, baby) = try Self.delivered(after: 1700)
        try Self.complete(&ward, baby)
        ward.rules.categoryTargets[.one] = ClinicalRules.Target(seconds: 1500, source: Source(.recall, "test"))
        #expect(ward.run(run).target(ward.rules) == 1800)
        #expect(ward.refusal(of: CloseCaesarean(run: run)) == nil)
        #expect(!OpenEndTests.kinds(ward).contains(.delayReasonMissing))
    }

    @Test func whatIsMissingIsNamed() throws {
        let (ward, run, baby) = try Self.delivered(after: 60)

        #expect(
            ward.refusal(of: CloseCaesarean(run: run))
                == .caesareanIncomplete([.apgar(baby, minutes: [1, 5]), .cordGases(baby)]))
        let text = try #require(ward.refusal(of: CloseCaesarean(run: run))).text
        #expect(text.en == "The case lacks: Apgar, cord gases.")
        #expect(text.zhHans == "病例缺少：Apgar评分、脐血气。")
    }

    @Test func aRunningClockIsNotClosed() throws {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())

        #expect(ward.refusal(of: CloseCaesarean(run: run)) == .caesareanRuns)
    }

    @Test func anIncompleteCaseStaysOnTheListWhenEverybodyHasGone() throws {
        var (ward, run, baby) = try Self.delivered(after: 1801)
        let mother = try #require(ward.ward.caesarean(run)?.admission.id)
        try ward.record(AttachMotherBand(admission: mother, band: "MA0"))
        try ward.record(
            DischargeNewborn(
                band: "NA1", otherBand: "NA2", motherBand: "MA0", to: .home, collector: "张伟", relation: "father",
                documentKind: .identityCard, documentLast4: "1234", second: .nurse, signatureSeenBy: .nurse))
        try ward.record(DepartMother(admission: mother, to: .home, keepsBed: nil))
        ward.wait(seconds: 86400)

        #expect(ward.ward.caesarean(run) != nil)
        let kinds = OpenEndTests.kinds(ward)
        #expect(Set(kinds) == [.delayReasonMissing, .apgarMissing, .cordGasesMissing])
        try Self.complete(&ward, baby)
        try ward.record(GiveDelay(run: run, delay: "D01"))
        #expect(OpenEndTests.kinds(ward).isEmpty)
        #expect(ward.ward.caesarean(run) == nil, "a complete case of a mother who has gone is over")
    }

    @Test(arguments: [(59, []), (60, [OpenEnd.Kind.apgarMissing])])
    func aScoreIsMissingOnceItsMinuteHasPassed(seconds: Int, kinds: [OpenEnd.Kind]) throws {
        var (ward, _, baby) = try Self.delivered(after: 60)
        try ward.record(RecordCordGases(newborn: baby, notTaken: true))
        ward.wait(seconds: seconds)

        #expect(OpenEndTests.kinds(ward) == kinds)
    }

    @Test func aChildWhoDiedAsksForNothing() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        try ward.birth(mother, mode: .caesarean, outcome: .diedInLabour)

        #expect(ward.refusal(of: CloseCaesarean(run: run)) == nil)
    }

    @Test func anUnsignedEntryKeepsACaseOpen() throws {
        var (ward, run, baby) = try Self.delivered(after: 60)
        try Self.complete(&ward, baby)
        try ward.record(GiveIndication(run: run, indication: "FHR"), by: nil)

        #expect(ward.refusal(of: CloseCaesarean(run: run)) == .caesareanIncomplete([.signature]))
    }

    // MARK: Twins

    @Test func theSecondTwinByCaesareanAfterAVaginalFirstIsItsOwnRun() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let first = try ward.decide(mother)
        ward.wait(seconds: 300)
        try ward.birth(mother)
        ward.wait(seconds: 120)
        let second = try ward.decide(mother)
        ward.wait(seconds: 600)
        let twin = try ward.birth(mother, mode: .caesarean)
        let story = ward.mother(mother)

        #expect(ward.run(first).end?.ending == .bornBeforeCaesarean)
        #expect(ward.run(second).decisionToDelivery?.seconds == 600)
        #expect(story.babies(of: ward.run(first)).isEmpty)
        #expect(story.babies(of: ward.run(second)).map(\.id) == [twin])
    }

    @Test func twinsByOneCaesareanAreBothItsOwnAndTheFirstStopsTheClock() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        let run = try ward.decide(mother)
        ward.wait(seconds: 600)
        try ward.birth(mother, mode: .caesarean)
        ward.wait(seconds: 90)
        try ward.birth(mother, mode: .caesarean)
        let babies = ward.mother(mother).babies(of: ward.run(run))

        #expect(ward.run(run).decisionToDelivery?.seconds == 600)
        #expect(babies.map { ward.run(run).decidedAt.interval(to: $0.bornAt).seconds } == [600, 690])
    }
}

/// What the case review asks.
@Suite struct ReviewTests {
    private static func run() throws -> (ward: WardFixture, run: CaesareanID) {
        var ward = WardFixture()
        let run = try ward.decide(try ward.admit())
        return (ward, run)
    }

    private static func review(_ change: (inout CaesareanReview) -> Void) -> CaesareanReview {
        var review = CaesareanReview()
        change(&review)
        return review
    }

    @Test func whatIsSaidLaterIsLaidOverWhatWasKnown() throws {
        var (ward, run) = try Self.run()
        try ward.record(
            ReviewCaesarean(
                run: run,
                review: Self.review {
                    $0.surgeon = "W4001"
                    $0.cervix = 7
                }))
        try ward.record(
            ReviewCaesarean(
                run: run,
                review: Self.review {
                    $0.cervix = 8
                    $0.familyTold = false
                }))

        let review = try #require(ward.run(run).review)
        #expect(review.surgeon == "W4001" && review.cervix == 8 && review.familyTold == false)
        #expect(review.fetalHeartRate == nil, "what nobody said is not recorded")
    }

    @Test(arguments: [(-1, false), (0, true), (300, true), (301, false)])
    func aHeartRateLiesInItsRange(rate: Int, isTaken: Bool) throws {
        let (ward, run) = try Self.run()
        let command = ReviewCaesarean(run: run, review: Self.review { $0.fetalHeartRate = rate })
        #expect((ward.refusal(of: command) == nil) == isTaken)
    }

    @Test(arguments: [(-1, false), (0, true), (10, true), (11, false)])
    func centimetresLieInTheirRange(centimetres: Int, isTaken: Bool) throws {
        let (ward, run) = try Self.run()
        let command = ReviewCaesarean(run: run, review: Self.review { $0.cervix = centimetres })
        #expect((ward.refusal(of: command) == nil) == isTaken)
    }

    @Test(arguments: [(0, true), (20000, true), (20001, false)])
    func aLossIsAVolumeAndHowItWasFound(volume: Int, isTaken: Bool) throws {
        let (ward, run) = try Self.run()
        let whole = Self.review {
            $0.bloodLossMillilitres = volume
            $0.bloodLossMethod = .measured
        }
        #expect((ward.refusal(of: ReviewCaesarean(run: run, review: whole)) == nil) == isTaken)
        let half = Self.review { $0.bloodLossMillilitres = 500 }
        #expect(ward.refusal(of: ReviewCaesarean(run: run, review: half)) == .fieldMissing("bloodLossMethod"))
    }

    @Test(arguments: [ConsentGiver.relative, .authorisedOfficer])
    func aRelativeOrAnOfficerHasAName(giver: ConsentGiver) throws {
        var (ward, run) = try Self.run()
        let nameless = Self.review { $0.consent = giver }
        #expect(ward.refusal(of: ReviewCaesarean(run: run, review: nameless)) == .fieldMissing("consentName"))
        try ward.record(
            ReviewCaesarean(
                run: run,
                review: Self.review {
                    $0.consent = giver
                    $0.consentName = "李"
                }))
        try ward.record(ReviewCaesarean(run: run, review: Self.review { $0.consent = .herself }))

        #expect(ward.run(run).review?.consentName == nil, "the name went with the consent that it belonged to")
    }

    @Test func aConversionIsFromAMethodToAnother() throws {
        let (ward, run) = try Self.run()
        let from = { (method: AnaesthesiaMethod?) in
            ReviewCaesarean(
                run: run,
                review: Self.review {
                    $0.anaesthesia = method
                    $0.convertedTo = .general
                })
        }
        #expect(ward.refusal(of: from(nil)) == .fieldMissing("anaesthesia"))
        #expect(ward.refusal(of: from(.general)) == .outOfRange(field: "convertedTo", allowed: "!= anaesthesia"))
        #expect(ward.refusal(of: from(.spinal)) == nil)
    }

    @Test func nothingSaidIsNothingRecorded() throws {
        let (ward, run) = try Self.run()
        #expect(ward.refusal(of: ReviewCaesarean(run: run, review: CaesareanReview())) == .nothingToRecord)
    }

    @Test func thePlaceIsTheReviewsElseTheDecisions() throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        try ward.record(DecideCaesarean(admission: mother, category: .one, place: .emergency))
        let run = try #require(ward.mother(mother).runs.first)
        #expect(run.placeOfDecision == .emergencyDepartment)
        try ward.record(ReviewCaesarean(run: run.id, review: Self.review { $0.place = .clinic }))
        #expect(ward.run(run.id).placeOfDecision == .clinic)
    }
}
