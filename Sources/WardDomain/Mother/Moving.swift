/// She was moved to a bed, or back to the ward.
public struct MotherMoved: AdmissionFact {
    public static let kind = "motherMoved"
    public static let correctable: Set = ["bed", "reason"]
    public let bed: BedLabel
    public let reason: String?

    public var summary: Phrase { Phrase(en: "moved to bed \(bed)", zhHans: "转至 \(bed) 床") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.put(.ward, stamp)
        admission.bed = bed
    }
}

/// She left the ward; her bed is kept for her or given up.
public struct MotherDeparted: AdmissionFact {
    public static let kind = "motherDeparted"
    public static let correctable: Set = ["to", "keepsBed", "reason"]
    public let to: MotherPlace
    public let keepsBed: Bool
    public let reason: String?

    public var summary: Phrase {
        Phrase(
            en: "to \(to.label.en)" + (keepsBed ? ", bed kept" : ""),
            zhHans: "去向：\(to.label.zhHans)" + (keepsBed ? "（保留床位）" : ""))
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.put(to, stamp)
        if !keepsBed { admission.bed = nil }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        guard to != .ward else { throw .outOfRange(field: "to", allowed: Phrase(en: "elsewhere", zhHans: "科外去向")) }
    }
}

/// `mother.move`: to another bed, from theatre too.
public struct MoveMother: WardCommand, NamesMother {
    public static let name = "mother.move"
    public static let summary = Phrase(en: "move a mother to a bed", zhHans: "转床")
    public static let permission = Permission.care
    public static let fields =
        motherFields + [CommandField("bed", "label", required: true), CommandField("reason", "string")]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var bed: BedLabel
    public var reason: String?

    public init(admission: AdmissionID, bed: BedLabel, reason: String? = nil) {
        self.admission = admission
        self.bed = bed
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        try mother.checkPlacing(context)
        try mother.checkComesBack(context)
        try context.ward.checkFree(bed, except: mother.id)
        guard mother.bed != bed || mother.place != .ward else { throw .nothingToRecord }
        return [context.draft(.admission(mother.id), MotherMoved(bed: bed, reason: reason))]
    }
}

/// `mother.depart`: to theatre, postnatal ward, ICU, another hospital, home; or she died.
public struct DepartMother: WardCommand, NamesMother {
    public static let name = "mother.depart"
    public static let summary = Phrase(en: "a mother leaves the ward", zhHans: "孕产妇离科")
    public static let permission = Permission.care
    public static let fields =
        motherFields + [
            CommandField("to", departures.map(\.rawValue).joined(separator: "|"), required: true),
            CommandField("keepsBed", "true|false"), CommandField("reason", "string"),
        ]
    static let departures = MotherPlace.allCases.filter { $0 != .ward }
    /// Where nobody goes while a caesarean clock runs for her: she and her clock would be lost from sight.
    private static let endsCare: [MotherPlace] = [.postnatal, .home, .otherHospital]

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
            throw .notHere
        }
        try mother.checkPlacing(context)
        if mother.runningCaesarean != nil, Self.endsCare.contains(to) { throw .clockRunning }
        let keeps = try keepsBed(of: mother)
        guard mother.place != to || !keeps else { throw .nothingToRecord }
        return [context.draft(.admission(mother.id), MotherDeparted(to: to, keepsBed: keeps, reason: reason))]
    }

    private func keepsBed(of mother: Admission) throws(Refusal) -> Bool {
        guard mother.bed != nil else { return false }
        switch to {
        case .theatre:
            guard let keepsBed else { throw .fieldMissing("keepsBed") }
            return keepsBed
        case .icu: return keepsBed ?? false
        default: return false
        }
    }
}

extension Admission {
    /// Refuses a time before her admission, where that is known.
    func checkAdmitted(_ context: DecisionContext) throws(Refusal) {
        if let admittedAt, context.occurred.isBefore(admittedAt) { throw .beforeAdmission }
    }

    /// Refuses what would be about herself before her admission, or after she died or left the hospital; her story stays
    /// open for her newborns then.
    func checkHere(_ context: DecisionContext) throws(Refusal) {
        try checkAdmitted(context)
        guard place == .died || place == .home || place == .otherHospital, let left = saidAt[.place] else { return }
        guard !left.isBefore(context.occurred) else { throw .notHere }
    }

    /// Refuses a time before her admission or before her newest move.
    fileprivate func checkPlacing(_ context: DecisionContext) throws(Refusal) {
        try checkAdmitted(context)
        if let moved = saidAt[.place], context.occurred.isBefore(moved) { throw .placeChangedSince }
    }

    /// Refuses one who died, or whose number has come back under another admission.
    fileprivate func checkComesBack(_ context: DecisionContext) throws(Refusal) {
        guard place != .died else { throw .notHere }
        guard !isOpen, let mrn = identity.mrn else { return }
        if let other = context.ward.admission(mrn: mrn), other.id != id { throw .numberInUse(mrn) }
    }
}
