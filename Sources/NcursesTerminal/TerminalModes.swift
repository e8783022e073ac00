import CNcurses
import Glibc

/// The line settings of a terminal: what they were, and raw ones in which every byte arrives as it was typed and reading
/// never waits.
struct TerminalModes {
    let descriptor: Int32
    let original: termios
    private let raw: termios

    /// Reads the settings; nil when the descriptor is no terminal.
    init?(descriptor: Int32) {
        var modes = termios()
        guard tcgetattr(descriptor, &modes) == 0 else { return nil }
        self.descriptor = descriptor
        original = modes
        cfmakeraw(&modes)
        withUnsafeMutableBytes(of: &modes.c_cc) { characters in
            characters[Int(VMIN)] = 0
            characters[Int(VTIME)] = 0
        }
        raw = modes
    }

    func enterRaw() { set(raw) }
    func restore() { set(original) }

    private func set(_ modes: termios) {
        var modes = modes
        while tcsetattr(descriptor, TCSADRAIN, &modes) < 0, errno == EINTR {}
    }
}
