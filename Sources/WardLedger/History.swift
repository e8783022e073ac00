internal import GRDB
import WardDomain

extension WardLedger {
    /// Answers a question about what was, from the read models; a story from its entries.
    public func answer(_ question: HistoryQuestion) throws(LedgerFault) -> HistoryAnswer {
        try reading { db in
            switch question {
            case .story(let stream): .story(stream, try story(db, stream))
            case .mothers(let span): .mothers(try mothers(db, span))
            case .newborns(let span): .newborns(try newborns(db, span))
            case .caesareans(let span): .caesareans(try caesareans(db, span))
            case .recordedSince(let entry): .recordedSince(try RecordedSince.tally(db, entry))
            case .endedWaits(let since): .endedWaits(try endedWaits(db, since: since))
            case .handovers(let span): .handovers(try handovers(db, span))
            case .register(let span): .register(try register(db, span))
            case .headCounts(let span): .headCounts(try headCounts(db, span))
            case .shifts(let span): .shifts(try shifts(db, span))
            case .drills(let span): .drills(try runs(db, HistoryQuery.drills, span))
            case .drill(let id): .drill(try drill(db, id))
            case .responses(let span): .responses(try runs(db, HistoryQuery.responses, span))
            case .responseStories(let admission):
                .responseStories(admission, try responseStories(db, of: admission))
            case .findings(let span): .findings(try states(db, HistoryQuery.findings, span))
            case .rhythms(let span): .rhythms(try states(db, HistoryQuery.rhythms, span))
            case .kitChecks(let span): .kitChecks(try states(db, HistoryQuery.kitChecks, span))
            case .duties(let since): .duties(try duties(db, casesSince: since))
            case .readiness(let since): .readiness(try readiness(db, since: since))
            case .casebook(let span): .casebook(try casebook(db, span))
            case .caesareanCases(let span): .caesareanCases(try caesareanCases(db, span))
            case .caesareanCase(let run): .caesareanCase(try caesareanCase(db, run))
            case .access(let newest): .access(try StoredEntries.access(db, newest: newest))
            }
        }
    }

    /// Every entry of a stream, the corrected ones with what corrected them last.
    private func story(_ db: Database, _ stream: StreamID) throws -> [StoryLine] {
        let entries = try StoredEntries.stream(db, stream)
        var corrections: [EntryID: Entry] = [:]
        for entry in entries {
            if let correction = entry.fact as? EntryCorrected { corrections[correction.target] = entry }
        }
        return entries.map { entry in
            let correction = corrections[entry.stamp.id]
            return StoryLine(
                entry: entry, correctedBy: correction?.stamp.id,
                struck: (correction?.fact as? EntryCorrected)?.struck ?? false)
        }
    }

    private func mothers(_ db: Database, _ span: HistorySpan) throws -> [MotherRow] {
        try rows(db, HistoryQuery.mothers, span).map { row in
            try MotherRow(
                admission: AdmissionID(row.value("id")), identity: identity(row),
                recordedAt: moment(row.value("recordedAt")),
                admittedAt: moment(row.value("admittedAt")),
                bed: row.value("bed", as: String?.self).map { BedLabel($0) },
                place: known(row.value("place")), risk: row.value("risk", as: String?.self).map { try known($0) },
                infectious: row.value("infectious"), open: row.value("open"),
                mergedInto: row.value("mergedInto", as: String?.self).map { AdmissionID($0) })
        }
    }

    private func newborns(_ db: Database, _ span: HistorySpan) throws -> [NewbornRow] {
        try rows(db, HistoryQuery.newborns, span).map { row in
            try NewbornRow(
                newborn: row.state(), admission: AdmissionID(row.value("admission")), mother: identity(row))
        }
    }

    func caesareans(_ db: Database, _ span: HistorySpan) throws -> [CaesareanRow] {
        try rows(db, HistoryQuery.caesareans, span).map(caesarean)
    }

    /// One run with its mother.
    func caesarean(_ db: Database, _ run: CaesareanID) throws -> CaesareanRow? {
        try Row.fetchOne(db.cachedStatement(sql: HistoryQuery.caesarean), arguments: [run.rawValue]).map(caesarean)
    }

    private func caesarean(_ row: Row) throws -> CaesareanRow {
        try CaesareanRow(
            run: row.state(), admission: AdmissionID(row.value("admission")), mother: identity(row),
            bed: row.value("bed", as: String?.self).map { BedLabel($0) })
    }

    private func handovers(_ db: Database, _ span: HistorySpan) throws -> [HandoverRow] {
        try rows(db, HistoryQuery.handovers, span).map(handover)
    }

    func handover(_ row: Row) throws -> HandoverRow {
        try HandoverRow(
            handover: row.state(), newborn: NewbornID(row.value("newborn")),
            order: row.value("birthOrder"), sex: row.value("sex", as: String?.self).map { try known($0) },
            admission: AdmissionID(row.value("id")), mother: identity(row))
    }

    /// What real responses add to a mother's story; those of stories that were merged into hers as well.
    private func responseStories(_ db: Database, of admission: AdmissionID) throws -> [StoryLine] {
        let statement = try db.cachedStatement(sql: HistoryQuery.responsesOfAdmission)
        return try String.fetchAll(statement, arguments: [admission.rawValue]).flatMap { id in
            try story(db, .response(ChecklistID(id)))
        }
    }

    private func runs(_ db: Database, _ query: String, _ span: HistorySpan) throws -> [DrillRow] {
        try rows(db, query, span).map { row in
            try DrillRow(row.state())
        }
    }

    private func drill(_ db: Database, _ id: ChecklistID) throws -> DrillRow? {
        let statement = try db.cachedStatement(sql: "SELECT state FROM drill WHERE id = ?")
        return try Row.fetchOne(statement, arguments: [id.rawValue]).map { DrillRow(try JSON.value($0["state"])) }
    }

    private func states<Value: Decodable>(_ db: Database, _ query: String, _ span: HistorySpan) throws -> [Value] {
        try rows(db, query, span).map { try JSON.value($0["state"]) }
    }

    func rows(_ db: Database, _ query: String, _ span: HistorySpan) throws -> [Row] {
        try Row.fetchAll(
            db.cachedStatement(sql: query),
            arguments: [
                span.from?.milliseconds ?? .min, span.to?.milliseconds ?? .max, max(0, span.limit),
            ])
    }

    private func identity(_ row: Row) throws -> MotherIdentity {
        try MotherIdentity(
            label: row.value("label"), name: row.value("name"), mrn: row.value("mrn"),
            birthDate: day(row, "birthDate"), gravida: row.value("gravida"),
            para: row.value("para"), dueDate: day(row, "dueDate"),
            fetuses: row.value("fetuses"))
    }

    private func moment(_ milliseconds: Int64?) -> Moment? {
        milliseconds.map(Moment.init(milliseconds:))
    }

    private func day(_ row: Row, _ column: String) throws -> CalendarDay? {
        guard let text = try row.value(column, as: String?.self) else { return nil }
        guard let day = CalendarDay(text) else { throw LedgerFault.rowsDamaged(column) }
        return day
    }

    /// A stored code of a closed list.
    func known<Code: RawRepresentable<String>>(_ text: String) throws -> Code {
        guard let code = Code(rawValue: text) else { throw LedgerFault.rowsDamaged(text) }
        return code
    }
}

/// The SQL of the lists: from a moment, until a moment, so many at most; the newest first, found by an index of time.
enum HistoryQuery {
    static let mothers =
        "SELECT admission.*, \(identity) FROM admission" + ordered(time: "cameAt", key: "admission.id")

    static let newborns =
        """
        SELECT newborn.state, admission.id AS admission, \(identity)
        FROM newborn LEFT JOIN admission ON admission.id = newborn.admission
        """ + ordered(time: "newborn.bornAt", key: "newborn.id")

    static let caesareans = everyCaesarean + ordered(time: "caesarean.decidedAt", key: "caesarean.id")

    static let caesarean = everyCaesarean + " WHERE caesarean.id = ?"

    private static let everyCaesarean =
        """
        SELECT caesarean.state, admission.id AS admission, admission.bed, \(identity)
        FROM caesarean LEFT JOIN admission ON admission.id = caesarean.admission
        """

    /// A baby that went over to another admission takes its register along.
    static let handovers = registerRows(more: "")

    /// With the baby's own row.
    static let register = registerRows(more: "newborn.state AS baby, ")

    private static func registerRows(more: String) -> String {
        """
        SELECT \(more)handover.state, handover.newborn, newborn.birthOrder, newborn.sex, admission.id, \(identity)
        FROM handover LEFT JOIN newborn ON newborn.id = handover.newborn
        LEFT JOIN admission ON admission.id = coalesce(newborn.admission, handover.admission)
        """ + ordered(time: "handover.at", key: "handover.entry")
    }

    static let drills = "SELECT state FROM drill" + ordered(time: "startedAt", key: "id", of: "nature = 'drill'")
    static let responses = "SELECT state FROM drill" + ordered(time: "startedAt", key: "id", of: "nature = 'response'")

    static let responsesOfAdmission =
        """
        SELECT drill.id FROM drill JOIN admission ON admission.id = drill.admission
        WHERE drill.nature = 'response' AND ?1 IN (admission.id, admission.mergedInto)
        ORDER BY drill.startedAt, drill.id
        """

    static let findings = "SELECT state FROM finding" + ordered(time: "openedAt", key: "id")
    static let rhythms = "SELECT state FROM rhythm" + ordered(time: "heldAt", key: "id")
    static let kitChecks = "SELECT state FROM kitCheck" + ordered(time: "startedAt", key: "id")

    private static let identity = "label, name, mrn, birthDate, gravida, para, dueDate, fetuses"

    private static func ordered(time: String, key: String, of which: String = "") -> String {
        let which = which.isEmpty ? "" : "\(which) AND "
        return " WHERE \(which)\(time) >= ? AND \(time) < ? ORDER BY \(time) DESC, \(key) DESC LIMIT ?"
    }
}
