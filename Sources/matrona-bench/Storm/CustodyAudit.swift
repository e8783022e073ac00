import WardDomain

/// The promise, checked at every entry by a model of its own, which shares nothing with the program's folds.
///
/// At every moment each newborn has exactly one custodian and one place; whoever gave it had it and whoever took it is
/// another; nothing is completed by a band that is not on the baby, by another mother's band or by one that was found to
/// be wrong, or while a mismatch waits; a mismatch moves nothing and is cleared by a second person with authority alone;
/// nobody leaves without the word of whoever had it, and no entry lacks a scan, a reason or a person that it needs.
/// After a correction the same is asked of the whole corrected story.
struct CustodyAudit {
    /// A story's entries up to one of them.
    typealias Stories = (_ stream: StreamID, _ upTo: Int64) throws -> [Entry]

    private var stories: [StreamID: AuditedStory] = [:]
    /// The story in which each band code is, or was, on somebody; none is ever in another.
    private var wearers: [String: StreamID] = [:]
    private var roles: [Badge: StaffRole] = [:]
    /// Stories that went on in another one.
    private var merged: Set<StreamID> = []
    /// How often each kind of entry was met.
    private(set) var kinds: [String: Int] = [:]
    private(set) var violations: [String] = []

    /// - Parameter stories: asked where a correction makes the audit go through a story anew.
    mutating func take(_ entry: Entry, _ entries: Stories) throws {
        kinds[type(of: entry.fact).kind, default: 0] += 1
        switch entry.fact {
        case let fact as StaffAdded: roles[fact.badge] = fact.role
        case let fact as GroupHandedOver: check(fact, entry)
        case is EntryCorrected: try correct(entry, entries)
        default:
            guard case .admission = entry.stream else { return }
            note(entry)
            switch entry.fact {
            case is BandAttached, is BandReplaced, is MotherBandAttached, is StoryAbsorbed: checkBands(of: entry)
            default: break
            }
        }
    }

    /// Takes an entry into its story.
    private mutating func note(_ entry: Entry) {
        if let fact = entry.fact as? StoryAbsorbed {
            let from = StreamID.admission(fact.from)
            guard let other = stories[from] else { return }
            stories[entry.stream, default: AuditedStory()].absorb(other)
            merged.insert(from)
            for (code, story) in wearers where story == from { wearers[code] = entry.stream }
        } else {
            stories[entry.stream, default: AuditedStory()].take(entry, roles)
        }
        for fault in stories[entry.stream]?.faults ?? [] { violate(entry, fault) }
    }

    private mutating func checkBands(of entry: Entry) {
        guard !merged.contains(entry.stream) else { return }
        for code in stories[entry.stream]?.codes ?? [] where wearers[code] != entry.stream {
            if let other = wearers[code], stories[other] != nil, other != entry.stream {
                violate(entry, "the code \(code) is in two stories")
            }
            wearers[code] = entry.stream
        }
    }

    /// The whole story again, with every correction in its place: it has to keep the promise as it stands now.
    private mutating func correct(_ entry: Entry, _ entries: Stories) throws {
        guard case .admission = entry.stream else { return }
        let whole = try entries(entry.stream, entry.sequence)
        stories[entry.stream] = AuditedStory()
        wearers = wearers.filter { $0.value != entry.stream }
        let counts = try Dictionary(uniqueKeysWithValues: Corrections.resolved(whole).map { ($0.stamp.id, $0) })
        for earlier in whole {
            if let standing = counts[earlier.stamp.id] { note(standing) }
            if let band = struckBand(by: earlier, in: whole) { stories[entry.stream]?.strikeBand(of: band.newborn) }
        }
        checkBands(of: entry)
    }

    /// The baby's band that a correction struck out; nil for any other entry.
    private func struckBand(by entry: Entry, in story: [Entry]) -> BandAttached? {
        guard let correction = entry.fact as? EntryCorrected, correction.struck else { return nil }
        return story.first { $0.stamp.id == correction.target }?.fact as? BandAttached
    }

    /// A shift change says no more than the babies' own entries, which stand before it.
    private mutating func check(_ fact: GroupHandedOver, _ entry: Entry) {
        let open = stories.filter { !merged.contains($0.key) }
        func custodian(_ newborn: NewbornID) -> Custodian? {
            open.values.lazy.compactMap { $0.custodian(of: newborn) }.first
        }
        for newborn in fact.newborns where custodian(newborn) != .staff(fact.receiver) {
            violate(entry, "\(newborn) did not go with its group")
        }
        for exception in fact.exceptions where exception.why == .notScanned {
            if custodian(exception.newborn) != .staff(fact.giver) { violate(entry, "an exception moved") }
        }
    }

    private mutating func violate(_ entry: Entry, _ what: String) {
        violations.append("\(entry.sequence) \(entry.stamp.id) \(entry.stream.rawValue): \(what)")
    }
}
