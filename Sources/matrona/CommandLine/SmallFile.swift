/// A file that a person wrote: read whole, if it is text and not too large.
enum SmallFile {
    private static let largest = 1 << 20

    /// The text of a file.
    static func text(_ path: String) throws(Failure) -> String {
        let source = try ByteSource(path: path)
        var bytes: [UInt8] = []
        while bytes.count <= largest, try source.read(into: &bytes) {}
        guard bytes.count <= largest else {
            throw Failure(.badData, en: "\(path) is larger than 1 MB.", zhHans: "\(path) 超过 1 MB。")
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw Failure(.badData, en: "\(path) is not text in UTF-8.", zhHans: "\(path) 不是 UTF-8 文本。")
        }
        return text
    }
}
