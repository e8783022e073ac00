import WardDomain

/// Beyond which values it is asked whether they were typed right: `kind = "typing-check"`.
public struct TypingCheckFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let checks: [TypingCheck]

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> TypingCheckFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> TypingCheckFile {
        let root = document.root
        let header = LibraryHeader(root, of: .typingCheck, file: document.name)
        let tables = root.tables("ask")
        let measures = tables.map { $0.measure() }
        tables.refuseRepeated("measure", measures, \.name)
        let checks = zip(tables, measures).compactMap { $0.typingCheck(of: $1, header.source) }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { TypingCheckFile(version: $0, checks: checks) })
    }
}

extension TableReader {
    fileprivate func measure() -> Measure? {
        guard let name = text("measure") else { return nil }
        if let measure = Measure.all.first(where: { $0.name == name }) { return measure }
        note(
            .notAllowed("measure", value: name, allowed: Measure.all.map(\.name).joined(separator: ", ")),
            at: "measure")
        return nil
    }

    /// One limit at least, each within what the measure may be at all.
    fileprivate func typingCheck(of measure: Measure?, _ fileSource: Source?) -> TypingCheck? {
        let range = measure?.range ?? Int.min...Int.max
        let below = has("below") ? integer("below", in: range) : nil
        let above = has("above") ? integer("above", in: range) : nil
        if !has("below"), !has("above") { note(.missing("above"), at: "above") }
        let source = source(orElse: fileSource)
        refuseOtherKeys()
        guard let measure, let source else { return nil }
        return TypingCheck(measure: measure.name, below: below, above: above, source: source)
    }
}
