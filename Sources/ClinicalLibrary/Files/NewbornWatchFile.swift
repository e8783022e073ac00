import WardDomain

/// How long a newborn may wait before it is an alarm: `kind = "newborn-watch"`.
public struct NewbornWatchFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let limits: WatchLimits

    /// What a limit is about; the raw values are the file's `what`.
    private enum Subject: String, CaseIterable {
        case unbanded
        case oneBand = "one-band"
        case motherBandCheck = "mother-band-check"
        case transferCard = "transfer-card"
        case longestSnooze = "longest-snooze"

        var limit: WritableKeyPath<WatchLimits, ClinicalRules.Target?> {
            switch self {
            case .unbanded: \.unbanded
            case .oneBand: \.oneBand
            case .motherBandCheck: \.motherBandCheck
            case .transferCard: \.transferCard
            case .longestSnooze: \.longestSnooze
            }
        }
    }

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> NewbornWatchFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> NewbornWatchFile {
        let root = document.root
        let header = LibraryHeader(root, of: .newbornWatch, file: document.name)
        let tables = root.tables("limit")
        let subjects = tables.map { $0.value("what", Subject.self) }
        tables.refuseRepeated("what", subjects, \.rawValue)
        var limits = WatchLimits()
        for (table, subject) in zip(tables, subjects) {
            let seconds = table.duration("limit")
            let source = table.source(orElse: header.source)
            table.refuseOtherKeys()
            guard let subject, let seconds, let source else { continue }
            limits[keyPath: subject.limit] = ClinicalRules.Target(seconds: seconds, source: source)
        }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { NewbornWatchFile(version: $0, limits: limits) })
    }
}
