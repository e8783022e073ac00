/// Her story went on under another admission: she turned out to be somebody who was known.
public struct MotherMerged: AdmissionFact {
    public static let kind = "motherMerged"
    public let into: AdmissionID

    public var summary: Phrase { Phrase(en: "merged into her own admission", zhHans: "并入本人住院记录") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.mergedInto == nil else { throw .impossible("already merged") }
        admission.mergedInto = into
        admission.bed = nil
    }
}

/// The story of a woman who had been admitted without a name joined this one, whole, times and all.
public struct StoryAbsorbed: AdmissionFact {
    public static let kind = "storyAbsorbed"
    public let from: AdmissionID
    public let story: Admission

    public var summary: Phrase {
        Phrase(en: "story of \(story.identity.called) joined", zhHans: "并入 \(story.identity.called) 的记录")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.mergedInto == nil else { throw .impossible("already merged") }
        admission.identity = story.identity.updated(by: admission.identity)
        admission.bed = admission.bed ?? story.bed
        if admission.place == .ward { admission.place = story.place }
        admission.risk = [admission.risk, story.risk].compactMap { $0 }.max()
        admission.infectious =
            admission.infectious == true || story.infectious == true ? true : admission.infectious ?? story.infectious
        admission.riskFactors += story.riskFactors.filter { !admission.riskFactors.contains($0) }
        admission.flags.formUnion(story.flags)
        admission.planLine = story.planLine ?? admission.planLine
        admission.epidural = story.epidural ?? admission.epidural
        admission.oxytocin = story.oxytocin ?? admission.oxytocin
        admission.absorbObservations(of: story)
        admission.band = admission.band ?? story.band
        admission.runs += story.runs
        admission.newborns += story.newborns
        admission.unsigned += story.unsigned
    }
}

extension Admission {
    /// The newer of each observed value; losses add up.
    fileprivate mutating func absorbObservations(of story: Admission) {
        for field in ObservationField.allCases {
            guard let theirs = story.observedAt[field] else { continue }
            if let mine = observedAt[field], theirs.isBefore(mine) { continue }
            var single = LabourObservation()
            field.copyIfMissing(from: story.latest, to: &single)
            latest = latest.updated(by: single)
            observedAt[field] = theirs
        }
        if let loss = story.totalBloodLossMillilitres {
            totalBloodLossMillilitres = (totalBloodLossMillilitres ?? 0) + loss
        }
    }
}

/// `mother.merge`: a woman admitted without a name is this mother; her story joins, the times stay.
public struct MergeMother: WardCommand, NamesMother {
    public static let name = "mother.merge"
    public static let summary = Phrase(en: "an unknown woman is this mother", zhHans: "无名孕产妇并入本人")
    public static let permission = Permission.care
    public static let fields = [
        CommandField("admission", "id"), CommandField("label", "string"),
        CommandField("intoMrn", "string"), CommandField("into", "id"),
    ]

    /// The unnamed woman's admission.
    public var admission: AdmissionID?
    public var label: String?
    public var intoMrn: String?
    public var into: AdmissionID?
    public var mrn: String? { nil }

    private enum CodingKeys: String, CodingKey {
        case admission, label, intoMrn, into
    }

    public init(admission: AdmissionID, into: AdmissionID) {
        self.admission = admission
        self.into = into
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let source = try mother(context)
        let target = try context.ward.mother(mrn: intoMrn, admission: into, label: nil)
        return try Self.drafts(source: source, target: target, context)
    }

    /// The two entries of a merge: one closes the unnamed story, one carries it over.
    static func drafts(
        source: Admission, target: Admission, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        guard source.id != target.id else { throw .sameMother }
        guard source.mergedInto == nil else { throw .motherUnknown(source.identity.called) }
        guard source.newborns.isEmpty || target.newborns.isEmpty else { throw .mergeWouldMixBabies }
        guard source.runningCaesarean == nil || target.runningCaesarean == nil else { throw .bothHaveRunningClock }
        return [
            context.draft(.admission(source.id), MotherMerged(into: target.id)),
            context.draft(.admission(target.id), StoryAbsorbed(from: source.id, story: source)),
        ]
    }
}
