/// Somebody said that a clock without entries is still true.
public struct CaesareanConfirmed: CaesareanFact {
    public static let kind = "caesareanConfirmed"
    public let run: CaesareanID

    public var summary: Phrase { Phrase(en: "still true: the clock runs", zhHans: "确认仍在进行") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard run.isRunning else { throw .impossible("the run has ended") }
        }
    }
}

/// `caesarean.confirm`: the clock is still true.
public struct ConfirmCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.confirm"
    public static let summary = Phrase(en: "confirm that a quiet clock is still true", zhHans: "确认计时仍然有效")
    public static let permission = Permission.emergency
    public static let fields = caesareanFields

    public var run: CaesareanID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?

    public init(run: CaesareanID) {
        self.run = run
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, run) = try caesarean(context)
        if let end = run.end { throw .caesareanEnded(end.ending) }
        return [context.draft(.admission(admission.id), CaesareanConfirmed(run: run.id))]
    }
}

extension CaesareanRun {
    /// After so many seconds without an entry a running clock asks whether it is still true.
    public static let quietSeconds = 5 * 60

    /// Seconds since the newest entry of a running clock, once they are enough to ask; nil before, and after its end.
    public func quiet(now: ClockReading) -> Int? {
        guard isRunning else { return nil }
        let seconds = lastEntryAt.interval(to: now).seconds
        return seconds >= Self.quietSeconds ? seconds : nil
    }
}
