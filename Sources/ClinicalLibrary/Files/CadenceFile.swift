import WardDomain

/// The ward's duties to drill, train and meet: `kind = "cadence"`.
public struct CadenceFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let rules: CadenceRules

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> CadenceFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> CadenceFile {
        let root = document.root
        let header = LibraryHeader(root, of: .cadence, file: document.name)
        var rules = CadenceRules()
        rules.duties = root.duties(header.source)
        rules.minima = root.minima(header.source)
        if let cases = root.table("cases") {
            rules.recentCaseDays = cases.integer("days", in: 1...3660) ?? 0
            rules.caesareanProtocol = cases.has("caesarean") ? cases.identifier("caesarean") : nil
            rules.casesSource = cases.source(orElse: header.source) ?? rules.casesSource
            cases.refuseOtherKeys()
        }
        if root.has("debrief"), let debrief = root.table("debrief") {
            rules.hotDebriefMinutes = debrief.integer("hotMinutes", in: 1...1440)
            rules.writeUpDays = debrief.integer("writeUpDays", in: 1...365)
            rules.debriefSource = debrief.source(orElse: header.source) ?? rules.debriefSource
            debrief.refuseOtherKeys()
        }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { CadenceFile(version: $0, rules: rules) })
    }
}

extension TableReader {
    fileprivate func duties(_ fileSource: Source?) -> [CadenceRules.Duty] {
        let tables = tables("duty")
        let names = tables.map { $0.value("duty", DutyName.self) }
        tables.refuseRepeated("duty", names, \.rawValue)
        return zip(tables, names).compactMap { table, name in
            let period = table.value("period", Period.self)
            let times = table.integer("times", in: 1...99)
            let each = table.has("each") ? table.owing("each") : []
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let name, let period, let times, let source else { return nil }
            return CadenceRules.Duty(rhythm: name.rhythm, period: period, times: times, each: each, source: source)
        }
    }

    private func owing(_ key: String) -> [CadenceRules.Owing] {
        tables(key).compactMap { table in
            let role = table.value("role", StaffRole.self)
            let specialty = table.has("specialty") ? table.value("specialty", Specialty.self) : nil
            table.refuseOtherKeys()
            return role.map { CadenceRules.Owing($0, specialty) }
        }
    }

    fileprivate func minima(_ fileSource: Source?) -> [CadenceRules.Minimum] {
        guard has("minimum") else { return [] }
        return tables("minimum").compactMap { table in
            let label = table.phrase()
            let protocols = table.tables("protocols").compactMap { entry in
                defer { entry.refuseOtherKeys() }
                return entry.identifier("id")
            }
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let label, let source else { return nil }
            return CadenceRules.Minimum(en: label.en, zhHans: label.zhHans, protocols: protocols, source: source)
        }
    }
}

/// The names of duties in the file: the drill, and the rhythms.
private enum DutyName: String, CaseIterable {
    case drill, skillsTraining, selfAssessment, jointMeeting, caseEducation, continuingEducation

    var rhythm: Rhythm? { Rhythm(rawValue: rawValue) }
}
