import Foundation
import WardDomain

/// The bytes of a file or of standard input, a block at a time.
final class ByteSource {
    /// What messages call it.
    let name: String
    private let descriptor: Int32

    static let blockSize = 1 << 16

    /// Opens a file; `-` is standard input.
    init(path: String) throws(Failure) {
        guard path != "-" else {
            name = Phrase(en: "standard input", zhHans: "标准输入")[Surroundings.language()]
            descriptor = STDIN_FILENO
            return
        }
        name = path
        descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw Self.unreadable(path, errno) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
            close(descriptor)
            throw Self.unreadable(path, EISDIR)
        }
    }

    deinit {
        if descriptor != STDIN_FILENO { close(descriptor) }
    }

    /// Puts the next block at the end of some bytes; false at the end of the source.
    func read(into bytes: inout [UInt8]) throws(Failure) -> Bool {
        let block = [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
            count = Self.read(descriptor, buffer)
        }
        guard !block.isEmpty else {
            if errno != 0 { throw Self.unreadable(name, errno) }
            return false
        }
        bytes += block
        return true
    }

    /// Bytes that one call gives; 0 with `errno` 0 at the end.
    private static func read(_ descriptor: Int32, _ buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
        while true {
            errno = 0
            let count = Glibc.read(descriptor, buffer.baseAddress, blockSize)
            if count >= 0 {
                errno = 0
                return count
            }
            if errno != EINTR { return 0 }
        }
    }

    private static func unreadable(_ path: String, _ number: Int32) -> Failure {
        let why = String(cString: strerror(number))
        switch number {
        case ENOENT, ENOTDIR:
            return Failure(.noInput, en: "There is no file \(path).", zhHans: "没有文件 \(path)。")
        case EACCES, EPERM:
            return Failure(
                .notAllowed, en: "\(path) may not be read: \(why). Ask its owner.",
                zhHans: "无权读取 \(path)，请联系文件所有者。")
        default:
            return Failure(.inputOutput, en: "\(path) can't be read: \(why).", zhHans: "无法读取 \(path)：\(why)。")
        }
    }
}
