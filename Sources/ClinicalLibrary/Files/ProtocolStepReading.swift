import WardDomain

/// One `[[step]]` of a drill protocol.
extension TableReader {
    func protocolStep(id: String?, roles: Set<String>, fileSource: Source?) -> ProtocolStep? {
        let target = has("target") ? duration("target") : nil
        let isProposal = flag(orFalse: "proposal")
        if isProposal, !has("target") { note(.goesWith("proposal", "target"), at: "proposal") }
        let when = optionalPhrase("when")
        let repeatSeconds = repeatSeconds()
        let role = role(among: roles)
        let critical = flag("critical")
        let text = phrase()
        let takesDose = flag(orFalse: "drug")
        let doses = doses(takesDose: takesDose)
        let rules = stepRules()
        let source = source(orElse: fileSource)
        guard let id, let role, let critical, let text, let source else { return nil }
        return ProtocolStep(
            id: id, targetSeconds: target, targetText: when?.en, targetTextZhHans: when?.zhHans,
            repeatSeconds: repeatSeconds, targetIsProposal: isProposal, role: role, critical: critical, en: text.en,
            zhHans: text.zhHans, takesDose: takesDose, dose: doses.first, otherDoses: Array(doses.dropFirst()),
            rules: rules, source: source)
    }

    private func role(among roles: Set<String>) -> String? {
        guard let role = text("role") else { return nil }
        if roles.contains(role) { return role }
        note(.notAllowed("role", value: role, allowed: roles.sorted().joined(separator: ", ")), at: "role")
        return nil
    }

    /// How long after one time the step is due again.
    private func repeatSeconds() -> Int? {
        guard has("repeat"), let seconds = duration("repeat") else { return nil }
        if seconds > 0 { return seconds }
        note(.outOfRange("repeat", value: 0, allowed: "0:01 - 999:59"), at: "repeat")
        return nil
    }

    private func doses(takesDose: Bool) -> [ProtocolDose] {
        guard has("dose") else { return [] }
        if !takesDose { note(.goesWith("dose", "drug = true"), at: "dose") }
        return tables("dose").compactMap { table in
            defer { table.refuseOtherKeys() }
            let caution = table.optionalPhrase("caution")
            let text = table.phrase()
            guard let source = table.source(), let text else { return nil }
            return ProtocolDose(
                en: text.en, zhHans: text.zhHans, cautionEn: caution?.en ?? "", cautionZhHans: caution?.zhHans ?? "",
                source: source)
        }
    }
}
