/// What was measured when a step was done; nil is not recorded, never normal.
public struct StepReading: Codable, Hashable, Sendable {
    /// Blood lost since the last measurement, in mL.
    public var lossAddedMillilitres: Int?
    /// Cumulative blood loss in mL, where it was said as a whole.
    public var lossTotalMillilitres: Int?
    public var shockIndex: ShockIndex?
    /// The most urgent level that the index had reached by the library of that time; nil where it had reached none.
    public var shockLevel: ShockIndexLevel?
    public var apgar: ApgarScore?
    /// Percent.
    public var oxygenSaturation: Int?

    public init(
        lossAddedMillilitres: Int? = nil, lossTotalMillilitres: Int? = nil, shockIndex: ShockIndex? = nil,
        shockLevel: ShockIndexLevel? = nil, apgar: ApgarScore? = nil, oxygenSaturation: Int? = nil
    ) {
        self.lossAddedMillilitres = lossAddedMillilitres
        self.lossTotalMillilitres = lossTotalMillilitres
        self.shockIndex = shockIndex
        self.shockLevel = shockLevel
        self.apgar = apgar
        self.oxygenSaturation = oxygenSaturation
    }

    /// What a single run can lose; above it is a slip of typing (design).
    public static let lossRange = 0...20_000

    var isEmpty: Bool { self == StepReading() }

    /// In a few words, for the entry.
    var text: Phrase {
        let loss: Phrase? =
            lossTotalMillilitres.map { Phrase(en: "loss \($0) mL in all", zhHans: "累计出血 \($0) mL") }
            ?? lossAddedMillilitres.map { Phrase(en: "loss +\($0) mL", zhHans: "出血 +\($0) mL") }
        let index = shockIndex.map { index in
            let level = shockLevel.map { Phrase(en: " \($0.urgency.label.en)", zhHans: " \($0.urgency.label.zhHans)") }
            return Phrase(
                en: "HR \(index.pulse) SBP \(index.systolic) SI \(index.text)\(level?.en ?? "")",
                zhHans: "心率 \(index.pulse) 收缩压 \(index.systolic) 休克指数 \(index.text)\(level?.zhHans ?? "")")
        }
        let score = apgar.map { score in
            let total = score.total.map(String.init) ?? "-"
            return Phrase(en: "Apgar \(total)", zhHans: "Apgar评分 \(total)")
        }
        let oxygen = oxygenSaturation.map { Phrase(en: "SpO2 \($0)%", zhHans: "血氧 \($0)%") }
        let parts = [loss, index, score, oxygen].compactMap { $0 }
        return Phrase(en: parts.map(\.en).joined(separator: ", "), zhHans: parts.map(\.zhHans).joined(separator: "，"))
    }
}

extension ChecklistRun {
    /// Cumulative blood loss in mL as last said; nil where it was never measured.
    public var bloodLossMillilitres: Int? { losses.last?.totalMillilitres }

    /// The shock index that was measured last, with the level it had reached.
    public var lastShockIndex: (index: ShockIndex, level: ShockIndexLevel?)? {
        let readings = marks.keys.flatMap { marksInOrder(of: $0) }.filter { $0.reading?.shockIndex != nil }
        guard let reading = readings.max(by: { $0.at.isBefore($1.at) })?.reading, let index = reading.shockIndex else {
            return nil
        }
        return (index, reading.shockLevel)
    }

    /// A step's marks: the first one, then its repetitions.
    public func marksInOrder(of step: String) -> [StepMark] {
        [marks[step]].compactMap { $0 } + (repeats[step] ?? [])
    }
}
