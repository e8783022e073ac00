internal import GRDB
import WardDomain

/// The tables that history, lists and reports ask: written from folded state, never from an entry.
enum ReadModels {
    /// Writes what changed in one stream's rows.
    ///
    /// - Throws: a `Refusal` when an index or trigger finds two mothers in a bed, two open admissions of a number,
    ///   or a band code on two people; a database error else.
    static func write(_ db: Database, _ folding: Folding) throws {
        do {
            if folding.state != folding.old { try write(db, from: folding.old, to: folding.state) }
            try write(db, folding.steps, of: folding.stream, replacing: folding.isRefolded)
        } catch let clash as ModelClash {
            throw clash.refusal
        }
    }

    /// Writes all rows of a stream anew, for a rebuild.
    static func rewrite(_ db: Database, _ state: StreamState, _ steps: StorySteps, of stream: StreamID) throws {
        for table in ModelTable.all(of: stream) { try table.deleteRows(db, of: stream) }
        try write(db, from: StreamState(empty: stream), to: state)
        try write(db, steps, of: stream, replacing: true)
    }

    private static func write(_ db: Database, from old: StreamState, to new: StreamState) throws {
        var before: [ModelRow.Key: ModelRow] = [:]
        for row in rows(of: old, otherThan: new) { before[row.key] = row }
        var changed: [ModelRow] = []
        for row in rows(of: new, otherThan: old) where before.removeValue(forKey: row.key) != row {
            changed.append(row)
        }
        for row in before.values { try row.delete(db) }
        for row in changed { try row.write(db) }
    }

    private static func write(_ db: Database, _ steps: StorySteps, of stream: StreamID, replacing: Bool) throws {
        if replacing {
            for table in ModelTable.ofSteps { try table.deleteRows(db, of: stream) }
        }
        for step in steps.handovers { try StepRows.row(step).write(db) }
        for step in steps.endedWaits { try StepRows.row(step).write(db) }
    }

    /// The rows of a state; parts that are the same in another state may be left out.
    private static func rows(of state: StreamState, otherThan other: StreamState) -> [ModelRow] {
        switch (state, other) {
        case (.ward(let plan), _): WardRows.rows(plan)
        case (.roster(let roster), _): WardRows.rows(roster)
        case (.admission(let admission), .admission(let other)): AdmissionRows.rows(admission, otherThan: other)
        case (.checklist(let run), _): ChecklistRows.rows(run)
        case (.finding(let finding), _): FindingRows.rows(finding)
        case (.rhythm(let held), _): FindingRows.rows(held)
        case (.kitCheck(let check), _): FindingRows.rows(check)
        default: []
        }
    }
}
