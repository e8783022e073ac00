/// What was scanned for one baby, and whether it belongs.
struct HandoverScans {
    let admission: Admission
    let baby: Newborn
    let context: DecisionContext

    /// The first scan that belongs to another mother or baby: STOP. Nil when none does.
    ///
    /// - Throws: `notAMotherBand` for a slip that endangers nobody, such as a badge in the mother's field; `bandVoid` or
    ///   `issueUnknown` for an issue of her own band that was taken off for ever, or never put on.
    func wrong(motherBand: String?, people: [String]) throws(Refusal) -> String? {
        if let motherBand, !motherBand.isBlank, let wrong = try wrongMother(BandCode.normalized(motherBand)) {
            return wrong
        }
        for person in people {
            if let wrong = try somebodyElse(BandCode.normalized(person)) { return wrong }
        }
        for scanned in [motherBand].compactMap({ $0 }) + people {
            if let refusal = context.ward.unprovenIssue(scanned) { throw refusal }
        }
        return nil
    }

    /// A code in the mother's field that is not her band. One that nobody wears may be another ward's mother.
    private func wrongMother(_ code: String) throws(Refusal) -> String? {
        if let wearer = context.ward.wearer(of: code) {
            if case .mother(let mother) = wearer, mother.id == admission.id { return nil }
            return try somebodyElse(code)
        }
        guard context.ward.roster[Badge(code)] == nil, admission.band != nil else { throw .notAMotherBand(code) }
        return code
    }

    /// A code that another mother or another mother's baby wears.
    private func somebodyElse(_ code: String) throws(Refusal) -> String? {
        switch context.ward.wearer(of: code) {
        case .mother(let mother): return mother.id == admission.id ? nil : code
        case .newborn(let mother, _):
            guard mother.id != admission.id else { throw .notAMotherBand(code) }
            return code
        case nil: break
        }
        let stranger = context.ward.admissions.values.contains { other in
            other.id != admission.id && other.relatives.contains { $0.pass == code }
        }
        return stranger ? code : nil
    }

    /// The record of a wrong scan; nothing moves. A band that the mother has not, and whoever was not scanned yet, is not
    /// recorded.
    func mismatch(
        _ wrong: String, band: String?, giver: String?, receiver: String?, to: Place,
        during act: HandoverMismatched.During = .handover
    ) -> HandoverMismatched {
        HandoverMismatched(
            newborn: baby.id, scanned: wrong, belongs: admission.band?.code, giver: giver?.unlessBlank,
            receiver: receiver?.unlessBlank, to: to, during: act,
            band: band?.unlessBlank.map(BandCode.normalized))
    }

    /// Who gives or takes: a badge, the mother's own band, or `relative:RELATION:NAME`.
    func person(_ code: String) throws(Refusal) -> Custodian {
        if code.hasPrefix("relative:") { return try relative(code) }
        let scanned = BandCode.normalized(code)
        if let own = admission.band?.code, own == scanned { return .mother }
        if let relative = admission.relatives.first(where: { $0.pass == scanned }) { return relative.custodian }
        return .staff(try context.atWork(Badge(scanned)).badge)
    }

    /// The same, where a refusal is about the field in which it was given.
    func person(_ code: String, in field: String) throws(Refusal) -> Custodian {
        do throws(Refusal) {
            return try person(code)
        } catch {
            throw error.about(field)
        }
    }

    private func relative(_ code: String) throws(Refusal) -> Custodian {
        let parts = code.split(separator: ":", maxSplits: 2).map(String.init)
        guard parts.count == 3, let relation = try TextRules.name(parts[1], field: "relative"),
            let name = try TextRules.name(parts[2], field: "relative")
        else { throw .codeUnreadable(code) }
        let custodian = Custodian.relative(name: name, relation: relation)
        let isAuthorised = admission.relatives.contains { $0.custodian == custodian }
        guard isAuthorised || baby.custody.custodian == custodian else { throw .relativeNotAuthorised }
        return custodian
    }
}

extension Newborn {
    /// Refuses a place that no handover leads to: out of the hospital, to the mortuary while the baby lives, to a screen
    /// or a vaccination once it died.
    func checkGoes(to place: Place) throws(Refusal) {
        guard !place.isAway else { throw .placeIsDischarge }
        guard place != .mortuary || !outcome.raisesAlarms else { throw .notDead }
        guard outcome.raisesAlarms || !place.isForTheLiving else { throw .notLive }
    }
}

extension DecisionContext {
    /// True for a typed time so far back that a reason is asked for.
    var isLate: Bool {
        guard occurred.derived, let limit = BackDating.reasonAfter15Minutes.secondsWithoutReason else { return false }
        return occurred.moment.seconds(to: givenAt) > limit
    }

    /// The member of staff who carries a badge and works here.
    func atWork(_ badge: Badge) throws(Refusal) -> StaffMember {
        guard let member = ward.roster[badge] else { throw .badgeUnknown(badge) }
        guard !member.retired else { throw .badgeRetired(badge) }
        return member
    }

    /// A second person: somebody else, who works here and may look after newborns.
    func checkSecond(_ badge: Badge) throws(Refusal) {
        guard badge != by else { throw .secondPersonNeeded }
        try checkMayHave(.staff(try atWork(badge).badge))
    }

    /// Whether somebody may have a newborn in her or his care.
    func checkMayHave(_ custodian: Custodian) throws(Refusal) {
        guard case .staff(let badge) = custodian, let role = ward.roster[badge]?.role else { return }
        guard role.may(.custody) else { throw .notAllowed(role) }
    }
}
