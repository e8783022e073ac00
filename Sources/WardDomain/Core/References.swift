/// A command about a mother: named by her hospital number, by her admission, or by the label of an unnamed woman.
public protocol NamesMother {
    var mrn: String? { get }
    var admission: AdmissionID? { get }
    var label: String? { get }
}

extension NamesMother {
    public var label: String? { nil }

    /// The open admission that is meant.
    func mother(_ context: DecisionContext) throws(Refusal) -> Admission {
        try context.ward.mother(mrn: mrn, admission: admission, label: label)
    }

    var motherLookups: [Lookup] {
        admission.map { [.admission($0)] } ?? []
    }

    static var motherFields: [CommandField] {
        [CommandField("mrn", "string"), CommandField("admission", "id")]
    }
}

extension WardState {
    func mother(mrn: String?, admission: AdmissionID?, label: String?) throws(Refusal) -> Admission {
        if let admission {
            guard let found = admissions[admission] else { throw .motherUnknown(admission.rawValue) }
            return found
        }
        if let mrn {
            guard let found = self.admission(mrn: mrn) else { throw .motherUnknown(mrn) }
            return found
        }
        guard let label else { throw .fieldMissing("mrn") }
        let found = admissions.values.filter { $0.identity.label == label && $0.mergedInto == nil }
        guard found.count < 2 else { throw .ambiguous(label) }
        guard let only = found.first else { throw .motherUnknown(label) }
        return only
    }

    /// The open admission of a hospital number.
    public func admission(mrn: String) -> Admission? {
        admissions.values.first { $0.identity.mrn == mrn && $0.mergedInto == nil }
    }

    /// The mother who lies in a bed.
    public func occupant(of bed: BedLabel) -> Admission? {
        admissions.values.first { $0.bed == bed && $0.mergedInto == nil }
    }

    /// The run of an id and its admission.
    public func caesarean(_ id: CaesareanID) -> (admission: Admission, run: CaesareanRun)? {
        for admission in admissions.values {
            if let run = admission.runs.first(where: { $0.id == id }) { return (admission, run) }
        }
        return nil
    }

    /// The newborn of an id and its admission.
    public func newborn(_ id: NewbornID) -> (admission: Admission, newborn: Newborn)? {
        for admission in admissions.values where admission.mergedInto == nil {
            if let newborn = admission.newborns.first(where: { $0.id == id }) { return (admission, newborn) }
        }
        return nil
    }

    /// Whose band a code is now.
    public func wearer(of code: String) -> BandWearer? {
        for admission in admissions.values where admission.mergedInto == nil {
            if admission.band?.code == code { return .mother(admission) }
            if let newborn = admission.newborn(wearing: code) { return .newborn(admission, newborn) }
        }
        return nil
    }
}

/// Who wears a band.
public enum BandWearer: Hashable, Sendable {
    case mother(Admission)
    case newborn(Admission, Newborn)
}

/// A command about a caesarean: named by its run, or by the mother, whose running (or newest) run is meant.
public protocol NamesCaesarean: NamesMother {
    var run: CaesareanID? { get }
}

extension NamesCaesarean {
    func caesarean(_ context: DecisionContext) throws(Refusal) -> (admission: Admission, run: CaesareanRun) {
        if let run {
            guard let found = context.ward.caesarean(run) else { throw .caesareanUnknown }
            return found
        }
        let admission = try mother(context)
        guard let run = admission.runningCaesarean ?? admission.runs.last else { throw .caesareanUnknown }
        return (admission, run)
    }

    static var caesareanFields: [CommandField] {
        [CommandField("run", "id")] + motherFields
    }
}

/// A command about a newborn: named by a band, by id, or by the mother and the birth order.
public protocol NamesNewborn: NamesMother {
    var band: String? { get }
    var newborn: NewbornID? { get }
    var order: Int? { get }
}

extension NamesNewborn {
    func baby(_ context: DecisionContext) throws(Refusal) -> (admission: Admission, newborn: Newborn) {
        if let newborn {
            guard let found = context.ward.newborn(newborn) else { throw .newbornUnknown(newborn.rawValue) }
            return found
        }
        if let band { return try context.ward.newborn(wearing: band) }
        let admission = try mother(context)
        let order = order ?? 1
        guard let found = admission.newborn(order: order) else { throw .newbornUnknown(String(order)) }
        return (admission, found)
    }

    static var newbornFields: [CommandField] {
        [CommandField("band", "code"), CommandField("newborn", "id")] + motherFields + [
            CommandField("order", "integer 1-9")
        ]
    }
}

extension WardState {
    /// The newborn that wears a band now.
    func newborn(wearing band: String) throws(Refusal) -> (admission: Admission, newborn: Newborn) {
        switch wearer(of: BandCode.normalized(band)) {
        case .newborn(let admission, let newborn): return (admission, newborn)
        case .mother: throw .notABabyBand(band)
        case nil: throw .bandUnknown(band)
        }
    }
}
