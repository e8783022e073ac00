/// A newborn died after birth.
public struct NewbornDied: NewbornFact {
    public static let kind = "newbornDied"
    public let newborn: NewbornID
    public let reason: String?

    public var summary: Phrase { Phrase(en: "the baby died", zhHans: "新生儿死亡") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard baby.outcome == .live else { throw .impossible("the baby had died") }
            guard !stamp.occurred.isBefore(baby.bornAt) else { throw .impossible("that lies before the birth") }
            baby.outcome = .diedLater
        }
    }
}

/// `newborn.died`: after birth; identity and custody stay, alarms end.
public struct RecordNewbornDeath: WardCommand, NamesNewborn {
    public static let name = "newborn.died"
    public static let summary = Phrase(en: "record that a baby died", zhHans: "记录新生儿死亡")
    public static let permission = Permission.custody
    public static let fields = newbornFields + [CommandField("reason", "string")]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var reason: String?

    public init(newborn: NewbornID, reason: String? = nil) {
        self.newborn = newborn
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.outcome == .live else { throw .notLive }
        return [context.draft(.admission(admission.id), NewbornDied(newborn: baby.id, reason: reason))]
    }
}
