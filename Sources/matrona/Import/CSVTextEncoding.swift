import Foundation
import WardDomain

/// How the text of an export is written down.
enum CSVTextEncoding: Hashable {
    /// All ASCII so far.
    case undecided
    case utf8
    /// What most hospital systems in China write.
    case gb18030

    private static let gb18030Encoding = String.Encoding(rawValue: 0x8000_0632)

    /// Decides by bytes that begin with a character and may end within one, where they are not all ASCII. Most lines
    /// decide, so that a damaged one does not.
    mutating func decide(by bytes: ArraySlice<UInt8>) {
        guard self == .undecided else { return }
        let lines = bytes.dropLast(Self.unfinishedCount(at: bytes)).split(separator: UInt8(ascii: "\n"))
            .filter { line in line.contains { $0 >= 0x80 } }
        guard !lines.isEmpty else { return }
        let readable = lines.count { String(validating: $0, as: UTF8.self) != nil }
        self = readable * 2 > lines.count ? .utf8 : .gb18030
    }

    /// The text of one field; nil when it is not written this way.
    func decode(_ bytes: ArraySlice<UInt8>) -> String? {
        switch self {
        case .undecided, .utf8: String(validating: bytes, as: UTF8.self)
        case .gb18030: String(data: Data(bytes), encoding: Self.gb18030Encoding)
        }
    }

    var unreadable: Phrase {
        let name = self == .gb18030 ? "GB18030" : "UTF-8"
        return Phrase(en: "not readable as \(name)", zhHans: "无法按 \(name) 读取")
    }

    /// Bytes at the end that begin a UTF-8 character and do not finish it.
    private static func unfinishedCount(at bytes: ArraySlice<UInt8>) -> Int {
        for count in 1...3 where count <= bytes.count {
            let byte = bytes[bytes.endIndex - count]
            guard byte & 0xC0 == 0x80 else {
                let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : byte >= 0xC0 ? 2 : 1
                return count < length ? count : 0
            }
        }
        return 0
    }
}
