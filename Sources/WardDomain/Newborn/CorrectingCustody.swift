/// A correction may break nothing of the custody chain that held before it: what followed has to have been possible.
extension CorrectEntry {
    /// - Throws: `correctionImpossible`, naming the first later entry that would no longer keep the promise.
    func checkKeepsPromise(of entries: [Entry], in corrected: [Entry]) throws(Refusal) {
        let known = Set(try broken(in: entries).map(\.what))
        guard let first = try broken(in: corrected).first(where: { !known.contains($0.what) }) else { return }
        throw .correctionImpossible(first.entry, promise: Phrase(en: first.what, zhHans: "破坏交接链"))
    }

    /// What the entries of a story break, one after another, with its corrections in their places.
    private func broken(in entries: [Entry]) throws(Refusal) -> [(entry: Entry, what: String)] {
        guard let stream = entries.first?.stream, case .admission(let id) = stream else { return [] }
        var story = Admission(id: id)
        var broken: [(entry: Entry, what: String)] = []
        for entry in try resolved(entries) {
            guard let fact = entry.fact as? any AdmissionFact else { continue }
            let before = story
            do throws(FoldFault) {
                try story.take(fact, entry.stamp)
            } catch {
                return broken
            }
            broken += CustodyPromise.broken(by: entry, before: before, after: story).map { (entry, "\($0)") }
        }
        return broken
    }
}
