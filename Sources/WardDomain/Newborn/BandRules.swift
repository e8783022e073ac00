/// Whether a code may be put on somebody.
enum BandRules {
    /// The normalized code for a newborn, refused when it is or was anybody else's, or is void, or is a person's code and
    /// another band of the baby says another person.
    ///
    /// - Parameter replaced: the limb whose band comes off, whose code proves nothing.
    static func free(
        _ scanned: String, for newborn: Newborn, _ kind: BandCodeKind, replacing replaced: Limb? = nil,
        _ context: DecisionContext
    ) throws(Refusal) -> String {
        let code = try readable(scanned, .newborn, context)
        if kind == .person, let other = newborn.personCode(otherThan: code, replacing: replaced) {
            throw .personCodeDiffers(code, other)
        }
        let own = newborn.bands.filter { $0.code == code }
        if let issue = BandCode.issue(of: scanned), own.contains(where: { $0.state == .void && $0.saidIssue == issue })
        {
            throw .bandVoid("\(code) (\(issue))")
        }
        for use in context.answers.bandUses[code, default: []] {
            let same = use.newborn == newborn.id
            if same, kind == .person, own.allSatisfy({ $0.codeKind == .person }) { continue }
            if use.void { throw .bandVoid(code) }
            guard same, own.contains(where: { $0.state == .issued }) else { throw .bandInUse(code) }
        }
        return code
    }

    /// The normalized code for a mother; her own person code may be printed again, in a later stay too.
    static func free(
        _ scanned: String, for mother: Admission, _ kind: BandCodeKind, _ context: DecisionContext
    ) throws(Refusal) -> String {
        let code = try readable(scanned, .mother, context)
        let stays = mother.identity.mrn.flatMap { context.answers.admissionsByNumber[$0] } ?? []
        let hers = Set([mother.id] + mother.absorbed + stays.map(\.id))
        for use in context.answers.bandUses[code, default: []] {
            if kind == .person, use.newborn == nil, hers.contains(use.admission) { continue }
            throw use.void ? .bandVoid(code) : .bandInUse(code)
        }
        return code
    }

    /// What a code stands for: what was said of it, else what the site's patterns say, else this one band.
    static func kind(_ said: BandCodeKind?, of scanned: String, _ context: DecisionContext) -> BandCodeKind {
        said ?? context.rules.site.kind(of: BandCode.normalized(scanned)) ?? .band
    }

    private static func readable(
        _ scanned: String, _ wearer: CodeClass, _ context: DecisionContext
    ) throws(Refusal) -> String {
        let code = try BandCode.checked(scanned)
        try context.rules.site.check(code, is: wearer)
        let isSites = !context.rules.site.classes(of: code).isEmpty
        guard isSites || !BandCode.looksLikeElements(scanned) else { throw .elementsUnmarked(code) }
        guard context.ward.roster[Badge(code)] == nil else { throw .bandIsBadge(code) }
        guard !context.ward.isPass(code) else { throw .bandInUse(code) }
        return code
    }
}

extension Newborn {
    /// A person's code, printed or on, that says somebody else than a code that is to be put on; nil where none does.
    fileprivate func personCode(otherThan code: String, replacing replaced: Limb?) -> String? {
        bands.first { band in
            let counts = band.state == .issued || band.state == .attached && band.limb != replaced
            return counts && band.codeKind == .person && band.issue > wrongIssues && band.code != code
        }?.code
    }
}
