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
            case .handovers(let span): .handovers(try handovers(db, span))
            case .drills(let span): .drills(try runs(db, HistoryQuery.drills, span))
            case .responses(let span): .responses(try runs(db, HistoryQuery.responses, span))
            case .responseStories(let admission):
                .responseStories(admission, try responseStories(db, of: admission))
            case .findings(let span): .findings(try states(db, HistoryQuery.findings, span))
            case .rhythms(let span): .rhythms(try states(db, HistoryQuery.rhythms, span))
            case .kitChecks(let span): .kitChecks(try states(db, HistoryQuery.kitChecks, span))
            case .duties(let since): .duties(try duties(db, casesSince: since))
            case .readiness(let since): .readiness(try readiness(db, since: since))
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
            MotherRow(
                admission: AdmissionID(row["id"]), identity: identity(row), recordedAt: moment(row["recordedAt"]),
                admittedAt: moment(row["admittedAt"]), bed: (row["bed"] as String?).map { BedLabel($0) },
                place: try known(row["place"]), risk: try (row["risk"] as String?).map { try known($0) },
                infectious: row["infectious"], open: row["open"],
                mergedInto: (row["mergedInto"] as String?).map { AdmissionID($0) })
        }
    }

    private func newborns(_ db: Database, _ span: HistorySpan) throws -> [NewbornRow] {
        try rows(db, HistoryQuery.newborns, span).map { row in
            NewbornRow(
                newborn: try JSON.value(row["state"]), admission: AdmissionID(row["admission"]), mother: identity(row))
        }
    }

    private func caesareans(_ db: Database, _ span: HistorySpan) throws -> [CaesareanRow] {
        try rows(db, HistoryQuery.caesareans, span).map { row in
            CaesareanRow(
                run: try JSON.value(row["state"]), admission: AdmissionID(row["admission"]), mother: identity(row),
                bed: (row["bed"] as String?).map { BedLabel($0) })
        }
    }

    private func handovers(_ db: Database, _ span: HistorySpan) throws -> [HandoverRow] {
        try rows(db, HistoryQuery.handovers, span).map { row in
            HandoverRow(
                handover: try JSON.value(row["state"]), newborn: NewbornID(row["newborn"]),
                order: row["birthOrder"] ?? 1, sex: try (row["sex"] as String?).map { try known($0) },
                admission: AdmissionID(row["id"]), mother: identity(row))
        }
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
            DrillRow(try JSON.value(row["state"]))
        }
    }

    private func states<Value: Decodable>(_ db: Database, _ query: String, _ span: HistorySpan) throws -> [Value] {
        try rows(db, query, span).map { try JSON.value($0["state"]) }
    }

    private func rows(_ db: Database, _ query: String, _ span: HistorySpan) throws -> [Row] {
        try Row.fetchAll(
            db.cachedStatement(sql: query),
            arguments: [
                span.from?.milliseconds ?? .min, span.to?.milliseconds ?? .max, max(0, span.limit),
            ])
    }

    private func identity(_ row: Row) -> MotherIdentity {
        MotherIdentity(
            label: row["label"], name: row["name"], mrn: row["mrn"],
            birthDate: (row["birthDate"] as String?).flatMap { CalendarDay($0) }, gravida: row["gravida"],
            para: row["para"], dueDate: (row["dueDate"] as String?).flatMap { CalendarDay($0) },
            fetuses: row["fetuses"])
    }

    private func moment(_ milliseconds: Int64?) -> Moment? {
        milliseconds.map(Moment.init(milliseconds:))
    }

    /// A stored code of a closed list.
    private func known<Code: RawRepresentable<String>>(_ text: String) throws -> Code {
        guard let code = Code(rawValue: text) else { throw LedgerFault.corrupt("'\(text)' in a read model") }
        return code
    }
}

/// The SQL of the lists: from a moment, until a moment, so many at most; the newest first, found by an index of time.
enum HistoryQuery {
    static let mothers =
        "SELECT admission.*, \(identity) FROM admission" + ordered(time: "cameAt", key: "admission.id")

    static let newborns =
        """
        SELECT newborn.state, newborn.admission, \(identity)
        FROM newborn JOIN admission ON admission.id = newborn.admission
        """ + ordered(time: "newborn.bornAt", key: "newborn.id")

    static let caesareans =
        """
        SELECT caesarean.state, caesarean.admission, admission.bed, \(identity)
        FROM caesarean JOIN admission ON admission.id = caesarean.admission
        """ + ordered(time: "caesarean.decidedAt", key: "caesarean.id")

    /// A baby that went over to another admission takes its register along.
    static let handovers =
        """
        SELECT handover.state, handover.newborn, newborn.birthOrder, newborn.sex, admission.id, \(identity)
        FROM handover LEFT JOIN newborn ON newborn.id = handover.newborn
        JOIN admission ON admission.id = coalesce(newborn.admission, handover.admission)
        """ + ordered(time: "handover.at", key: "handover.entry")

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
