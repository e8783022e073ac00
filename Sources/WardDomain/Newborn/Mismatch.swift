/// A scan did not belong: recorded as the draft of an adverse event, and nothing moved.
public struct HandoverMismatched: RegisterFact {
    public static let kind = "handoverMismatched"
    public static let standsForEver = true

    /// What was being done when it was found.
    public enum During: String, Codable, CaseIterable, Sendable {
        case handover, banding, discharge, check

        public var label: Phrase {
            switch self {
            case .handover: Phrase(en: "handover", zhHans: "交接")
            case .banding: Phrase(en: "re-banding", zhHans: "更换腕带")
            case .discharge: Phrase(en: "discharge", zhHans: "出院")
            case .check: Phrase(en: "the check against the mother's band", zhHans: "与母亲腕带核对")
            }
        }
    }

    public let newborn: NewbornID
    public let scanned: String
    /// The mother's band; nil while she has none. Entries of an older form say `-` then.
    public let belongs: String?
    public let giver: String?
    public let receiver: String?
    public let to: Place
    /// Nil in entries of an older form: then a handover or a discharge.
    public var during: During?
    /// The baby's band that was scanned; nil where none was, and in entries of an older form.
    public var band: String?

    public var summary: Phrase {
        let right = BandCode.said(belongs)
        return Phrase(
            en: "MISMATCH: scanned \(scanned), belongs \(right.en)", zhHans: "不符：扫描 \(scanned)，应为 \(right.zhHans)")
    }

    public var refusal: Refusal { .mismatch(scanned: scanned, belongs: belongs) }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        let bed = admission.bed
        let (giver, receiver) = (person(giver, of: admission), person(receiver, of: admission))
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            baby.mismatch = Newborn.Mismatch(
                entry: stamp.id, scanned: scanned, belongs: belongs, since: stamp.occurred, by: stamp.staff)
            baby.adverseEvents.append(AdverseEventDraft(self, at: baby.custody.place, stamp))
            baby.register(
                Newborn.Handover(
                    entry: stamp.id, giver: giver ?? baby.custody.custodian, receiver: receiver,
                    from: baby.custody.place, to: to,
                    reason: [scanned, belongs].compactMap(\.self).joined(separator: " / "), at: stamp.occurred,
                    retrospective: false, result: .mismatch, band: band), bed: bed)
        }
    }
}

extension HandoverMismatched {
    /// Who stood there to give or to take the baby; nil where nobody was scanned yet, or the wrong code itself was.
    private func person(_ code: String?, of admission: Admission) -> Custodian? {
        guard let code, code != scanned else { return nil }
        let named = code.split(separator: ":", maxSplits: 2).map(String.init)
        if named.count == 3, named[0] == "relative" { return .relative(name: named[2], relation: named[1]) }
        let read = BandCode.normalized(code)
        guard read != scanned else { return nil }
        if read == admission.band?.code { return .mother }
        return admission.relatives.first { $0.pass == read }?.custodian ?? .staff(Badge(read))
    }
}

/// What a second person found a mismatch to be.
public enum MismatchFinding: String, Codable, CaseIterable, Sendable {
    /// The wrong person or band was scanned; what they wear is right.
    case wrongScan
    /// The baby wears bands that are not its own.
    case wrongBabyBands
    /// The mother wears a band that is not her own.
    case wrongMotherBand

    public var label: Phrase {
        switch self {
        case .wrongScan: Phrase(en: "wrong person scanned, bands are right", zhHans: "扫错人，腕带无误")
        case .wrongBabyBands: Phrase(en: "the BABY's bands are wrong", zhHans: "新生儿腕带有误")
        case .wrongMotherBand: Phrase(en: "the MOTHER's band is wrong", zhHans: "母亲腕带有误")
        }
    }
}

/// A second person looked and cleared the screen; every scan starts again.
public struct MismatchCleared: NewbornFact {
    public static let kind = "mismatchCleared"
    public static let standsForEver = true
    public let newborn: NewbornID
    public let reason: String
    public var finding: MismatchFinding?

    public var summary: Phrase {
        let found = finding.map(\.label)
        return Phrase(
            en: "mismatch cleared\(found.map { ", \($0.en)" } ?? ""): \(reason)",
            zhHans: "不符已解除\(found.map { "（\($0.zhHans)）" } ?? "")：\(reason)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            baby.mismatch = nil
            if let last = baby.adverseEvents.indices.last {
                baby.adverseEvents[last].cleared = AdverseEventDraft.Clearing(
                    by: stamp.staff, at: stamp.occurred, finding: finding, reason: reason)
            }
        }
        if finding == .wrongMotherBand { admission.motherNeedsRebanding = true }
    }
}

/// The bands that a baby wears were found to be wrong: they lead to new bands only, and to no handover.
public struct RebandingOrdered: NewbornFact {
    public static let kind = "rebandingOrdered"
    public static let standsForEver = true
    public let newborn: NewbornID
    public let reason: String

    public var summary: Phrase {
        let reason = Phrase(recorded: reason)
        return Phrase(en: "re-banding ordered: \(reason.en)", zhHans: "须更换腕带：\(reason.zhHans)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.wrongIssues = baby.bands.map(\.issue).max() ?? 0
            baby.motherBandCheckedAt = nil
        }
    }
}

/// The draft of an adverse event: what happened, as far as the ward's record knows it. Nobody was harmed by a handover
/// that was stopped; what else is to be said, people say.
public struct AdverseEventDraft: Codable, Hashable, Sendable {
    /// Who cleared it, and what was found.
    public struct Clearing: Codable, Hashable, Sendable {
        public let by: Badge?
        public let at: Occurrence
        public let finding: MismatchFinding?
        public let reason: String
    }

    public let entry: EntryID
    public let during: HandoverMismatched.During?
    public let scanned: String
    /// Nil where the mother had no band.
    public let belongs: String?
    public let place: Place
    public let at: Occurrence
    public let by: Badge?
    public let giver: String?
    public let receiver: String?
    /// Nil while nobody has cleared it.
    public internal(set) var cleared: Clearing?

    init(_ fact: HandoverMismatched, at place: Place, _ stamp: EntryStamp) {
        entry = stamp.id
        during = fact.during
        scanned = fact.scanned
        belongs = fact.belongs
        self.place = place
        at = stamp.occurred
        by = stamp.staff
        giver = fact.giver
        receiver = fact.receiver
    }

    /// In a sentence, for the report that somebody completes.
    public var text: Phrase {
        let act = during?.label ?? Phrase(en: "handover or discharge", zhHans: "交接或出院")
        let end =
            cleared.map { Phrase(en: "cleared: \($0.reason)", zhHans: "已解除：\($0.reason)") }
            ?? Phrase(en: "not cleared yet", zhHans: "尚未解除")
        let right = BandCode.said(belongs)
        return Phrase(
            en: "Wrong identity found before \(act.en), \(place.label.en): scanned \(scanned), belongs \(right.en). "
                + "Nothing moved; \(end.en)",
            zhHans: "\(place.label.zhHans)\(act.zhHans)前发现身份不符：扫描 \(scanned)，应为 \(right.zhHans)。未移交；\(end.zhHans)")
    }
}

/// `custody.clearMismatch`: a second person with authority, with a finding and a reason; it never completes a handover.
public struct ClearMismatch: WardCommand, NamesNewborn {
    public static let name = "custody.clearMismatch"
    public static let summary = Phrase(en: "clear a mismatch; every scan starts again", zhHans: "解除不符，重新扫描")
    public static let permission = Permission.clearMismatch
    public static let fields =
        newbornFields + [
            CommandField(
                "finding", MismatchFinding.codes, required: true),
            CommandField("reason", "string", required: true),
        ]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var finding: MismatchFinding
    public var reason: String?

    public init(newborn: NewbornID, finding: MismatchFinding = .wrongScan, reason: String) {
        self.newborn = newborn
        self.finding = finding
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard let mismatch = baby.mismatch else { throw .noMismatch }
        guard mismatch.by != context.by else { throw .secondPersonNeeded }
        let reason = try TextRules.reason(reason)
        let cleared = MismatchCleared(newborn: baby.id, reason: reason, finding: finding)
        let drafts = [context.draft(.admission(admission.id), cleared)]
        guard finding == .wrongBabyBands else { return drafts }
        return drafts
            + wearers(of: mismatch, baby, admission, context).map { story, newborn in
                context.draft(.admission(story), RebandingOrdered(newborn: newborn, reason: reason))
            }
    }

    /// The baby, and the one whose band was scanned: bands that were swapped are wrong on both.
    private func wearers(
        of mismatch: Newborn.Mismatch, _ baby: Newborn, _ admission: Admission, _ context: DecisionContext
    ) -> [(AdmissionID, NewbornID)] {
        let own = [(admission.id, baby.id)]
        guard case .newborn(let story, let other) = context.ward.wearer(of: mismatch.scanned), other.id != baby.id
        else { return own }
        return own + [(story.id, other.id)]
    }
}
