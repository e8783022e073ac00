/// A command about a mother: named by her hospital number, by her admission, or by the label of an unnamed woman.
public protocol NamesMother {
    var mrn: String? { get }
    var admission: AdmissionID? { get }
    var label: String? { get }
}

extension NamesMother {
    /// The open admission that is meant.
    func mother(_ context: DecisionContext) throws(Refusal) -> Admission {
        try context.ward.mother(mrn: mrn, admission: admission, label: label)
    }

    var namesMother: Bool { mrn != nil || admission != nil || label != nil }

    var motherLookups: [Lookup] {
        admission.map { [.admission($0)] } ?? []
    }

    static var motherFields: [CommandField] {
        [CommandField("mrn", "string"), CommandField("admission", "id"), CommandField("label", "string")]
    }
}

extension WardState {
    /// The one mother that all the references given mean.
    func mother(mrn: String?, admission: AdmissionID?, label: String?) throws(Refusal) -> Admission {
        let found = [
            try admission.map { id throws(Refusal) in try mother(id) },
            try mrn.map { mrn throws(Refusal) in try mother(numbered: mrn) },
            try label.map { label throws(Refusal) in try mother(labelled: label) },
        ].compactMap { $0 }
        guard let first = found.first else { throw .fieldMissing("mrn") }
        guard found.allSatisfy({ $0.id == first.id }) else { throw .referencesDisagree }
        return first
    }

    private func mother(_ id: AdmissionID) throws(Refusal) -> Admission {
        guard let found = current(id) else { throw .motherUnknown(id.rawValue) }
        return found
    }

    private func mother(numbered mrn: String) throws(Refusal) -> Admission {
        guard let found = admission(mrn: mrn) else { throw .motherUnknown(mrn) }
        return found
    }

    private func mother(labelled label: String) throws(Refusal) -> Admission {
        let found = admissions.values.filter { $0.identity.label == label.trimmed && $0.isOpen }
        let meant = found.count > 1 ? found.filter { !$0.identity.isNamed } : found
        guard meant.count < 2 else { throw .ambiguous(label) }
        guard let only = meant.first else { throw .motherUnknown(label) }
        return only
    }

    /// Whether an open admission bears a label.
    func hasMother(labelled label: String?) -> Bool {
        guard let label = label?.trimmed else { return false }
        return admissions.values.contains { $0.identity.label == label && $0.isOpen }
    }

    /// The admission of an id, or the one that it was merged into.
    public func current(_ id: AdmissionID) -> Admission? {
        if let found = admissions[id], found.mergedInto == nil { return found }
        return admissions.values.first { $0.absorbed.contains(id) }
    }

    /// The open admission of a hospital number, as it was typed or scanned.
    public func admission(mrn: String) -> Admission? {
        let number = TextRules.number(mrn)
        return admissions.values.first { $0.isOpen && $0.identity.mrn.map(TextRules.number) == number }
    }

    /// The open story of a newborn whose mother is not here, by its own hospital number or what it is called.
    public func admission(ofNewbornAlone called: String) -> Admission? {
        let number = TextRules.number(called)
        return admissions.values.first { story in
            guard story.isOpen, story.isWithoutMother else { return false }
            return story.identity.label == called
                || story.newborns.contains { $0.number.map(TextRules.number) == number }
        }
    }

    /// The newborn of a hospital number of its own, in an open story.
    public func newborn(numbered number: String) -> (admission: Admission, newborn: Newborn)? {
        let number = TextRules.number(number)
        for admission in admissions.values where admission.isOpen {
            if let newborn = admission.newborns.first(where: { $0.number.map(TextRules.number) == number }) {
                return (admission, newborn)
            }
        }
        return nil
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

    /// Why a scanned band may not be used although its number is somebody's: a person's code is on every band of hers, and
    /// this one says that it is an issue that was taken off for ever. Nil where it is good, or says no issue.
    public func voidIssue(_ scanned: String) -> Refusal? {
        guard case .person(_, let number, let issue?) = BandCode.read(scanned) else { return nil }
        let isVoid = bands(of: number).contains { $0.saidIssue == issue && $0.state == .void }
        return isVoid ? .bandVoid("\(number) (\(issue))") : nil
    }

    /// Why a scanned band proves nobody although its number is somebody's: its issue is void for ever, or was never put
    /// on. Nil where it is on, or says no issue.
    public func unprovenIssue(_ scanned: String) -> Refusal? {
        guard case .person(_, let number, let issue?) = BandCode.read(scanned) else { return nil }
        let known = bands(of: number)
        guard !known.isEmpty, !known.contains(where: { $0.saidIssue == issue && $0.state == .attached }) else {
            return nil
        }
        return voidIssue(scanned) ?? .issueUnknown(number, issue)
    }

    /// Every band of a code, whoever wears or wore it.
    private func bands(of code: String) -> [Band] {
        admissions.values.filter { $0.mergedInto == nil }.flatMap { admission in
            [admission.band].compactMap(\.self) + admission.voidBands + admission.newborns.flatMap(\.bands)
        }.filter { $0.code == code }
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
        guard let run else { return try newestCaesarean(context) }
        guard let found = context.ward.caesarean(run) else { throw .caesareanUnknown }
        if namesMother, try mother(context).id != found.admission.id { throw .referencesDisagree }
        return found
    }

    private func newestCaesarean(
        _ context: DecisionContext
    ) throws(Refusal) -> (admission: Admission, run: CaesareanRun) {
        let admission = try mother(context)
        guard let run = admission.runningCaesarean ?? admission.runs.last else { throw .caesareanUnknown }
        return (admission, run)
    }

    static var caesareanFields: [CommandField] {
        [CommandField("run", "id")] + motherFields
    }
}

/// A command about a newborn: named by a band, by id, by its own hospital number in the place of the mother's, or by the
/// mother and the birth order.
public protocol NamesNewborn: NamesMother {
    var band: String? { get }
    var newborn: NewbornID? { get }
    var order: Int? { get }
}

extension NamesNewborn {
    /// The one newborn that all the references given mean; nothing can happen to a baby before the birth.
    func baby(_ context: DecisionContext) throws(Refusal) -> (admission: Admission, newborn: Newborn) {
        let own = byOwnNumber(context)
        let found = try named(context, own)
        let mothersNumber = own == nil ? mrn : nil
        if mothersNumber != nil || admission != nil || label != nil {
            let mother = try context.ward.mother(mrn: mothersNumber, admission: admission, label: label)
            guard mother.id == found.admission.id else { throw .referencesDisagree }
        }
        if let own, own.newborn.id != found.newborn.id { throw .referencesDisagree }
        if let order, found.newborn.order != order { throw .referencesDisagree }
        if newborn != nil, let band, try context.ward.newborn(wearing: band).newborn.id != found.newborn.id {
            throw .referencesDisagree
        }
        guard !context.occurred.isBefore(found.newborn.bornAt) else { throw .beforeBirth }
        return found
    }

    /// The newborn whose own hospital number stands where the mother's may stand; nil where it is a mother's.
    private func byOwnNumber(_ context: DecisionContext) -> (admission: Admission, newborn: Newborn)? {
        guard let mrn, context.ward.admission(mrn: mrn) == nil else { return nil }
        return context.ward.newborn(numbered: mrn)
    }

    private func named(
        _ context: DecisionContext, _ own: (admission: Admission, newborn: Newborn)?
    ) throws(Refusal) -> (admission: Admission, newborn: Newborn) {
        if let newborn {
            guard let found = context.ward.newborn(newborn) else { throw .newbornUnknown(newborn.rawValue) }
            return found
        }
        if let band { return try context.ward.newborn(wearing: band) }
        if let own { return own }
        let admission = try mother(context)
        let order = order ?? 1
        guard let found = admission.newborn(order: order) else { throw .newbornUnknown(String(order)) }
        return (admission, found)
    }

    /// A newborn by a band that it wears, by its id, or by mother and order of birth.
    static var newbornFields: [CommandField] {
        [CommandField("band", "code")] + unbandedFields
    }

    /// A newborn by its id, or by mother and order of birth, where the band is what the command is about.
    static var unbandedFields: [CommandField] {
        [CommandField("newborn", "id")] + motherFields + [CommandField("order", "integer 1-9")]
    }
}

extension WardState {
    private func isVoid(_ code: String) -> Bool {
        admissions.values.contains { admission in
            admission.newborns.contains { $0.bands.contains { $0.code == code && $0.state == .void } }
        }
    }

    /// The newborn that wears a band now.
    func newborn(wearing band: String) throws(Refusal) -> (admission: Admission, newborn: Newborn) {
        switch wearer(of: BandCode.normalized(band)) {
        case .newborn(let admission, let newborn):
            if let refusal = unprovenIssue(band) { throw refusal }
            return (admission, newborn)
        case .mother: throw .notABabyBand(band)
        case nil:
            if case .faulty(let code, let fault) = BandCode.read(band) { throw .elementsFaulty(code, fault) }
            throw isVoid(BandCode.normalized(band)) ? .bandVoid(band) : .bandUnknown(band)
        }
    }
}
