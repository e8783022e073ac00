import Foundation
import Glibc

/// A command that was run to its end.
///
/// It is spawned and waited for by hand, with files for its output: a terminal server that it leaves behind would hold
/// a pipe open for ever.
struct Command {
    let output: String
    let error: String
    /// The exit code; 128 and the signal's number after a signal.
    let status: Int32

    init(_ path: String, _ arguments: [String], input: String = "") throws {
        let folder = NSTemporaryDirectory() + "matrona-command-\(UUID().uuidString)"
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: folder) }
        try input.write(toFile: "\(folder)/in", atomically: false, encoding: .utf8)
        status = try Command.spawn(path, arguments, in: folder)
        output = try String(contentsOfFile: "\(folder)/out", encoding: .utf8)
        error = try String(contentsOfFile: "\(folder)/err", encoding: .utf8)
    }

    private static func spawn(_ path: String, _ arguments: [String], in folder: String) throws -> Int32 {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_addopen(&actions, 0, "\(folder)/in", O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&actions, 1, "\(folder)/out", O_WRONLY | O_CREAT, 0o600)
        posix_spawn_file_actions_addopen(&actions, 2, "\(folder)/err", O_WRONLY | O_CREAT, 0o600)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // Tests run on threads that block signals; a child that inherited that could not be ended.
        var none = sigset_t()
        sigemptyset(&none)
        posix_spawnattr_setsigmask(&attributes, &none)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var child = pid_t()
        let failure = posix_spawn(&child, path, &actions, &attributes, &words, environ)
        guard failure == 0 else { throw POSIXError(POSIXErrorCode(rawValue: failure) ?? .EIO) }
        var state: Int32 = 0
        while waitpid(child, &state, 0) < 0 && errno == EINTR {}
        let signal = state & 0x7f
        return signal == 0 ? (state >> 8) & 0xff : 128 + signal
    }
}
