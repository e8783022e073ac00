import TOMLKit
import TOMLReading
import WardDomain

/// A library file while it is read: what it holds, and everything found wrong with it so far.
final class LibraryDocument {
    let name: String
    private let text: String
    private var found: [(path: TOMLPath, reason: FaultReason)] = []
    private let table: TOMLTable

    /// Parses the text. Throws the one fault that keeps it from being TOML at all.
    init(text: String, name: String) throws(LibraryFaults) {
        self.name = name
        self.text = text
        // The parser stops at a NUL as if the text ended there.
        if let zero = text.utf8.firstIndex(of: 0) {
            let line = text.utf8[..<zero].count { $0 == UInt8(ascii: "\n") } + 1
            throw LibraryFaults([LibraryFault(file: name, line: line, message: FaultReason.zeroByte.message)])
        }
        do {
            table = try TOMLTable(string: text)
        } catch let error as TOMLParseError {
            let reason = FaultReason.syntax(error.description)
            throw LibraryFaults([LibraryFault(file: name, line: error.source.begin.line, message: reason.message)])
        } catch {
            throw LibraryFaults([LibraryFault(file: name, line: nil, message: FaultReason.unreadable.message)])
        }
    }

    /// The reader of the whole document.
    var root: TableReader {
        TableReader(table, at: .root, of: self)
    }

    func note(_ reason: FaultReason, at path: TOMLPath) {
        found.append((path, reason))
    }

    /// The file's value when nothing was noted. Throws everything that was, by line.
    func finish<Value>(_ value: Value?) throws(LibraryFaults) -> Value {
        if let value, found.isEmpty { return value }
        let lines = TOMLLines(text)
        let faults = found.map { LibraryFault(file: name, line: lines.line(of: $0.path), message: $0.reason.message) }
        throw LibraryFaults(faults.sorted { ($0.line ?? 0) < ($1.line ?? 0) })
    }
}
