import Foundation

/// Every command there is, by the word after `do`.
public enum CommandKinds {
    /// In the order of the help.
    public static let all: [any WardCommand.Type] = [
        AdmitMother.self, IdentifyMother.self, MergeMother.self, MoveMother.self, DepartMother.self, WritePlan.self,
        TakeCharge.self, GradeRisk.self, TickHighRiskStep.self, ObserveLabour.self, RecordTherapy.self,
        DecideCaesarean.self, MarkMilestone.self, StrikeMilestone.self, GiveCategory.self, GiveIndication.self,
        GiveDelay.self, ArriveAtCaesarean.self, StandDownCaesarean.self, VoidCaesarean.self, MoveCaesarean.self,
        CallTeam.self, NameArrival.self, ReviewCaesarean.self, NoteArrest.self, ConfirmCaesarean.self,
        CloseCaesarean.self, JoinCaesareans.self, EnterCaesareanAfterwards.self, SetOnCall.self,
        RecordBirth.self, DescribeNewborn.self, ScoreApgar.self, RecordCordGases.self, RecordNewbornDeath.self,
        NoteCondition.self,
        AttachMotherBand.self, IssueBand.self, AttachBand.self, ReplaceBand.self,
        CheckMotherIdentity.self, AdmitNewborn.self, NotifyAuthority.self, LoseBand.self, ResolveIdentity.self,
        AuthoriseRelative.self, WithdrawRelative.self, WriteTransferCard.self, ReadBackTransferCard.self,
        EnterVisitor.self, LeaveVisitor.self, AgreeFarewell.self, ReportDeath.self, ReleaseChild.self,
        HandOver.self, RefuseHandover.self, MoveNewborn.self, ClearMismatch.self, DischargeNewborn.self,
        StartChecklist<Drill>.self, MarkStep<Drill>.self, ArriveAtChecklist<Drill>.self, NoteChecklist<Drill>.self,
        GiveInject.self, PauseDrill.self, SuspendDrill.self, ResumeDrill.self, FinishChecklist<Drill>.self,
        WriteDebrief<Drill>.self,
        VoidChecklist<Drill>.self,
        StartChecklist<Response>.self, MarkStep<Response>.self, ArriveAtChecklist<Response>.self,
        NoteChecklist<Response>.self, FinishChecklist<Response>.self, WriteDebrief<Response>.self,
        VoidChecklist<Response>.self, LinkResponse.self,
        OpenFinding.self, ChangeFinding.self, CloseFinding.self, HoldRhythm.self,
        BeginKitCheck.self, CheckKitItem.self, FinishKitCheck.self, CheckKitSeal.self, VoidKitCheck.self,
        UseKit.self, CareForKit.self, PostKit.self,
        AcknowledgeAlarm.self, SnoozeAlarm.self, CheckMotherBand.self, ChangeDuty.self,
        StartHeadCount.self, GiveHeadCountPurpose.self, CountNewborn.self, FinishHeadCount.self, HandOverGroup.self,
        HandOverShift.self,
        SignEntries.self, CorrectEntry.self,
        SetUpWard.self, AddBed.self, RemoveBed.self, ConfirmStep.self,
        AddStaff.self, RetireStaff.self, NotePIN.self, NoteAccess.self, NoteClockStep.self,
    ]

    private static let byName: [String: any WardCommand.Type] = Dictionary(
        uniqueKeysWithValues: all.map { ($0.name, $0) })

    /// The command of a name; nil when there is none.
    public static func named(_ name: String) -> (any WardCommand.Type)? {
        byName[name]
    }
}
