import WardDomain
import WardLedger

/// Opening the ward's store, with a word before a wait so that nobody takes it for a failure.
enum OpenStore {
    /// - Throws: a `Failure` in one line when the store can't be used.
    static func at(
        _ path: String, creating: Bool = false, for purpose: WardLedger.Purpose = .recording,
        in language: Language = Surroundings.language()
    ) throws(Failure) -> WardLedger {
        try Failure.from { () throws(LedgerFault) in
            try WardLedger(opening: path, creating: creating, for: purpose) {
                StandardError.line(ProgramText.bringingUp[language])
            }
        }
    }

    /// A store whose past is whole, to list it.
    ///
    /// - Throws: a `Failure` also when the past has to be brought up and the store can't be written.
    static func withHistory(at path: String) throws(Failure) -> WardLedger {
        let ledger = try at(path, for: .reading)
        guard ledger.historyIsBehind else { return ledger }
        StandardError.line(ProgramText.bringingUp[Surroundings.language()])
        let clock = SystemClock()
        try Failure.from { () throws(LedgerFault) in try ledger.bringUpAllHistory(uptime: { clock.uptime }) }
        return ledger
    }
}
