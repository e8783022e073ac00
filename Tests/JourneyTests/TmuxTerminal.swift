import Foundation
import Testing

/// A real terminal with the real program in it: keys go in, the screen can be read.
final class TmuxTerminal {
    private let socket = "matrona-journey-\(ProcessInfo.processInfo.processIdentifier)-\(UUID().uuidString.prefix(8))"

    /// How long a wait may take before it fails, in seconds.
    private static let patience: TimeInterval = 20

    /// Starts a command in a terminal of a size.
    init(_ command: [String], columns: Int = 120, rows: Int = 36, environment: [String: String] = [:]) throws {
        let settings = environment.merging(["LC_ALL": "C.UTF-8", "TERM": "tmux-256color"]) { mine, _ in mine }
        let words = ["env"] + settings.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" } + command
        try tmux(
            "-f", "/dev/null", "new-session", "-d", "-s", "ward", "-x", String(columns), "-y", String(rows),
            words.map(TmuxTerminal.quoted).joined(separator: " ") + "; printf '\\n[exit %s]' $?; stty -a; cat")
        try tmux("set", "-g", "status", "off")
        try tmux("set", "-g", "window-size", "manual")
        try resize(columns, rows)
    }

    deinit {
        _ = try? tmux("kill-server")
    }

    /// Presses a key by its tmux name, such as `Enter`, `Escape`, `F9`, `C-z`.
    func press(_ keys: String...) throws {
        for key in keys {
            try tmux("send-keys", "-t", "ward", key)
            if key.count == 1 { try settle() }
        }
    }

    /// Types text a character at a time, as a person does: never fast enough for a scan.
    func type(_ text: String) throws {
        for character in text {
            try tmux("send-keys", "-t", "ward", "-l", String(character))
            try settle()
        }
    }

    /// Sends a code and Enter in one burst, as a barcode scanner does; or in parts, as ssh may deliver it.
    func scan(_ parts: String...) throws {
        try settle(0.26)
        for part in parts.dropLast() {
            try tmux("send-keys", "-t", "ward", "-l", part)
            try settle()
        }
        try tmux("send-keys", "-t", "ward", "-l", (parts.last ?? "") + "\r")
    }

    func resize(_ columns: Int, _ rows: Int) throws {
        try tmux("resize-window", "-t", "ward", "-x", String(columns), "-y", String(rows))
    }

    /// The process id of the program in the terminal.
    func processID() throws -> Int32 {
        let shell = try tmux("list-panes", "-t", "ward", "-F", "#{pane_pid}").trimmingCharacters(
            in: .whitespacesAndNewlines)
        let children = try TmuxTerminal.run("/usr/bin/pgrep", ["-P", shell]).trimmingCharacters(
            in: .whitespacesAndNewlines)
        let first = try #require(children.split(separator: "\n").first)
        return try #require(Int32(first))
    }

    /// What stands on the screen now.
    func screen() throws -> String {
        try tmux("capture-pane", "-p", "-t", "ward")
    }

    /// Waits until a text stands on the screen.
    @discardableResult
    func wait(for text: String, _ location: SourceLocation = #_sourceLocation) throws -> String {
        try wait(until: "'\(text)' is shown", location) { $0.contains(text) }
    }

    /// Waits until a text is no longer on the screen.
    func wait(whileShown text: String, _ location: SourceLocation = #_sourceLocation) throws {
        try wait(until: "'\(text)' is gone", location) { !$0.contains(text) }
    }

    /// Waits until the screen is as asked; fails with the screen printed when patience ends.
    @discardableResult
    func wait(
        until what: String, _ location: SourceLocation = #_sourceLocation, _ holds: (String) -> Bool
    ) throws -> String {
        let deadline = Date().addingTimeInterval(TmuxTerminal.patience)
        var last = ""
        repeat {
            last = try screen()
            if holds(last) { return last }
        } while Date() < deadline
        Issue.record("waited in vain until \(what):\n\(last)", sourceLocation: location)
        throw JourneyEnded()
    }

    /// Waits out the gap after which a typed character can no longer be the beginning of a scan.
    func settle(_ seconds: TimeInterval = 0.06) throws {
        let until = Date().addingTimeInterval(seconds)
        repeat { _ = try tmux("display-message", "-p", "#{pane_id}") } while Date() < until
    }

    @discardableResult
    private func tmux(_ words: String...) throws -> String {
        try TmuxTerminal.run("/usr/bin/tmux", ["-u", "-L", socket] + words)
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }

    /// Runs a command to its end and answers what it printed.
    static func run(_ path: String, _ arguments: [String]) throws -> String {
        try Command(path, arguments).output
    }
}

/// A journey can't go on; the reason has been recorded.
struct JourneyEnded: Error {}
