import WardDomain

/// One row of the board: a bed and who lies in it, or a mother without a bed here.
struct BoardRow {
    let bed: BedLabel?
    let mother: Admission?

    /// All beds in their order, then the mothers without one; or the most urgent first.
    static func rows(_ scene: Scene, byUrgency: Bool) -> [BoardRow] {
        var occupants: [BedLabel: Admission] = [:]
        var homeless: [Admission] = []
        for admission in scene.ward.admissions.values where admission.mergedInto == nil {
            if let bed = admission.bed {
                occupants[bed] = admission
            } else if admission.isHere {
                homeless.append(admission)
            }
        }
        let beds = scene.ward.plan.beds.map { $0.label }.sorted().map { BoardRow(bed: $0, mother: occupants[$0]) }
        let rows =
            beds + homeless.sorted { $0.id.rawValue < $1.id.rawValue }.map { BoardRow(bed: nil, mother: $0) }
        guard byUrgency else { return rows }
        return rows.enumerated().sorted { first, second in
            let (left, right) = (first.element.urgency(scene), second.element.urgency(scene))
            return left == right ? first.offset < second.offset : left > right
        }
        .map(\.element)
    }

    /// A running clock first, then by how late the next observation is, then by risk; empty beds last.
    private func urgency(_ scene: Scene) -> Int {
        guard let mother else { return -1_000_000 }
        let running = mother.runningCaesarean == nil ? 0 : 1_000_000
        let late = max(0, mother.nextDue(now: scene.now.reading, scene.rules)?.lateSeconds ?? 0)
        let risk = mother.risk.map { RiskGrade.allCases.firstIndex(of: $0) ?? 0 } ?? 0
        return running + late * 10 + risk
    }
}
