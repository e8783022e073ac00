import ScreenGrid
import WardDomain

/// Names as a screen that anybody can see shows them: `李*`, `张*芳`, `M* L*`; `S*, J*` where a comma names the surname
/// first. A mask shows what `DistinctName` needs to find the surname, and nothing of a given name but its first letter,
/// or the last character of a longer Chinese name.
public enum NameMask {
    /// The masked name of a mother; a label that stands for a name is no name and stays whole.
    public static func masked(_ identity: MotherIdentity) -> String {
        let mask = masked((identity.name ?? "").safeForScreen)
        return mask.isEmpty ? (identity.label ?? "").safeForScreen : mask
    }

    static func masked(_ name: String) -> String {
        let together = name.filter { !$0.isWhitespace }
        if together.allSatisfy({ isIdeograph($0) || isDot($0) }) { return maskedCharacters(together) }
        let parts = name.split(maxSplits: 1, omittingEmptySubsequences: true) { $0 == "," || $0 == "，" }
        return parts.map(maskedWords).filter { !$0.isEmpty }.joined(separator: ", ")
    }

    /// A name in characters, whose first is shown and of three or more the last: `李*`, `欧*娜`, `阿*提`.
    private static func maskedCharacters(_ name: String) -> String {
        guard let first = name.first else { return "" }
        return name.count > 2 ? "\(first)*\(name.suffix(1))" : "\(first)*"
    }

    private static func maskedWords(_ words: Substring) -> String {
        words.split(whereSeparator: \.isWhitespace).map { "\($0.prefix(1))*" }.joined(separator: " ")
    }

    /// What stands between the parts of a name in characters.
    private static func isDot(_ character: Character) -> Bool { "·・•．".contains(character) }

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
