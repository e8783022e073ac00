import WardDomain

/// What a labour-observation file says beside its intervals and thresholds; each list may be left out, not the width from
/// which labour is active.
extension TableReader {
    func labourLimits(_ fileSource: Source?) -> LabourLimits {
        LabourLimits(
            activeLabour: activeLabour(fileSource), liquor: liquorAlerts(fileSource),
            dilatation: dilatationLimits(fileSource),
            secondStage: secondStageLimits(fileSource), responses: firstResponses(fileSource))
    }

    /// `[activeLabour]`: the cervix from which labour counts as active.
    private func activeLabour(_ fileSource: Source?) -> ActiveLabour? {
        guard let table = table("activeLabour") else { return nil }
        let centimetres = table.integer("cervix", in: 1...9)
        let source = table.source(orElse: fileSource)
        table.refuseOtherKeys()
        guard let centimetres, let source else { return nil }
        return ActiveLabour(centimetres: centimetres, source: source)
    }

    /// `[[liquor]]`: a code that alerts.
    private func liquorAlerts(_ fileSource: Source?) -> [Liquor: Source] {
        let tables = optionalTables("liquor")
        let codes = tables.map { $0.value("code", Liquor.self) }
        tables.refuseRepeated("code", codes, \.rawValue)
        return zip(tables, codes).reduce(into: [:]) { alerts, found in
            let (table, code) = found
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            if let code, let source { alerts[code] = source }
        }
    }

    /// `[[dilatation]]`: after how many minutes a cervix that stays as wide as it is alerts.
    private func dilatationLimits(_ fileSource: Source?) -> [Int: ClinicalRules.Target] {
        let tables = optionalTables("dilatation")
        let widths = tables.map { $0.integer("cervix", in: 0...9) }
        tables.refuseRepeated("cervix", widths, String.init)
        return zip(tables, widths).reduce(into: [:]) { limits, found in
            let (table, width) = found
            let minutes = table.requiredMinutes("minutes")
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let width, let minutes, let source else { return }
            limits[width] = ClinicalRules.Target(seconds: minutes * 60, source: source)
        }
    }

    /// `[[secondStage]]`: after how many minutes it alerts, by parity.
    private func secondStageLimits(_ fileSource: Source?) -> [SecondStageLimit] {
        let tables = optionalTables("secondStage")
        let parities = tables.map { $0.value("parity", Parity.self) }
        tables.refuseRepeated("parity", parities, \.rawValue)
        return zip(tables, parities).compactMap { table, parity in
            let minutes = table.requiredMinutes("minutes")
            let withEpidural = table.minutes("minutesWithEpidural")
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let parity, let minutes, let source else { return nil }
            return SecondStageLimit(
                parity: parity, seconds: minutes * 60, secondsWithEpidural: withEpidural.map { $0 * 60 },
                source: source)
        }
    }

    /// `[[response]]`: what is done first; the one without `fields` is for everything else.
    private func firstResponses(_ fileSource: Source?) -> [FirstResponse] {
        let tables = optionalTables("response")
        let fields = tables.map { $0.responseFields() }
        tables.refuseRepeated("fields", fields) { $0.isEmpty ? "-" : $0.map(\.rawValue).joined(separator: ", ") }
        return zip(tables, fields).compactMap { table, fields in
            let text = table.phrase()
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let fields, let text, let source else { return nil }
            return FirstResponse(fields: fields, text: text, source: source)
        }
    }

    private func responseFields() -> [ObservationField]? {
        guard has("fields") else { return [] }
        let names = texts("fields")
        for name in names where ObservationField(rawValue: name) == nil {
            let allowed = ObservationField.allCases.map(\.rawValue).joined(separator: ", ")
            note(.notAllowed("fields", value: name, allowed: allowed), at: "fields")
        }
        let fields = names.compactMap { ObservationField(rawValue: $0) }
        return fields.count == names.count && !fields.isEmpty ? fields : nil
    }

    private func requiredMinutes(_ key: String) -> Int? {
        if !has(key) { note(.missing(key), at: key) }
        return minutes(key)
    }
}
