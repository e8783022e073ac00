/// Something that every newborn, or the child of an infectious mother, is owed within a time from its birth: a
/// prophylaxis or a screen. The library says when; what is done is recorded in words, so it is a reminder and no alarm.
public struct NewbornDue: Hashable, Sendable, Identifiable {
    public let id: String
    public let text: Phrase
    /// Hours from the birth before which it is not done; nil from the birth on.
    public let fromHours: Int?
    /// Hours from the birth by which it is done; nil where the library names no end.
    public let byHours: Int?
    /// True for what only the child of a mother recorded as infectious, or not yet as not infectious, may be owed.
    public let onlyInfectious: Bool
    public let source: Source

    public init(
        id: String, text: Phrase, fromHours: Int?, byHours: Int?, onlyInfectious: Bool, source: Source
    ) {
        self.id = id
        self.text = text
        self.fromHours = fromHours
        self.byHours = byHours
        self.onlyInfectious = onlyInfectious
        self.source = source
    }

    /// `hearing screen from 11-29 00:34 [V]`, for a birth at a time.
    public func said(bornAt: Moment, _ offset: LocalOffset) -> Phrase {
        func time(_ hours: Int) -> String {
            let moment = bornAt.advanced(seconds: hours * 3600)
            let local = LocalTime(moment, offset)
            let isSameDay = moment.localDay(offset) == bornAt.localDay(offset)
            return isSameDay ? local.hourMinute : "\(local.day.description.dropFirst(5)) \(local.hourMinute)"
        }
        var (en, zhHans) = (text.en, text.zhHans)
        switch (fromHours, byHours) {
        case (let from?, let by?):
            en += " \(time(from)) - \(time(by))"
            zhHans += " \(time(from)) - \(time(by))"
        case (let from?, nil):
            en += " from \(time(from))"
            zhHans += " \(time(from)) 起"
        case (nil, let by?):
            en += " by \(time(by))"
            zhHans += " \(time(by)) 前"
        case (nil, nil): break
        }
        return Phrase(en: "\(en) [\(source.mark.rawValue)]", zhHans: "\(zhHans) [\(source.mark.rawValue)]")
    }
}

extension ClinicalRules {
    /// What the library says falls due for a newborn, in its order; nothing where nobody knows the time of its birth, and
    /// nothing for a child who died.
    ///
    /// Whether a mother is infectious hides nothing until somebody recorded that she is not; which disease it is stands
    /// in the words of each item and is never guessed.
    public func due(for newborn: Newborn, of mother: Admission) -> [NewbornDue] {
        guard newborn.birthTimeKnown, newborn.outcome.raisesAlarms else { return [] }
        return newbornDue.filter { !$0.onlyInfectious || mother.infectious != false }
    }
}
