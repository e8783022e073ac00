import WardDomain

/// A mothers' list: which column is where, and how its rows become commands.
struct MotherSheet {
    /// What is wrong with a cell.
    struct CellFault: Error {
        let column: MotherColumn
        let message: Phrase
    }

    /// Headings that mean nothing here.
    let unusedHeadings: [String]
    private let places: [MotherColumn: Int]

    /// Reads the headings of a list.
    init(headings: [String]) throws(Failure) {
        var places: [MotherColumn: Int] = [:]
        var unused: [String] = []
        for (place, heading) in headings.enumerated() {
            guard let column = MotherColumn(heading: heading) else {
                if !heading.isEmpty { unused.append(heading.inOneLine) }
                continue
            }
            guard places[column] == nil else {
                throw Failure(
                    .badData, en: "Two columns are headed as \(column.label.en): keep one of them.",
                    zhHans: "有两列均为\(column.label.zhHans)，请保留一列。")
            }
            places[column] = place
        }
        for needed in [MotherColumn.mrn, .name] where places[needed] == nil {
            throw Failure(
                .badData,
                en: "The first line has no column for the \(needed.label.en), such as \(needed.label.zhHans).",
                zhHans: "首行没有「\(needed.label.zhHans)」列。")
        }
        self.places = places
        unusedHeadings = unused
    }

    /// The number of a column, from 1; nil where the list has none.
    func number(of column: MotherColumn) -> Int? {
        places[column].map { $0 + 1 }
    }

    /// The command that admits a row's mother.
    func command(_ fields: [String]) throws(CellFault) -> AdmitMother {
        let cells = MotherCells(places: places, fields: fields)
        let identity = MotherIdentity(
            name: try cells.text(.name), mrn: try cells.text(.mrn), birthDate: try cells.day(.birthDate),
            gravida: try cells.number(.gravida), para: try cells.number(.para), dueDate: try cells.day(.dueDate),
            fetuses: try cells.number(.fetuses))
        var command = AdmitMother(identity: identity, bed: cells[.bed].map { BedLabel($0) })
        command.admittedAt = try cells.time(.admittedAt)
        return command
    }
}

/// The cells of one row.
private struct MotherCells {
    let places: [MotherColumn: Int]
    let fields: [String]

    /// A cell's text in one line, without what would not be seen; nil where it is empty or not there.
    subscript(column: MotherColumn) -> String? {
        guard let place = places[column], place < fields.count else { return nil }
        let text = fields[place].inOneLine.trimmed
        return text.isEmpty ? nil : text
    }

    func text(_ column: MotherColumn) throws(MotherSheet.CellFault) -> String {
        guard let text = self[column] else {
            throw MotherSheet.CellFault(column: column, message: Phrase(en: "is missing", zhHans: "为空"))
        }
        return text
    }

    func number(_ column: MotherColumn) throws(MotherSheet.CellFault) -> Int? {
        guard let text = self[column] else { return nil }
        guard let number = Int(text.halfWidth) else {
            throw MotherSheet.CellFault(
                column: column, message: Phrase(en: "'\(text)' is no whole number", zhHans: "「\(text)」不是整数"))
        }
        return number
    }

    /// A day, also where a time of day follows it.
    func day(_ column: MotherColumn) throws(MotherSheet.CellFault) -> CalendarDay? {
        guard let text = self[column] else { return nil }
        let day = Self.plain(text).prefix { $0 != " " && $0 != "T" }
        guard let day = CalendarDay(day) else {
            throw MotherSheet.CellFault(
                column: column, message: Phrase(en: "'\(text)' is no day", zhHans: "「\(text)」不是日期"))
        }
        return day
    }

    /// A time with its day, as ISO 8601.
    func time(_ column: MotherColumn) throws(MotherSheet.CellFault) -> Timestamp? {
        guard let text = self[column] else { return nil }
        let parts = Self.plain(text).split(maxSplits: 1) { $0 == " " || $0 == "T" }
        let clock = parts.count == 2 ? Self.twoDigitHour(parts[1]) : ""
        let written = "\(parts[0])T\(clock)"
        guard ISO8601.moment(written, .fixed(seconds: 0)) != nil else {
            throw MotherSheet.CellFault(
                column: column,
                message: Phrase(en: "'\(text)' is no day with a time", zhHans: "「\(text)」不是日期加时间"))
        }
        return .text(written)
    }

    /// `2026年12月4日` as `2026-12-4`.
    private static func plain(_ text: String) -> String {
        text.replacing("年", with: "-").replacing("月", with: "-").replacing("日", with: "")
    }

    private static func twoDigitHour(_ clock: Substring) -> String {
        clock.prefix { $0 != ":" }.count == 1 ? "0\(clock)" : String(clock)
    }
}
