import ScreenGrid
import WardDomain

/// The program behind the scan detector: keys act at once, their effects wait until it is sure that they were typed.
///
/// When a burst turns out to be a scan, the state from before it comes back and the scan is delivered instead, so that
/// no scanned character ever acts as a key.
public struct AppSession: Sendable {
    public private(set) var state: AppState
    private var detector: ScanDetector
    /// The state from before the first held key.
    private var kept: AppState?
    private var heldEffects: [Effect] = []
    /// What came from elsewhere while keys were held; taken when that is decided.
    private var deferred: [AppInput] = []

    /// What this site's scanners send in place of the separator of GS1 elements; empty for nothing.
    private let scannerSeparator: String

    /// - Parameters:
    ///   - scannerPrefix: what this site's scanners send before each code; empty for nothing.
    ///   - scannerSeparator: what they send in place of the separator of GS1 elements; empty for nothing.
    public init(state: AppState, scannerPrefix: String = "", scannerSeparator: String = "") {
        self.state = state
        self.scannerSeparator = scannerSeparator
        detector = ScanDetector(prefix: scannerPrefix)
    }

    /// When held keys are decided, by the boot clock in nanoseconds; nil while none are held.
    public var deadline: Int64? { detector.deadline }

    /// Takes one input.
    ///
    /// - Parameter now: for a key, the reading at its press.
    public mutating func receive(_ input: AppInput, now: Now) -> [Effect] {
        switch input {
        case .terminal(.key(let key)):
            return follow(detector.receive(key, at: now.reading.uptime), now)
        case .terminal(.mouse), .terminal(.paste), .terminal(.suspend), .terminal(.quit):
            return follow(detector.end(), now) + state.receive(input, now: now)
        case .terminal(.resize(let size)):
            kept?.size = size
            return state.receive(input, now: now)
        case .terminal: return state.receive(input, now: now)
        case .tick: return kept == nil ? state.receive(.tick, now: now) : []
        default:
            guard kept != nil else { return state.receive(input, now: now) }
            deferred.append(input)
            return []
        }
    }

    /// Decides held keys whose time is over.
    public mutating func settle(now: Now) -> [Effect] {
        follow(detector.advance(to: now.reading.uptime), now)
    }

    /// Tries whatever is not saved when the program ends.
    public mutating func tryLast(now: Now) -> [Effect] { state.tryLast(now) }

    private mutating func follow(_ steps: [ScanDetector.Step], _ now: Now) -> [Effect] {
        steps.flatMap { follow($0, now) }
    }

    private mutating func follow(_ step: ScanDetector.Step, _ now: Now) -> [Effect] {
        switch step {
        case .act(let key, let pressed): return state.receive(.terminal(.key(key)), now: now.back(to: pressed))
        case .hold(let key, _):
            if kept == nil { kept = state }
            heldEffects += state.receive(.terminal(.key(key)), now: now)
            return []
        case .release: return decide(state, heldEffects, now)
        case .undo: return decide(kept ?? state, [], now)
        case .scan(let text, _): return state.receive(scan: separated(text), now: now)
        case .fragment(let text): return state.receive(fragment: text, now: now)
        case .paste(let text): return state.receive(.terminal(.paste(text)), now: now)
        }
    }

    /// A scan with the separator of GS1 elements where the scanner sends something else for it.
    private func separated(_ scan: String) -> String {
        guard !scannerSeparator.isEmpty else { return scan }
        return scan.replacing(scannerSeparator, with: String(ElementString.separator))
    }

    /// The held keys were typed, or they were not: goes on from a state, with what came meanwhile.
    private mutating func decide(_ decided: AppState, _ effects: [Effect], _ now: Now) -> [Effect] {
        state = decided
        kept = nil
        heldEffects = []
        let waiting = deferred
        deferred = []
        return effects + waiting.flatMap { state.receive($0, now: now) }
    }
}
