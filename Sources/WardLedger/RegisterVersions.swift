import WardDomain

/// The register's rows of a story in which handovers were corrected: what was corrected stays, each correction adds a row.
enum RegisterVersions {
    /// - Parameters:
    ///   - steps: the rows as they hold after every correction.
    ///   - entries: the whole stream, corrections among them.
    static func rows(_ steps: [HandoverStep], of stream: StreamID, _ entries: [Entry]) throws -> [HandoverStep] {
        let inRegister = Set(entries.filter { $0.fact is any RegisterFact }.map(\.stamp.id))
        var corrections: [EntryID: [(place: Int, fact: EntryCorrected)]] = [:]
        for (place, entry) in entries.enumerated() {
            guard let fact = entry.fact as? EntryCorrected, inRegister.contains(fact.target) else { continue }
            corrections[fact.target, default: []].append((place, fact))
        }
        var rows = steps.filter { corrections[$0.handover.entry] == nil }
        for (target, corrections) in corrections {
            rows += try versions(of: target, corrections, of: stream, entries)
        }
        return rows
    }

    /// Every row that a handover had, the first one first.
    private static func versions(
        of target: EntryID, _ corrections: [(place: Int, fact: EntryCorrected)], of stream: StreamID, _ entries: [Entry]
    ) throws -> [HandoverStep] {
        guard let first = corrections.first, var row = try row(target, of: stream, entries[..<first.place])
        else { return [] }
        var versions: [HandoverStep] = []
        for (place, fact) in corrections {
            let id = entries[place].stamp.id
            versions.append(HandoverStep(row, row.handover.superseded(by: id)))
            let now = try self.row(target, of: stream, entries[...place]) ?? row
            row = HandoverStep(now, now.handover.superseding(row.handover.entry, by: id, fact))
        }
        return versions + [row]
    }

    /// The row of a handover as the first entries left it.
    private static func row(
        _ target: EntryID, of stream: StreamID, _ entries: ArraySlice<Entry>
    ) throws -> HandoverStep? {
        var found: HandoverStep?
        _ = try StreamStates.fold(Array(entries), of: stream) { entry, state in
            guard case .admission(let admission) = state else { return }
            found = HandoverStep.made(by: entry, in: admission).first { $0.handover.entry == target } ?? found
        }
        return found
    }
}

extension HandoverStep {
    /// The same step with another row.
    fileprivate init(_ step: HandoverStep, _ handover: Newborn.Handover) {
        self.init(handover: handover, newborn: step.newborn, admission: step.admission)
    }
}
