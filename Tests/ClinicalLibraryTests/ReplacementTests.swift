import Foundation
import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("A hospital's own files")
struct ReplacementTests {
    let compiledIn = ClinicalLibrary.compiledIn
    private static let changedLast = [
        "pph.toml", "newborn-resuscitation.toml", "eclampsia.toml", "afe.toml", "category-1-caesarean.toml",
    ]

    private func replacing(_ texts: (name: String, text: String)...) -> ClinicalLibrary {
        compiledIn.replacing(with: texts.map { LibraryText(name: $0.name, text: $0.text) })
    }

    private func own(_ id: String, key: String) -> String {
        smallProtocol("id = \"small\"", "id = \"\(id)\"").replacing("\"x\"", with: "\"\(key)\"")
    }

    @Test("The compiled-in library has no fault, and an edition for every file")
    func compiledInIsValid() {
        #expect(compiledIn.faults.isEmpty)
        #expect(compiledIn.versions.count == 23)
        #expect(
            compiledIn.versions.allSatisfy {
                let edition = [$0.version, $0.effectiveFrom.description]
                return switch $0.kind {
                case .drill where Self.changedLast.contains($0.file): edition == ["4", "2026-11-27"]
                case .drill, .cadence: edition == ["3", "2026-11-26"]
                case .readiness: edition == ["2", "2026-11-26"]
                case .typingCheck: edition == ["1", "2026-11-27"]
                case .newbornOutcome: edition == ["1", "2026-11-26"]
                case .riskDuties: edition == ["1", "2026-11-27"]
                case .caesareanTargets, .newbornDue: edition == ["2", "2026-11-27"]
                case .labourObservation: edition == ["3", "2026-11-27"]
                default: edition == ["1", "2026-11-23"]
                }
            })
        #expect(compiledIn.version(ofProtocol: "pph")?.source.text == "clinical reference 7.1")
    }

    @Test("No two protocols share an emergency letter, and none takes the caesarean's")
    func emergencyLetters() {
        let letters = compiledIn.rules.protocols.compactMap { $0.emergencyKey?.lowercased() }
        #expect(letters.count == 10)
        #expect(Set(letters).count == 10)
        #expect(!letters.contains("c"))
    }

    @Test("A protocol of the same id replaces, in its place; one of a new id is added at the end")
    func replacesAndAdds() throws {
        let library = replacing((name: "a.toml", text: own("afe", key: "a")), (name: "b.toml", text: smallProtocol))
        #expect(library.faults.isEmpty)
        #expect(
            library.rules.protocols.map(\.id) == compiledIn.rules.protocols.map(\.id) + ["small"])
        #expect(try #require(library.rules.drillProtocol("afe")).steps.count == 2)
        #expect(library.version(ofProtocol: "afe")?.file == "a.toml")
        #expect(library.rules.indications == compiledIn.rules.indications)
    }

    @Test("A table of codes replaces the whole of its kind")
    func replacesCodes() {
        let text = """
            kind = "delay-reasons"
            version = "2026-2"
            effective = 2026-12-01
            source = "our own"
            mark = "V"
            [[term]]
            code = "X1"
            en = "ours"
            zh = "本院"
            """
        let library = replacing((name: "d.toml", text: text))
        #expect(library.rules.delayReasons.map(\.code) == ["X1"])
        #expect(library.rules.indications == compiledIn.rules.indications)
    }

    @Test("A file with a fault is refused whole, and the compiled-in one stays")
    func keepsCompiledIn() {
        let library = replacing((name: "p.toml", text: own("pph", key: "p").replacing("\"MW\"\n", with: "\"XX\"\n")))
        #expect(library.rules == compiledIn.rules)
        #expect(
            library.faults.map { $0.text(in: .english) } == [
                "p.toml:15: 'role' is 'XX', must be MW", "p.toml:23: 'role' is 'XX', must be MW",
            ])
    }

    @Test("A letter that another protocol has is refused, also against another new file")
    func sharedLetter() {
        let taken = replacing((name: "s.toml", text: own("small", key: "P")))
        #expect(taken.rules == compiledIn.rules)
        #expect(
            taken.faults.map { $0.text(in: .english) } == [
                "s.toml:9: 'emergencyKey' 'p' is already used by pph.toml"
            ])
        let both = replacing((name: "a.toml", text: own("one", key: "x")), (name: "b.toml", text: own("two", key: "x")))
        #expect(both.rules.protocols.map(\.id).suffix(1) == ["two"])
        #expect(both.faults.map(\.file) == ["a.toml"])
    }

    @Test("Two protocols may change letters with each other; half of a change is refused")
    func swappedLetters() {
        let afe = (name: "a.toml", text: own("afe", key: "p"))
        let swapped = replacing(afe, (name: "p.toml", text: own("pph", key: "a")))
        #expect(swapped.faults.isEmpty)
        #expect(swapped.rules.drillProtocol("afe")?.emergencyKey == "p")
        #expect(replacing(afe).faults.map(\.file) == ["a.toml"])
        #expect(replacing(afe).rules == compiledIn.rules)
    }

    @Test("The second file for one protocol is refused")
    func secondFile() {
        let library = replacing((name: "a.toml", text: smallProtocol), (name: "b.toml", text: smallProtocol))
        #expect(
            library.faults.map { $0.text(in: .english) } == ["b.toml:2: 'id' 'drill small' is already used by a.toml"])
    }
}

@Suite("A hospital's folder")
struct LibraryFolderTests {
    /// Runs with a new folder of these files, and removes it.
    private func withFolder(_ files: [String: Data], _ body: (String) throws -> Void) throws {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("library-\(UUID())")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        for (name, data) in files { try data.write(to: folder.appendingPathComponent(name)) }
        try body(folder.path)
    }

    @Test("One that can't be read is a fault; one that is not there is none")
    func unreadableFolder() throws {
        try withFolder(["library": Data()]) { path in
            let library = ClinicalLibrary.load(folder: path + "/library")
            #expect(library.faults.map { $0.text(in: .english) } == ["\(path)/library: not a folder that can be read"])
            #expect(library.rules.protocols.count == 11)
            #expect(ClinicalLibrary.load(folder: path + "/other").faults.isEmpty)
        }
    }

    @Test("Its .toml files are read, good ones kept, bad ones named; others are left alone")
    func folder() throws {
        let files = [
            "small.toml": Data(smallProtocol.utf8), "binary.toml": Data([0xFF, 0xFE, 0x00]),
            "huge.toml": Data(repeating: UInt8(ascii: "#"), count: 1 << 20 + 1), "empty.toml": Data(),
            "notes.txt": Data("not TOML".utf8),
        ]
        try withFolder(files) { path in
            let library = ClinicalLibrary.load(folder: path)
            #expect(library.rules.drillProtocol("small") != nil)
            #expect(library.rules.protocols.count == 12)
            #expect(
                library.faults.map { $0.text(in: .english) } == [
                    "\(path)/binary.toml: not readable as UTF-8 text of at most 1 MiB",
                    "\(path)/huge.toml: not readable as UTF-8 text of at most 1 MiB",
                    "\(path)/empty.toml:1: 'kind' is missing",
                ])
        }
    }

    @Test("Without a folder the compiled-in library stands")
    func noFolder() {
        for folder in [nil, "/nowhere/at/all"] {
            let library = ClinicalLibrary.load(folder: folder)
            #expect(library.rules == ClinicalLibrary.compiledIn.rules)
            #expect(library.faults.isEmpty)
        }
    }
}
