import Foundation

/// The terminal with every byte as it is typed, until the value is let go.
final class RawTerminal {
    private var original = termios()

    /// - Parameter tenths: how long a read waits, in tenths of a second; 0 for ever.
    init?(waitingTenths tenths: UInt8) {
        guard isatty(STDIN_FILENO) == 1, isatty(STDOUT_FILENO) == 1, tcgetattr(STDIN_FILENO, &original) == 0 else {
            return nil
        }
        var raw = original
        raw.c_lflag &= ~tcflag_t(ICANON | ECHO)
        raw.c_iflag &= ~tcflag_t(ICRNL)
        withUnsafeMutableBytes(of: &raw.c_cc) { controls in
            controls[Int(VMIN)] = tenths == 0 ? 1 : 0
            controls[Int(VTIME)] = tenths
        }
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &raw)
    }

    deinit {
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &original)
    }

    /// The next byte; nil when none came in time, or nobody types any more.
    func byte() -> UInt8? {
        var byte: UInt8 = 0
        return read(STDIN_FILENO, &byte, 1) == 1 ? byte : nil
    }
}
