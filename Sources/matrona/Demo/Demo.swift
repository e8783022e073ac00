import ClinicalLibrary
import Foundation
import WardDomain
import WardLedger
import WardPanes

/// A throw-away ward with a busy evening in it.
struct DemoWard: Sendable {
    /// The folder that holds nothing but the store.
    let folder: String
    /// Who works there, with the PINs that the sign-in screen shows.
    let staff: [AppSettings.DemoStaff]

    var storePath: String { folder + "/ward.db" }

    /// Throws the ward away.
    func remove() {
        try? FileManager.default.removeItem(atPath: folder)
    }
}

/// Makes the demo's ward from a script of commands whose times count back from now.
enum Demo {
    /// What the terminal was called at which the evening was recorded.
    private static let terminal = "T-01"

    /// Records the evening in a new store in a temporary folder.
    ///
    /// - Parameters:
    ///   - now: the moment from which the evening's times count back.
    ///   - script: the commands; the evening that the program brings where nil.
    /// - Throws: a `Failure` when there is no room for a store, or when a command of the script is refused.
    static func prepare(
        now: ClockReading = SystemClock().now(), offset: LocalOffset = SystemClock.offset, script: String? = nil
    ) throws(Failure) -> DemoWard {
        let text = script ?? String(decoding: PackageResources.evening_jsonl, as: UTF8.self)
        let commands = try DemoScript(text, now: now, offset).commands
        DemoFolder.removeAbandoned()
        let folder = try DemoFolder.make()
        do {
            let staff = try record(commands, offset, in: folder + "/ward.db")
            return DemoWard(folder: folder, staff: staff)
        } catch {
            try? FileManager.default.removeItem(atPath: folder)
            throw error
        }
    }

    private static func record(
        _ commands: [DemoScript.Command], _ offset: LocalOffset, in path: String
    ) throws(Failure) -> [AppSettings.DemoStaff] {
        let ledger = try Failure.from { () throws(LedgerFault) in try WardLedger(opening: path, creating: true) }
        let clock = SystemClock()
        let envelopes = commands.map { command in
            CommandEnvelope(
                id: command.id, by: command.line.by, terminal: terminal, origin: .screen, command: command.line.command)
        }
        for known in DemoPINs.all {
            try Failure.from { () throws(LedgerFault) in try ledger.setPIN(known.verifier, for: known.badge) }
        }
        var readings = commands.map(\.reading).makeIterator()
        let last = commands[commands.count - 1].reading
        let outcomes = ledger.recordAll(
            envelopes, rules: ClinicalLibrary.compiledIn.rules, offset: offset, uptime: { clock.uptime },
            now: { readings.next() ?? last })
        for (command, outcome) in zip(commands, outcomes) {
            guard case .failure(let fault) = outcome else { continue }
            throw Failure(
                .badData, en: "The demo's line \(command.number): \(fault.text.en)",
                zhHans: "演示脚本第 \(command.number) 行：\(fault.text.zhHans)")
        }
        return members(ledger)
    }

    /// The script's staff with their PINs, as the sign-in screen shows them.
    private static func members(_ ledger: WardLedger) -> [AppSettings.DemoStaff] {
        var members: [AppSettings.DemoStaff] = []
        for known in DemoPINs.all {
            guard let member = ledger.ward.roster[known.badge] else { continue }
            members.append(
                AppSettings.DemoStaff(badge: known.badge, name: member.name, role: member.role, pin: known.pin))
        }
        return members
    }
}
