import Testing
import WardDomain

@Suite struct RefusalTests {
    /// One of each.
    static let all: [Refusal] = [
        .signatureNeeded, .badgeUnknown("W1"), .badgeRetired("W1"), .badgeTaken("W1"), .notAllowed(.nurse),
        .timeInFuture, .reasonNeededForTime, .reasonNeeded, .fieldMissing("f"), .outOfRange(field: "f", allowed: "1-2"),
        .textTooLong(field: "f", most: 64, .cells), .codeUnknown(field: "f", code: "c"), .nothingToRecord,
        .impossible("why"),
        .wardAlreadySetUp, .lastAdministrator, .noSuchBed("1"), .bedExists("1"), .bedOccupied("1"),
        .motherUnknown("x"), .ambiguous("x"), .numberInUse("1"), .alreadyAdmitted("1"), .labelInUse("x"),
        .dueDateImplausible(CalendarDay(daysSinceEpoch: 0)), .birthDateImplausible(CalendarDay(daysSinceEpoch: 0)),
        .paraNotBelowGravida, .notHere, .placeChangedSince, .beforeAdmission, .referencesDisagree,
        .sameMother, .mergeWouldMixMothers, .mergeWouldMixBabies, .bothHaveRunningClock, .caesareanUnknown,
        .caesareanAlreadyRunning, .caesareanEnded(.stoodDown), .milestoneIsDecision,
        .milestoneIsBirth, .milestoneNotMarked, .milestoneAlreadyMarked, .milestoneBeforeDecision, .sameCategory,
        .outOfOrder(.call), .caesareanRuns,
        .caesareanIncomplete([.delay]),
        .babyAlreadyBorn, .newbornUnknown("1"), .orderTaken(1), .orderSkipped(expected: 2), .bornBeforeSibling,
        .birthBeforeDecision, .beforeBirth, .apgarInvalid, .notLive, .notDead, .alreadyGone, .bandUnknown("b"),
        .bandVoid("b"), .bandInUse("b"), .bandIsBadge("b"), .notABabyBand("b"), .notAMotherBand("b"),
        .codeUnreadable("b"), .elementsFaulty("b", .empty), .codeNamesNobody("b"), .codeOfOtherClass("b", .cot),
        .codeAmbiguous("b"), .codeNoBadge("b"), .twoBandsAlready, .limbTaken(.leftWrist), .secondPersonNeeded,
        .notBanded,
        .otherBandNeeded, .identityInDoubt, .identityNotInDoubt, .rebandingNeeded, .cordClampsDisagree(expected: 2),
        .motherNotHere, .motherIsHere, .relativeNotAuthorised, .unitNeedsNurse, .pinNeeded("W1"), .noTransferCard,
        .visitorUnknown, .chargeNurseNeeded, .deadAreReleased, .bandNeeded, .farewellNotAgreed, .deathNotReported,
        .motherBandNeeded, .giverNotCustodian(.mother), .sameGiverAndReceiver, .custodyChangedSince,
        .mismatch(scanned: "a", belongs: "b"), .mismatchUncleared, .noMismatch, .placeIsDischarge,
        .noSuchAlarm, .alarmNotSnoozed, .headCountRunning, .noHeadCount, .nobodyToCount, .notInCount,
        .countedAlready, .nobodyGoes,
        .protocolUnknown("p"), .checklistUnknown, .checklistAlreadyRunning, .checklistSuspended,
        .checklistFinished, .checklistNotFinished, .stepUnknown("s"), .roleUnknown("r"), .doseNeeded,
        .drillTouchesNoMother, .stepAlreadyMarked(Phrase(en: "s", zhHans: "步"), .done),
        .stepChangedSince(Phrase(en: "s", zhHans: "步")), .answerNeeded("a|b"), .fieldNotHere("f"), .lossTwice,
        .lossBelowEarlier(900), .shockIndexNeeds("pulse"), .systolicTooLow, .injectGivenAlready, .protocolChanged("2"),
        .findingUnknown, .findingClosed, .dueDayPast(CalendarDay(daysSinceEpoch: 0)),
        .beforeOpening, .kitUnknown("k"), .kitCheckUnknown, .kitCheckGoing, .kitNeverSealed, .gapNotInOrder,
        .entryUnknown, .entryAlreadyStruck, .notYourEntry, .notCorrectable,
        .correctionImpossible(WardFixture().entries[0]), .nothingUnsigned, .accessNotOnesOwn, .pinNotSet,
        .headCountKeepsNature,
        .receiverStrikes, .motherIsElsewhere(.died), .receiverReadsBack,
    ]

    @Test(arguments: all)
    func everyRefusalHasACodeAndATextInBothLanguages(refusal: Refusal) {
        #expect(!refusal.code.isEmpty)
        #expect(refusal.code.allSatisfy { $0.isASCII && $0.isLetter })
        #expect(refusal.text.en.count > 3 && refusal.text.en != refusal.text.zhHans)
        #expect(refusal.text.zhHans.unicodeScalars.contains { (0x4E00...0x9FFF).contains($0.value) })
    }

    @Test func everyCodeIsItsOwn() {
        #expect(Set(Self.all.map(\.code)).count == Self.all.count)
    }

    @Test func aRelativeIsNamedByWhatSheOrHeIsToTheMother() {
        let text = Refusal.giverNotCustodian(.relative(name: "张伟", relation: "父")).text
        for said in [text.en, text.zhHans] { #expect(said.contains("父") && !said.contains("张伟")) }
    }

    @Test func textsNameWhatTheyAreAbout() {
        #expect(Refusal.bedOccupied("加1").text.zhHans.contains("加1"))
        #expect(Refusal.giverNotCustodian(.staff("W2001")).text.zhHans.contains("W2001"))
        #expect(Refusal.notAllowed(.nurse).text.zhHans.contains("护士"))
    }
}
