import WardDomain

/// One row of a CSV file.
struct CSVRow: Hashable {
    /// The line that the row begins on, from 1.
    let line: Int
    let fields: [String]
}

/// What is wrong with one row of a CSV file.
struct CSVFault: Error, Hashable {
    let line: Int
    /// From 1; nil where the whole row is meant.
    let column: Int?
    let message: Phrase
}

/// Reads CSV a row at a time, in little memory whatever the file's size; a row with a fault is named and passed over.
///
/// The separator (comma, tab or semicolon) is the one that the first line has most of. The text is UTF-8, with or
/// without a byte order mark, or GB18030, told by the first block that is not all ASCII.
struct CSVReader {
    private let source: ByteSource
    private var scan: CSVScan?
    private var text = CSVTextEncoding.undecided
    private var bytes: [UInt8] = []
    private var position = 0
    private var line = 1
    private var atEnd = false

    /// Bytes that a row may have; more is taken for a quote that is not closed, or for no row at all.
    static let longestRow = 1 << 16
    private static let byteOrderMark: [UInt8] = [0xEF, 0xBB, 0xBF]

    init(_ source: ByteSource) {
        self.source = source
    }

    /// The next row that is not empty, or the next fault; nil at the end.
    ///
    /// - Throws: `Failure` when the file can't be read, or is not text at all.
    mutating func next() throws(Failure) -> Result<CSVRow, CSVFault>? {
        while true {
            guard let scan = try prepared(), position < bytes.count else { return nil }
            switch scan.row(in: bytes, from: position, atEnd: atEnd) {
            case .row(let fields, let next, let lineEnds):
                let row = row(of: fields)
                line += lineEnds
                position = next
                if case .success(let row) = row, row.fields.allSatisfy(\.isEmpty) { continue }
                return row
            case .incomplete(let openQuote):
                guard atEnd || bytes.count - position > Self.longestRow else {
                    try readMore()
                    continue
                }
                return .failure(try passOver(column: openQuote, openQuote == nil ? .tooLong : .quoteNotClosed))
            case .textAfterQuote(let column): return .failure(try passOver(column: column, .textAfterQuote))
            case .binary:
                throw Failure(
                    .badData, en: "Line \(line) of \(source.name) is not text. Export the list as CSV in UTF-8.",
                    zhHans: "\(source.name) 第 \(line) 行不是文本，请导出为 UTF-8 编码的 CSV 格式。")
            }
        }
    }

    /// The scan with the file's separator; reads the first line on the first call. Nil when there is nothing to read.
    private mutating func prepared() throws(Failure) -> CSVScan? {
        if scan != nil {
            if position == bytes.count && !atEnd { try readMore() }
            return scan
        }
        while !atEnd, bytes.count <= Self.longestRow, !bytes.contains(UInt8(ascii: "\n")) { try readMore() }
        if bytes.starts(with: Self.byteOrderMark) { position = Self.byteOrderMark.count }
        guard position < bytes.count else { return nil }
        let head = bytes.prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "\r") }
        let counted = [",", "\t", ";"].map { separator in (separator, head.count { $0 == separator.utf8.first }) }
        let most = counted.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0.utf8.first : nil }
        scan = CSVScan(separator: most ?? UInt8(ascii: ","))
        return scan
    }

    private mutating func readMore() throws(Failure) {
        bytes.removeFirst(position)
        position = 0
        atEnd = try !source.read(into: &bytes)
        text.decide(by: bytes[...])
    }

    private func row(of fields: [CSVScan.Field]) -> Result<CSVRow, CSVFault> {
        var texts: [String] = []
        for field in fields {
            guard let decoded = text.decode(bytes[field.range]) else {
                return .failure(CSVFault(line: line, column: texts.count + 1, message: text.unreadable))
            }
            texts.append(field.hasDoubledQuotes ? decoded.replacing("\"\"", with: "\"") : decoded)
        }
        return .success(CSVRow(line: line, fields: texts))
    }

    /// Why a line is no row.
    private enum PassedOver {
        case tooLong, quoteNotClosed, textAfterQuote

        var message: Phrase {
            switch self {
            case .tooLong:
                Phrase(en: "longer than a row can be (64 KB)", zhHans: "过长（超过 64 KB）")
            case .quoteNotClosed: Phrase(en: "a quote is opened and not closed", zhHans: "引号未闭合")
            case .textAfterQuote: Phrase(en: "text stands after a closing quote", zhHans: "引号后有多余文字")
            }
        }
    }

    /// Goes on at the next line after the row's first.
    private mutating func passOver(column: Int?, _ why: PassedOver) throws(Failure) -> CSVFault {
        let fault = CSVFault(line: line, column: column, message: why.message)
        while true {
            if let end = bytes[position...].firstIndex(where: { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: "\r") })
            {
                let hasLineFeed = bytes[end] == UInt8(ascii: "\r") && bytes[(end + 1)...].first == UInt8(ascii: "\n")
                position = end + (hasLineFeed ? 2 : 1)
                line += 1
                return fault
            }
            position = bytes.count
            if atEnd { return fault }
            try readMore()
        }
    }
}
