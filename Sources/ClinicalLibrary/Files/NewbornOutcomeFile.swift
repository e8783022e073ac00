import WardDomain

/// Names of a newborn's state at birth and what each asks for: `kind = "newborn-outcome"`.
public struct NewbornOutcomeFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let labels: [OutcomeLabel]

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> NewbornOutcomeFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> NewbornOutcomeFile {
        let root = document.root
        let header = LibraryHeader(root, of: .newbornOutcome, file: document.name)
        let tables = root.tables("label")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        let labels = zip(tables, ids).compactMap { $0.outcomeLabel(id: $1, header.source) }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { NewbornOutcomeFile(version: $0, labels: labels) })
    }
}

extension TableReader {
    fileprivate func outcomeLabel(id: String?, _ fileSource: Source?) -> OutcomeLabel? {
        let text = phrase()
        let group = identifier("group")
        let apgar1 = has("apgar1AtMost") ? integer("apgar1AtMost", in: 0...10) : nil
        let apgar5 = has("apgar5AtMost") ? integer("apgar5AtMost", in: 0...10) : nil
        let pH = decimal("arterialPHBelow", places: 3, RecordCordGases.plausiblePH)
        let deficit = has("baseDeficitAtLeast") ? decimal("baseDeficitAtLeast", places: 1, 0...400) : nil
        let source = source(orElse: fileSource)
        refuseOtherKeys()
        guard let id, let text, let group, let pH, let source else { return nil }
        return OutcomeLabel(
            id: id, text: text, group: group, apgar1AtMost: apgar1, apgar5AtMost: apgar5, arterialPHBelow: pH,
            baseDeficitAtLeast: deficit, source: source)
    }

    /// A number in quotes with so many decimal places at most, as a whole number of the last place: `"7.00"` with three
    /// places is 7000.
    private func decimal(_ key: String, places: Int, _ range: ClosedRange<Int>) -> Int? {
        guard let text = text(key) else { return nil }
        let parts = text.split(separator: ".", omittingEmptySubsequences: false)
        let decimals = parts.count == 2 ? parts[1] : ""
        let isNumber =
            parts.count <= 2 && decimals.count <= places
            && parts.allSatisfy { !$0.isEmpty && $0.utf8.allSatisfy(\.isDigit) }
        let filled = parts[0] + decimals + String(repeating: "0", count: max(0, places - decimals.count))
        if isNumber, let number = Int(filled), range.contains(number) { return number }
        note(.notAllowed(key, value: text, allowed: "a number such as \"7.00\" or \"12.0\""), at: key)
        return nil
    }
}
