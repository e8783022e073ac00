/// A fact about one check of a kit.
public protocol KitFact: Fact {
    func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault)
}

/// Somebody began to check a kit; the exact list goes with it.
public struct KitCheckBegun: KitFact {
    public static let kind = "kitCheckBegun"
    public let kit: Kit
    public let shift: String?
    public let shiftDay: CalendarDay?

    public var summary: Phrase { Phrase(en: "check begun: \(kit.en)", zhHans: "开始清点：\(kit.zhHans)") }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        try check.begin(kit, .full, shift, shiftDay, stamp)
    }
}

/// An item was looked at.
public struct KitItemChecked: KitFact {
    public static let kind = "kitItemChecked"
    public let item: String
    public let result: KitItemResult
    public let quantity: Int?
    public let expiry: CalendarDay?
    public let batteryWorks: Bool?
    public let note: String?

    public var summary: Phrase {
        Phrase(en: "\(item): \(result.label.en)", zhHans: "\(item)：\(result.label.zhHans)")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        guard check.isOpen else { throw .impossible("the check is not going") }
        guard check.kit?[item: item] != nil else { throw .impossible("there is no item \(item)") }
        check.marks[item] = KitCheck.Mark(
            result: result, quantity: quantity, expiry: expiry, batteryWorks: batteryWorks, note: note,
            at: stamp.occurred, staff: stamp.staff)
    }
}

/// The check is over; a new seal may have been put on.
public struct KitCheckFinished: KitFact {
    public static let kind = "kitCheckFinished"
    public let seal: String?
    /// Who counted with the one who finished it.
    public let second: Badge?

    public var summary: Phrase {
        let with = second.map { Phrase(en: ", with \($0)", zhHans: "，双人核对 \($0)") }
        return Phrase(
            en: "check finished, seal \(seal ?? "none")\(with?.en ?? "")",
            zhHans: "清点结束，封条 \(seal ?? "无")\(with?.zhHans ?? "")")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        guard check.isOpen else { throw .impossible("the check is not going") }
        check.seal = seal
        check.second = second
        check.finishedAt = stamp.occurred
        check.finishedBy = stamp.staff
    }
}

/// The seal was read: it holds when its number is the one put on last.
public struct KitSealChecked: KitFact {
    public static let kind = "kitSealChecked"
    public let kit: Kit
    public let shift: String?
    public let shiftDay: CalendarDay?
    public let seal: String
    public let holds: Bool

    public var summary: Phrase {
        holds
            ? Phrase(en: "seal \(seal) holds: \(kit.en)", zhHans: "封条 \(seal) 完好：\(kit.zhHans)")
            : Phrase(en: "SEAL DIFFERS (\(seal)): \(kit.en)", zhHans: "封条不符（\(seal)）：\(kit.zhHans)")
    }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        try check.begin(kit, .seal, shift, shiftDay, stamp)
        check.seal = seal
        check.sealHolds = holds
        check.finishedAt = stamp.occurred
        check.finishedBy = stamp.staff
    }
}

/// Begun by mistake: not counted.
public struct KitCheckVoided: KitFact {
    public static let kind = "kitCheckVoided"
    public let reason: String

    public var summary: Phrase { Phrase(en: "check void: \(reason)", zhHans: "清点作废：\(reason)") }

    public func fold(into check: inout KitCheck, _ stamp: EntryStamp) throws(FoldFault) {
        guard check.isOpen else { throw .impossible("the check is not going") }
        check.voided = true
    }
}

extension KitCheck {
    mutating func begin(
        _ kit: Kit, _ scope: KitCheckScope, _ shift: String?, _ day: CalendarDay?, _ stamp: EntryStamp
    ) throws(FoldFault) {
        guard self.kit == nil else { throw .impossible("the check is there already") }
        self.kit = kit
        self.scope = scope
        self.shift = shift
        shiftDay = day
        startedAt = stamp.occurred
        startedBy = stamp.staff
    }
}
