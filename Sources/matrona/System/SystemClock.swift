import Foundation
import WardDomain

/// The clocks of this machine. Nothing else in the program reads a clock.
///
/// For tests only, `MATRONA_CLOCK_STEP_FILE` names a file that holds a whole number of seconds: the wall clock is then
/// read as if somebody had stepped it by so much, and the boot clock stays as it is. `MATRONA_BOOT_ID` names another boot
/// than this one. A second number in that file is how long the machine was suspended since the program began: both clocks
/// have counted it.
struct SystemClock: Sendable {
    /// Names this boot of the machine; empty where the system does not tell.
    let bootID: String
    private let stepFile: String?

    init(environment: [String: String] = ProcessInfo.processInfo.environment) {
        let identity = try? String(contentsOfFile: "/proc/sys/kernel/random/boot_id", encoding: .utf8)
        bootID = environment["MATRONA_BOOT_ID"] ?? identity?.trimmingCharacters(in: .whitespacesAndNewlines) ?? ""
        stepFile = environment["MATRONA_CLOCK_STEP_FILE"]
    }

    /// Whether a test moves the clock: what is recorded so has not the right times.
    var isStepped: Bool { stepFile != nil }

    /// Both clocks, read at once.
    func now() -> ClockReading {
        let shift = shift
        let wall = SystemClock.nanoseconds(CLOCK_REALTIME) / 1_000_000 + (shift.stepped + shift.slept) * 1000
        let uptime = SystemClock.nanoseconds(CLOCK_BOOTTIME) + shift.slept * 1_000_000_000
        return ClockReading(moment: Moment(milliseconds: wall), bootID: bootID, uptime: uptime)
    }

    /// Nanoseconds since the boot, sleep included: for measuring and for waiting.
    var uptime: Int64 { SystemClock.nanoseconds(CLOCK_BOOTTIME) + shift.slept * 1_000_000_000 }

    /// How far local time is ahead of UTC, by this machine's time zone.
    static let offset = LocalOffset { moment in
        var seconds = time_t(moment.milliseconds / 1000)
        var local = tm()
        localtime_r(&seconds, &local)
        return local.tm_gmtoff
    }

    /// Seconds by which the wall clock was stepped, and seconds that the machine slept, as a test says.
    private var shift: (stepped: Int64, slept: Int64) {
        guard let stepFile, let text = try? String(contentsOfFile: stepFile, encoding: .utf8) else { return (0, 0) }
        let seconds = text.split(whereSeparator: \.isWhitespace).compactMap { Int64($0) }
        return (seconds.first ?? 0, seconds.count > 1 ? seconds[1] : 0)
    }

    private static func nanoseconds(_ clock: clockid_t) -> Int64 {
        var time = timespec()
        clock_gettime(clock, &time)
        return Int64(time.tv_sec) * 1_000_000_000 + Int64(time.tv_nsec)
    }
}
