internal import Foundation
internal import GRDB
internal import Synchronization

/// How a connection waits for the lock that another one holds.
///
/// SQLite gives the lock to whoever asks first once it is free. Who has waited longer asks more often, so that among many
/// terminals and a bulk writer nobody is passed over for long; SQLite's own back-off does the opposite, and starves an
/// interactive writer beside a bulk one.
final class Patience: Sendable {
    /// Microseconds waited since the lock was last had, and in this try.
    private struct Waited {
        var sinceHad: UInt32 = 0
        var now: UInt32 = 0
    }

    private let waited = Mutex(Waited())
    /// A try is given up after this time; whoever tries again goes on as one who has waited.
    private static let limit: UInt32 = 100_000

    /// Called by SQLite as often as the lock is not free.
    ///
    /// - Returns: false when it should be given up for now.
    func wait(tries: Int) -> Bool {
        let pause = waited.withLock { waited -> UInt32? in
            if tries == 0 { waited.now = 0 }
            guard waited.now < Self.limit else { return nil }
            let pause = Self.pause(after: waited.sinceHad)
            waited.now += pause
            waited.sinceHad += pause
            return pause
        }
        guard let pause else { return false }
        usleep(pause)
        return true
    }

    /// Runs a block in an immediate transaction.
    func immediate(_ db: Database, _ body: () throws -> Database.TransactionCompletion) throws {
        try db.inTransaction(.immediate) {
            waited.withLock { $0.sinceHad = 0 }
            return try body()
        }
    }

    private static func pause(after waited: UInt32) -> UInt32 {
        switch waited {
        case ..<20_000: 300
        case ..<60_000: 150
        default: 50
        }
    }
}
