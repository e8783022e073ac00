import Foundation
import Synchronization

/// Text on standard output, gathered into large writes. What reads it may have gone: then the program ends quietly, as
/// the signal of a broken pipe would end it.
enum StandardOutput {
    private static let waiting = Mutex<[UInt8]>([])
    private static let blockSize = 1 << 16

    static func write(_ text: String) {
        waiting.withLock { bytes in
            bytes += text.utf8
            if bytes.count >= blockSize { drain(&bytes) }
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

    static var isTerminal: Bool { isatty(STDOUT_FILENO) == 1 }

    private static func drain(_ bytes: inout [UInt8]) {
        FileDescriptorOutput.write(bytes, to: STDOUT_FILENO)
        bytes.removeAll(keepingCapacity: true)
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
    static func write(_ bytes: [UInt8], to descriptor: Int32) {
        bytes.withUnsafeBytes { buffer in
            var done = 0
            while done < buffer.count {
                let count = Glibc.write(descriptor, buffer.baseAddress?.advanced(by: done), buffer.count - done)
                if count < 0 && errno == EINTR { continue }
                guard count > 0 else { return }
                done += count
            }
        }
    }
}
