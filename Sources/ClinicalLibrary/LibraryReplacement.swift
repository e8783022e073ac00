import TOMLReading
import WardDomain

/// Decides which of a hospital's files come into force in place of the compiled-in ones.
struct LibraryReplacement {
    private let compiledIn: [LibraryFile]
    private var offered: [(file: LibraryFile, text: LibraryText)] = []
    private(set) var faults: [LibraryFault] = []

    init(of files: [LibraryFile]) {
        compiledIn = files
    }

    /// Takes a file if it is valid, and the only one offered for its subject.
    mutating func offer(_ text: LibraryText) {
        do {
            let file = try LibraryFile.read(text)
            if let earlier = offered.first(where: { $0.file.subject == file.subject }) {
                let key = file.version.kind == .drill ? "id" : "kind"
                refuse(text, key, value: file.subject, usedBy: earlier.file)
            } else {
                offered.append((file, text))
            }
        } catch {
            faults += error.faults
        }
    }

    /// Refuses offered protocols whose emergency key is another's, until every key starts one protocol.
    mutating func settleEmergencyKeys() {
        while let clash = firstClash() {
            let (file, text) = offered.remove(at: clash.offered)
            refuse(text, "emergencyKey", value: file.emergencyKey ?? "", usedBy: clash.other)
        }
    }

    /// The compiled-in files, each in its place or replaced, then those that were added.
    var inForce: [LibraryFile] {
        let replaced = compiledIn.map { old in offered.first { $0.file.subject == old.subject }?.file ?? old }
        let added = offered.map(\.file).filter { new in !compiledIn.contains { $0.subject == new.subject } }
        return replaced + added
    }

    private func firstClash() -> (offered: Int, other: LibraryFile)? {
        let inForce = inForce
        for (position, new) in offered.enumerated() where new.file.emergencyKey != nil {
            let other = inForce.first {
                $0.emergencyKey == new.file.emergencyKey && $0.subject != new.file.subject
            }
            if let other { return (position, other) }
        }
        return nil
    }

    private mutating func refuse(_ text: LibraryText, _ key: String, value: String, usedBy other: LibraryFile) {
        let reason = FaultReason.alreadyDefined(key, value: value, file: other.version.file)
        let line = TOMLLines(text.text).line(of: .root.key(key))
        faults.append(LibraryFault(file: text.name, line: line, message: reason.message))
    }
}
