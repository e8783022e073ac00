/// She was moved to a bed, or back to the ward.
public struct MotherMoved: AdmissionFact {
    public static let kind = "motherMoved"
    public let bed: BedLabel

    public var summary: Phrase { Phrase(en: "moved to bed \(bed)", zhHans: "转至 \(bed) 床") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.bed = bed
        admission.place = .ward
        admission.placeSince = stamp.occurred
    }
}

/// She left the ward; her bed is kept for her or given up.
public struct MotherDeparted: AdmissionFact {
    public static let kind = "motherDeparted"
    public let to: MotherPlace
    public let keepsBed: Bool

    public var summary: Phrase {
        Phrase(
            en: "to \(to.label.en)" + (keepsBed ? ", bed kept" : ""),
            zhHans: "去向：\(to.label.zhHans)" + (keepsBed ? "（保留床位）" : ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.place = to
        admission.placeSince = stamp.occurred
        if !keepsBed { admission.bed = nil }
    }
}

/// `mother.move`: to another bed, from theatre too.
public struct MoveMother: WardCommand, NamesMother {
    public static let name = "mother.move"
    public static let summary = Phrase(en: "move a mother to a bed", zhHans: "转床")
    public static let permission = Permission.care
    public static let fields =
        motherFields + [CommandField("label", "string"), CommandField("bed", "label", required: true)]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var bed: BedLabel

    public init(admission: AdmissionID, bed: BedLabel) {
        self.admission = admission
        self.bed = bed
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try context.ward.checkFree(bed, except: mother.id)
        guard mother.place != .died else { throw .notHere(mother.identity.called) }
        guard mother.bed != bed || mother.place != .ward else { throw .nothingToRecord }
        return [context.draft(.admission(mother.id), MotherMoved(bed: bed))]
    }
}

/// `mother.depart`: to theatre, postnatal ward, ICU, another hospital, home; or she died.
public struct DepartMother: WardCommand, NamesMother {
    public static let name = "mother.depart"
    public static let summary = Phrase(en: "a mother leaves the ward", zhHans: "孕产妇离科")
    public static let permission = Permission.care
    public static let fields =
        motherFields + [
            CommandField("label", "string"),
            CommandField("to", departures.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("keepsBed", "true|false"), CommandField("reason", "string"),
        ]
    static let departures = MotherPlace.allCases.filter { $0 != .ward }

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var to: MotherPlace
    /// Left out, the bed is given up, except on the way to theatre, where it must be said.
    public var keepsBed: Bool?
    public var reason: String?

    public init(admission: AdmissionID, to: MotherPlace, keepsBed: Bool?, reason: String? = nil) {
        self.admission = admission
        self.to = to
        self.keepsBed = keepsBed
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        guard to != .ward else {
            throw .outOfRange(field: "to", allowed: Self.departures.map(\.rawValue).joined(separator: "|"))
        }
        guard mother.place != .died, mother.place != to || mother.bed != nil else {
            throw .notHere(mother.identity.called)
        }
        let keeps: Bool
        switch to {
        case .theatre:
            guard let keepsBed else { throw .fieldMissing("keepsBed") }
            keeps = keepsBed
        case .icu: keeps = keepsBed ?? false
        default: keeps = false
        }
        return [context.draft(.admission(mother.id), MotherDeparted(to: to, keepsBed: keeps && mother.bed != nil))]
    }
}
