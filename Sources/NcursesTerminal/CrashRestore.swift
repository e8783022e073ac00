import CNcurses
import Glibc

/// Puts the terminal back when the program crashes, before the system reports the crash.
enum CrashRestore {
    /// Lays ready what a crash handler needs: the bytes that end full-screen mode and the line settings, and where to
    /// find and send what was written to standard error meanwhile.
    static func arm(modes: TerminalModes, output: Int32, ending: [UInt8], errors: ErrorCapture?) {
        var original = modes.original
        ending.withUnsafeBytes { bytes in
            guard let start = bytes.bindMemory(to: CChar.self).baseAddress else { return }
            crash_arm(output, &original, start, bytes.count, errors?.file ?? -1, errors?.target ?? -1)
        }
    }

    /// Leaves crashes to the system again.
    static func disarm() { crash_disarm() }
}

/// Keeps what libraries and Swift itself write to standard error off the screen while it is in use, and passes it on
/// afterwards.
final class ErrorCapture {
    /// Holds what was written.
    let file: Int32
    /// Where standard error led before.
    let target: Int32

    /// Redirects standard error; nil when it does not lead to a terminal, or the system has no file to give.
    init?() {
        guard isatty(STDERR_FILENO) == 1 else { return nil }
        file = memory_file("matrona-errors")
        target = fcntl(STDERR_FILENO, F_DUPFD_CLOEXEC, 3)
        guard file >= 0, target >= 0, dup2(file, STDERR_FILENO) >= 0 else { return nil }
    }

    /// Leads standard error back and passes on what was written.
    func end() {
        dup2(target, STDERR_FILENO)
        let size = Int(lseek(file, 0, SEEK_END))
        var bytes = [UInt8](repeating: 0, count: max(0, size))
        let count = pread(file, &bytes, bytes.count, 0)
        bytes.prefix(max(0, count)).withUnsafeBytes { _ = writeAll($0, to: target) }
        close(file)
        close(target)
    }
}
