import Foundation

/// Where the ward's store and this terminal's settings lie.
struct StoreLocation: Hashable, Sendable {
    /// The ledger's file.
    let path: String

    /// The store named on the command line, else by `MATRONA_STORE`, else in the user's data folder.
    init(given: String?, environment: [String: String] = ProcessInfo.processInfo.environment) {
        path =
            given ?? environment.nonEmpty("MATRONA_STORE")
            ?? Self.folder(environment, "XDG_DATA_HOME", ".local/share") + "/matrona/ward.db"
    }

    var folder: String { URL(fileURLWithPath: path).deletingLastPathComponent().path }
    var exists: Bool { FileManager.default.fileExists(atPath: path) }

    /// The hospital's own clinical files, the same for every terminal of the store.
    var libraryFolder: String { folder + "/library" }

    /// The file with the settings of this terminal.
    static func settingsFile(_ environment: [String: String] = ProcessInfo.processInfo.environment) -> String {
        folder(environment, "XDG_CONFIG_HOME", ".config") + "/matrona/config.toml"
    }

    /// The folder that a variable names, else one in the home folder, as the XDG base directory specification says.
    private static func folder(_ environment: [String: String], _ variable: String, _ inHome: String) -> String {
        if let named = environment.nonEmpty(variable), named.hasPrefix("/") { return named }
        return "\(environment.nonEmpty("HOME") ?? NSHomeDirectory())/\(inHome)"
    }
}

extension [String: String] {
    /// The value of a variable that is set and not empty.
    func nonEmpty(_ name: String) -> String? {
        self[name].flatMap { $0.isEmpty ? nil : $0 }
    }
}
