import Foundation
import WardDomain

/// A walk over a line of JSON for what its decoder passes over without a word: a key that stands twice, a key that no
/// field has inside an object; and for what it does not name: a whole number that is none.
struct ApplyKeys {
    private let bytes: ArraySlice<UInt8>
    private let command: String
    private var at: Int

    /// Checks a line that is known to be a JSON object, whose own keys are known to be fields of the command.
    static func check(
        _ bytes: ArraySlice<UInt8>, of command: String, _ fields: [CommandField]
    ) throws(ApplyFault) {
        var walk = ApplyKeys(bytes: bytes, command: command, at: bytes.startIndex)
        try walk.value(CommandField(command, "", parts: fields), "", areKeysKnown: true)
    }

    /// - Parameter field: what the value stands in; nil where nothing is known of it.
    private mutating func value(
        _ field: CommandField?, _ path: String, areKeysKnown: Bool = false
    ) throws(ApplyFault) {
        switch next() {
        case UInt8(ascii: "{"): try object(field?.parts ?? [], path, areKeysKnown: areKeysKnown)
        case UInt8(ascii: "["): try array(field, path)
        case UInt8(ascii: "\""): _ = text()
        default: try word(field, path)
        }
    }

    private mutating func object(_ parts: [CommandField], _ path: String, areKeysKnown: Bool) throws(ApplyFault) {
        var seen: Set<String> = []
        at += 1
        while next() == UInt8(ascii: "\"") {
            let key = text()
            let inside = path.isEmpty ? key : "\(path).\(key)"
            let field = parts.first { $0.name == key }
            guard seen.insert(key).inserted else { throw .fieldTwice(inside) }
            guard field != nil || areKeysKnown || parts.isEmpty else {
                throw .fieldUnknown(inside, command: command)
            }
            skip(UInt8(ascii: ":"))
            try value(field, inside)
            skip(UInt8(ascii: ","))
        }
        at += 1
    }

    private mutating func array(_ field: CommandField?, _ path: String) throws(ApplyFault) {
        let element = field.map { CommandField($0.name, $0.form.replacing("array of ", with: ""), parts: $0.parts) }
        at += 1
        var index = 0
        while next() != UInt8(ascii: "]") {
            try value(element, "\(path)[\(index)]")
            skip(UInt8(ascii: ","))
            index += 1
        }
        at += 1
    }

    /// A number, `true`, `false` or `null`.
    private mutating func word(_ field: CommandField?, _ path: String) throws(ApplyFault) {
        let start = at
        while at < bytes.endIndex, !Self.ends.contains(bytes[at]) { at += 1 }
        guard let field, field.form.hasPrefix("integer"),
            let number = Double(String(decoding: bytes[start..<at], as: UTF8.self))
        else { return }
        guard Int(exactly: number) != nil else { throw .fieldInvalid(path, form: field.form) }
    }

    /// The text that begins here.
    private mutating func text() -> String {
        let start = at
        at += 1
        while bytes[at] != UInt8(ascii: "\"") { at += bytes[at] == UInt8(ascii: "\\") ? 2 : 1 }
        at += 1
        let quoted = bytes[start..<at]
        guard quoted.contains(UInt8(ascii: "\\")) else {
            return String(decoding: quoted.dropFirst().dropLast(), as: UTF8.self)
        }
        return (try? JSONDecoder().decode(String.self, from: Data(quoted))) ?? ""
    }

    private mutating func skip(_ byte: UInt8) {
        if next() == byte { at += 1 }
    }

    /// The next byte that is no white space; nil at the end.
    private mutating func next() -> UInt8? {
        while at < bytes.endIndex, Self.space.contains(bytes[at]) { at += 1 }
        return at < bytes.endIndex ? bytes[at] : nil
    }

    private static let space: Set<UInt8> = [0x20, 0x09, 0x0A, 0x0D]
    private static let ends = space.union([UInt8(ascii: ","), UInt8(ascii: "]"), UInt8(ascii: "}")])
}
