import Foundation

/// One of the storm's processes, as its parent sees it.
struct StormWorker {
    private let store: String
    private let number: Int
    private let babies: Int
    private var process: Process
    private var output: Pipe
    private var left: Int
    private var unread = Data()
    private var wasKilled = false
    private var lives = 1

    init(store: String, number: Int, seed: UInt64, commands: Int, babies: Int) throws {
        (self.store, self.number, self.babies, left) = (store, number, babies, commands)
        (process, output) = try Self.start(store, "\(number).1", seed, commands, babies)
    }

    private static func start(
        _ store: String, _ name: String, _ seed: UInt64, _ commands: Int, _ babies: Int
    ) throws -> (Process, Pipe) {
        let (process, output) = (Process(), Pipe())
        process.executableURL = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        process.arguments = ["storm-worker", store, name, String(seed), String(commands), String(babies)]
        process.standardOutput = output
        try process.run()
        let descriptor = output.fileHandleForReading.fileDescriptor
        _ = fcntl(descriptor, F_SETFL, fcntl(descriptor, F_GETFL) | O_NONBLOCK)
        return (process, output)
    }

    /// True for a process that ended by itself with a fault.
    var hasFailed: Bool { !process.isRunning && !wasKilled && process.terminationStatus != 0 }

    /// True while it has commands left and runs, or will be started again.
    var isAtWork: Bool { process.isRunning || (wasKilled && left > 0) }

    mutating func kill() {
        Foundation.kill(process.processIdentifier, SIGKILL)
        while process.isRunning { usleep(1000) }
        wasKilled = true
    }

    /// A killed process is followed by another one over the same store, which gives the commands that are left.
    mutating func restartWhenKilled(seed: UInt64) throws {
        guard wasKilled, left > 0 else { return }
        wasKilled = false
        lives += 1
        (process, output) = try Self.start(store, "\(number).\(lives)", seed, left, babies)
    }

    /// What the process has said since: one character a command.
    mutating func hear() -> StormTally {
        var tally = StormTally()
        var bytes = [UInt8](repeating: 0, count: 65536)
        while true {
            let count = read(output.fileHandleForReading.fileDescriptor, &bytes, bytes.count)
            guard count > 0 else { break }
            for byte in bytes.prefix(count) {
                switch byte {
                case UInt8(ascii: "+"): tally.recorded += 1
                case UInt8(ascii: "-"): tally.refused += 1
                case UInt8(ascii: "b"): tally.busy += 1
                default: continue
                }
                if byte != UInt8(ascii: "b") { tally.given += 1 }
            }
        }
        left = max(0, left - tally.given)
        return tally
    }
}
