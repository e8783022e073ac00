import TOMLKit
import TOMLReading
import WardDomain

/// Reads one table of a library file key by key.
///
/// A key that is missing or wrong is noted and read as nil, so that one reading finds every fault; a key that nobody
/// asked for is a fault too.
final class TableReader {
    private let table: TOMLTable
    private let path: TOMLPath
    private let document: LibraryDocument
    private var readKeys: [String] = []

    init(_ table: TOMLTable, at path: TOMLPath, of document: LibraryDocument) {
        self.table = table
        self.path = path
        self.document = document
    }

    /// Whether the file gives this key at all.
    func has(_ key: String) -> Bool {
        table.contains(key: key)
    }

    /// Notes a fault at a key, or at the table where the key is not there.
    func note(_ reason: FaultReason, at key: String) {
        document.note(reason, at: path.key(key))
    }

    /// A text that must be there and must not be blank.
    func text(_ key: String) -> String? {
        guard let text = required(key, .text, { $0.string }) else { return nil }
        if text.allSatisfy(\.isWhitespace) {
            note(.empty(key), at: key)
            return nil
        }
        if text.unicodeScalars.contains(where: \.isUnsafe) {
            note(.unsafeCharacter(key), at: key)
            return nil
        }
        return text
    }

    func optionalText(_ key: String) -> String? {
        has(key) ? text(key) : nil
    }

    func integer(_ key: String) -> Int? {
        required(key, .integer) { $0.int }
    }

    func flag(_ key: String) -> Bool? {
        required(key, .flag) { $0.bool }
    }

    /// False where the file does not say.
    func flag(orFalse key: String) -> Bool {
        has(key) && flag(key) == true
    }

    func table(_ key: String) -> TableReader? {
        required(key, .table) { $0.table }.map { TableReader($0, at: path.key(key), of: document) }
    }

    func day(_ key: String) -> CalendarDay? {
        guard let date = required(key, .day, { $0.date }) else { return nil }
        if let day = CalendarDay(year: date.year, month: date.month, day: date.day) { return day }
        note(.notAllowed(key, value: date.debugDescription, allowed: "0001-01-01 - 9999-12-31"), at: key)
        return nil
    }

    /// The tables of a list, `[[key]]`, of which there must be at least one.
    func tables(_ key: String) -> [TableReader] {
        guard let list = required(key, .tables, { $0.array }) else { return [] }
        if list.isEmpty { note(.empty(key), at: key) }
        return list.enumerated().compactMap { position, value in
            let element = path.key(key).element(position)
            guard let table = value.table else {
                document.note(.wrongType(key, expected: .tables, found: "\(value.type)"), at: element)
                return nil
            }
            return TableReader(table, at: element, of: document)
        }
    }

    /// A list of texts, of which there must be at least one and each only once.
    func texts(_ key: String) -> [String] {
        guard let list = required(key, .texts, { $0.array }) else { return [] }
        if list.isEmpty { note(.empty(key), at: key) }
        var texts: [String] = []
        for (position, value) in list.enumerated() {
            let element = path.key(key).element(position)
            if let text = value.string {
                if texts.contains(text) { document.note(.duplicate(key, value: text), at: element) }
                texts.append(text)
            } else {
                document.note(.wrongType(key, expected: .texts, found: "\(value.type)"), at: element)
            }
        }
        return texts
    }

    /// The tables of a list that may be left out.
    func optionalTables(_ key: String) -> [TableReader] {
        has(key) ? tables(key) : []
    }

    /// Notes every key that nobody asked for.
    func refuseOtherKeys() {
        guard table.count > readKeys.count else { return }
        for key in table.keys where !readKeys.contains(key) {
            note(.unknownKey(key), at: key)
        }
    }

    private func required<Value>(
        _ key: String, _ expected: FaultReason.TypeName, _ value: (any TOMLValueConvertible) -> Value?
    ) -> Value? {
        guard let found = table[key] else {
            note(.missing(key), at: key)
            return nil
        }
        if !readKeys.contains(key) { readKeys.append(key) }
        guard let value = value(found) else {
            note(.wrongType(key, expected: expected, found: "\(found.type)"), at: key)
            return nil
        }
        return value
    }
}

extension Unicode.Scalar {
    /// Control characters, and those that turn the direction of text: they could bend a row of the screen.
    fileprivate var isUnsafe: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0, 0x061C, 0x200E, 0x200F, 0x202A...0x202E, 0x2066...0x2069: true
        default: false
        }
    }
}
