/// Whether a code may be put on somebody.
enum BandRules {
    /// The normalized code for a newborn, refused when it is or was anybody else's, or is void.
    static func free(
        _ scanned: String, for newborn: Newborn, _ kind: BandCodeKind, _ context: DecisionContext
    ) throws(Refusal) -> String {
        let code = try readable(scanned, .newborn, context)
        let own = newborn.bands.filter { $0.code == code }
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
        guard context.ward.roster[Badge(code)] == nil else { throw .bandIsBadge(code) }
        guard !context.ward.isPass(code) else { throw .bandInUse(code) }
        return code
    }
}
