internal import Foundation

/// How long one of several transactions lasts, so that other terminals get in between.
struct BulkPace {
    private let end: Int64

    /// A transaction is closed after this time, sooner where others are recording.
    private static let nanoseconds: Int64 = 20_000_000
    private static let nanosecondsBesideOthers: Int64 = 5_000_000
    /// Longer than others that wait for the lock sleep between their looks.
    private static let pauseMicroseconds: UInt32 = 600

    /// A transaction that begins at a reading of the boot clock, in nanoseconds.
    init(from uptime: Int64, besideOthers: Bool = false) {
        end = uptime + (besideOthers ? Self.nanosecondsBesideOthers : Self.nanoseconds)
    }

    /// True when it has lasted long enough at a later reading.
    func isOver(at uptime: Int64) -> Bool { uptime > end }

    /// Between two transactions: whoever waits takes the lock.
    static func pause() {
        usleep(pauseMicroseconds)
    }
}
