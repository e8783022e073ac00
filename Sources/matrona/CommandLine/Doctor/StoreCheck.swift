import WardDomain
import WardLedger

/// Whether the store is there, durable and private.
struct StoreCheck {
    let findings: [DoctorFinding]
    /// When the newest entry was recorded; nil without one.
    let newest: Moment?

    private static let topic = Phrase(en: "store", zhHans: "数据库")

    init(_ location: StoreLocation) {
        do throws(LedgerFault) {
            // Opened as for recording: only that connection's settings tell how it writes.
            let ledger = try WardLedger(opening: location.path)
            let facts = try ledger.facts()
            newest = try ledger.entries(after: ledger.head.sequence - 1, limit: 1).last?.recorded.moment
            findings = [Self.store(facts, location), Self.durability(facts), Self.privacy(facts, location)]
        } catch {
            newest = nil
            findings = [DoctorFinding(.toDo, Self.topic, error.text)]
        }
    }

    private static func store(_ facts: StoreFacts, _ location: StoreLocation) -> DoctorFinding {
        let kilobytes = facts.size / 1024
        return DoctorFinding(
            .ok, topic,
            Phrase(
                en: """
                    \(location.path): \(facts.entries) entries, \(kilobytes) KB, version \(facts.schema), \
                    \(facts.fileSystem), SQLite \(facts.sqlite)
                    """,
                zhHans: """
                    \(location.path)：\(facts.entries) 条记录，\(kilobytes) KB，版本 \(facts.schema)，\
                    \(facts.fileSystem)，SQLite \(facts.sqlite)
                    """))
    }

    private static func durability(_ facts: StoreFacts) -> DoctorFinding {
        let topic = Phrase(en: "saving", zhHans: "保存")
        let modes = "journal \(facts.journalMode), synchronous \(facts.synchronous)"
        guard facts.isDurable else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "\(modes): a power cut may cost entries; report this",
                    zhHans: "\(modes)：断电可能丢失记录，请报告"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: "\(modes) (FULL)", zhHans: "\(modes)（FULL）"))
    }

    private static func privacy(_ facts: StoreFacts, _ location: StoreLocation) -> DoctorFinding {
        let topic = Phrase(en: "file modes", zhHans: "文件权限")
        let modes = "\(octal(facts.mode)), \(octal(facts.folderMode))"
        guard facts.isPrivate else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "\(modes): others may read it; chmod 600 \(location.path)",
                    zhHans: "\(modes)：他人可读，请运行 chmod 600 \(location.path)"))
        }
        if let openFolder = openFolder(facts, location) { return DoctorFinding(.toDo, topic, openFolder) }
        return DoctorFinding(.ok, topic, Phrase(en: modes, zhHans: modes))
    }

    /// What is wrong with a folder into which anybody may put files; nil where only its own people may.
    static func openFolder(_ facts: StoreFacts, _ location: StoreLocation) -> Phrase? {
        guard facts.isFolderOpen else { return nil }
        let modes = "\(octal(facts.mode)), \(octal(facts.folderMode))"
        let folder = location.folder
        return Phrase(
            en: "\(modes): anybody may delete or replace it; chmod 700 \(folder), 2770 for the ward's group",
            zhHans: "\(modes)：任何人均可删除或替换，请运行 chmod 700 \(folder)（科室组共用则为 2770）")
    }

    private static func octal(_ mode: UInt16) -> String { String(mode, radix: 8) }
}
