import Foundation
import Synchronization
import WardDomain
import WardLedger

/// Sixteen terminals that record beside one bulk writer. They are threads with a ledger each, not processes.
struct Sixteen {
    let path: String
    private static let terminals = 16
    private static let commandsEach = 40

    /// What the threads found.
    private final class Findings: Sendable {
        let waits = Mutex(Samples())
        let faults = Mutex<[String]>([])
        /// Tries of a terminal that the store was too busy for.
        let busy = Mutex(0)
        let terminalsAtWork = Mutex(Sixteen.terminals)
        let bulkCommands = Mutex(0)
        let ended = DispatchSemaphore(value: 0)

        func carryOut(_ work: @escaping @Sendable () throws -> Void) {
            Thread.detachNewThread {
                do { try work() } catch { self.faults.withLock { $0.append("\(error)") } }
                self.ended.signal()
            }
        }
    }

    func run() throws {
        let admissions = try MadeUpWard(making: path).fillBeds()
        let findings = Findings()
        for number in 0..<Self.terminals {
            findings.carryOut { try record(as: number, admissions[number % admissions.count], findings) }
        }
        findings.carryOut { try bulk(admissions, findings) }
        for _ in 0...Self.terminals { findings.ended.wait() }
        show(findings)
    }

    private func record(as number: Int, _ admission: AdmissionID, _ findings: Findings) throws {
        defer { findings.terminalsAtWork.withLock { $0 -= 1 } }
        let ward = try MadeUpWard(joining: path, as: "t\(number)")
        for _ in 0..<Self.commandsEach {
            let envelope = ward.observation(of: admission)
            var wait = Samples()
            try wait.measure { try insist(on: envelope, in: ward, findings) }
            findings.waits.withLock { $0.add(wait) }
            usleep(50_000)
        }
    }

    /// Tries until it is recorded, as the program keeps an order that the store was too busy for.
    private func insist(on envelope: CommandEnvelope, in ward: MadeUpWard, _ findings: Findings) throws {
        while true {
            do throws(RecordFault) {
                try ward.record(envelope)
                return
            } catch {
                guard case .ledger(.busy) = error else { throw error }
                findings.busy.withLock { $0 += 1 }
            }
        }
    }

    private func bulk(_ admissions: [AdmissionID], _ findings: Findings) throws {
        let ward = try MadeUpWard(joining: path, as: "bulk")
        while findings.terminalsAtWork.withLock({ $0 > 0 }) {
            let batch = (0..<200).map { ward.observation(of: admissions[$0 % admissions.count]) }
            let recorded = ward.outcomes(ofAll: batch).count { (try? $0.get()) != nil }
            findings.bulkCommands.withLock { $0 += recorded }
        }
    }

    private func show(_ findings: Findings) {
        let waits = findings.waits.withLock { $0 }
        var table = Table(
            "ledger: sixteen terminals beside a bulk writer", "commands", "p50", "p99", "longest wait", "busy", "bulk")
        table.add(
            "\(waits.count)", waits.median.short, waits.p99.short, waits.longest.short,
            "\(findings.busy.withLock { $0 })", "\(findings.bulkCommands.withLock { $0 }) commands")
        table.show()
        for fault in findings.faults.withLock({ $0 }) { print("ended early: \(fault)") }
    }
}
