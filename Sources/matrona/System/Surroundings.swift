import Foundation
import WardDomain

/// What the environment says about who runs the program, where and in which language.
enum Surroundings {
    /// The language that the locale asks for; English where it asks for neither of ours.
    static func language(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> Language {
        let locale = ["LC_ALL", "LC_MESSAGES", "LANG"].lazy.compactMap { environment.nonEmpty($0) }.first
        return locale?.hasPrefix("zh") == true ? .chinese : .english
    }

    /// The operating system account, by name, else by number.
    static var account: String {
        let identity = geteuid()
        guard let entry = getpwuid(identity) else { return String(identity) }
        return String(cString: entry.pointee.pw_name)
    }

    /// This machine's name without its domain, at most 16 characters: what a terminal is called that was given no name.
    static var machine: String {
        var bytes = [CChar](repeating: 0, count: 256)
        guard gethostname(&bytes, bytes.count - 1) == 0 else { return "terminal" }
        let name = String(decoding: bytes.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
        let short = String(name.prefix { $0 != "." }.prefix(16))
        return short.isEmpty ? "terminal" : short
    }
}
