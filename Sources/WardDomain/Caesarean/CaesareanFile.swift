/// What the file of a delivered case lacks.
public enum CaesareanGap: Hashable, Sendable {
    case category
    case delay
    /// The minutes of 1 and 5 that have no score.
    case apgar(NewbornID, minutes: [Int])
    case cordGases(NewbornID)
    case bands(NewbornID)
    case signature

    public var label: Phrase {
        switch self {
        case .category: Phrase(en: "category", zhHans: "类别")
        case .delay: Phrase(en: "delay reason", zhHans: "延误原因")
        case .apgar: Phrase(en: "Apgar", zhHans: "Apgar评分")
        case .cordGases: Phrase(en: "cord gases", zhHans: "脐血气")
        case .bands: Phrase(en: "bands", zhHans: "腕带")
        case .signature: Phrase(en: "signature", zhHans: "签名")
        }
    }
}

extension CaesareanGap {
    /// Why a case can't be closed, every kind of gap named once.
    static func missing(_ gaps: [CaesareanGap]) -> Phrase {
        let kinds = gaps.map(\.label).reduce(into: [Phrase]()) { kinds, label in
            if !kinds.contains(label) { kinds.append(label) }
        }
        return Phrase(
            en: "The case lacks: \(kinds.map(\.en).joined(separator: ", ")).",
            zhHans: "病例缺少：\(kinds.map(\.zhHans).joined(separator: "、"))。")
    }
}

extension Admission {
    /// The babies born by one caesarean, in order: those of a later run of hers are not among them.
    public func babies(of run: CaesareanRun) -> [Newborn] {
        let later = runs.filter { $0.id != run.id && run.decidedAt.isBefore($0.decidedAt) }
        return newborns.filter { baby in
            baby.mode == .caesarean && !baby.bornAt.isBefore(run.decidedAt)
                && later.allSatisfy { baby.bornAt.isBefore($0.decidedAt) }
        }
    }

    /// What the file of a run lacks until it is complete; nothing for a run without a birth by caesarean.
    ///
    /// - Parameter target: seconds from the decision to the birth; nil where the category has none.
    public func gaps(of run: CaesareanRun, target: Int?) -> [CaesareanGap] {
        guard let interval = run.decisionToDelivery else { return [] }
        var gaps: [CaesareanGap] = run.category == nil ? [.category] : []
        if let target, interval.seconds > target, run.delays.isEmpty { gaps.append(.delay) }
        for baby in babies(of: run) where baby.outcome.raisesAlarms {
            let minutes = [1, 5].filter { baby.apgar[$0] == nil }
            if !minutes.isEmpty { gaps.append(.apgar(baby.id, minutes: minutes)) }
            if !baby.hasGases, !baby.gasesNotTaken { gaps.append(.cordGases(baby.id)) }
            if baby.isHere, baby.attachedBands.count < 2 { gaps.append(.bands(baby.id)) }
        }
        if !run.unsigned.isEmpty || !unsigned.isEmpty { gaps.append(.signature) }
        return gaps
    }

    /// True while a case of hers has not got all that its file needs: then her story stays open, wherever she is.
    var hasIncompleteCase: Bool {
        runs.contains { !gaps(of: $0, target: $0.recordedTarget).isEmpty }
    }
}

/// The case was found complete.
public struct CaesareanClosed: CaesareanFact {
    public static let kind = "caesareanClosed"
    public let run: CaesareanID

    public var summary: Phrase { Phrase(en: "case closed, complete", zhHans: "病例资料完整，已结案") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withRun(run, stamp) { run throws(FoldFault) in
            guard !run.isRunning else { throw .impossible("the clock runs") }
            run.closing = CaesareanRun.Closing(at: stamp.occurred, staff: stamp.staff)
        }
    }
}

/// `caesarean.close`: the case is complete; refused while something is missing, by name.
public struct CloseCaesarean: WardCommand, NamesCaesarean {
    public static let name = "caesarean.close"
    public static let summary = Phrase(en: "close a case whose file is complete", zhHans: "结案（资料须完整）")
    public static let permission = Permission.care
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
        guard !run.isRunning else { throw .caesareanRuns }
        guard run.closing == nil else { throw .nothingToRecord }
        let gaps = admission.gaps(of: run, target: run.target(context.rules))
        guard gaps.isEmpty else { throw .caesareanIncomplete(gaps) }
        return [context.draft(.admission(admission.id), CaesareanClosed(run: run.id))]
    }
}
