/// Somebody began to work here.
public struct StaffAdded: RosterFact {
    public static let kind = "staffAdded"
    public static let correctable: Set = ["name", "role", "specialty"]
    public let badge: Badge
    public let name: String
    public let role: StaffRole
    public var specialty: Specialty?

    public var summary: Phrase {
        let what = specialty?.label ?? role.label
        return Phrase(en: "staff added: \(name), \(what.en)", zhHans: "新增人员：\(name)，\(what.zhHans)")
    }

    public func fold(into roster: inout Roster, _ stamp: EntryStamp) throws(FoldFault) {
        guard roster[badge] == nil else { throw .impossible("the badge \(badge) is somebody's") }
        roster[badge] = StaffMember(badge: badge, name: name, role: role, specialty: specialty)
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        try Work(role, specialty).check()
        guard try TextRules.name(name, field: "name") != nil else { throw .fieldMissing("name") }
    }
}

/// Somebody stopped working here; the badge stays hers or his for ever.
public struct StaffRetired: RosterFact {
    public static let kind = "staffRetired"
    public let badge: Badge

    public var summary: Phrase { Phrase(en: "staff retired: \(badge)", zhHans: "停用工牌：\(badge)") }

    public func fold(into roster: inout Roster, _ stamp: EntryStamp) throws(FoldFault) {
        guard roster[badge] != nil else { throw .impossible("nobody has the badge \(badge)") }
        roster[badge]?.retired = true
    }
}

/// A PIN was set; the ledger knows no more of it.
public struct PINSet: RosterFact {
    public static let kind = "pinSet"
    public let badge: Badge

    public var summary: Phrase { Phrase(en: "PIN set: \(badge)", zhHans: "已设置密码：\(badge)") }

    public func fold(into roster: inout Roster, _ stamp: EntryStamp) throws(FoldFault) {
        guard roster[badge] != nil else { throw .impossible("nobody has the badge \(badge)") }
        roster[badge]?.hasPIN = true
    }
}

/// `staff.add`: a new member of staff.
public struct AddStaff: WardCommand {
    public static let name = "staff.add"
    public static let summary = Phrase(en: "add a member of staff", zhHans: "新增工作人员")
    public static let permission = Permission.staff
    public static let fields = [
        CommandField("badge", "code", required: true), CommandField("name", "string", required: true),
        CommandField("role", StaffRole.codes, required: true),
        CommandField("specialty", Specialty.codes),
    ]

    public var badge: Badge
    public var name: String
    public var role: StaffRole
    /// A doctor's alone.
    public var specialty: Specialty?

    public init(badge: Badge, name: String, role: StaffRole, specialty: Specialty? = nil) {
        self.badge = badge
        self.name = name
        self.role = role
        self.specialty = specialty
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        [.bandCode(BandCode.normalized(badge.rawValue))]
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let code = try TextRules.name(BandCode.normalized(badge.rawValue), field: "badge") else {
            throw .fieldMissing("badge")
        }
        guard !code.contains(where: \.isWhitespace) else { throw .codeUnreadable(code) }
        try context.rules.site.check(code, is: .staff)
        guard let name = try TextRules.name(name, field: "name") else { throw .fieldMissing("name") }
        try Work(role, specialty).check()
        let badge = Badge(code)
        guard context.ward.roster[badge] == nil else { throw .badgeTaken(badge) }
        guard context.answers.bandUses[code, default: []].isEmpty, !context.ward.isPass(code) else {
            throw .bandInUse(code)
        }
        return [context.draft(.roster, StaffAdded(badge: badge, name: name, role: role, specialty: specialty))]
    }
}

/// `staff.retire`: somebody no longer works here.
public struct RetireStaff: WardCommand {
    public static let name = "staff.retire"
    public static let summary = Phrase(en: "retire a badge", zhHans: "停用工牌")
    public static let permission = Permission.staff
    public static let fields = [CommandField("badge", "code", required: true)]

    public var badge: Badge

    public init(badge: Badge) {
        self.badge = badge
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard let member = context.ward.roster[badge] else { throw .badgeUnknown(badge) }
        guard !member.retired else { throw .badgeRetired(badge) }
        let others = context.ward.roster.active.filter { $0.badge != badge && $0.role == .administrator }
        guard member.role != .administrator || !others.isEmpty else { throw .lastAdministrator }
        return [context.draft(.roster, StaffRetired(badge: badge))]
    }
}

/// `staff.pinSet`: says that a PIN was set; the verifier itself stands outside the ledger.
public struct NotePIN: WardCommand {
    public static let name = "staff.pinSet"
    public static let summary = Phrase(en: "note that a PIN was set", zhHans: "记录已设置密码")
    public static let permission = Permission.staff
    public static let fields = [CommandField("badge", "code", required: true)]

    public var badge: Badge

    public init(badge: Badge) {
        self.badge = badge
    }

    public func lookups(in ward: WardState) -> [Lookup] { [.pin(of: badge)] }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard context.ward.roster[badge] != nil else { throw .badgeUnknown(badge) }
        guard context.answers.withPIN.contains(badge) else { throw .pinNotSet }
        return [context.draft(.roster, PINSet(badge: badge))]
    }
}
