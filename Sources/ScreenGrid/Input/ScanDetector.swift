/// Tells a scanner's burst of characters from typing.
///
/// Without a prefix, printable keys act at once while their effects are held: four or more characters with gaps up to
/// 50 ms, ended by Enter or Tab, turn out to be a scan, and the state from before the burst comes back. A burst that no
/// hand types may have longer gaps, since ssh splits it: `HeldBurst` tells. With a site's prefix nothing needs to be
/// held: a burst that begins with the prefix is withheld until it ends. Where such a burst breaks off, what comes next is
/// withheld too, and dropped unless a hand typed it: the rest of a code never acts.
///
/// Times are nanoseconds of one steady clock. A pure value: it reads no clock and keeps no state but the open burst.
public struct ScanDetector: Hashable, Sendable {
    /// What the program is to do, in this order.
    public enum Step: Hashable, Sendable {
        /// Let the key act and its effects go.
        case act(Key, at: Int64)
        /// Let the key act but hold its effects. The first one held is the moment to keep the state for `undo`.
        case hold(Key, at: Int64)
        /// Typing after all: let the held effects go and forget the kept state.
        case release
        /// Not typing: drop the held effects and put back the state kept before the first of them.
        case undo
        /// A scan is complete; the prefix and the ending key are not in its text. `at` is its first character's time.
        case scan(String, at: Int64)
        /// A part of a code whose other part came too early or too late, or never: nobody's code, and no keys.
        case fragment(String)
        /// A burst too long for a scan, or one with the prefix that never ended: text for a field, never keys.
        case paste(String)
    }

    /// The longest gap inside a burst, and how long effects are held.
    public static let gap: Int64 = 50_000_000
    /// The longest gap inside a burst that no hand types, such as one that began with the prefix: ssh may split it.
    public static let splitGap: Int64 = 250_000_000
    /// The fewest characters of a scan without a prefix.
    public static let leastLength = 4
    /// The most characters of a scan; a longer burst is pasted text.
    public static let greatestLength = 512

    private let prefix: [Character]
    private var burst: [Character] = []
    private var held = HeldBurst()
    private var firstTime: Int64 = 0
    private var lastTime: Int64 = 0
    private var phase = Phase.idle
    /// Until then what begins may be the rest of a code whose beginning was taken for keys.
    private var restUntil = Int64.min
    /// True where the open burst began while a rest was to be expected.
    private var mayBeRest = false

    /// Where a possible burst of keys stands.
    private enum Phase: Hashable {
        /// Nothing is held.
        case idle
        /// Keys have acted and their effects are held.
        case holding
        /// The burst began as the prefix begins; nothing has acted.
        case withholding
        /// What may be the rest of a code that broke off behind its prefix; nothing has acted.
        case withholdingRest
        /// The burst is too long; what comes is collected as text.
        case overlong
        /// A scan has just ended; a second ending key belongs to it.
        case ended
    }

    /// A detector for scanners that send `prefix` before each code, or nothing.
    public init(prefix: String = "") {
        self.prefix = Array(prefix)
    }

    /// The time from which `advance` has something to do; nil while nothing is held.
    public var deadline: Int64? {
        switch phase {
        case .idle, .ended: nil
        case .holding, .overlong, .withholding, .withholdingRest: lastTime + longestGap + 1
        }
    }

    /// Takes a key that came at `time`.
    public mutating func receive(_ key: Key, at time: Int64) -> [Step] {
        var steps = advance(to: time)
        let character = ScanDetector.scanCharacter(key)
        switch phase {
        case .ended where ScanDetector.isEnding(key) && time - lastTime <= ScanDetector.gap:
            break
        case .idle, .ended:
            phase = .idle
            steps += begin(key, character, at: time)
        case .holding:
            steps += continueHeld(key, character, at: time)
        case .withholding:
            steps += continueWithheld(key, character, at: time)
        case .withholdingRest:
            steps += continueRest(key, character, at: time)
        case .overlong:
            steps += continueOverlong(key, character, at: time)
        }
        if character == nil { restUntil = .min }
        return steps
    }

    /// Tells that it is `time` now: a burst whose next character is overdue has ended.
    public mutating func advance(to time: Int64) -> [Step] {
        guard let deadline, time >= deadline else { return [] }
        return endBurst()
    }

    /// Ends an open burst now, as typing; for input of another kind, such as a mouse click.
    public mutating func end() -> [Step] {
        defer { restUntil = .min }
        return endBurst()
    }

    private mutating func endBurst() -> [Step] {
        defer { reset(to: .idle) }
        switch phase {
        case .idle, .ended: return []
        case .holding: return heldSteps()
        case .overlong: return burst.isEmpty ? [] : [.paste(String(burst))]
        case .withholding: return withheldSteps()
        case .withholdingRest: return restSteps()
        }
    }

    private var longestGap: Int64 {
        switch phase {
        case .withholding, .withholdingRest: ScanDetector.splitGap
        case .holding: held.longestGap
        case .idle, .overlong, .ended: ScanDetector.gap
        }
    }

    private mutating func begin(_ key: Key, _ character: Character?, at time: Int64) -> [Step] {
        let isRest = !prefix.isEmpty && time <= restUntil
        guard let character else {
            // The ending of a code that broke off just before it confirms nothing.
            return isRest && ScanDetector.isEnding(key) ? [] : [.act(key, at: time)]
        }
        if prefix.isEmpty {
            phase = .holding
        } else if prefix.first == character {
            phase = .withholding
        } else if isRest {
            phase = .withholdingRest
        } else {
            return [.act(key, at: time)]
        }
        burst = [character]
        held = HeldBurst(character)
        mayBeRest = time <= restUntil
        firstTime = time
        lastTime = time
        return phase == .holding ? [.hold(key, at: time)] : []
    }

    private mutating func continueHeld(_ key: Key, _ character: Character?, at time: Int64) -> [Step] {
        if let character {
            held.append(character, after: time - lastTime)
            append(character, at: time)
            guard burst.count > ScanDetector.greatestLength else { return [.hold(key, at: time)] }
            phase = .overlong
            return [.undo]
        }
        guard ScanDetector.isEnding(key), burst.count >= ScanDetector.leastLength, !held.isTyping else {
            return end() + [.act(key, at: time)]
        }
        guard mayBeRest else { return [.undo, complete(burst[...], at: time)] }
        let rest = Step.fragment(String(burst))
        reset(to: .ended)
        lastTime = time
        return [.undo, rest]
    }

    private mutating func continueWithheld(_ key: Key, _ character: Character?, at time: Int64) -> [Step] {
        if let character {
            held.append(character, after: time - lastTime)
            append(character, at: time)
            let known = min(burst.count, prefix.count)
            if burst[..<known] != prefix[..<known] { return end() }
            guard burst.count > ScanDetector.greatestLength else { return [] }
            phase = .overlong
            return []
        }
        if ScanDetector.isEnding(key), burst.count > prefix.count {
            return [complete(burst[prefix.count...], at: time)]
        }
        return end() + [.act(key, at: time)]
    }

    private mutating func continueRest(_ key: Key, _ character: Character?, at time: Int64) -> [Step] {
        if let character {
            held.append(character, after: time - lastTime)
            append(character, at: time)
            return []
        }
        guard ScanDetector.isEnding(key), time - lastTime <= ScanDetector.gap else {
            return end() + [.act(key, at: time)]
        }
        reset(to: .ended)
        lastTime = time
        return []
    }

    /// Collects text that is too long for a scan and passes it on in pieces; its line ends stay in it.
    private mutating func continueOverlong(_ key: Key, _ character: Character?, at time: Int64) -> [Step] {
        guard let character = character ?? (ScanDetector.isEnding(key) ? "\n" : nil) else {
            return end() + [.act(key, at: time)]
        }
        append(character, at: time)
        guard burst.count > ScanDetector.greatestLength else { return [] }
        defer { burst = [] }
        return [.paste(String(burst))]
    }

    /// What to do with a held burst that got no ending: typing, but for the beginning of a code, whose keys never act.
    /// Its rest may follow.
    private mutating func heldSteps() -> [Step] {
        restUntil = lastTime + held.restGap
        return held.isBrokenCode ? [.undo, .fragment(String(burst))] : [.release]
    }

    /// What to do with a withheld burst that was no scan: the keys act when it never got beyond the prefix; what a hand
    /// typed behind it is text, and a scan that broke off is nobody's code, whose rest may follow.
    private mutating func withheldSteps() -> [Step] {
        guard burst.count > prefix.count else { return typedKeys }
        guard held.isFast else { return [.paste(String(burst))] }
        restUntil = lastTime + held.restGap
        return [.fragment(String(burst[prefix.count...]))]
    }

    /// What to do with what may be the rest of a broken-off code: what came as no hand types is dropped, and more of it
    /// may follow.
    private mutating func restSteps() -> [Step] {
        guard held.isFast else { return typedKeys }
        restUntil = lastTime + held.restGap
        return []
    }

    /// The characters of the burst as keys.
    private var typedKeys: [Step] { burst.map { .act(ScanDetector.key($0), at: firstTime) } }

    private mutating func append(_ character: Character, at time: Int64) {
        burst.append(character)
        lastTime = time
    }

    private mutating func complete(_ text: ArraySlice<Character>, at time: Int64) -> Step {
        let step = Step.scan(String(text), at: firstTime)
        reset(to: .ended)
        lastTime = time
        return step
    }

    private mutating func reset(to phase: Phase) {
        self.phase = phase
        burst = []
    }

    private static func isEnding(_ key: Key) -> Bool {
        key == .enter || key == .tab || key == .control("j")
    }

    /// The character that a key adds to a scan: printable ASCII (half-width, should an input method have widened it),
    /// or a separator of GS1 and ISO 15434; nil for any other key.
    private static func scanCharacter(_ key: Key) -> Character? {
        switch key {
        case .character:
            guard case .character(let folded) = key.normalized, folded.isASCII else { return nil }
            return folded
        case .control(let letter):
            return separators.first { $0.letter == letter }?.character
        default: return nil
        }
    }

    private static func key(_ character: Character) -> Key {
        separators.first { $0.character == character }.map { .control($0.letter) } ?? .character(character)
    }

    /// STX, EOT, FS, GS, RS and US, with the control keys that a terminal reads them as.
    private static let separators: [(letter: Character, character: Character)] = [
        ("b", "\u{02}"), ("d", "\u{04}"), ("\\", "\u{1C}"), ("]", "\u{1D}"), ("^", "\u{1E}"), ("_", "\u{1F}"),
    ]
}
