/// Finds the fields of one CSV row among bytes (RFC 4180), whose separators, quotes and line ends are the same bytes in
/// UTF-8 and in GB18030.
struct CSVScan {
    /// Where a field lies, without its quotes.
    struct Field: Hashable {
        let range: Range<Int>
        /// True when `""` in it stands for `"`.
        let hasDoubledQuotes: Bool
    }

    /// What was found from a place on.
    enum Outcome: Hashable {
        /// A whole row, where the next begins, and how many line ends lie between.
        case row([Field], next: Int, lineEnds: Int)
        /// The bytes end before the row does; the column, from 1, whose quote is open.
        case incomplete(openQuote: Int?)
        /// Text stands after the closing quote of a column.
        case textAfterQuote(column: Int)
        /// A byte that no text has.
        case binary
    }

    let separator: UInt8

    private static let quote = UInt8(ascii: "\"")
    private static let lineFeed = UInt8(ascii: "\n")
    private static let carriageReturn = UInt8(ascii: "\r")

    /// Scans the row that begins at `start`; `atEnd` says that nothing follows the bytes.
    func row(in bytes: [UInt8], from start: Int, atEnd: Bool) -> Outcome {
        bytes.withUnsafeBufferPointer { row(in: $0, from: start, atEnd: atEnd) }
    }

    private func row(in bytes: UnsafeBufferPointer<UInt8>, from start: Int, atEnd: Bool) -> Outcome {
        var fields: [Field] = []
        var lineEnds = 0
        var place = start
        while true {
            guard place < bytes.count || atEnd else { return .incomplete(openQuote: nil) }
            let field: Field
            if place < bytes.count, bytes[place] == Self.quote {
                guard let end = closingQuote(in: bytes, from: place + 1) else {
                    return .incomplete(openQuote: fields.count + 1)
                }
                let inner = bytes[(place + 1)..<end.place]
                if inner.contains(0) { return .binary }
                lineEnds += Self.lineEnds(in: inner)
                field = Field(range: (place + 1)..<end.place, hasDoubledQuotes: end.hasDoubled)
                place = end.place + 1
                if place == bytes.count && !atEnd { return .incomplete(openQuote: nil) }
                if place < bytes.count, !endsField(bytes[place]) { return .textAfterQuote(column: fields.count + 1) }
            } else {
                let end = plainEnd(in: bytes, from: place)
                if bytes[place..<end].contains(0) { return .binary }
                if end == bytes.count && !atEnd { return .incomplete(openQuote: nil) }
                field = Field(range: place..<end, hasDoubledQuotes: false)
                place = end
            }
            fields.append(field)
            guard place < bytes.count else { return .row(fields, next: place, lineEnds: lineEnds) }
            if bytes[place] == separator {
                place += 1
                continue
            }
            guard let next = afterLineEnd(in: bytes, at: place, atEnd: atEnd) else {
                return .incomplete(openQuote: nil)
            }
            return .row(fields, next: next, lineEnds: lineEnds + 1)
        }
    }

    private func endsField(_ byte: UInt8) -> Bool {
        byte == separator || byte == Self.lineFeed || byte == Self.carriageReturn
    }

    private func plainEnd(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var place = start
        while place < bytes.count, !endsField(bytes[place]) { place += 1 }
        return place
    }

    private func closingQuote(
        in bytes: UnsafeBufferPointer<UInt8>, from start: Int
    ) -> (place: Int, hasDoubled: Bool)? {
        var place = start
        var hasDoubled = false
        while place < bytes.count {
            if bytes[place] == Self.quote {
                guard place + 1 < bytes.count, bytes[place + 1] == Self.quote else { return (place, hasDoubled) }
                hasDoubled = true
                place += 1
            }
            place += 1
        }
        return nil
    }

    /// The place after a line end: LF, CR LF, or CR alone; nil when a CR is the last byte and an LF may follow.
    private func afterLineEnd(in bytes: UnsafeBufferPointer<UInt8>, at place: Int, atEnd: Bool) -> Int? {
        guard bytes[place] == Self.carriageReturn else { return place + 1 }
        guard place + 1 < bytes.count else { return atEnd ? place + 1 : nil }
        return bytes[place + 1] == Self.lineFeed ? place + 2 : place + 1
    }

    private static func lineEnds(in bytes: Slice<UnsafeBufferPointer<UInt8>>) -> Int {
        var count = 0
        var previous: UInt8 = 0
        for byte in bytes {
            if byte == carriageReturn || (byte == lineFeed && previous != carriageReturn) { count += 1 }
            previous = byte
        }
        return count
    }
}
