import ScreenGrid
import WardDomain

/// Names as a screen that anybody can see shows them: `李*`, `张*芳`, `M* L*`.
public enum NameMask {
    /// The masked name of a mother; a label that stands for a name is no name and stays whole.
    public static func masked(_ identity: MotherIdentity) -> String {
        guard let name = identity.name?.safeForScreen, !name.isEmpty else {
            return (identity.label ?? "").safeForScreen
        }
        return masked(name)
    }

    static func masked(_ name: String) -> String {
        let words = name.split(separator: " ")
        guard words.count == 1, let first = name.first, isIdeograph(first) else {
            return words.map { "\($0.prefix(1))*" }.joined(separator: " ")
        }
        return name.count > 2 ? "\(first)*\(name.suffix(1))" : "\(first)*"
    }

    private static func isIdeograph(_ character: Character) -> Bool {
        character.unicodeScalars.first?.properties.isIdeographic ?? false
    }

    /// The mothers whose names are alike, or would be as they are shown, so that each stands with the end of her number.
    public static func lookAlikes(_ admissions: some Collection<Admission>) -> Set<AdmissionID> {
        var known: [String: AdmissionID] = [:]
        var alike: Set<AdmissionID> = []
        for admission in admissions where admission.identity.isNamed && admission.mergedInto == nil {
            guard let other = known.updateValue(admission.id, forKey: masked(admission.identity).lowercased()) else {
                continue
            }
            alike.formUnion([admission.id, other])
        }
        return alike.union(NameLikeness.alike(admissions.lazy.filter { $0.mergedInto == nil }))
    }
}
