import WardDomain
import WardLedger

/// Reads a list from the ledger, a page at a time, and prints it.
struct Lister {
    let ledger: WardLedger
    let rules: ClinicalRules
    let now: ClockReading
    let offset: LocalOffset
    let from: CalendarDay?
    let to: CalendarDay?
    let format: ListFormat

    private static let page = 1000

    /// Prints every row of a list.
    ///
    /// - Parameters:
    ///   - page: the rows of a span.
    ///   - place: a row's time and id, by which the ledger orders them.
    ///   - wanted: which of the rows are printed.
    func print<Row>(
        _ fields: [ListField<Row>], page: (HistorySpan) throws(LedgerFault) -> [Row],
        place: (Row) -> (time: Moment?, id: String), wanted: (Row) -> Bool = { _ in true }
    ) throws(Failure) {
        var printer = ListPrinter(fields, format)
        var span = HistorySpan(from: first, to: end, limit: Self.page)
        /// Those of the last millisecond that was read, which the next page begins with again.
        var printed: Set<String> = []
        while true {
            let rows = try Failure.from { () throws(LedgerFault) in try page(span) }
            for row in rows where wanted(row) && !printed.contains(place(row).id) { printer.print(row) }
            guard rows.count == span.limit, let last = rows.last.flatMap({ place($0).time }) else { break }
            let boundary = rows.map(place).filter { $0.time == last }.map(\.id)
            if boundary.count == rows.count { span.limit *= 2 }
            printed = Set(boundary)
            span.to = Moment(milliseconds: last.milliseconds + 1)
        }
        printer.finish()
    }

    /// From this moment on rows are wanted.
    var first: Moment? { start(from) }
    /// Until this moment, not included.
    var end: Moment? { start(to.map { $0.advanced(days: 1) }) }

    private func start(_ day: CalendarDay?) -> Moment? {
        day.map { Moment(day: $0, hour: 0, minute: 0, offset) }
    }
}

/// Times as scripts read them.
struct TimeText: Sendable {
    let offset: LocalOffset

    func callAsFunction(_ moment: Moment?) -> JSONText {
        .optional(moment.map { ISO8601.text($0, offset) })
    }

    func callAsFunction(_ occurrence: Occurrence?) -> JSONText {
        callAsFunction(occurrence?.moment)
    }
}
