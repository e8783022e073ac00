/// Something that came from the terminal or from the system to it.
public enum TerminalInput: Hashable, Sendable {
    case key(Key)
    /// Text that was pasted in one piece, as it came.
    case paste(String)
    case mouse(MouseEvent)
    /// The terminal has this size now.
    case resize(Size)
    /// The program is asked to stop for a while, by a signal; Ctrl-Z comes as a key.
    case suspend
    /// The program goes on after it was stopped; the whole screen is painted anew.
    case resumed
    /// The program is asked to end.
    case quit(QuitCause)
}

/// Why the program is asked to end.
public enum QuitCause: Hashable, Sendable {
    /// SIGTERM.
    case terminate
    /// SIGINT; Ctrl-C comes as a key.
    case interrupt
    /// SIGHUP, or the terminal is gone.
    case hangup
}

/// What the mouse did, and where.
public struct MouseEvent: Hashable, Sendable {
    /// What was done with the mouse.
    public enum Action: Hashable, Sendable {
        /// The left button was pressed.
        case press
        case scrollUp, scrollDown
    }

    public let action: Action
    /// The cell, in grid coordinates.
    public let point: Point

    public init(_ action: Action, at point: Point) {
        self.action = action
        self.point = point
    }
}
