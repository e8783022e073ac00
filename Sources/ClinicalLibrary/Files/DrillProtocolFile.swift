import WardDomain

/// A drill protocol's file: `kind = "drill"`.
public struct DrillProtocolFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let drillProtocol: DrillProtocol

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> DrillProtocolFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> DrillProtocolFile {
        let root = document.root
        let header = LibraryHeader(root, of: .drill, file: document.name)
        let drillProtocol = root.drillProtocol(header)
        root.refuseOtherKeys()
        guard let version = header.version, let drillProtocol else { return try document.finish(nil) }
        return try document.finish(DrillProtocolFile(version: version, drillProtocol: drillProtocol))
    }
}

extension TableReader {
    fileprivate func drillProtocol(_ header: LibraryHeader) -> DrillProtocol? {
        let id = identifier("id")
        let title = phrase()
        let emergencyKey = emergencyKey()
        let momentZero = phrase("momentZero")
        let roles = teamRoles()
        let shockIndex = shockIndexLevels()
        let oxygen = oxygenTargets()
        let steps = protocolSteps(roles: Set(roles.map(\.code)), fileSource: header.source)
        let notes = protocolNotes(steps: Set(steps.map(\.id)))
        let scenarios = scenarios()
        let isAboutNewborn = has("aboutNewborn") ? flag("aboutNewborn") : nil
        guard let id, let title, let momentZero, let version = header.version else { return nil }
        return DrillProtocol(
            id: id, emergencyKey: emergencyKey, version: version.version, en: title.en, zhHans: title.zhHans,
            momentZeroEn: momentZero.en, momentZeroZhHans: momentZero.zhHans, roles: roles, steps: steps,
            shockIndex: shockIndex, oxygen: oxygen, notes: notes, scenarios: scenarios, isAboutNewborn: isAboutNewborn,
            effectiveFrom: version.effectiveFrom,
            source: version.source)
    }

    /// A letter that starts the protocol after `!`; `c` starts the emergency caesarean and is no protocol's.
    private func emergencyKey() -> String? {
        guard let key = optionalText("emergencyKey")?.lowercased() else { return nil }
        if key.count == 1, key != "c", ("a"..."z").contains(key) { return key }
        note(.notAllowed("emergencyKey", value: key, allowed: "a-z (c: caesarean)"), at: "emergencyKey")
        return nil
    }

    private func teamRoles() -> [TeamRole] {
        let tables = tables("roles")
        let codes = tables.map { $0.code("code") }
        tables.refuseRepeated("code", codes, \.self)
        return zip(tables, codes).compactMap { table, code in
            defer { table.refuseOtherKeys() }
            guard let label = table.phrase(), let code else { return nil }
            return TeamRole(code: code, en: label.en, zhHans: label.zhHans)
        }
    }

    private func protocolSteps(roles: Set<String>, fileSource: Source?) -> [ProtocolStep] {
        let tables = tables("step")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        let steps = zip(tables, ids).map { table, id in
            defer { table.refuseOtherKeys() }
            return table.protocolStep(id: id, roles: roles, fileSource: fileSource)
        }
        checkReferences(of: steps, in: tables)
        return steps.compactMap(\.self)
    }
}
