import WardDomain

/// The made-up cases of a protocol: `[[scenario]]`, each with its `[[scenario.inject]]`.
extension TableReader {
    /// Nil where the protocol has none. Every one names its source and mark: it is exercise design, no patient.
    func scenarios() -> [DrillScenario]? {
        guard has("scenario") else { return nil }
        let tables = tables("scenario")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        return zip(tables, ids).compactMap { table, id in
            defer { table.refuseOtherKeys() }
            let card = table.phrase()
            let signs = table.signs()
            let injects = table.injects()
            guard let source = table.source(), let id, let card else { return nil }
            return DrillScenario(
                id: id, en: card.en, zhHans: card.zhHans, signs: signs, injects: injects, source: source)
        }
    }

    private func injects() -> [DrillInject] {
        guard has("inject") else { return [] }
        let tables = tables("inject")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        return zip(tables, ids).compactMap { table, id in
            defer { table.refuseOtherKeys() }
            let at = table.has("at") ? table.duration("at") : nil
            let signs = table.signs()
            guard let text = table.phrase(), let id else { return nil }
            return DrillInject(id: id, atSeconds: at, en: text.en, zhHans: text.zhHans, signs: signs)
        }
    }

    /// `signs = { hr, sbp, dbp, rr, spo2, fhr, loss }`: what the team would see; what is left out is not shown.
    private func signs() -> ExerciseSigns? {
        guard has("signs"), let table = table("signs") else { return nil }
        defer { table.refuseOtherKeys() }
        func sign(_ key: String, _ range: ClosedRange<Int>) -> Int? {
            table.has(key) ? table.integer(key, in: range) : nil
        }
        return ExerciseSigns(
            heartRate: sign("hr", 0...300), systolic: sign("sbp", 0...300), diastolic: sign("dbp", 0...200),
            respirations: sign("rr", 0...120), oxygenSaturation: sign("spo2", 0...100),
            fetalHeartRate: sign("fhr", 0...250), bloodLossMillilitres: sign("loss", StepReading.lossRange))
    }
}
