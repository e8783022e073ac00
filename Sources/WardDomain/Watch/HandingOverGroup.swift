/// A shift change handed a group of newborns from one person to another; each baby's own story says so as well.
public struct GroupHandedOver: ShiftFact, NamesStaff {
    public static let kind = "groupHandedOver"

    /// A baby that did not go with the group, and why.
    public struct Exception: Codable, Hashable, Sendable {
        /// Why a baby stays with whom it was.
        public enum Why: String, Codable, CaseIterable, Sendable {
            /// The giver has it, and nobody scanned it.
            case notScanned
            /// It was scanned, and somebody else has it.
            case notGivers
            /// It was scanned, and a mismatch waits to be cleared.
            case mismatchUncleared
            /// It was scanned by a band that was found to be wrong: new bands first.
            case bandsWrong

            public var label: Phrase {
                switch self {
                case .notScanned: Phrase(en: "NOT SCANNED", zhHans: "未扫描")
                case .notGivers: Phrase(en: "with somebody else", zhHans: "由他人看护")
                case .mismatchUncleared: Phrase(en: "mismatch not cleared", zhHans: "不符未解除")
                case .bandsWrong: Phrase(en: "its bands are WRONG", zhHans: "腕带有误")
                }
            }
        }

        public let newborn: NewbornID
        public let why: Why

        public init(newborn: NewbornID, why: Why) {
            self.newborn = newborn
            self.why = why
        }
    }

    public let giver: Badge
    public let receiver: Badge
    public let newborns: [NewbornID]
    public let exceptions: [Exception]
    public let reason: String?

    public func summary(calling name: (Badge) -> String) -> Phrase {
        let (giver, receiver) = (name(giver), name(receiver))
        let but = exceptions.isEmpty ? "" : ", \(exceptions.count) not"
        let butZh = exceptions.isEmpty ? "" : "，\(exceptions.count) 名除外"
        return Phrase(
            en: "shift change: \(newborns.count.counting("baby", "babies")) \(giver) > \(receiver)\(but)",
            zhHans: "交接班：\(newborns.count) 名新生儿 \(giver) > \(receiver)\(butZh)")
    }

    public func fold(into record: inout ShiftRecord, _ stamp: EntryStamp) throws(FoldFault) {
        guard record.group == nil else { throw .impossible("the group was handed over") }
        record.group = self
    }
}

extension WardState {
    /// What a shift change would do with the babies that were scanned: those that go, and the exceptions.
    public func group(
        scanned: [NewbornID], from giver: Badge
    ) -> (go: [NewbornID], exceptions: [GroupHandedOver.Exception]) {
        var go: [NewbornID] = []
        var exceptions: [GroupHandedOver.Exception] = []
        for (_, baby) in census where scanned.contains(baby.id) || baby.custody.custodian == .staff(giver) {
            if !scanned.contains(baby.id) {
                exceptions.append(GroupHandedOver.Exception(newborn: baby.id, why: .notScanned))
            } else if baby.mismatch != nil {
                exceptions.append(GroupHandedOver.Exception(newborn: baby.id, why: .mismatchUncleared))
            } else if baby.needsRebanding || baby.identityDoubt != nil {
                exceptions.append(GroupHandedOver.Exception(newborn: baby.id, why: .bandsWrong))
            } else if !baby.mayBeGiven(by: .staff(giver)) {
                exceptions.append(GroupHandedOver.Exception(newborn: baby.id, why: .notGivers))
            } else {
                go.append(baby.id)
            }
        }
        return (go, exceptions)
    }
}

/// `custody.handOverGroup`: a shift change: each baby scanned once, both badges once, exceptions listed.
public struct HandOverGroup: WardCommand {
    public static let name = "custody.handOverGroup"
    public static let summary = Phrase(en: "hand a group of newborns over at a shift change", zhHans: "交接班集体交接")
    public static let permission = Permission.custody
    public static let fields = [
        CommandField("bands", "array of code, one of each baby", required: true),
        CommandField("giver", "badge", required: true), CommandField("receiver", "badge", required: true),
        CommandField("reason", "string; needed for exceptions"),
        CommandField("pinChecked", "array of badge; the screen's alone"),
    ]

    public var bands: [String]
    public var giver: Badge
    public var receiver: Badge
    public var reason: String?
    /// Who of giver and receiver entered the PIN: the screen that checked them says so, no line of `apply` can.
    public var pinChecked: [Badge]?

    public init(bands: [String], giver: Badge, receiver: Badge, reason: String? = nil) {
        self.bands = bands
        self.giver = giver
        self.receiver = receiver
        self.reason = reason
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        try context.checkClaims(pinChecked: pinChecked?.isEmpty == false)
        let giver = try context.atWork(Badge(BandCode.normalized(giver.rawValue))).badge
        let receiver = try context.atWork(Badge(BandCode.normalized(receiver.rawValue))).badge
        guard giver != receiver else { throw .sameGiverAndReceiver }
        try context.checkMayHave(.staff(receiver))
        try context.checkPINs(of: [.staff(giver), .staff(receiver)], pinChecked)
        let scanned = try self.scanned(context)
        let (go, exceptions) = context.ward.group(scanned: scanned.map(\.newborn.id), from: giver)
        guard !go.isEmpty else { throw .nobodyGoes }
        let why = exceptions.isEmpty && reason?.isBlank != false ? nil : try TextRules.reason(reason)
        var drafts: [Draft] = []
        for one in scanned where go.contains(one.newborn.id) {
            drafts.append(
                context.draft(.admission(one.mother.id), try completed(one.newborn, one.band, giver, receiver, context))
            )
        }
        let group = GroupHandedOver(giver: giver, receiver: receiver, newborns: go, exceptions: exceptions, reason: why)
        return drafts + [context.draft(.shift(ShiftID(context.id.rawValue)), group)]
    }

    /// The babies whose bands were read; each once, by whichever of its bands.
    private func scanned(
        _ context: DecisionContext
    ) throws(Refusal) -> [(mother: Admission, newborn: Newborn, band: String)] {
        var found: [(mother: Admission, newborn: Newborn, band: String)] = []
        for band in bands {
            let (mother, baby) = try context.ward.newborn(wearing: band)
            guard baby.isHere, baby.outcome.raisesAlarms else { throw .notInCount }
            if !found.contains(where: { $0.newborn.id == baby.id }) {
                found.append((mother, baby, BandCode.normalized(band)))
            }
        }
        return found
    }

    /// The place and the errand stay as they are; only who answers for the baby changes.
    private func completed(
        _ baby: Newborn, _ band: String, _ giver: Badge, _ receiver: Badge, _ context: DecisionContext
    ) throws(Refusal) -> HandoverCompleted {
        guard !context.occurred.isBefore(baby.custody.since) else { throw .custodyChangedSince }
        var fact = HandoverCompleted(
            newborn: baby.id, band: band, motherBand: nil, noMotherBandReason: OwnWords.shiftChange.recorded(),
            giver: .staff(giver),
            receiver: .staff(receiver), from: baby.custody.place, to: baby.custody.place,
            reason: OwnWords.shiftChange.recorded(),
            expectedBack: baby.custody.expectedBack, retrospective: baby.pendingMove != nil || context.isLate)
        fact.group = ShiftID(context.id.rawValue)
        fact.pinChecked = pinChecked
        return fact
    }
}
