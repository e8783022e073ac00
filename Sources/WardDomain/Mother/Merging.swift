/// Her story went on under another admission: she turned out to be somebody who was known.
public struct MotherMerged: AdmissionFact {
    public static let kind = "motherMerged"
    public static let standsForEver = true
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
    public static let standsForEver = true
    public let from: AdmissionID
    public let story: Admission

    public var summary: Phrase {
        Phrase(en: "story of \(story.identity.said.en) joined", zhHans: "并入 \(story.identity.said.zhHans) 的记录")
    }

    public var maskedSummary: Phrase {
        story.identity.isNamed ? Phrase(en: "another story joined", zhHans: "并入另一记录") : summary
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        guard admission.mergedInto == nil else { throw .impossible("already merged") }
        admission.absorb(story)
    }
}

extension Admission {
    /// Takes a whole story in: it was hers all the time.
    fileprivate mutating func absorb(_ story: Admission) {
        absorbed += [story.id] + story.absorbed
        identity = story.identity.updated(by: identity)
        flags.formUnion(story.flags)
        if let other = story.admittedAt, let mine = admittedAt, other.isBefore(mine) { admittedAt = other }
        absorbPlace(of: story)
        absorbGrade(of: story)
        absorbWords(of: story)
        absorbObservations(of: story)
        absorbBands(of: story)
        runs = (runs + story.runs).sorted { $0.decidedAt.isBefore($1.decidedAt) }
        newborns += story.newborns
        relatives += story.relatives.filter { !relatives.contains($0) }
        identityCheck = identityCheck ?? story.identityCheck
        motherNeedsRebanding = motherNeedsRebanding || story.motherNeedsRebanding
        newbornsMovedAway += story.newbornsMovedAway
        unsigned += story.unsigned
    }

    /// She is where the unnamed woman is: in that bed, in theatre, or back after she had left. Nobody comes back who died.
    private mutating func absorbPlace(of story: Admission) {
        guard !story.isWithoutMother, place != .died else { return }
        if !isHere || story.place != .ward {
            place = story.place
            placeSince = story.placeSince
            placeBeforeTheatre = story.placeBeforeTheatre
        }
        bed = story.bed ?? bed
        saidAt[.place] = newest(saidAt[.place], story.saidAt[.place])
    }

    /// The higher grade counts, whichever is newer: a merge hides no risk.
    private mutating func absorbGrade(of story: Admission) {
        risk = [risk, story.risk].compactMap { $0 }.max()
        infectious = infectious == true || story.infectious == true ? true : infectious ?? story.infectious
        riskFactors += story.riskFactors.filter { !riskFactors.contains($0) }
        highRiskTicks += story.highRiskTicks.filter { tick in !highRiskTicks.contains { $0.step == tick.step } }
        for aspect in [Aspect.risk, .infectious] {
            saidAt[aspect] = newest(saidAt[aspect], story.saidAt[aspect])
        }
    }

    /// Of plan, therapy and charge the newer word.
    private mutating func absorbWords(of story: Admission) {
        func absorb<Value>(_ aspect: Aspect, _ value: WritableKeyPath<Admission, Value?>) {
            guard let said = story.saidAt[aspect], takesNewest(aspect, said) else { return }
            self[keyPath: value] = story[keyPath: value]
        }
        absorb(.plan, \.planLine)
        absorb(.epidural, \.epidural)
        absorb(.oxytocin, \.oxytocin)
        absorb(.charge, \.inCharge)
    }

    /// The newer of each observed value; losses add up.
    private mutating func absorbObservations(of story: Admission) {
        for field in ObservationField.allCases {
            guard let theirs = story.observedAt[field] else { continue }
            if let mine = observedAt[field], theirs.isBefore(mine) { continue }
            field.copy(from: story.latest, to: &latest)
            observedAt[field] = theirs
        }
        for finding in story.cervixFindings { note(finding) }
        if let loss = story.totalBloodLossMillilitres {
            totalBloodLossMillilitres = (totalBloodLossMillilitres ?? 0) + loss
        }
    }

    /// The band that was put on last is on her wrist; an older one is void. Where a baby is compared with it, two staff
    /// make sure of it first: which of two bands proves a mother is never the merge's alone to say.
    private mutating func absorbBands(of story: Admission) {
        voidBands += story.voidBands
        guard let theirs = story.band else { return }
        guard let mine = band else {
            band = theirs
            return
        }
        let isNewer = !theirs.since.isBefore(mine.since)
        band = isNewer ? theirs : mine
        voidBands.append((isNewer ? mine : theirs).voided)
        if (newborns + story.newborns).contains(where: \.isHere) { motherNeedsRebanding = true }
    }

    private func newest(_ one: Occurrence?, _ other: Occurrence?) -> Occurrence? {
        [one, other].compactMap { $0 }.max { $0.isBefore($1) }
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
        guard !target.isWithoutMother else { throw .motherNotHere }
        return try Self.drafts(source: source, target: target, context)
    }

    /// The two entries of a merge: one closes the unnamed story, one carries it over. Her clock ends where the birth
    /// stands in the other story already.
    static func drafts(
        source: Admission, target: Admission, _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        guard source.id != target.id else { throw .sameMother }
        try checkSameWoman(source.identity, target.identity)
        guard source.newborns.isEmpty || target.newborns.isEmpty else { throw .mergeWouldMixBabies }
        guard source.runningCaesarean == nil || target.runningCaesarean == nil else { throw .bothHaveRunningClock }
        return [
            context.draft(.admission(source.id), MotherMerged(into: target.id)),
            context.draft(.admission(target.id), StoryAbsorbed(from: source.id, story: source)),
        ] + (source.runningCaesarean.map { target.end(of: $0.id, decidedAt: $0.decidedAt) } ?? [])
    }

    /// A number of her own, or another name, says that she is somebody else.
    private static func checkSameWoman(_ unnamed: MotherIdentity, _ known: MotherIdentity) throws(Refusal) {
        let otherNumber = unnamed.mrn != nil && unnamed.mrn != known.mrn
        let otherName = unnamed.name != nil && unnamed.name != known.name
        guard !otherNumber, !otherName else { throw .mergeWouldMixMothers }
    }
}
