import ScreenGrid
import WardDomain

/// The mothers here whose names are easily taken for one mother's, said where an identity is decided.
struct SimilarNames {
    private let others: [Admission]
    private let scene: Scene

    init(of mother: Admission, _ scene: Scene) {
        self.scene = scene
        let name = mother.identity.name
        others = scene.ward.admissions.values.filter { other in
            guard other.id != mother.id, other.mergedInto == nil, let name, let their = other.identity.name else {
                return false
            }
            return NameLikeness.areAlike(name, their)
        }
        .sorted { $0.id.rawValue < $1.id.rawValue }
    }

    /// `= SIMILAR NAME: 黎* ..6102, bed 5: compare the numbers`; nil where there is none.
    var warning: Phrase? {
        guard !others.isEmpty else { return nil }
        let said = others.map(scene.distinct)
        return Phrase(
            en: "= SIMILAR NAME: \(said.map(\.en).joined(separator: "; ")): compare the numbers",
            zhHans: "= 姓名相近：\(said.map(\.zhHans).joined(separator: "；"))，请核对住院号")
    }
}
