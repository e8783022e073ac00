import WardDomain

/// Rescue carts and newborn areas with what belongs into them, and the ward's shifts: `kind = "readiness"`.
public struct ReadinessFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let rules: ReadinessRules

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> ReadinessFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> ReadinessFile {
        let root = document.root
        let header = LibraryHeader(root, of: .readiness, file: document.name)
        var rules = ReadinessRules()
        rules.expiryMonths = root.integer("expiryMonths", in: 0...120) ?? 0
        rules.overdueMinutes = root.integer("overdueMinutes", in: 0...1440) ?? 0
        rules.restockMinutes = root.has("restockMinutes") ? root.integer("restockMinutes", in: 1...1440) : nil
        rules.shifts = root.shifts()
        rules.kits = root.kits(header)
        rules.source = header.source ?? rules.source
        root.refuseOtherKeys()
        return try document.finish(header.version.map { ReadinessFile(version: $0, rules: rules) })
    }
}

extension TableReader {
    /// Shifts in the order of the day.
    fileprivate func shifts() -> [ReadinessRules.Shift] {
        let tables = tables("shifts")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        let starts = tables.map { $0.timeOfDay("from") }
        tables.refuseRepeated("from", starts) { "\($0)" }
        let shifts = zip(zip(tables, ids), starts).compactMap { entry, from -> ReadinessRules.Shift? in
            let label = entry.0.phrase()
            entry.0.refuseOtherKeys()
            guard let id = entry.1, let label, let from else { return nil }
            return ReadinessRules.Shift(id: id, en: label.en, zhHans: label.zhHans, from: from)
        }
        return shifts.sorted { $0.from < $1.from }
    }

    /// Minutes after midnight, written `8:00`.
    private func timeOfDay(_ key: String) -> Int? {
        guard let minutes = duration(key) else { return nil }
        if minutes < 24 * 60 { return minutes }
        note(.notAllowed(key, value: "\(minutes / 60):\(minutes % 60)", allowed: "0:00 - 23:59"), at: key)
        return nil
    }

    fileprivate func kits(_ header: LibraryHeader) -> [Kit] {
        let tables = tables("kit")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        return zip(tables, ids).compactMap { table, id in
            let title = table.phrase()
            let source = table.source(orElse: header.source)
            let items = table.kitItems(source)
            let rhythm = table.has("every") ? table.value("every", KitRhythm.self) : .day
            let needsWitness = table.flag(orFalse: "twoPeople")
            table.refuseOtherKeys()
            guard let id, let title, let rhythm, let source, let version = header.version?.version else { return nil }
            return Kit(
                id: id, version: version, en: title.en, zhHans: title.zhHans, items: items, every: rhythm,
                needsWitness: needsWitness, source: source)
        }
    }

    private func kitItems(_ kitSource: Source?) -> [Kit.Item] {
        let tables = tables("item")
        let ids = tables.map { $0.identifier("id") }
        tables.refuseRepeated("id", ids, \.self)
        return zip(tables, ids).compactMap { table, id in
            let title = table.phrase()
            let quantity = table.has("quantity") ? table.integer("quantity", in: 1...999) : nil
            let expires = table.flag(orFalse: "expires")
            let battery = table.flag(orFalse: "battery")
            let source = table.source(orElse: kitSource)
            table.refuseOtherKeys()
            guard let id, let title, let source else { return nil }
            return Kit.Item(
                id: id, en: title.en, zhHans: title.zhHans, quantity: quantity, expires: expires, hasBattery: battery,
                source: source)
        }
    }
}
