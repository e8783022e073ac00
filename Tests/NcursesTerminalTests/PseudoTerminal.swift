import Glibc
import ScreenGrid

/// A terminal that the test plays: what the program writes can be read here, and keys can be sent to it.
final class PseudoTerminal {
    /// The side that the program under test opens.
    let line: Int32
    private let side: Int32

    init(size: Size) throws {
        let side = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC | O_NONBLOCK)
        var isLocked: Int32 = 0
        _ = withUnsafeMutablePointer(to: &isLocked) { control(side, setLock, Int(bitPattern: $0)) }
        self.side = side
        line = control(side, openPeer, Int(O_RDWR | O_NOCTTY | O_CLOEXEC))
        guard line >= 0 else { throw Failure() }
        resize(size)
    }

    deinit {
        close(line)
        close(side)
    }

    struct Failure: Error {}

    func resize(_ size: Size) {
        var window = winsize(ws_row: UInt16(size.rows), ws_col: UInt16(size.columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = withUnsafeMutablePointer(to: &window) { control(side, UInt(TIOCSWINSZ), Int(bitPattern: $0)) }
    }

    func type(_ text: String) {
        var bytes = Array(text.utf8)
        write(side, &bytes, bytes.count)
    }

    /// The line settings that the program sees.
    var modes: termios {
        var modes = termios()
        tcgetattr(line, &modes)
        return modes
    }

    /// Everything that was written since the last time.
    func output() -> [UInt8] {
        var all: [UInt8] = []
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while true {
            let count = read(side, &bytes, bytes.count)
            guard count > 0 else { return all }
            all += bytes[..<count]
        }
    }
}

/// `ioctl()` is variadic, which Swift does not import; called by its address it takes three plain arguments.
private func control(_ descriptor: Int32, _ request: UInt, _ argument: Int) -> Int32 {
    typealias Control = @convention(c) (Int32, UInt, Int) -> Int32
    return unsafeBitCast(dlsym(nil, "ioctl"), to: Control.self)(descriptor, request, argument)
}

/// TIOCSPTLCK and TIOCGPTPEER of <asm-generic/ioctls.h>.
private let setLock: UInt = 0x4004_5431
private let openPeer: UInt = 0x5441
