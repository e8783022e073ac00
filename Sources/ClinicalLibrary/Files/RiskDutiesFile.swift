import WardDomain

/// What a risk grade obliges to: `kind = "risk-duties"`.
public struct RiskDutiesFile: Hashable, Sendable {
    public let version: LibraryVersion
    /// Within how long after the grading a grade is reported; empty where the file names no time.
    public let reports: [RiskGrade: ClinicalRules.Target]

    /// Hours that a file may name: four weeks.
    private static let hours = 1...672

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> RiskDutiesFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> RiskDutiesFile {
        let root = document.root
        let header = LibraryHeader(root, of: .riskDuties, file: document.name)
        let tables = root.optionalTables("report")
        let grades = tables.map { $0.value("grade", RiskGrade.self) }
        tables.refuseRepeated("grade", grades, \.rawValue)
        var reports: [RiskGrade: ClinicalRules.Target] = [:]
        for (table, grade) in zip(tables, grades) {
            let within = table.integer("hours", in: hours)
            let source = table.source(orElse: header.source)
            table.refuseOtherKeys()
            guard let grade, let within, let source else { continue }
            reports[grade] = ClinicalRules.Target(seconds: within * 3600, source: source)
        }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { RiskDutiesFile(version: $0, reports: reports) })
    }
}
