/// The lines of a source, numbered from 1, in little memory whatever its size.
struct LineReader {
    /// One line, without its end.
    enum Line: Hashable {
        case text(ArraySlice<UInt8>)
        /// Longer than `longest`; it was passed over.
        case tooLong
    }

    /// The number of the line that was given last.
    private(set) var number = 0
    private let source: ByteSource
    private var bytes: [UInt8] = []
    private var position = 0
    private var atEnd = false

    /// Bytes that a line may have.
    static let longest = 1 << 20

    init(_ source: ByteSource) {
        self.source = source
    }

    /// True when the next line can be had without waiting for more bytes.
    var hasOneReady: Bool { bytes[position...].contains(UInt8(ascii: "\n")) }

    /// The next line; nil at the end.
    mutating func next() throws(Failure) -> Line? {
        var searched = position
        while true {
            if let end = bytes[searched...].firstIndex(of: UInt8(ascii: "\n")) {
                return take(until: end, next: end + 1)
            }
            if atEnd {
                return position < bytes.count ? take(until: bytes.count, next: bytes.count) : nil
            }
            guard bytes.count - position <= Self.longest else { return try passOver() }
            searched = bytes.count - position
            bytes.removeFirst(position)
            position = 0
            atEnd = try !source.read(into: &bytes)
        }
    }

    private mutating func take(until end: Int, next: Int) -> Line {
        number += 1
        defer { position = next }
        let hasReturn = end > position && bytes[end - 1] == UInt8(ascii: "\r")
        return .text(bytes[position..<(hasReturn ? end - 1 : end)])
    }

    private mutating func passOver() throws(Failure) -> Line {
        number += 1
        repeat {
            bytes.removeAll(keepingCapacity: true)
            position = 0
            atEnd = try !source.read(into: &bytes)
            if let end = bytes.firstIndex(of: UInt8(ascii: "\n")) {
                position = end + 1
                break
            }
        } while !atEnd
        return .tooLong
    }
}
