import ClinicalLibrary
import Foundation
import WardDomain
import WardLedger

/// The ward of a storm: mothers and babies with their bands, and everybody who may have a baby.
enum StormWard {
    static let offset = LocalOffset.fixed(seconds: 28800)
    static let staff = (1...24).map { Badge("S\(100 + $0)") }
    static let chargeNurses = (1...4).map { Badge("C\(100 + $0)") }
    private static let administrator = Badge("A9001")

    /// Both clocks, as the machine has them: processes share them.
    static func now() -> ClockReading {
        var wall = timespec()
        var boot = timespec()
        clock_gettime(CLOCK_REALTIME, &wall)
        clock_gettime(CLOCK_BOOTTIME, &boot)
        return ClockReading(
            moment: Moment(milliseconds: Int64(wall.tv_sec) * 1000 + Int64(wall.tv_nsec) / 1_000_000), bootID: "storm",
            uptime: Int64(boot.tv_sec) * 1_000_000_000 + Int64(boot.tv_nsec))
    }

    /// Makes the store.
    static func make(_ store: String, babies: Int) throws {
        let ledger = try WardLedger(opening: store, creating: true)
        let rules = ClinicalLibrary.compiledIn.rules
        var given = 0
        func record(_ command: any WardCommand, by: Badge?) throws -> CommandID {
            given += 1
            let id = CommandID("setup-\(given)")
            let envelope = CommandEnvelope(id: id, by: by, terminal: "T-00", command: command)
            _ = try ledger.record(envelope, rules: rules, now: now(), offset: offset)
            return id
        }
        _ = try record(SetUpWard(name: "Storm", beds: [BedLabel("1")]), by: nil)
        _ = try record(AddStaff(badge: administrator, name: "Admin", role: .administrator), by: nil)
        for badge in staff { _ = try record(AddStaff(badge: badge, name: "\(badge)", role: .nurse), by: administrator) }
        for badge in chargeNurses {
            _ = try record(AddStaff(badge: badge, name: "\(badge)", role: .chargeNurse), by: administrator)
        }
        for number in 1...babies {
            let by = staff[number % staff.count]
            let identity = MotherIdentity(name: "Mother \(number)", mrn: "ZY\(number)")
            let mother = AdmissionID(try record(AdmitMother(identity: identity), by: by).rawValue)
            _ = try record(AttachMotherBand(admission: mother, band: "M\(1000 + number)"), by: by)
            _ = try record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live), by: by)
            let baby = NewbornID(mother, order: 1)
            _ = try record(AttachBand(newborn: baby, band: "B\(1000 + number).1", limb: .leftWrist), by: by)
            _ = try record(AttachBand(newborn: baby, band: "B\(1000 + number).2", limb: .rightAnkle), by: by)
        }
    }
}
