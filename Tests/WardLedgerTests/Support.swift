import Foundation
import Testing
import WardDomain

@testable import WardLedger

/// A folder of its own for one test's stores, removed with it.
final class TestFolder {
    let path: String

    init() throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("ledger-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    func file(_ name: String) -> String { "\(path)/\(name)" }
    var store: String { file("ward.db") }
}

/// A clock that stands until it is told to go on.
struct TestClock {
    var seconds: Int64 = 0
    var boot = "boot-1"

    var reading: ClockReading {
        ClockReading(
            moment: Moment(milliseconds: (1_795_000_000 + seconds) * 1000), bootID: boot,
            uptime: (1000 + seconds) * 1_000_000_000)
    }
}

/// A terminal at a store: gives commands with ids and a clock of its own.
final class Terminal {
    let ledger: WardLedger
    let label: String
    var clock = TestClock()
    var rules = ClinicalRules()
    private var commands = 0

    init(_ path: String, label: String = "T-01", creating: Bool = true) throws {
        self.label = label
        ledger = try WardLedger(opening: path, creating: creating)
        rules.protocols = [TestProtocol.haemorrhage]
    }

    static let offset = LocalOffset.fixed(seconds: 8 * 3600)

    func envelope(
        _ command: any WardCommand, by badge: Badge? = "W1", time: CommandEnvelope.Time = .now, id: CommandID? = nil
    ) -> CommandEnvelope {
        commands += 1
        return CommandEnvelope(
            id: id ?? CommandID("\(label)-\(commands)"), by: badge, time: time, terminal: label, command: command)
    }

    /// Gives a command a second after the last.
    @discardableResult
    func give(
        _ command: any WardCommand, by badge: Badge? = "W1", time: CommandEnvelope.Time = .now, id: CommandID? = nil
    ) throws -> [Entry] {
        clock.seconds += 1
        let envelope = envelope(command, by: badge, time: time, id: id)
        return try ledger.record(envelope, rules: rules, now: clock.reading, offset: Self.offset)
    }

    /// Beds 1-6; a charge nurse W1, a midwife W2, a doctor W3, an administrator A1.
    @discardableResult
    func setUp() throws -> Terminal {
        try give(SetUpWard(name: "Ward", beds: ["1", "2", "3", "4", "5", "6"]), by: nil)
        try give(AddStaff(badge: "A1", name: "Admin", role: .administrator), by: nil)
        try give(AddStaff(badge: "W1", name: "Wang", role: .chargeNurse), by: "A1")
        try give(AddStaff(badge: "W2", name: "Zhao", role: .midwife), by: "A1")
        try give(AddStaff(badge: "W3", name: "Qian", role: .doctor), by: "A1")
        return self
    }

    /// Admits a mother and returns her admission.
    func admit(_ name: String, mrn: String? = nil, bed: BedLabel? = nil) throws -> AdmissionID {
        let entries = try give(AdmitMother(identity: MotherIdentity(name: name, mrn: mrn), bed: bed))
        return AdmissionID(try #require(entries.first).stamp.id.rawValue)
    }

    /// A birth with two bands on, and the mother's band; the codes are B1, B2 and M with the admission's id.
    func bearAndBand(_ admission: AdmissionID, _ mode: BirthMode = .vaginal) throws -> NewbornID {
        try give(RecordBirth(admission: admission, mode: mode, outcome: .live, sex: .female))
        let order = ledger.ward.admissions[admission]?.newborns.count ?? 1
        let baby = NewbornID(admission, order: order)
        if order == 1 { try give(AttachMotherBand(admission: admission, band: "M-\(admission)")) }
        try give(AttachBand(newborn: baby, band: "B\(order)L-\(admission)", limb: .leftWrist))
        try give(AttachBand(newborn: baby, band: "B\(order)R-\(admission)", limb: .rightAnkle))
        return baby
    }
}

extension CommandID: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
extension BedLabel: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}
extension Badge: ExpressibleByStringLiteral {
    public init(stringLiteral text: String) { self.init(text) }
}

/// A small protocol with a critical step and one that takes a dose.
enum TestProtocol {
    static let haemorrhage = DrillProtocol(
        id: "pph", version: "1", en: "haemorrhage", zhHans: "产后出血", momentZeroEn: "start", momentZeroZhHans: "开始",
        roles: [TeamRole(code: "LEAD", en: "leader", zhHans: "组长")],
        steps: [
            ProtocolStep(
                id: "call", targetSeconds: 30, role: "LEAD", critical: true, en: "call", zhHans: "呼叫",
                source: Source(.recall, "test")),
            ProtocolStep(
                id: "drug", targetSeconds: 60, role: "LEAD", critical: false, en: "drug", zhHans: "用药",
                takesDose: true, source: Source(.recall, "test")),
        ], source: Source(.recall, "test"))
}

extension WardLedger {
    /// Rebuilds in as few transactions as may be: the clock stands.
    func rebuild() throws(LedgerFault) { try rebuild(uptime: { 0 }) }

    /// SQL on this ledger's own connection, as somebody might run who owns the file.
    func sql(_ text: String) throws {
        try queue.inDatabase { db in try db.execute(sql: text) }
    }

    /// The first column of a query's rows, as text.
    func texts(_ query: String) throws -> [String] {
        try queue.inDatabase { db in try String.fetchAll(db, sql: query) }
    }

    /// Takes away what protects entries.
    ///
    /// - Returns: the statements that put it back.
    @discardableResult
    func dropTriggers() throws -> [String] {
        let guards = "FROM sqlite_master WHERE type = 'trigger' AND tbl_name = 'entry'"
        let statements = try texts("SELECT sql \(guards)")
        for name in try texts("SELECT name \(guards)") { try sql("DROP TRIGGER \(name)") }
        return statements
    }

    /// What somebody does who has changed entries and knows the program: the triggers stand again, and what is shown is
    /// what the entries now say.
    func coverTracks(_ triggers: [String]) throws {
        for statement in triggers { try sql(statement) }
        try rebuild()
    }

    /// All that is open, folded from the entries alone.
    func wardFromEntries() throws -> WardState {
        var ward = WardState()
        let all = try entries(limit: .max).map { try $0.entry() }
        for stream in Set(all.map(\.stream)) {
            ward.put(try StreamState(folding: all.filter { $0.stream == stream }, of: stream))
        }
        return ward
    }

    /// Every row of every read model, without the columns of folded JSON, in a fixed order.
    func readModelRows() throws -> [String] {
        try ModelTable.all.flatMap { table in
            let columns = table.columns.filter { $0 != "state" }.map { "quote(\"\($0)\")" }
            return try texts(
                "SELECT '\(table.name): ' || \(columns.joined(separator: " || ', ' || ")) AS row FROM \(table.name) ORDER BY row"
            )
        }
    }

    /// The answers to every list question.
    func lists() throws -> Lists {
        let span = HistorySpan(limit: .max)
        guard case .mothers(let mothers) = try answer(.mothers(span)),
            case .newborns(let newborns) = try answer(.newborns(span)),
            case .caesareans(let caesareans) = try answer(.caesareans(span)),
            case .handovers(let handovers) = try answer(.handovers(span)),
            case .drills(let drills) = try answer(.drills(span)),
            case .responses(let responses) = try answer(.responses(span))
        else { throw LedgerFault.io("an answer of another kind") }
        return Lists(
            mothers: mothers, newborns: newborns, caesareans: caesareans, handovers: handovers,
            drills: drills + responses)
    }
}

struct Lists: Equatable {
    let mothers: [MotherRow]
    let newborns: [NewbornRow]
    let caesareans: [CaesareanRow]
    let handovers: [HandoverRow]
    let drills: [DrillRow]
}

/// The refusal that a block ends in; nil when it ends otherwise.
func refusal(_ body: () throws -> Void) -> Refusal? {
    do {
        try body()
        return nil
    } catch RecordFault.refused(let refusal) {
        return refusal
    } catch {
        return nil
    }
}

/// The ledger's fault that a block ends in; nil when it ends otherwise.
func fault(_ body: () throws -> Void) -> LedgerFault? {
    do {
        try body()
        return nil
    } catch RecordFault.ledger(let fault) {
        return fault
    } catch {
        return error as? LedgerFault
    }
}
