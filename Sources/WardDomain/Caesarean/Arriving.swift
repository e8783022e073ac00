/// Somebody came to the run.
public struct TeamArrived: CaesareanFact {
    public static let kind = "teamArrived"
    public static let correctable: Set = ["badge", "name", "part", "reason"]
    public let run: CaesareanID
    public let badge: Badge?
    public let name: String?
    public let part: TeamPart?
    public let reason: String?

    public var summary: Phrase {
        let who = [badge?.rawValue, name].compactMap { $0 }.joined(separator: " ")
        return Phrase(
            en: "arrived: \(who)" + (part.map { " (\($0.label.en))" } ?? ""),
            zhHans: "到场：\(who)" + (part.map { "（\($0.label.zhHans)）" } ?? ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            let arrival = CaesareanRun.Arrival(badge: badge, at: stamp.occurred, name: name, part: part)
            guard !run.has(arrival) else { return }
            run.arrivals.append(arrival)
        }
    }
}

/// It was said who came under a badge, or as what.
public struct ArrivalNamed: CaesareanFact {
    public static let kind = "arrivalNamed"
    public static let correctable: Set = ["name", "part"]
    public let run: CaesareanID
    public let badge: Badge
    public let name: String?
    public let part: TeamPart?

    public var summary: Phrase {
        Phrase(
            en: "\(badge) is \(name ?? "")" + (part.map { " (\($0.label.en))" } ?? ""),
            zhHans: "\(badge)：\(name ?? "")" + (part.map { "（\($0.label.zhHans)）" } ?? ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard let index = run.arrivals.firstIndex(where: { $0.badge == badge }) else {
                throw .impossible("\(badge) did not arrive")
            }
            run.arrivals[index].name = name ?? run.arrivals[index].name
            run.arrivals[index].part = part ?? run.arrivals[index].part
        }
    }
}

extension CaesareanRun {
    /// Whether somebody is here already: by badge, or without one by name and part.
    fileprivate func has(_ arrival: Arrival) -> Bool {
        arrivals.contains { known in
            arrival.badge == nil
                ? known.badge == nil && known.name == arrival.name && known.part == arrival.part
                : known.badge == arrival.badge
        }
    }
}

/// `caesarean.arrive`: somebody came; a badge that nobody knows is kept as scanned and named later.
public struct ArriveAtCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.arrive"
    public static let summary = Phrase(en: "a team member arrives", zhHans: "团队成员到场")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [
            CommandField("badge", "code"), CommandField("name", "string"),
            CommandField("part", TeamPart.codes),
            CommandField("reason", "string"),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var badge: Badge?
    public var name: String?
    public var part: TeamPart?
    public var reason: String?

    public init(run: CaesareanID, badge: Badge? = nil, name: String? = nil, part: TeamPart? = nil) {
        self.run = run
        self.badge = badge
        self.name = name
        self.part = part
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        motherLookups + (badge.map { [.bandCode(BandCode.normalized($0.rawValue))] } ?? [])
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        var badge: Badge?
        if let scanned = self.badge?.rawValue, !scanned.isBlank { badge = try context.badgeThatArrives(scanned) }
        let name = try TextRules.name(name, field: "name")
        guard badge != nil || name != nil || part != nil else { throw .fieldMissing("badge") }
        let duty = context.duty(of: badge)
        let arrival = CaesareanRun.Arrival(
            badge: badge, at: context.occurred, name: name ?? duty?.name, part: part ?? duty?.slot.part)
        guard !run.has(arrival) else { throw .nothingToRecord }
        let fact = TeamArrived(
            run: run.id, badge: badge, name: arrival.name, part: arrival.part, reason: reason)
        return [context.draft(.admission(admission.id), fact)]
    }
}

/// `caesarean.nameArrival`: who it was that came under a badge, and as what.
public struct NameArrival: WardCommand, NamesCaesarean {
    public static let name = "caesarean.nameArrival"
    public static let summary = Phrase(en: "say who came under a badge, and as what", zhHans: "补填到场人员姓名与岗位")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [
            CommandField("badge", "code", required: true), CommandField("name", "string"),
            CommandField("part", TeamPart.codes),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var badge: Badge
    public var name: String?
    public var part: TeamPart?

    public init(run: CaesareanID, badge: Badge, name: String? = nil, part: TeamPart? = nil) {
        self.run = run
        self.badge = badge
        self.name = name
        self.part = part
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        let badge = Badge(BandCode.normalized(badge.rawValue))
        guard let arrival = run.arrivals.first(where: { $0.badge == badge }) else { throw .badgeUnknown(badge) }
        let name = try TextRules.name(name, field: "name")
        let isNews = (name != nil && name != arrival.name) || (part != nil && part != arrival.part)
        guard isNews else { throw .nothingToRecord }
        return [
            context.draft(
                .admission(admission.id), ArrivalNamed(run: run.id, badge: badge, name: name, part: part))
        ]
    }
}

extension DecisionContext {
    /// The badge that a code is: one of the roster, one of the site's form of badges, or one that nobody knows yet and
    /// that is nothing else.
    ///
    /// - Throws: why it is none: a cot card, a band, a relative's pass, a patient's number, a code too long for a badge.
    fileprivate func badgeThatArrives(_ scanned: String) throws(Refusal) -> Badge {
        let code = try BandCode.somebodys(scanned)
        try rules.site.check(code, is: .staff)
        if ward.roster[Badge(code)] != nil { return Badge(code) }
        if let use = answers.bandUses[code]?.first {
            throw .codeOfOtherClass(code, use.newborn == nil ? .mother : .newborn)
        }
        let isBadge = rules.site.classes(of: code) == [.staff] || BandCode.looksLikeBadge(code)
        guard isBadge, !ward.isPass(code) else { throw .codeNoBadge(code) }
        return Badge(code)
    }

    /// The duty on tonight's list that a badge belongs to.
    fileprivate func duty(of badge: Badge?) -> OnCallDuty? {
        guard let badge else { return nil }
        return ward.plan.onCall(at: occurred.moment).first { $0.badge == badge }
    }
}
