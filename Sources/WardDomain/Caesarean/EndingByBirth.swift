/// A birth that was recorded before anybody started the clock turned out to be the one that ended it.
public struct CaesareanEndedByBirth: CaesareanFact {
    public static let kind = "caesareanEndedByBirth"
    public let run: CaesareanID
    public let newborn: NewbornID

    public var summary: Phrase {
        Phrase(en: "ended by the birth that was recorded before", zhHans: "以已记录的出生结束计时")
    }

    /// The birth's time and mode are those that it has now; where it was struck the clock runs on.
    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        let baby = admission.newborns.first { $0.id == newborn }
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard let baby else { return }
            try run.finish(baby.mode == .caesarean ? .delivered : .bornBeforeCaesarean, baby.bornAt)
        }
    }
}

extension Admission {
    /// The first birth at or after a decision that no run of hers has for its own: it was recorded without a clock.
    public func birthWithoutClock(since decision: Occurrence) -> Newborn? {
        newborns.first { baby in
            !baby.bornAt.isBefore(decision)
                && runs.allSatisfy { run in
                    run.end?.at != baby.bornAt && !babies(of: run).contains { $0.id == baby.id }
                }
        }
    }

    /// What ends a clock that comes to her running while the birth stands already; nothing where none does.
    func end(of run: CaesareanID, decidedAt decision: Occurrence) -> [Draft] {
        guard let born = birthWithoutClock(since: decision) else { return [] }
        return [
            Draft(
                stream: .admission(id), occurred: born.bornAt, fact: CaesareanEndedByBirth(run: run, newborn: born.id))
        ]
    }
}
