import Foundation
import WardDomain

/// The folders that demos lie in, each named after the process that made it.
enum DemoFolder {
    private static let prefix = "matrona-demo-"

    /// In memory where the system has a place for that.
    private static var places: [String] { ["/dev/shm", NSTemporaryDirectory()] }

    /// A new folder for this account alone.
    static func make() throws(Failure) -> String {
        let name = "\(prefix)\(getpid())-\(UInt32.random(in: .min ... .max))"
        for place in places where mkdir("\(place)/\(name)", 0o700) == 0 {
            return "\(place)/\(name)"
        }
        throw Failure(
            .inputOutput, en: "There is no temporary folder for the demo: set TMPDIR.",
            zhHans: "没有可用的临时目录，请设置 TMPDIR。")
    }

    /// Takes away the folders of demos that were killed: of this account alone, and only where the process that made one
    /// is gone.
    static func removeAbandoned(in places: [String] = places) {
        for place in places {
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place)) ?? []
            for name in names where isAbandoned("\(place)/\(name)", name) {
                try? FileManager.default.removeItem(atPath: "\(place)/\(name)")
            }
        }
    }

    private static func isAbandoned(_ path: String, _ name: String) -> Bool {
        guard name.hasPrefix(prefix) else { return false }
        let numbers = name.dropFirst(prefix.count).split(separator: "-", omittingEmptySubsequences: false)
        guard numbers.count == 2, let process = pid_t(numbers[0]), process > 0, UInt32(numbers[1]) != nil else {
            return false
        }
        var status = stat()
        // A link is never followed: only a folder of ours, with the mode that it was made with, is meant.
        guard lstat(path, &status) == 0, status.st_mode == S_IFDIR | 0o700, status.st_uid == getuid() else {
            return false
        }
        return kill(process, 0) != 0 && errno == ESRCH
    }
}
