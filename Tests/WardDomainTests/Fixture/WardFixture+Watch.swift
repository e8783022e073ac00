import WardDomain

extension WardFixture {
    /// What the watch over newborns records.
    mutating func recordTheWatch() throws(Refusal) {
        let (_, baby) = try pair("赵敏", codes: "W")
        try record(CheckMotherBand(band: "NW1", motherBand: "MW0"))
        try record(ChangeDuty(on: true))
        try record(ChangeDuty(on: false))
        try record(AcknowledgeAlarm(kind: .custodianOffDuty, about: baby.rawValue), by: .chargeNurse)
    }
}
