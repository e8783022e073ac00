import Foundation
import Synchronization
import WardDomain

/// Text on standard output, gathered into large writes. What reads it may have gone: then the program ends quietly, as
/// the signal of a broken pipe would end it. Anything else that keeps text from its place is told at the end.
enum StandardOutput {
    private struct Waiting {
        var bytes: [UInt8] = []
        /// Why something could not be written; nothing is written after it.
        var fault: Failure?
    }

    private static let waiting = Mutex(Waiting())
    private static let blockSize = 1 << 16

    static func write(_ text: String) {
        waiting.withLock { waiting in
            waiting.bytes += text.utf8
            if waiting.bytes.count >= blockSize { drain(&waiting) }
        }
    }

    /// One line, seen at once by whoever reads.
    static func writeNow(_ text: String) {
        write(text)
        flush()
    }

    static func flush() {
        waiting.withLock { drain(&$0) }
    }

    /// Writes what is left.
    ///
    /// - Throws: why something of all that was to be written could not be: a full disk, say.
    static func finish() throws(Failure) {
        flush()
        if let fault = waiting.withLock({ $0.fault }) { throw fault }
    }

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    private static func drain(_ waiting: inout Waiting) {
        guard waiting.fault == nil else { return }
        if let code = FileDescriptorOutput.write(waiting.bytes, to: STDOUT_FILENO), code != EPIPE {
            let why = String(cString: strerror(code))
            waiting.fault = Failure(
                .inputOutput,
                Phrase(
                    en: "The output could not be written: \(why). It is not complete.",
                    zhHans: "输出无法写入：\(why)。内容不完整。"))
        }
        waiting.bytes.removeAll(keepingCapacity: true)
    }
}

/// Text on standard error.
enum StandardError {
    static func write(_ text: String) {
        FileDescriptorOutput.write(Array(text.utf8), to: STDERR_FILENO)
    }

    static func line(_ text: String) {
        write("\(text)\n")
    }
}

/// Whole writes to a descriptor.
private enum FileDescriptorOutput {
    /// - Returns: the system's number of what kept the rest from being written; nil when all was.
    @discardableResult
    static func write(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return errno }
                done += count
            }
            return nil
        }
    }
}
