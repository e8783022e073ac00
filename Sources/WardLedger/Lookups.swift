internal import GRDB
import WardDomain

/// What a command may look at: what is open, the closed stories it asked for, and the answers to its questions.
struct DecisionView {
    private(set) var ward: WardState
    private(set) var answers = LookupAnswers()

    /// Answers a command's lookups from the whole ledger.
    init(_ db: Database, _ command: any WardCommand, _ ward: WardState) throws {
        self.ward = ward
        for lookup in command.lookups(in: ward) {
            switch lookup {
            case .bandCode(let code): answers.bandUses[code] = try Self.bandUses(db, code)
            case .admissions(let mrn): answers.admissionsByNumber[mrn] = try Self.admissions(db, mrn: mrn)
            case .admission(let id): try take(db, .admission(id))
            case .checklist(let id, .drill): try take(db, .drill(id))
            case .checklist(let id, .response): try take(db, .response(id))
            case .finding(let id): try take(db, .finding(id))
            case .seal(let kit): answers.seals[kit] = try Self.seal(db, of: kit)
            case .recordedSince(let entry): answers.recordedSince = try RecordedSince.tally(db, entry)
            case .stream(let entry): answers.streams[entry] = try Self.stream(db, of: entry)
            case .pin(let badge):
                if try PINVerifiers.of(badge, db) != nil { answers.withPIN.insert(badge) }
            case .lastDrillNumber: answers.lastDrillNumber = try Self.drills(db)
            }
        }
    }

    /// A closed story is folded anew and laid beside what is open, for this decision only.
    private mutating func take(_ db: Database, _ stream: StreamID) throws {
        guard ward[stream] == nil else { return }
        let entries = try StoredEntries.stream(db, stream)
        guard !entries.isEmpty else { return }
        ward.put(try StreamStates.folded(entries, of: stream).state, keepingClosed: true)
    }

    /// Every issue ever of a band code, void ones too.
    private static func bandUses(_ db: Database, _ code: String) throws -> [LookupAnswers.BandUse] {
        let statement = try db.cachedStatement(
            sql: "SELECT admission, newborn, state FROM band WHERE code = ? ORDER BY admission, wearer, position")
        return try Row.fetchAll(statement, arguments: [code]).map { row in
            let columns = Columns(row) { _ in .rowsDamaged("band") }
            return LookupAnswers.BandUse(
                admission: AdmissionID(try columns.text(0)),
                newborn: try columns.optionalText(1).map { NewbornID($0) },
                void: try columns.text(2) == Band.State.void.rawValue)
        }
    }

    private static func admissions(_ db: Database, mrn: String) throws -> [LookupAnswers.KnownAdmission] {
        let statement = try db.cachedStatement(sql: "SELECT id, dueDate, open FROM admission WHERE mrn = ? ORDER BY id")
        return try Row.fetchAll(statement, arguments: [mrn]).map { row in
            let columns = Columns(row) { _ in .rowsDamaged("admission") }
            return LookupAnswers.KnownAdmission(
                id: AdmissionID(try columns.text(0)),
                dueDate: try columns.optionalText(1).flatMap { CalendarDay($0) }, open: try columns.integer(2) == 1)
        }
    }

    /// How many drills there ever were, void ones too: none is ever taken away, so each number is given once.
    private static func drills(_ db: Database) throws -> Int {
        let statement = try db.cachedStatement(sql: "SELECT count(*) FROM drill WHERE nature = ?")
        return try Int.fetchOne(statement, arguments: [ChecklistRun.Nature.drill.rawValue]) ?? 0
    }

    /// The seal that the last finished full check of a kit put on; nil where it put on none.
    private static func seal(_ db: Database, of kit: String) throws -> String? {
        let statement = try db.cachedStatement(
            sql: """
                SELECT seal FROM kitCheck WHERE kit = ? AND scope = 'full' AND finishedAt IS NOT NULL AND voided = 0
                ORDER BY finishedAt DESC, id DESC LIMIT 1
                """)
        return try Row.fetchOne(statement, arguments: [kit])?.value("seal")
    }

    /// The whole stream that an entry stands in, and those that its story went on in; empty when there is no such entry.
    private static func stream(_ db: Database, of entry: EntryID) throws -> [Entry] {
        let statement = try db.cachedStatement(sql: "SELECT stream FROM entry WHERE id = ?")
        guard let text = try String.fetchOne(statement, arguments: [entry.rawValue]) else { return [] }
        guard let stream = StreamID(rawValue: text) else { throw LedgerFault.corrupt("stream \(text)") }
        var story = try StoredEntries.stream(db, stream)
        var all = story
        while let merged = story.merged {
            story = try StoredEntries.stream(db, .admission(merged.into))
            all += story
        }
        return all
    }
}
