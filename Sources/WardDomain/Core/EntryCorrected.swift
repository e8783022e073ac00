/// A correction of an earlier entry of the same stream: struck out, or replaced at its original place.
///
/// Both versions stay in the ledger; the stream is folded anew with the correction in the old entry's place.
public struct EntryCorrected: Fact {
    public static let kind = "entryCorrected"

    public let target: EntryID
    public let reason: String
    /// The new payload as JSON text of the target's kind; nil leaves the payload as it was.
    public let payload: String?
    /// The new time; nil leaves it as it was.
    public let occurred: Occurrence?
    /// True when the entry is struck out.
    public let struck: Bool

    public init(target: EntryID, reason: String, payload: String?, occurred: Occurrence?, struck: Bool) {
        self.target = target
        self.reason = reason
        self.payload = payload
        self.occurred = occurred
        self.struck = struck
    }

    public var summary: Phrase {
        struck
            ? Phrase(en: "struck out: \(reason)", zhHans: "作废：\(reason)")
            : Phrase(en: "corrected: \(reason)", zhHans: "更正：\(reason)")
    }
}

/// A stream's entries as they count after its corrections.
public enum Corrections {
    /// Puts every correction in its target's place. Struck entries and the corrections themselves fall out.
    ///
    /// - Parameter entries: one stream's entries in order of sequence.
    /// - Throws: `FoldFault` when a corrected payload can't be read.
    public static func resolved(_ entries: [Entry]) throws(FoldFault) -> [Entry] {
        var latest: [EntryID: EntryCorrected] = [:]
        for case let correction as EntryCorrected in entries.lazy.map(\.fact) {
            latest[correction.target] = merged(latest[correction.target], correction)
        }
        var resolved: [Entry] = []
        for entry in entries where !(entry.fact is EntryCorrected) {
            let correction = latest[entry.stamp.id]
            guard correction?.struck != true else { continue }
            resolved.append(try correction.map { it throws(FoldFault) in try corrected(entry, by: it) } ?? entry)
        }
        return resolved
    }

    /// A later correction adds to an earlier one of the same entry.
    private static func merged(_ earlier: EntryCorrected?, _ later: EntryCorrected) -> EntryCorrected {
        EntryCorrected(
            target: later.target, reason: later.reason, payload: later.payload ?? earlier?.payload,
            occurred: later.occurred ?? earlier?.occurred, struck: later.struck)
    }

    private static func corrected(
        _ entry: Entry, by correction: EntryCorrected
    ) throws(FoldFault) -> Entry {
        let stamp = entry.stamp
        let fact = try correction.payload.map { payload throws(FoldFault) in try self.fact(payload, like: entry.fact) }
        return Entry(
            sequence: entry.sequence, stream: entry.stream,
            stamp: EntryStamp(
                id: stamp.id, occurred: correction.occurred ?? stamp.occurred, recorded: stamp.recorded,
                terminal: stamp.terminal, staff: stamp.staff, origin: stamp.origin),
            fact: fact ?? entry.fact)
    }

    /// The fact of a corrected payload, of the kind that it corrects.
    private static func fact(_ payload: String, like fact: any Fact) throws(FoldFault) -> any Fact {
        do {
            return try FactKinds.decode(kind: type(of: fact).kind, schema: type(of: fact).schema, payload: payload)
        } catch {
            throw error as? FoldFault ?? .unreadable("corrected payload")
        }
    }
}
