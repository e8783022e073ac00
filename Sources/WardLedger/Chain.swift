internal import Crypto
internal import Foundation

/// A SHA-256 digest of the chain.
struct Digest: Hashable, Sendable {
    /// 32 bytes.
    let bytes: Data

    init(_ bytes: Data) {
        self.bytes = bytes
    }

    init?(hex: String) {
        let digits = Array(hex.utf8)
        guard digits.count == 64 else { return nil }
        var bytes = Data(capacity: 32)
        for index in stride(from: 0, to: 64, by: 2) {
            guard let byte = UInt8(String(decoding: digits[index...index + 1], as: UTF8.self), radix: 16) else {
                return nil
            }
            bytes.append(byte)
        }
        self.init(bytes)
    }

    /// What the first entry follows.
    static let beforeFirst = Digest(Data(count: 32))

    var hex: String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}

/// The bytes that an entry's digest is taken over: every column as tag, form, length and its bytes as stored.
///
/// The tag is the column's place, from 1; the form is 0 for nothing, 1 for a whole number, 2 for text, 3 for bytes;
/// length and numbers are 8 bytes, the most significant first.
struct ChainInput {
    private var hash = SHA256()
    private var tag: UInt8 = 0

    mutating func append(_ number: Int64) {
        header(form: 1, length: 8)
        withUnsafeBytes(of: number.bigEndian) { hash.update(bufferPointer: $0) }
    }

    mutating func append(_ text: String?) {
        guard var text else { return header(form: 0, length: 0) }
        text.withUTF8 { bytes in
            header(form: 2, length: bytes.count)
            hash.update(bufferPointer: UnsafeRawBufferPointer(bytes))
        }
    }

    /// Text that was read as its stored bytes; nil where the column holds nothing.
    mutating func append(textBytes: Data?) {
        guard let textBytes else { return header(form: 0, length: 0) }
        header(form: 2, length: textBytes.count)
        hash.update(data: textBytes)
    }

    mutating func append(_ digest: Digest) {
        header(form: 3, length: digest.bytes.count)
        hash.update(data: digest.bytes)
    }

    func digest() -> Digest {
        Digest(Data(hash.finalize()))
    }

    private mutating func header(form: UInt8, length: Int) {
        tag += 1
        hash.update(data: [tag, form])
        withUnsafeBytes(of: UInt64(length).bigEndian) { hash.update(bufferPointer: $0) }
    }
}
