/// A story that was merged stands whole in the one that took it in: what is corrected here is corrected there too.
extension CorrectEntry {
    /// The corrections of the stories that a corrected one went over to, one after another.
    ///
    /// - Parameter known: the entries of all these streams.
    func carriedOn(
        from corrected: [Entry], of stream: StreamID, _ known: [Entry], _ context: DecisionContext
    ) throws(Refusal) -> [Draft] {
        var (story, stream) = (corrected, stream)
        var drafts: [Draft] = []
        while let merged = story.merged {
            let next = StreamID.admission(merged.into)
            let onward = known.filter { $0.stream == next }
            let snapshot = try stateBeforeMerge(of: story, stream)
            guard let absorbed = onward.absorbing(snapshot.id) else { throw .notCorrectable }
            let payload = try text(of: StoryAbsorbed(from: snapshot.id, story: snapshot))
            let correction = EntryCorrected(
                target: absorbed.stamp.id, reason: try TextRules.reason(reason), payload: payload, occurred: nil,
                struck: false)
            let draft = context.draft(next, correction)
            drafts.append(draft)
            story = onward + [draft.provisionalEntry(context, ordinal: drafts.count + 1)]
            try checkStillFits(story, next, context)
            try checkKeepsPromise(of: onward, in: story)
            stream = next
        }
        return drafts
    }

    private func stateBeforeMerge(of story: [Entry], _ stream: StreamID) throws(Refusal) -> Admission {
        let before = story.filter { !($0.fact is MotherMerged) }
        guard case .admission(let admission) = try folded(before, of: stream) else { throw .notCorrectable }
        return admission
    }
}

extension [Entry] {
    /// The end of a story that went on in another.
    public var merged: MotherMerged? {
        compactMap { $0.fact as? MotherMerged }.last
    }

    /// The entry by which a story took another one in.
    fileprivate func absorbing(_ admission: AdmissionID) -> Entry? {
        last { ($0.fact as? StoryAbsorbed)?.from == admission }
    }
}
