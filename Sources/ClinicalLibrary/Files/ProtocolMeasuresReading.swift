import WardDomain

/// What a protocol holds its measurements against.
extension TableReader {
    /// `[[shockIndex]]`: from which index on somebody is told; nil where the protocol has none.
    func shockIndexLevels() -> [ShockIndexLevel]? {
        guard has("shockIndex") else { return nil }
        let tables = tables("shockIndex")
        let urgencies = tables.map { $0.value("level", ShockIndexLevel.Urgency.self) }
        tables.refuseRepeated("level", urgencies, \.rawValue)
        return zip(tables, urgencies).compactMap { table, urgency in
            defer { table.refuseOtherKeys() }
            let from = table.hundredths("from")
            guard let source = table.source(), let urgency, let from else { return nil }
            return ShockIndexLevel(urgency: urgency, fromHundredths: from, source: source)
        }
    }

    /// `[[oxygen]]`: the newborn's oxygen saturation by minute; nil where the protocol has none.
    func oxygenTargets() -> [OxygenTarget]? {
        guard has("oxygen") else { return nil }
        let tables = tables("oxygen")
        let minutes = tables.map { $0.integer("minute", in: 1...60) }
        tables.refuseRepeated("minute", minutes) { "\($0)" }
        return zip(tables, minutes).compactMap { table, minute in
            defer { table.refuseOtherKeys() }
            let low = table.integer("low", in: 1...100)
            let high = table.integer("high", in: 1...100)
            if let low, let high, low > high {
                table.note(.outOfRange("high", value: high, allowed: ">= \(low)"), at: "high")
            }
            guard let source = table.source(), let minute, let low, let high else { return nil }
            return OxygenTarget(minute: minute, low: low, high: high, source: source)
        }
    }

    /// A whole number within bounds.
    func integer(_ key: String, in range: ClosedRange<Int>) -> Int? {
        guard let number = integer(key) else { return nil }
        if range.contains(number) { return number }
        note(.outOfRange(key, value: number, allowed: "\(range.lowerBound)-\(range.upperBound)"), at: key)
        return nil
    }

    /// A decimal number of at most two places in quotes, such as `"0.9"`, in hundredths.
    private func hundredths(_ key: String) -> Int? {
        guard let text = text(key) else { return nil }
        let parts = text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
        let isNumber = parts.allSatisfy { !$0.isEmpty && $0.count <= 2 && $0.allSatisfy(\.isDigit) }
        guard isNumber, parts.count <= 2, let whole = Int(String(decoding: parts[0], as: UTF8.self)) else {
            note(.notAllowed(key, value: text, allowed: "0.01 - 99.99"), at: key)
            return nil
        }
        let places = parts.count == 2 ? String(decoding: parts[1], as: UTF8.self) : ""
        let hundredths = whole * 100 + (Int((places + "00").prefix(2)) ?? 0)
        if hundredths > 0 { return hundredths }
        note(.notAllowed(key, value: text, allowed: "0.01 - 99.99"), at: key)
        return nil
    }
}
