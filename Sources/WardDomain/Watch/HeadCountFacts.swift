/// A fact of a head count.
public protocol HeadCountFact: Fact {
    func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault)
}

/// A head count began, against the census of that moment.
public struct HeadCountStarted: HeadCountFact {
    public static let kind = "headCountStarted"
    public let purpose: HeadCountPurpose
    public let drill: ChecklistID?
    public let destination: String?
    public let census: [NewbornID]

    public var summary: Phrase {
        let drill = drill == nil ? Phrase(en: "", zhHans: "") : Phrase(en: "DRILL ", zhHans: "演练 ")
        return Phrase(
            en: "\(drill.en)\(purpose.label.en) begins, \(census.count) on the census",
            zhHans: "\(drill.zhHans)\(purpose.label.zhHans)开始，在册 \(census.count) 名")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.startedAt == nil else { throw .impossible("the count has begun") }
        count.startedAt = stamp.occurred
        (count.purpose, count.drill, count.destination) = (purpose, drill, destination)
    }
}

/// A count turned out to be for something else: a code pink, an evacuation with its destination.
public struct HeadCountPurposeGiven: HeadCountFact {
    public static let kind = "headCountPurposeGiven"
    public let purpose: HeadCountPurpose
    public let drill: ChecklistID?
    public let destination: String?

    public var summary: Phrase {
        let to = destination.map { ": \($0)" } ?? ""
        return Phrase(en: "the count is for \(purpose.label.en)\(to)", zhHans: "清点用于\(purpose.label.zhHans)\(to)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        (count.purpose, count.drill, count.destination) = (purpose, drill, destination)
    }
}

/// A baby was scanned in a count.
public struct NewbornCounted: HeadCountFact {
    public static let kind = "newbornCounted"
    public let newborn: NewbornID
    public let band: String
    public let stage: HeadCountStage
    public let place: Place

    public var summary: Phrase {
        stage == .here
            ? Phrase(en: "counted: \(band), \(place.label.en)", zhHans: "已清点：\(band)，\(place.label.zhHans)")
            : Phrase(en: "band read again at the destination: \(band)", zhHans: "目的地再次核对腕带：\(band)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        guard !count.has(newborn, stage) else { throw .impossible("the baby was counted") }
        let seen = HeadCount.Sighting(
            newborn: newborn, at: stamp.occurred, place: place, terminal: stamp.terminal, by: stamp.staff)
        switch stage {
        case .here: count.here.append(seen)
        case .destination: count.arrived.append(seen)
        }
    }
}

/// A count ended: everybody was seen, or who was not is named.
public struct HeadCountFinished: HeadCountFact {
    public static let kind = "headCountFinished"
    public let counted: Int
    public let missing: [HeadCount.Missing]
    public let seconds: Int
    public let reason: String?

    public var summary: Phrase {
        let time = "\(seconds / 60):\(String(seconds % 60 + 100).dropFirst())"
        let why = reason.map { ": \($0)" } ?? ""
        return missing.isEmpty
            ? Phrase(en: "all \(counted) counted in \(time)", zhHans: "\(counted) 名全部在，用时 \(time)")
            : Phrase(
                en: "count ended after \(time), \(counted) seen, \(missing.count) MISSING\(why)",
                zhHans: "清点结束，用时 \(time)，在 \(counted) 名，缺 \(missing.count) 名\(why)")
    }

    public func fold(into count: inout HeadCount, _ stamp: EntryStamp) throws(FoldFault) {
        guard count.isOpen else { throw .impossible("no count is open") }
        count.finishedAt = stamp.occurred
        count.finishedBy = stamp.staff
        count.missing = missing
    }
}
