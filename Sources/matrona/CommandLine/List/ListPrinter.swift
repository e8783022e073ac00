import ArgumentParser
import ScreenGrid
import WardDomain

/// How a list is printed.
enum ListFormat: String, CaseIterable, ExpressibleByArgument {
    case table, json, csv
}

/// One field of a list's rows, under the name that scripts use.
struct ListField<Row> {
    /// In lowerCamelCase.
    let key: String
    /// What a person reads above it; nil for a field that only scripts get.
    let heading: Phrase?
    /// False for what has parts of its own, which a table and CSV have no place for.
    let isFlat: Bool
    let value: (Row) -> JSONText

    private init(_ key: String, _ heading: Phrase?, isFlat: Bool, _ value: @escaping (Row) -> JSONText) {
        self.key = key
        self.heading = heading
        self.isFlat = isFlat
        self.value = value
    }

    /// The same field of a row that is part of another.
    func of<Whole>(_ part: @escaping (Whole) -> Row) -> ListField<Whole> {
        ListField<Whole>(key, heading, isFlat: isFlat) { value(part($0)) }
    }

    /// A field for scripts alone.
    init(_ key: String, isFlat: Bool = true, _ value: @escaping (Row) -> JSONText) {
        self.key = key
        heading = nil
        self.isFlat = isFlat
        self.value = value
    }

    /// A field that stands in the table too.
    init(_ key: String, _ en: String, _ zhHans: String, _ value: @escaping (Row) -> JSONText) {
        self.key = key
        heading = Phrase(en: en, zhHans: zhHans)
        isFlat = true
        self.value = value
    }
}

/// Prints rows as they come: JSON as one array, CSV with its keys first, a table at the end, when all widths are known.
struct ListPrinter<Row> {
    private let fields: [ListField<Row>]
    private let format: ListFormat
    private let language = Surroundings.language()
    private var count = 0
    private var tableRows: [[String]] = []

    init(_ fields: [ListField<Row>], _ format: ListFormat) {
        self.fields = fields
        self.format = format
        if format == .csv { StandardOutput.write(Self.csv(fields.filter(\.isFlat).map(\.key))) }
    }

    mutating func print(_ row: Row) {
        switch format {
        case .json:
            let object = JSONText.object(fields.map { JSONText.Member($0.key, $0.value(row)) })
            StandardOutput.write((count == 0 ? "[\n" : ",\n") + object.text)
        case .csv: StandardOutput.write(Self.csv(fields.filter(\.isFlat).map { $0.value(row).plainText.safeForScreen }))
        case .table:
            tableRows.append(fields.filter { $0.heading != nil }.map { $0.value(row).plainText.safeForScreen })
        }
        count += 1
    }

    /// Prints what is still held back.
    func finish() {
        switch format {
        case .json: StandardOutput.write(count == 0 ? "[]\n" : "\n]\n")
        case .csv: break
        case .table: printTable()
        }
    }

    private func printTable() {
        let headings = fields.compactMap { $0.heading?[language] }
        let lines = [headings] + tableRows
        let widths = headings.indices.map { column in lines.map { $0[column].displayWidth }.max() ?? 0 }
        for line in lines {
            let cells = zip(line, widths).map { $0.padded(to: $1) }.joined(separator: "  ")
            StandardOutput.write(cells.withoutTrailingSpaces + "\n")
        }
    }

    /// One line of CSV (RFC 4180).
    private static func csv(_ cells: [String]) -> String {
        let quoted = cells.map { cell in
            cell.utf8.contains { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: ",") || $0 < 0x20 }
                ? "\"\(cell.replacing("\"", with: "\"\""))\"" : cell
        }
        return quoted.joined(separator: ",") + "\r\n"
    }
}

extension JSONText {
    /// The value in a cell: nothing for what was not recorded.
    fileprivate var plainText: String {
        switch self {
        case .null: ""
        case .string(let text): text
        default: text
        }
    }
}
