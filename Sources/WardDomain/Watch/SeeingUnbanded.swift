/// A head count found a baby without a band, whom two people know: from then it is an alarm wherever the baby is.
public struct NewbornSeenUnbanded: NewbornFact {
    public static let kind = "newbornSeenUnbanded"
    public let newborn: NewbornID
    public let place: Place
    /// The second of the two who saw it.
    public let second: Badge

    public var summary: Phrase {
        Phrase(
            en: "WITHOUT A BAND in the head count, known to two staff, \(place.label.en)",
            zhHans: "清点时无腕带，双人确认，\(place.label.zhHans)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { $0.seenUnbandedAt = stamp.occurred }
    }
}
