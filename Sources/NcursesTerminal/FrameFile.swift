import CNcurses
import Glibc

/// A file in memory that ncurses writes to. ncurses writes at every cursor movement; this way a whole frame goes on to
/// the terminal in one write, and nobody ever sees half of one.
final class FrameFile {
    private let descriptor: Int32
    let stream: UnsafeMutablePointer<FILE>
    private var bytes: [UInt8] = []

    /// Throws when the system has no memory file to give.
    init() throws(TerminalRefusal) {
        descriptor = memory_file("matrona-frame")
        guard descriptor >= 0, let stream = fdopen(descriptor, "w") else {
            throw .system("memfd_create", errno)
        }
        self.stream = stream
    }

    deinit { fclose(stream) }

    /// Adds bytes of our own to the frame.
    func add(_ text: String) {
        Array(text.utf8).withUnsafeBytes { _ = writeAll($0, to: descriptor) }
    }

    /// Sends on what has been written since the last time; answers false when the terminal is gone.
    func flush(to terminal: Int32) -> Bool {
        fflush(stream)
        let count = Int(lseek(descriptor, 0, SEEK_CUR))
        guard count > 0 else { return true }
        if bytes.count < count { bytes = [UInt8](repeating: 0, count: count) }
        let isSent = bytes.withUnsafeMutableBytes { buffer in
            let frame = UnsafeMutableRawBufferPointer(rebasing: buffer[..<count])
            return pread(descriptor, frame.baseAddress, count, 0) == count
                && writeAll(UnsafeRawBufferPointer(frame), to: terminal)
        }
        lseek(descriptor, 0, SEEK_SET)
        return isSent
    }
}

/// Writes every byte, waiting while the terminal takes no more; answers false when it is gone.
func writeAll(_ bytes: UnsafeRawBufferPointer, to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let written = write(descriptor, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
        if written > 0 {
            rest = rest.dropFirst(written)
        } else if errno == EAGAIN {
            var waiting = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&waiting, 1, -1)
        } else if errno != EINTR {
            return false
        }
    }
    return true
}
