import WardDomain

/// How often to observe in labour, and what to show as out of bounds: `kind = "labour-observation"`.
public struct LabourObservationFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let intervals: [ClinicalRules.ObservationInterval]
    public let thresholds: [ClinicalRules.AlertThreshold]
    /// Empty where the file has none.
    public let limits: LabourLimits

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> LabourObservationFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> LabourObservationFile {
        let root = document.root
        let header = LibraryHeader(root, of: .labourObservation, file: document.name)
        let intervals = root.intervals(header.source)
        let thresholds = root.thresholds(header.source)
        let limits = root.labourLimits(header.source)
        root.refuseOtherKeys()
        return try document.finish(
            header.version.map {
                LabourObservationFile(version: $0, intervals: intervals, thresholds: thresholds, limits: limits)
            })
    }
}

extension TableReader {
    fileprivate func intervals(_ fileSource: Source?) -> [ClinicalRules.ObservationInterval] {
        let tables = tables("interval")
        let fields = tables.map { $0.value("field", ObservationField.self) }
        tables.refuseRepeated("field", fields, \.rawValue)
        return zip(tables, fields).compactMap { table, field in
            let first = table.minutes("firstStageMinutes")
            let second = table.minutes("secondStageMinutes")
            if !table.has("secondStageMinutes"), !table.has("firstStageMinutes") {
                table.note(.missing("firstStageMinutes"), at: "firstStageMinutes")
            }
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let field, let source else { return nil }
            return ClinicalRules.ObservationInterval(
                field: field, firstStageSeconds: first.map { $0 * 60 }, secondStageSeconds: second.map { $0 * 60 },
                source: source)
        }
    }

    /// A whole number of minutes from 1 to a day; nil where the file gives none.
    func minutes(_ key: String) -> Int? {
        guard has(key), let minutes = integer(key) else { return nil }
        if (1...1440).contains(minutes) { return minutes }
        note(.outOfRange(key, value: minutes, allowed: "1-1440"), at: key)
        return nil
    }

    fileprivate func thresholds(_ fileSource: Source?) -> [ClinicalRules.AlertThreshold] {
        let tables = tables("threshold")
        let thresholds = tables.map { $0.threshold(fileSource) }
        tables.refuseRepeated("comparison", thresholds.map { $0.map { [$0.field.rawValue, $0.comparison.rawValue] } }) {
            $0.joined(separator: " ")
        }
        return thresholds.compactMap(\.self)
    }

    private func threshold(_ fileSource: Source?) -> ClinicalRules.AlertThreshold? {
        let field = value("field", ObservationField.self)
        let comparison = comparison()
        let limit = integer("limit")
        let source = source(orElse: fileSource)
        refuseOtherKeys()
        guard let field, let comparison, let limit, let source else { return nil }
        guard let range = field.range else {
            note(.notAllowed("field", value: field.rawValue, allowed: Self.numberFields), at: "field")
            return nil
        }
        guard range.contains(limit) else {
            note(.outOfRange("limit", value: limit, allowed: "\(range.lowerBound)-\(range.upperBound)"), at: "limit")
            return nil
        }
        return ClinicalRules.AlertThreshold(field: field, comparison: comparison, limit: limit, source: source)
    }

    private func comparison() -> ClinicalRules.Comparison? {
        guard let text = text("comparison") else { return nil }
        if let comparison = ClinicalRules.Comparison(rawValue: text) { return comparison }
        note(.notAllowed("comparison", value: text, allowed: "<, <=, >=, >"), at: "comparison")
        return nil
    }

    private static var numberFields: String {
        ObservationField.allCases.filter { $0.range != nil }.map(\.rawValue).joined(separator: ", ")
    }
}
