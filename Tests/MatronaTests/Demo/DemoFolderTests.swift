import Foundation
import Testing

@testable import matrona

/// Folders of demos that were killed are taken away by the next demo, and nothing else is.
@Suite struct DemoFolderTests {
    private let place: TemporaryFolder

    init() throws {
        place = try TemporaryFolder()
    }

    private func make(_ name: String, mode: Int = 0o700) throws {
        let path = "\(place.path)/\(name)"
        try FileManager.default.createDirectory(
            atPath: path, withIntermediateDirectories: false, attributes: [.posixPermissions: mode])
        _ = try place.write("\(name)/ward.db", "a store")
    }

    /// The number of a process that has ended.
    private func gone() throws -> Int32 {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/true")
        try process.run()
        process.waitUntilExit()
        return process.processIdentifier
    }

    @Test func onlyWhatADeadDemoOfThisAccountLeftGoes() throws {
        let dead = try gone()
        let kept = [
            "matrona-demo-\(getpid())-7", "matrona-demo-\(dead)", "matrona-demo-\(dead)-x", "matrona-demo--1-7",
            "other-demo-\(dead)-7", "matrona-demo-\(dead)-7-8",
        ]
        for name in kept { try make(name) }
        try make("matrona-demo-\(dead)-8", mode: 0o755)
        try make("elsewhere")
        let link = "\(place.path)/matrona-demo-\(dead)-9"
        try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: "\(place.path)/elsewhere")
        try make("matrona-demo-\(dead)-7")

        DemoFolder.removeAbandoned(in: [place.path, "/no/such/folder"])

        let left = try FileManager.default.contentsOfDirectory(atPath: place.path)
        #expect(
            Set(left) == Set(kept + ["matrona-demo-\(dead)-8", "matrona-demo-\(dead)-9", "elsewhere"]), "\(left)")
        #expect(FileManager.default.fileExists(atPath: "\(place.path)/elsewhere/ward.db"))
    }
}
