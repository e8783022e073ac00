import ArgumentParser
import Foundation
import WardDomain
import WardLedger

/// `matrona setup`: makes a store and its first administrator.
struct SetupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "setup", abstract: "Make a store and the first administrator; prints the badge.",
        discussion: """
            The folder and the store are made for this account alone. With --shared the folder is made for its group \
            (2770) and so is the store (0660), for wards whose staff have accounts of their own.
            """)

    @OptionGroup var storeOption: StoreOption
    @Option(help: ArgumentHelp("The ward's name.", valueName: "name"))
    var ward: String
    @Option(help: ArgumentHelp("The beds' labels, with commas between.", valueName: "1,2,3"))
    var beds: String
    @Option(help: "The first administrator's badge.")
    var badge = "A0001"
    @Option(help: "The first administrator's name.")
    var name = "管理员 Administrator"
    @OptionGroup var pinOption: PINOption
    @Flag(help: "Share the store with the folder's group.")
    var shared = false

    func validate() throws {
        for (option, text) in [("--ward", ward), ("--name", name), ("--badge", badge)]
        where text.inOneLine.trimmed.isEmpty {
            throw ValidationError("\(option) is empty.")
        }
        if labels.isEmpty { throw ValidationError("--beds names no bed: give their labels, such as 1,2,3.") }
    }

    private var labels: [BedLabel] {
        beds.split(whereSeparator: { ",，".contains($0) }).map { BedLabel($0.trimmingCharacters(in: .whitespaces)) }
    }

    func run() throws {
        let labels = labels
        let location = storeOption.location
        let verifier = try pinOption.verifier()
        let isNew = !location.exists
        let made = Self.foldersToMake(location.folder)
        do {
            try Self.makeFolder(location.folder, shared: shared)
            try setUp(labels, verifier)
        } catch {
            if isNew { Self.removeStore(location.path) }
            // Only what is empty goes: rmdir takes away nothing else.
            for folder in made { rmdir(folder) }
            throw error
        }
        if let facts = try? WardLedger(opening: location.path, for: .reading).facts(),
            let warning = StoreCheck.openFolder(facts, location)
        {
            StandardError.line(warning[Surroundings.language()])
        }
        StandardOutput.write(
            """
            \(ward.safeForScreen.trimmed): \(labels.count) beds, \(location.path)
            badge \(Badge(badge))

            """)
    }

    private func setUp(_ labels: [BedLabel], _ verifier: PINVerifier) throws {
        var store = try WardStore(storeOption, creating: true)
        guard store.ward.roster.members.isEmpty else { throw Failure(.wardAlreadySetUp) }
        if store.ward.plan.name == nil {
            try store.record(SetUpWard(name: ward, beds: labels), by: nil)
        }
        let administrator = Badge(badge)
        try store.record(
            AddStaff(badge: administrator, name: name, role: .administrator), by: nil)
        try store.setPIN(verifier, for: administrator, by: administrator)
    }

    /// The folders on a path that are not there yet, the innermost first.
    private static func foldersToMake(_ folder: String) -> [String] {
        var (found, url) = ([String](), URL(fileURLWithPath: folder))
        while !FileManager.default.fileExists(atPath: url.path), url.path != "/" {
            found.append(url.path)
            url.deleteLastPathComponent()
        }
        return found
    }

    /// Takes away what was made for a ward that then was refused: an empty store is no ward.
    private static func removeStore(_ path: String) {
        for suffix in ["", "-wal", "-shm"] { unlink(path + suffix) }
    }

    /// Makes the store's folder, for this account alone or for the group; one that is there keeps its mode unless it
    /// is to be shared.
    private static func makeFolder(_ folder: String, shared: Bool) throws(Failure) {
        let manager = FileManager.default
        do {
            if !manager.fileExists(atPath: folder) {
                try manager.createDirectory(
                    atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            }
        } catch {
            throw Failure(
                .inputOutput, en: "The folder \(folder) can't be made: check its path and your rights.",
                zhHans: "无法建立目录 \(folder)，请检查路径和权限。")
        }
        guard shared, chmod(folder, 0o2770) != 0 else { return }
        throw Failure(
            .notAllowed, en: "The folder \(folder) can't be shared: only its owner may do that.",
            zhHans: "无法共享目录 \(folder)，只有所有者可以设置。")
    }
}
