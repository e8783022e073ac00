import CNcurses
import Glibc

/// The signals that the program takes as input: they are blocked, and read from a descriptor in the main loop.
final class SignalSource {
    let descriptor: Int32

    /// Blocks the signals and opens the descriptor.
    init() throws(TerminalRefusal) {
        SignalSource.block()
        var set = SignalSource.set
        descriptor = signal_descriptor(&set)
        guard descriptor >= 0 else { throw .system("signalfd", errno) }
    }

    deinit { close(descriptor) }

    /// Blocks the signals in this thread and in those that it starts later; for the very start of a program, since a
    /// thread without the block would be ended by them.
    static func block() {
        var set = set
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    /// The signals that came since the last time.
    func read() -> [Int32] {
        var numbers: [Int32] = []
        var information = signalfd_siginfo()
        let size = MemoryLayout<signalfd_siginfo>.size
        while Glibc.read(descriptor, &information, size) == size {
            numbers.append(Int32(information.ssi_signo))
        }
        return numbers
    }

    /// Gives the signals back the meaning that ncurses has taken from them when it opened.
    static func resetHandlers() {
        for number in numbers { signal_default(number) }
    }

    /// Stops this program's whole job, as a shell does at Ctrl-Z, and returns when it goes on. Where nobody could wake
    /// it (a job without a shell) the system lets it run on.
    static func stop() {
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTSTP)
        kill(0, SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }

    private static let numbers = [SIGTERM, SIGHUP, SIGINT, SIGWINCH, SIGTSTP, SIGCONT]

    private static var set: sigset_t {
        var set = sigset_t()
        sigemptyset(&set)
        for number in numbers { sigaddset(&set, number) }
        return set
    }
}
