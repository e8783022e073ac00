/// Why a command was not recorded: a closed list with a code for scripts and a text in both languages.
public enum Refusal: Error, Hashable, Sendable {
    // Who and when
    case signatureNeeded
    case badgeUnknown(Badge)
    case badgeRetired(Badge)
    case badgeTaken(Badge)
    case notAllowed(StaffRole)
    case timeInFuture
    case reasonNeededForTime
    case reasonNeeded
    // The form of the command
    case fieldMissing(String)
    case outOfRange(field: String, allowed: String)
    case textTooLong(field: String)
    case codeUnknown(field: String, code: String)
    case nothingToRecord
    case impossible(String)
    // The ward
    case wardAlreadySetUp
    case lastAdministrator
    case noSuchBed(BedLabel)
    case bedExists(BedLabel)
    case bedOccupied(BedLabel, by: String)
    // Mothers
    case motherUnknown(String)
    case ambiguous(String)
    case numberInUse(String)
    case alreadyAdmitted(String)
    case labelInUse(String)
    case dueDateImplausible(CalendarDay)
    case birthDateImplausible(CalendarDay)
    case paraNotBelowGravida
    case notHere(String)
    case stillHere
    case placeChangedSince
    case beforeAdmission
    case referencesDisagree
    case sameMother
    case mergeWouldMixMothers
    case mergeWouldMixBabies
    case bothHaveRunningClock
    // Caesareans
    case caesareanUnknown
    case caesareanAlreadyRunning(CaesareanID)
    case caesareanEnded(CaesareanRun.Ending)
    case milestoneIsDecision
    case milestoneIsBirth
    case milestoneNotMarked
    case milestoneAlreadyMarked
    case milestoneBeforeDecision
    case sameCategory
    case outOfOrder(Milestone)
    case caesareanRuns
    case caesareanIncomplete([CaesareanGap])
    case babyAlreadyBorn
    // Births and newborns
    case newbornUnknown(String)
    case orderTaken(Int)
    case orderSkipped(expected: Int)
    case bornBeforeSibling
    case birthBeforeDecision
    case beforeBirth
    case apgarInvalid
    case notLive
    case notDead
    case alreadyGone
    // Bands
    case bandUnknown(String)
    case bandVoid(String)
    case bandInUse(String)
    case bandIsBadge(String)
    case notABabyBand(String)
    case notAMotherBand(String)
    case codeUnreadable(String)
    case elementsFaulty(String, ElementFault)
    case codeNamesNobody(String)
    case codeOfOtherClass(String, CodeClass)
    case codeAmbiguous(String)
    case twoBandsAlready
    case limbTaken(Limb)
    case secondPersonNeeded
    case otherBandNeeded
    case babyBandNeeded
    case identityInDoubt
    case identityNotInDoubt
    case rebandingNeeded
    case cordClampsDisagree(expected: Int)
    case motherNotHere
    case motherIsHere
    // Custody
    case notBanded
    case motherBandNeeded
    case giverNotCustodian(Custodian)
    case sameGiverAndReceiver
    case handoverOwed
    case custodyChangedSince
    case mismatch(scanned: String, belongs: String?)
    case mismatchUncleared
    case noMismatch
    case placeIsDischarge
    // The watch
    case noSuchAlarm
    case alarmNotSnoozed
    case relativeNotAuthorised(String)
    case unitNeedsNurse
    case pinNeeded(Badge)
    case noTransferCard
    case visitorUnknown(String)
    case chargeNurseNeeded
    case deadAreReleased
    case bandNeeded
    case farewellNotAgreed
    case deathNotReported
    case headCountRunning
    case noHeadCount
    case nobodyToCount
    case notInCount
    case countedAlready
    case nobodyGoes
    // Checklists
    case protocolUnknown(String)
    case checklistUnknown
    case checklistAlreadyRunning(ChecklistID)
    case checklistSuspended
    case checklistFinished
    case checklistNotFinished
    case stepUnknown(String)
    case roleUnknown(String)
    case doseNeeded
    case drillTouchesNoMother
    case stepAlreadyMarked(Phrase, StepResult)
    case stepChangedSince(Phrase)
    case answerNeeded(String)
    case fieldNotHere(String)
    case lossTwice
    case lossBelowEarlier(Int)
    case shockIndexNeeds(String)
    case systolicTooLow
    case injectGivenAlready
    case protocolChanged(String)
    // Findings and readiness
    case findingUnknown
    case findingClosed
    case dueDayPast(CalendarDay)
    case beforeOpening
    case kitUnknown(String)
    case kitCheckUnknown
    case kitCheckGoing
    case restockWaits
    case kitNeverSealed
    case gapNotInOrder
    // Corrections and signatures
    case entryUnknown
    case entryAlreadyStruck
    case notYourEntry
    case notCorrectable
    case correctionImpossible(entry: String)
    case nothingUnsigned
}
