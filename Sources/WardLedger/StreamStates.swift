internal import Foundation
internal import GRDB
import WardDomain

/// The folded state of every open stream, as stored beside the entries so that start-up need not fold them.
enum StreamStates {
    /// Reads what is open; a state of an older form is folded anew from its entries.
    static func open(_ db: Database) throws -> [StreamState] {
        let rows = try Row.fetchAll(db.cachedStatement(sql: "SELECT stream, schema, state FROM streamState"))
        return try rows.compactMap { row in
            let columns = Columns(row) { _ in .rowsDamaged("streamState") }
            let text = try columns.text(0)
            guard let stream = StreamID(rawValue: text) else { throw LedgerFault.rowsDamaged("streamState \(text)") }
            if try columns.integer(1) == StreamState.schema, let state = try? decode(columns.text(2), of: stream) {
                return state
            }
            let state = try refolded(db, stream)
            return state.isOpen ? state : nil
        }
    }

    /// The first story whose stored state, in the form of today, is not what its entries fold to; nil when all are.
    static func firstChanged(_ db: Database) throws -> StreamID? {
        let rows = try Row.fetchCursor(db, sql: "SELECT stream, schema, state FROM streamState ORDER BY stream")
        while let row = try rows.next() {
            let columns = Columns(row) { _ in .rowsDamaged("streamState") }
            guard let stream = StreamID(rawValue: try columns.text(0)) else { continue }
            guard try columns.integer(1) == StreamState.schema else { continue }
            let stored = try? decode(columns.text(2), of: stream)
            guard try stored == refolded(db, stream) else { return stream }
        }
        return nil
    }

    /// Folds a stream from its entries, or from as many as there were at a sequence.
    static func refolded(_ db: Database, _ stream: StreamID, through sequence: Int64 = .max) throws -> StreamState {
        try folded(StoredEntries.stream(db, stream, through: sequence), of: stream).state
    }

    /// Folds a stream's entries, and keeps what each of them did.
    static func folded(_ entries: [Entry], of stream: StreamID) throws -> (state: StreamState, steps: StorySteps) {
        var steps = StorySteps()
        let state = try fold(entries, of: stream) { steps.note($0, in: $1) }
        steps.handovers = try RegisterVersions.rows(steps.handovers, of: stream, entries)
        return (state, steps)
    }

    /// Folds a stream's entries, and shows each step.
    ///
    /// - Throws: `foldFault` with the sequence of the entry that can't follow.
    static func fold(
        _ entries: [Entry], of stream: StreamID, each: (Entry, StreamState) -> Void
    ) throws(LedgerFault) -> StreamState {
        do throws(UnfoldableStory) {
            return try StreamState(folding: entries, of: stream, each: each)
        } catch {
            let at = error.entry ?? entries.last
            throw .foldFault(sequence: at?.sequence ?? 0, error.fault)
        }
    }

    /// Takes one entry into a state.
    ///
    /// - Throws: `foldFault` with its sequence.
    static func apply(_ entry: Entry, to state: inout StreamState) throws(LedgerFault) {
        do {
            try state.apply(entry)
        } catch {
            throw .foldFault(sequence: entry.sequence, error)
        }
    }

    /// Keeps the state of an open stream, drops that of a closed one.
    static func write(_ db: Database, _ state: StreamState, of stream: StreamID) throws {
        guard state.isOpen else {
            try db.cachedStatement(sql: "DELETE FROM streamState WHERE stream = ?")
                .execute(arguments: [stream.rawValue])
            return
        }
        try db.cachedStatement(
            sql: """
                INSERT INTO streamState (stream, schema, state) VALUES (?, ?, ?)
                ON CONFLICT (stream) DO UPDATE SET schema = excluded.schema, state = excluded.state
                """
        ).execute(arguments: [stream.rawValue, StreamState.schema, try encode(state)])
    }

    private static func encode(_ state: StreamState) throws -> String {
        switch state {
        case .ward(let plan): try JSON.text(plan)
        case .roster(let roster): try JSON.text(roster)
        case .admission(let admission): try JSON.text(admission)
        case .checklist(let run): try JSON.text(run)
        case .finding(let finding): try JSON.text(finding)
        case .rhythm(let held): try JSON.text(held)
        case .kitCheck(let check): try JSON.text(check)
        case .headCount(let count): try JSON.text(count)
        case .shift(let record): try JSON.text(record)
        case .access: ""
        }
    }

    private static func decode(_ text: String, of stream: StreamID) throws -> StreamState {
        switch stream {
        case .ward: .ward(try JSON.value(text))
        case .roster: .roster(try JSON.value(text))
        case .admission: .admission(try JSON.value(text))
        case .drill, .response: .checklist(try JSON.value(text))
        case .finding: .finding(try JSON.value(text))
        case .rhythm: .rhythm(try JSON.value(text))
        case .kitCheck: .kitCheck(try JSON.value(text))
        case .headCount: .headCount(try JSON.value(text))
        case .shift: .shift(try JSON.value(text))
        case .access: .access
        }
    }
}

/// JSON text of folded state.
enum JSON {
    static func text(_ value: some Encodable) throws -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .withoutEscapingSlashes
        return String(decoding: try encoder.encode(value), as: UTF8.self)
    }

    static func value<Value: Decodable>(_ text: String) throws -> Value {
        try JSONDecoder().decode(Value.self, from: Data(text.utf8))
    }
}
