import ClinicalLibrary
import WardDomain
import WardLedger

/// An open store with all that recording in it takes: rules, clocks, ids, and where and by whom the program runs.
struct WardStore {
    let ledger: WardLedger
    let rules: ClinicalRules
    let clock = SystemClock()
    private let terminal: String
    private let origin: Origin
    private var ids = CommandIDs(seed: .random(in: .min ... .max))

    /// A busy store is asked again so often; the ledger itself waits 100 ms each time.
    private static let tries = 20

    /// Opens the store that the options name, to record in it.
    init(_ option: StoreOption, creating: Bool = false, as way: Origin.Way = .apply) throws(Failure) {
        let location = option.location
        rules = OpenLibrary.at(location.libraryFolder).rules
        terminal = option.terminalLabel
        origin = Origin(way, account: Surroundings.account)
        ledger = try OpenStore.at(location.path, creating: creating)
    }

    var ward: WardState { ledger.ward }

    /// Wraps a command up with who gives it and an id.
    mutating func envelope(
        _ command: any WardCommand, by: Badge?, time: CommandEnvelope.Time = .now, id: CommandID? = nil
    ) -> CommandEnvelope {
        CommandEnvelope(
            id: id ?? ids.next(at: clock.now().moment), by: by, time: time, terminal: terminal, origin: origin,
            command: command)
    }

    /// Records a command; a refusal or a fault of the store ends the subcommand.
    mutating func record(_ command: any WardCommand, by: Badge?) throws(Failure) {
        _ = try outcome(of: envelope(command, by: by)).get()
    }

    /// Does something with the store; a busy one is asked again, a refusal or a fault ends the subcommand.
    func insist(_ body: () throws(RecordFault) -> Void) throws(Failure) {
        for tries in 1...Self.tries {
            do throws(RecordFault) {
                return try body()
            } catch {
                switch error {
                case .refused(let refusal): throw Failure(refusal)
                case .ledger(.busy) where tries < Self.tries: continue
                case .ledger(let fault): throw Failure(fault)
                }
            }
        }
    }

    /// Records a command; a refusal is an answer, a fault of the store ends the subcommand.
    mutating func outcome(of envelope: CommandEnvelope) throws(Failure) -> Result<[Entry], Refusal> {
        let recording = outcomes(of: [envelope])
        guard let outcome = recording.outcomes.first else { throw recording.failure ?? Failure(LedgerFault.busy) }
        return outcome
    }

    /// What became of some commands: an outcome for each from the first on, and the fault that kept the rest out.
    struct Recording {
        var outcomes: [Result<[Entry], Refusal>] = []
        var failure: Failure?

        /// Takes answers in their order up to the first fault: what lies behind one is asked again.
        mutating func take(_ answers: [Result<[Entry], RecordFault>]) {
            for answer in answers {
                switch answer {
                case .success(let entries): outcomes.append(.success(entries))
                case .failure(.refused(let refusal)): outcomes.append(.failure(refusal))
                case .failure(.ledger(let fault)):
                    failure = Failure(fault)
                    return
                }
            }
        }
    }

    /// Records commands in order, each for itself; a busy store is asked again.
    mutating func outcomes(of envelopes: [CommandEnvelope]) -> Recording {
        var recording = Recording()
        var tries = 0
        while recording.outcomes.count < envelopes.count {
            let recorded = recording.outcomes.count
            let waiting = Array(envelopes[recorded...])
            let answers = ledger.recordAll(
                waiting, rules: rules, offset: SystemClock.offset, uptime: { clock.uptime }, now: clock.now)
            recording.take(answers)
            guard let failure = recording.failure else { continue }
            tries = recording.outcomes.count > recorded ? 1 : tries + 1
            guard failure.code == .busy, tries < Self.tries else { return recording }
            recording.failure = nil
        }
        return recording
    }
}

extension Result where Failure == Refusal {
    /// The success; a refusal ends the subcommand.
    fileprivate func get() throws(matrona.Failure) -> Success {
        switch self {
        case .success(let value): return value
        case .failure(let refusal): throw matrona.Failure(refusal)
        }
    }
}
