import WardDomain

extension WardFixture {
    /// What the watch over newborns records.
    mutating func recordTheWatch() throws(Refusal) {
        let (_, baby) = try pair("赵敏", codes: "W")
        try record(CheckMotherBand(band: "NW1", motherBand: "MW0"))
        try record(ChangeDuty(on: true))
        try record(ChangeDuty(on: false))
        try record(AcknowledgeAlarm(kind: .custodianOffDuty, about: baby.rawValue), by: .chargeNurse)
        try record(StartHeadCount())
        try record(CountNewborn(band: "NW1"))
        let bare = try birth(try admit("高洁"))
        try record(CountNewborn(withoutBand: bare, second: .nurse))
        try record(GiveHeadCountPurpose(purpose: .codePink))
        try record(FinishHeadCount(reason: "found"))
        try record(HandOverGroup(bands: ["NW2"], giver: .midwife, receiver: .nurse, reason: "others sleep"))
        try record(HandOverShift(receiver: .chargeNurse, note: "quiet"))
    }
}
