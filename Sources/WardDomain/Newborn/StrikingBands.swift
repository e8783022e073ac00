/// What later entries read off a band: such a band was on, whatever is corrected.
extension Fact {
    fileprivate var bandsRead: [String] {
        let codes: [String?] =
            switch self {
            case let fact as HandoverCompleted: [fact.band, fact.motherBand]
            case let fact as NewbornDischarged: [fact.band, fact.otherBand, fact.motherBand]
            case let fact as ChildReleased: [fact.band, fact.motherBand]
            case let fact as MotherBandChecked: [fact.band, fact.motherBand]
            case let fact as BandReplaced: [fact.motherBand, fact.otherBand]
            case let fact as MotherBandAttached: [fact.babyBand]
            case let fact as RelativeAuthorised: [fact.motherBand]
            case let fact as HandoverMismatched: [fact.scanned, fact.belongs]
            default: []
            }
        return codes.compactMap(\.self)
    }

    /// The mother gave or took a baby by her band.
    fileprivate var isByMother: Bool {
        guard let fact = self as? HandoverCompleted else { return false }
        return fact.giver == .mother || fact.receiver == .mother
    }

    /// Issues are numbered in order, and a void one is void for ever: neither is struck from under these.
    fileprivate func countsIssues(of newborn: NewbornID) -> Bool {
        switch self {
        case let fact as BandLost: fact.newborn == newborn
        case let fact as BandReplaced: fact.newborn == newborn
        case let fact as RebandingOrdered: fact.newborn == newborn
        default: false
        }
    }
}

extension [Entry] {
    /// Whether a band can't be struck out any more: it was read, it took the place of another, or another took its place.
    func restOnBand(of target: Entry) -> Bool {
        switch target.fact {
        case let band as MotherBandAttached:
            contains { entry in
                let another = entry.fact is MotherBandAttached && entry.stamp.id != target.stamp.id
                return another || entry.fact.bandsRead.contains(band.code) || entry.fact.isByMother
            }
        case let band as BandAttached: rest(on: band.code, of: band.newborn)
        case let band as BandIssued: rest(on: band.code, of: band.newborn)
        default: false
        }
    }

    private func rest(on code: String, of newborn: NewbornID) -> Bool {
        contains { $0.fact.bandsRead.contains(code) || $0.fact.countsIssues(of: newborn) }
    }
}

extension Admission {
    /// Remembers of each baby that a band of its was struck out: the band is no longer in the story, the doubt is.
    ///
    /// - Parameter entries: the whole story, corrections included.
    mutating func rememberStruckBands(_ entries: [Entry]) {
        let corrections = entries.lazy.compactMap { $0.fact as? EntryCorrected }
        let struck = Set(corrections.filter(\.struck).map(\.target))
        for entry in entries where struck.contains(entry.stamp.id) {
            guard let band = entry.fact as? BandAttached,
                let index = newborns.firstIndex(where: { $0.id == band.newborn })
            else { continue }
            newborns[index].hadBandStruck = true
        }
    }
}
