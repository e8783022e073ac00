import WardDomain

/// One import of a mothers' list: a batch of rows is recorded together, each for itself.
struct MotherImport {
    /// How many came in, were here before, and were refused.
    struct Tally {
        var admitted = 0
        var known = 0
        var refused = 0

        func text(dryRun: Bool) -> Phrase {
            Phrase(
                en:
                    "\(admitted) \(dryRun ? "would be admitted" : "admitted"), \(known) here before, \(refused) refused",
                zhHans: "\(dryRun ? "可入院" : "已入院") \(admitted)，此前已在 \(known)，拒绝 \(refused)")
        }

        /// A list of which no row could be taken is bad data.
        var failure: Failure {
            Failure(
                admitted + known == 0 ? .badData : .someRefused,
                en: "\(refused) row\(refused == 1 ? " was" : "s were") refused: correct and import again.",
                zhHans: "\(refused) 行被拒绝，请更正后重新导入。")
        }
    }

    /// A row with its command, or with what is wrong with it.
    private struct Row {
        let line: Int
        let command: Result<CommandEnvelope, RowFault>
    }

    /// What is wrong with a row, and in which column.
    private struct RowFault: Error {
        let place: Phrase?
        let message: Phrase
    }

    private var rows: CSVReader
    private let name: String
    private var store: WardStore
    private let by: Badge?
    private var waiting: [Row] = []
    private var tally = Tally()
    private var refusedRows = RefusedRows()

    private let limit: Int
    private let language = Surroundings.language()

    private static let batch = 200
    /// Far more mothers than any ward has at once. Whoever is here is in every terminal's memory.
    static let mostMothers = 5000

    /// - Parameter limit: so many are admitted from one list.
    init(rows: CSVReader, name: String, store: WardStore, by: Badge?, limit: Int = mostMothers) {
        self.limit = limit
        self.rows = rows
        self.name = name
        self.store = store
        self.by = by
    }

    /// Imports every row, and prints what was refused.
    mutating func run() throws(Failure) -> Tally {
        if let by, store.ward.roster[by] == nil { throw Failure(.badgeUnknown(by)) }
        let sheet = try readHeadings()
        while let next = try rows.next() {
            if tally.admitted + waiting.count >= limit { try stopAtLimit(before: next, sheet) }
            waiting.append(row(next, sheet))
            if waiting.count == Self.batch { try recordWaiting(sheet) }
        }
        try recordWaiting(sheet)
        refusedRows.rest.forEach(print)
        return tally
    }

    private mutating func stopAtLimit(before next: Result<CSVRow, CSVFault>, _ sheet: MotherSheet) throws(Failure) {
        try recordWaiting(sheet)
        guard tally.admitted >= limit else { return }
        let line =
            switch next {
            case .success(let row): row.line
            case .failure(let fault): fault.line
            }
        throw Failure(
            .badData,
            en:
                "\(name), line \(line): \(limit) mothers were admitted; no ward has more. Export only those who are here.",
            zhHans: "\(name) 第 \(line) 行：已入院 \(limit) 人，超过任何病区的人数。请只导出在院者。")
    }

    private mutating func readHeadings() throws(Failure) -> MotherSheet {
        switch try rows.next() {
        case .success(let row):
            let sheet = try MotherSheet(headings: row.fields)
            if !sheet.unusedHeadings.isEmpty {
                let list = sheet.unusedHeadings.joined(separator: ", ")
                print(Phrase(en: "columns not used: \(list)", zhHans: "未使用的列：\(list)"))
            }
            return sheet
        case .failure(let fault):
            throw Failure(
                .badData, en: "\(name), line \(fault.line): \(fault.message.en).",
                zhHans: "\(name) 第 \(fault.line) 行：\(fault.message.zhHans)。")
        case nil:
            throw Failure(
                .badData, en: "\(name) is empty: its first line must name the columns.",
                zhHans: "\(name) 为空，首行应为列名。")
        }
    }

    private mutating func row(_ read: Result<CSVRow, CSVFault>, _ sheet: MotherSheet) -> Row {
        switch read {
        case .failure(let fault):
            let place = fault.column.map { Phrase(en: ", column \($0)", zhHans: "第 \($0) 列") }
            return Row(line: fault.line, command: .failure(RowFault(place: place, message: fault.message)))
        case .success(let row):
            do {
                let envelope = store.envelope(try sheet.command(row.fields), by: by)
                return Row(line: row.line, command: .success(envelope))
            } catch {
                let fault = RowFault(place: Self.place(of: error.column, sheet), message: error.message)
                return Row(line: row.line, command: .failure(fault))
            }
        }
    }

    private mutating func recordWaiting(_ sheet: MotherSheet) throws(Failure) {
        let recording = store.outcomes(of: waiting.compactMap { try? $0.command.get() })
        var outcomes = recording.outcomes[...]
        for row in waiting {
            switch row.command {
            case .failure(let fault): report(row.line, fault)
            case .success:
                guard let outcome = outcomes.popFirst() else { throw recording.stopped(at: row.line) }
                take(outcome, row.line, sheet)
            }
        }
        waiting.removeAll(keepingCapacity: true)
    }

    private mutating func take(_ outcome: Result<[Entry], Refusal>, _ line: Int, _ sheet: MotherSheet) {
        switch outcome {
        case .success: tally.admitted += 1
        case .failure(let refusal) where refusal.kind == .repetition: tally.known += 1
        case .failure(let refusal):
            let place = MotherColumn(of: refusal).map { Self.place(of: $0, sheet) }
            report(line, RowFault(place: place, message: refusal.text))
        }
    }

    private static func place(of column: MotherColumn, _ sheet: MotherSheet) -> Phrase {
        guard let number = sheet.number(of: column) else {
            return Phrase(en: " (\(column.label.en))", zhHans: "（\(column.label.zhHans)）")
        }
        return Phrase(
            en: ", column \(number) (\(column.label.en))", zhHans: "第 \(number) 列（\(column.label.zhHans)）")
    }

    private mutating func report(_ line: Int, _ fault: RowFault) {
        tally.refused += 1
        guard refusedRows.note(place: fault.place, message: fault.message) else { return }
        print(
            Phrase(
                en: "line \(line)\(fault.place?.en ?? ""): \(fault.message.en)",
                zhHans: "第 \(line) 行\(fault.place?.zhHans ?? "")：\(fault.message.zhHans)"))
    }

    private func print(_ phrase: Phrase) {
        StandardOutput.write(phrase[language] + "\n")
    }
}
