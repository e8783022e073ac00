import WardDomain

/// Text as searches compare it.
enum SearchText {
    /// Without case, accents, width, spaces and dots.
    static func folded(_ text: String) -> String {
        text.foldedForComparison.filter { !$0.isWhitespace && !"·.・".contains($0) }
    }

    /// What a mother can be found by.
    static func keys(of mother: Admission) -> [String] {
        let name = mother.identity.called
        let called = mother.identity.isNamed ? [name] : [name, mother.identity.said.zhHans]
        let texts = called + [mother.identity.mrn, mother.bed?.rawValue, mother.band?.code].compactMap { $0 }
        return texts + pinyin(name)
    }

    /// A name in characters as one types its sound: initials and whole syllables, `ln` and `lina` for 李娜.
    static func pinyin(_ name: String) -> [String] {
        let syllables = MandarinReadings.syllables(of: name)
        return syllables.isEmpty ? [] : [String(syllables.compactMap(\.first)), syllables.joined()]
    }
}

/// How closely a text fits what somebody typed to find it; the closest is less than the others.
enum SearchFit: Int, Comparable {
    /// It is what was typed.
    case whole
    case beginning
    case beginningOfWord
    /// The letters stand together within it.
    case together
    /// The letters stand in it in their order, with others between.
    case scattered

    static func < (one: SearchFit, other: SearchFit) -> Bool { one.rawValue < other.rawValue }

    /// The closest fit among texts; nil when none is found, or none as close as that.
    static func closest(of typed: String, in texts: [String], atMost loosest: SearchFit) -> SearchFit? {
        let wanted = SearchText.folded(typed)
        return texts.compactMap { SearchFit(of: wanted, in: $0) }.min().flatMap { $0 <= loosest ? $0 : nil }
    }

    private init?(of wanted: String, in text: String) {
        let whole = SearchText.folded(text)
        if whole == wanted {
            self = .whole
        } else if whole.hasPrefix(wanted) {
            self = .beginning
        } else if SearchFit.restsFromWords(text).contains(where: { $0.hasPrefix(wanted) }) {
            self = .beginningOfWord
        } else if whole.contains(wanted) {
            self = .together
        } else if SearchFit.hasLetters(wanted, in: whole) {
            self = .scattered
        } else {
            return nil
        }
    }

    /// What follows from each word of a text on.
    private static func restsFromWords(_ text: String) -> [String] {
        let words = text.split { !$0.isLetter && !$0.isNumber }
        return words.map { SearchText.folded(String(text[$0.startIndex...])) }
    }

    private static func hasLetters(_ wanted: String, in text: String) -> Bool {
        var rest = text[...]
        for letter in wanted {
            guard let place = rest.firstIndex(of: letter) else { return false }
            rest = rest[rest.index(after: place)...]
        }
        return true
    }
}

extension Sequence {
    /// The closest fits first; those that fit alike stay in their order.
    func closestFirst(_ fit: (Element) -> SearchFit) -> [Element] {
        enumerated().sorted { (fit($0.element), $0.offset) < (fit($1.element), $1.offset) }.map(\.element)
    }
}
