import Foundation
import Synchronization

/// Whether two names are easily taken for one another: they sound the same, or differ by a single letter.
public enum NameLikeness {
    /// A name as likeness compares it.
    struct Sound: Hashable {
        /// Syllables without tones, or folded words, in one order.
        let parts: [String]
        let isIdeographic: Bool

        init(_ name: String) {
            let syllables = MandarinReadings.syllables(of: name)
            let letters = String(String.UnicodeScalarView(name.unicodeScalars.filter { !$0.properties.isIdeographic }))
            let words = letters.foldedForComparison.split { !$0.isLetter && !$0.isNumber }
            parts = (syllables + words.map(String.init)).sorted()
            isIdeographic = !syllables.isEmpty
        }

        /// The same sound in any order, or Latin words of which one differs by one letter.
        func isLike(_ other: Sound) -> Bool {
            if parts == other.parts { return !parts.isEmpty }
            guard !isIdeographic, !other.isIdeographic, parts.count == other.parts.count, parts.count > 1 else {
                return false
            }
            let differing = zip(parts, other.parts).filter { $0 != $1 }
            return differing.count == 1 && differing.allSatisfy { NameLikeness.differByOneLetter($0, $1) }
        }
    }

    /// Same surname and given name by sound or by characters: 李娜 and 黎娜, 张晓华 and 张小华, Lopez and Lopes.
    public static func areAlike(_ one: String, _ other: String) -> Bool {
        sound(of: one).isLike(sound(of: other))
    }

    /// Everybody whose name is like somebody else's.
    public static func alike(_ admissions: some Sequence<Admission>) -> Set<AdmissionID> {
        let named = admissions.compactMap { mother in mother.identity.name.map { (mother.id, sound(of: $0)) } }
        var found: Set<AdmissionID> = []
        for (index, one) in named.enumerated() {
            for other in named[(index + 1)...] where one.1.isLike(other.1) { found.formUnion([one.0, other.0]) }
        }
        return found
    }

    /// The sound of a name, found once: the same name is always read the same.
    private static func sound(of name: String) -> Sound {
        if let found = known.withLock({ $0[name] }) { return found }
        let sound = Sound(name)
        known.withLock { known in
            if known.count > 4096 { known.removeAll() }
            known[name] = sound
        }
        return sound
    }

    private static let known = Mutex<[String: Sound]>([:])

    /// One letter more, one less or one other.
    static func differByOneLetter(_ one: String, _ other: String) -> Bool {
        let (short, long) = one.count <= other.count ? (Array(one), Array(other)) : (Array(other), Array(one))
        guard long.count - short.count <= 1, long.count > 2 else { return false }
        let start = zip(short, long).prefix { $0 == $1 }.count
        let end = zip(short.reversed(), long.reversed()).prefix { $0 == $1 }.count
        return short.count == long.count ? start + end >= short.count - 1 : start + end >= short.count
    }
}

extension WardState {
    /// The end of each mother's number, long enough to tell her from every other mother here: four digits or more.
    public var numberTails: [AdmissionID: String] {
        let numbered = admissions.values.compactMap { story in
            story.mergedInto == nil ? story.identity.mrn.map { (story.id, $0) } : nil
        }
        var tails: [AdmissionID: String] = [:]
        for (id, number) in numbered {
            let others = numbered.filter { $0.0 != id }.map(\.1)
            let length = (4...max(4, number.count)).first { length in
                !others.contains { $0.suffix(length) == number.suffix(length) }
            }
            tails[id] = String(number.suffix(length ?? number.count))
        }
        return tails
    }
}
