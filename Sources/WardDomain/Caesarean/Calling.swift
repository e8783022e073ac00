/// Somebody of the on-call list was called to the run.
public struct TeamCalled: CaesareanFact {
    public static let kind = "teamCalled"
    public static let correctable: Set = ["slot", "name", "phone", "reason"]
    public let run: CaesareanID
    public let slot: OnCallSlot
    /// Who was on call there; nil where nobody is named.
    public let name: String?
    public let phone: String?
    public let reason: String?

    public var summary: Phrase {
        let who = [name, phone].compactMap { $0 }.map { " \($0)" }.joined()
        return Phrase(en: "called: \(slot.label.en)\(who)", zhHans: "已呼叫：\(slot.label.zhHans)\(who)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            run.calls.append(
                CaesareanRun.Call(slot: slot, name: name, phone: phone, at: stamp.occurred, staff: stamp.staff))
        }
    }
}

/// `caesarean.call`: a place of the on-call list was called; whoever is on call there is named with it.
public struct CallTeam: WardCommand, NamesCaesarean {
    public static let name = "caesarean.call"
    public static let summary = Phrase(en: "mark that somebody on call was called", zhHans: "标记已呼叫值班人员")
    public static let permission = Permission.emergency
    public static let fields =
        caesareanFields + [
            CommandField("slot", OnCallSlot.codes, required: true),
            CommandField("name", "string"), CommandField("phone", "string"), CommandField("reason", "string"),
        ]

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var slot: OnCallSlot
    /// Whoever was called instead of the one on the list.
    public var name: String?
    public var phone: String?
    public var reason: String?

    public init(run: CaesareanID, slot: OnCallSlot, name: String? = nil, phone: String? = nil) {
        self.run = run
        self.slot = slot
        self.name = name
        self.phone = phone
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        guard run.end?.ending != .void else { throw .caesareanEnded(.void) }
        let duty = name == nil ? context.ward.plan.onCall(slot, at: context.occurred.moment) : nil
        let called = TeamCalled(
            run: run.id, slot: slot, name: try TextRules.name(name ?? duty?.name, field: "name"),
            phone: try TextRules.name(phone ?? duty?.phone, field: "phone"), reason: reason)
        return [context.draft(.admission(admission.id), called)]
    }
}
