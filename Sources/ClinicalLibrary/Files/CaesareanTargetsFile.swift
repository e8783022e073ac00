import WardDomain

/// The caesarean targets' file: `kind = "caesarean-targets"`.
public struct CaesareanTargetsFile: Hashable, Sendable {
    public let version: LibraryVersion
    /// From the decision to the birth.
    public let categories: [CaesareanCategory: ClinicalRules.Target]
    /// From the decision, in a case with a 30-minute target.
    public let milestones: [Milestone: ClinicalRules.Target]
    /// From one milestone to another; empty where the file has none.
    public let splits: [Milestone: ClinicalRules.SplitTarget]
    /// From a maternal arrest; empty where the file has none.
    public let arrest: [Milestone: ClinicalRules.Target]
    /// From the call of a part of the team to its arrival; parts without a limit are absent.
    public let arrivals: [TeamPart: ClinicalRules.Target]

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> CaesareanTargetsFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> CaesareanTargetsFile {
        let root = document.root
        let header = LibraryHeader(root, of: .caesareanTargets, file: document.name)
        let categories = root.targets("category", by: "category", header.source) { $0.category() }
        let milestones = root.targets("milestone", by: "code", header.source) { $0.value("code", Milestone.self) }
        let splits = root.splits(header.source)
        let arrest = root.optionalTargets("arrest", by: "code", header.source) { $0.value("code", Milestone.self) }
        let arrivals = root.optionalTargets("arrival", by: "part", header.source) { $0.value("part", TeamPart.self) }
        root.refuseOtherKeys()
        return try document.finish(
            header.version.map {
                CaesareanTargetsFile(
                    version: $0, categories: categories, milestones: milestones, splits: splits, arrest: arrest,
                    arrivals: arrivals)
            })
    }
}

extension TableReader {
    /// A list that a hospital may leave out.
    fileprivate func optionalTargets<Subject: Hashable & RawRepresentable>(
        _ list: String, by key: String, _ fileSource: Source?, _ subject: (TableReader) -> Subject?
    ) -> [Subject: ClinicalRules.Target] {
        has(list) ? targets(list, by: key, fileSource, subject) : [:]
    }

    fileprivate func targets<Subject: Hashable & RawRepresentable>(
        _ list: String, by key: String, _ fileSource: Source?, _ subject: (TableReader) -> Subject?
    ) -> [Subject: ClinicalRules.Target] {
        let tables = tables(list)
        let subjects = tables.map(subject)
        tables.refuseRepeated(key, subjects) { "\($0.rawValue)" }
        var targets: [Subject: ClinicalRules.Target] = [:]
        for (table, subject) in zip(tables, subjects) {
            let seconds = table.duration("target")
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let subject, let seconds, let source else { continue }
            targets[subject] = ClinicalRules.Target(seconds: seconds, source: source)
        }
        return targets
    }

    /// The list of limits between two milestones, which a hospital may leave out.
    fileprivate func splits(_ fileSource: Source?) -> [Milestone: ClinicalRules.SplitTarget] {
        guard has("split") else { return [:] }
        let tables = tables("split")
        let ends = tables.map { $0.value("code", Milestone.self) }
        tables.refuseRepeated("code", ends) { $0.rawValue }
        return zip(tables, ends).reduce(into: [:]) { splits, found in
            let (table, end) = found
            let (from, seconds) = (table.value("from", Milestone.self), table.duration("target"))
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let end, let from, let seconds, let source else { return }
            let target = ClinicalRules.Target(seconds: seconds, source: source)
            splits[end] = ClinicalRules.SplitTarget(from: from, target: target)
        }
    }

    fileprivate func category() -> CaesareanCategory? {
        guard let number = integer("category") else { return nil }
        if let category = CaesareanCategory(rawValue: number) { return category }
        note(.outOfRange("category", value: number, allowed: "1-4"), at: "category")
        return nil
    }
}
