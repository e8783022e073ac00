import WardDomain

/// What a newborn is owed within a time from its birth: `kind = "newborn-due"`.
public struct NewbornDueFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let items: [NewbornDue]

    /// Whom an item is for; the raw values are the file's `babies`.
    private enum Babies: String, CaseIterable {
        case all
        case ofInfectiousMothers = "of-infectious-mothers"
    }

    /// Hours that a file may name: six weeks.
    private static let hours = 0...1008

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> NewbornDueFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> NewbornDueFile {
        let root = document.root
        let header = LibraryHeader(root, of: .newbornDue, file: document.name)
        let tables = root.tables("due")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        let items = zip(tables, ids).compactMap { item($0, id: $1, header.source) }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { NewbornDueFile(version: $0, items: items) })
    }

    private static func item(_ table: TableReader, id: String?, _ fileSource: Source?) -> NewbornDue? {
        let text = table.phrase()
        let babies = table.value("babies", Babies.self)
        let from = table.has("fromHours") ? table.integer("fromHours", in: hours) : nil
        let by = table.has("byHours") ? table.integer("byHours", in: hours) : nil
        if let from, let by, by <= from {
            table.note(.notAllowed("byHours", value: "\(by)", allowed: "more than fromHours"), at: "byHours")
        }
        let source = table.source(orElse: fileSource)
        table.refuseOtherKeys()
        guard let id, let text, let babies, let source else { return nil }
        return NewbornDue(
            id: id, text: text, fromHours: from, byHours: by, onlyInfectious: babies == .ofInfectiousMothers,
            source: source)
    }
}
