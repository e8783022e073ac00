import WardDomain

/// What an entry has to say of its scans and its people, as the clinical reference asks (ID-9, ID-14, ID-17): what is
/// missing in it. It reads the entry alone, and shares nothing with the rules that let it in.
struct AuditedScans {
    let by: Badge?
    let roles: [Badge: StaffRole]
    /// The codes that are on the baby before the entry.
    let bands: [Limb: String]
    /// The codes of these that were found to be wrong.
    let wrong: Set<String>
    let motherBand: String?

    private static let carers: Set<StaffRole> = [.midwife, .nurse, .chargeNurse, .doctor]

    func faults(of fact: HandoverCompleted) -> [String] {
        var faults = hers(fact.motherBand, or: fact.noMotherBandReason)
        if bands.isEmpty { faults.append("handed over without a band") }
        return faults
    }

    func faults(of fact: BandReplaced) -> [String] {
        var faults = hers(fact.motherBand, or: fact.noMotherBandReason) + second(fact.second)
        let others = bands.filter { $0.key != fact.limb && !wrong.contains($0.value) }.map(\.value)
        if !others.isEmpty, fact.otherBand.map(others.contains) != true {
            faults.append("a band was replaced, and the other one not read")
        }
        if isBlank(fact.reason) { faults.append("a band was replaced without a reason") }
        return faults
    }

    /// A band in the place of one that is gone.
    func faults(ofBandAfterLoss fact: BandAttached) -> [String] {
        second(fact.second) + (isBlank(fact.reason) ? ["a lost band was replaced without a reason"] : [])
    }

    func faults(of fact: NewbornDischarged) -> [String] {
        var faults = second(fact.second)
        let read = Set([fact.band, fact.otherBand].compactMap(\.self))
        if read.isEmpty || !read.isSuperset(of: bands.values) { faults.append("it left, and not every band was read") }
        if !read.isSubset(of: bands.values) { faults.append("it left by a band that is not on it") }
        if fact.to != .home && fact.to != .otherHospital { faults.append("it left for \(fact.to)") }
        if fact.signatureSeenBy.flatMap({ roles[$0] }) == nil { faults.append("nobody here saw the family sign") }
        if fact.byMother == true {
            if fact.motherBand == nil { faults.append("the mother took it without her band") }
        } else {
            if isBlank(fact.collector) || isBlank(fact.relation) { faults.append("whoever took it is not named") }
            if fact.document == nil { faults.append("whoever took it showed no paper") }
        }
        return faults + (fact.motherBand == nil ? withoutHer(fact) : hers(fact.motherBand, or: nil))
    }

    /// Without her band: the cause, the charge nurse and the medical office.
    private func withoutHer(_ fact: NewbornDischarged) -> [String] {
        var faults: [String] = []
        if fact.noMotherBand == nil { faults.append("it left without its mother's band, and nobody said why") }
        if fact.noMotherBand == .other, isBlank(fact.noMotherBandReason) { faults.append("it left for no said reason") }
        if ![by, fact.second].contains(where: { $0.flatMap { roles[$0] } == .chargeNurse }) {
            faults.append("it left without its mother's band and without the charge nurse")
        }
        if isBlank(fact.medicalOffice) { faults.append("it left without its mother's band and the medical office") }
        return faults
    }

    private func hers(_ band: String?, or reason: String?) -> [String] {
        guard let band else { return isBlank(reason) ? ["neither the mother's band nor a reason"] : [] }
        return band == motherBand ? [] : ["\(band) is not its mother's band"]
    }

    private func second(_ badge: Badge?) -> [String] {
        guard let badge, badge != by else { return ["by one alone"] }
        return roles[badge].map(Self.carers.contains) == true ? [] : ["the second, \(badge), looks after no newborn"]
    }

    private func isBlank(_ text: String?) -> Bool { text?.allSatisfy(\.isWhitespace) ?? true }
}
