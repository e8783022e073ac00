import Testing

@testable import WardDomain

@Suite struct PermissionTests {
    /// Midwife, nurse, charge nurse, doctor, drill coordinator, administrator.
    static let table: [(Permission, String)] = [
        (.emergency, "yyyyyy"), (.care, "yyyy--"), (.grade, "yyyy--"), (.custody, "yyyy--"),
        (.clearMismatch, "--yy--"), (.confirm, "--yy--"), (.drill, "yyyyyy"), (.quality, "yyyyyy"), (.ward, "--y--y"),
        (.staff, "-----y"), (.onCall, "yyyy-y"),
        (.own, "yyyyyy"),
    ]

    @Test(arguments: table)
    func everyRoleMayDoWhatTheTableSays(permission: Permission, allowed: String) {
        let roles = zip(StaffRole.allCases, allowed).filter { $0.1 == "y" }.map(\.0)

        #expect(StaffRole.allCases.filter { $0.may(permission) } == roles)
    }

    @Test func theTableIsComplete() {
        #expect(Set(Self.table.map(\.0)) == Set(Permission.allCases))
    }

    @Test(arguments: StaffRole.allCases)
    func aRoleThatMayNotIsRefusedByName(role: StaffRole) {
        let ward = WardFixture()
        let command = AddBed(bed: "加1")

        let refusal = ward.refusal(of: command, by: .anybody(role))

        #expect(refusal == (role.may(.care) ? nil : .notAllowed(role)))
    }

    @Test(arguments: Permission.allCases)
    func onlyAnEmergencyNeedsNoSignature(permission: Permission) {
        #expect(permission.needsNoSignature == (permission == .emergency))
    }

    @Test func whoIsNotSignedInRecordsEmergenciesAndNothingElse() throws {
        var ward = WardFixture()
        let mother = try ward.admit()

        #expect(ward.refusal(of: DecideCaesarean(admission: mother), by: nil) == nil)
        #expect(ward.refusal(of: RecordBirth(admission: mother, mode: .vaginal, outcome: .live), by: nil) == nil)
        #expect(ward.refusal(of: TakeCharge(admission: mother, staff: .midwife), by: nil) == .signatureNeeded)
        #expect(ward.refusal(of: AddStaff(badge: "X1", name: "x", role: .nurse), by: nil) == .signatureNeeded)
    }

    @Test func aBadgeMustBeKnownAndInUse() throws {
        var ward = WardFixture()
        try ward.record(RetireStaff(badge: .otherMidwife), by: .admin)

        #expect(ward.refusal(of: AddBed(bed: "加1"), by: "NOBODY") == .badgeUnknown("NOBODY"))
        #expect(ward.refusal(of: AddBed(bed: "加1"), by: .otherMidwife) == .badgeRetired(.otherMidwife))
    }

    @Test func anImportAdmitsUnsignedAndDoesNothingElse() throws {
        var ward = WardFixture()
        let origin = Origin(.import, account: "his")
        let admission = AdmitMother(identity: MotherIdentity(name: "李娜", mrn: "ZY1"))

        #expect(ward.refusal(of: admission, by: nil, origin: origin) == nil)
        #expect(ward.refusal(of: admission, by: nil) == .signatureNeeded)
        #expect(ward.refusal(of: AddBed(bed: "加1"), by: nil, origin: origin) == .signatureNeeded)
        let made = try ward.record(admission, by: nil, origin: origin)
        #expect(ward.mother(AdmissionID(made[0].stamp.id.rawValue)).unsigned.isEmpty)
    }
}
