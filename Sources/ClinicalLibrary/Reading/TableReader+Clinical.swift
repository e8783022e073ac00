import WardDomain

/// The values that every kind of library file shares.
extension TableReader {
    /// `en` and `zh`, both required.
    func phrase() -> Phrase? {
        let en = text("en")
        let zhHans = text("zh")
        guard let en, let zhHans else { return nil }
        return Phrase(en: en, zhHans: zhHans)
    }

    /// A nested table of `en` and `zh`.
    func phrase(_ key: String) -> Phrase? {
        guard let table = table(key) else { return nil }
        defer { table.refuseOtherKeys() }
        return table.phrase()
    }

    func optionalPhrase(_ key: String) -> Phrase? {
        has(key) ? phrase(key) : nil
    }

    /// `mark` and `source`, both required.
    func source() -> Source? {
        let mark = value("mark", EvidenceMark.self)
        let text = text("source")
        guard let mark, let text else { return nil }
        return Source(mark, text)
    }

    /// `mark` and `source` where the table has its own, else the file's.
    func source(orElse fileSource: Source?) -> Source? {
        guard has("mark") || has("source") else { return fileSource }
        return source()
    }

    /// One of the raw values of a closed list.
    func value<Choice: RawRepresentable<String> & CaseIterable>(_ key: String, _: Choice.Type) -> Choice? {
        guard let text = text(key) else { return nil }
        if let choice = Choice(rawValue: text) { return choice }
        let allowed = Choice.allCases.map(\.rawValue).joined(separator: ", ")
        note(.notAllowed(key, value: text, allowed: allowed), at: key)
        return nil
    }

    /// Whole seconds, written as minutes and seconds `m:ss`; minutes may be above 59.
    func duration(_ key: String) -> Int? {
        guard let text = text(key) else { return nil }
        if let seconds = Self.seconds(text) { return seconds }
        note(.notAllowed(key, value: text, allowed: "m:ss, 0:00 - 999:59"), at: key)
        return nil
    }

    /// An identifier: lower-case letters, digits and hyphens.
    func identifier(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        if text.utf8.allSatisfy({ $0.isLowerCaseLetter || $0.isDigit || $0 == UInt8(ascii: "-") }) { return text }
        note(.notAllowed(key, value: text, allowed: "a-z 0-9 -"), at: key)
        return nil
    }

    /// A code: capital letters, digits and underscores.
    func code(_ key: String) -> String? {
        guard let text = text(key) else { return nil }
        if text.utf8.allSatisfy({ $0.isCapitalLetter || $0.isDigit || $0 == UInt8(ascii: "_") }) { return text }
        note(.notAllowed(key, value: text, allowed: "A-Z 0-9 _"), at: key)
        return nil
    }

    private static func seconds(_ text: String) -> Int? {
        let parts = text.utf8.split(separator: UInt8(ascii: ":"), omittingEmptySubsequences: false)
        guard parts.count == 2, (1...3).contains(parts[0].count), parts[1].count == 2,
            parts.allSatisfy({ $0.allSatisfy(\.isDigit) }),
            let minutes = Int(Substring(parts[0])), let seconds = Int(Substring(parts[1])), seconds < 60
        else { return nil }
        return minutes * 60 + seconds
    }
}

extension Sequence<TableReader> {
    /// Notes each table whose key repeats an earlier one's.
    func refuseRepeated<Value: Hashable>(_ key: String, _ values: [Value?], _ text: (Value) -> String) {
        var seen: Set<Value> = []
        for (reader, value) in zip(self, values) {
            guard let value, !seen.insert(value).inserted else { continue }
            reader.note(.duplicate(key, value: text(value)), at: key)
        }
    }
}

extension UInt8 {
    var isDigit: Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(self) }
    fileprivate var isLowerCaseLetter: Bool { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(self) }
    fileprivate var isCapitalLetter: Bool { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(self) }
}
