/// What is refused of custody: handovers, visits, the last way.
extension Refusal {
    /// A relative is named by what she or he is to the mother: a screen that anybody can see shows this.
    public static func giverNotCustodian(_ custodian: Custodian) -> Refusal {
        let who =
            if case .relative(_, let relation) = custodian { Phrase(en: relation, zhHans: relation) } else {
                custodian.text
            }
        return Refusal(
            "giverNotCustodian", field: "giver",
            en: "The giver does not have the baby: the custodian is \(who.en).",
            zhHans: "交出人不是当前看护人：当前为\(who.zhHans)。")
    }

    public static let sameGiverAndReceiver = Refusal(
        "sameGiverAndReceiver", field: "receiver", en: "Giver and receiver must be different people.",
        zhHans: "交出人与接收人不能相同。")

    public static let handoverOwed = Refusal(
        "handoverOwed", en: "The baby was moved and not yet handed over: hand it over first (h).",
        zhHans: "该新生儿已转移但尚未交接，请先完成交接（h）。")

    public static let custodyChangedSince = Refusal(
        "custodyChangedSince", en: "Custody changed after that time; it can't be back-dated past its newest change.",
        zhHans: "此后看护已变更，不能补记到更早。")

    public static func mismatch(scanned: String, belongs: String?) -> Refusal {
        Refusal(
            "mismatch",
            en: "STOP: scanned \(scanned), belongs \(BandCode.said(belongs).en). Nothing moved; it is recorded.",
            zhHans: "停：扫描 \(scanned)，应为 \(BandCode.said(belongs).zhHans)。未移交，已记录。")
    }

    public static let mismatchUncleared = Refusal(
        "mismatchUncleared", en: "A mismatch for this baby has not been cleared.", zhHans: "该新生儿有未解除的不符。")

    public static let noMismatch = Refusal("noMismatch", en: "There is no mismatch to clear.", zhHans: "没有需要解除的不符。")

    public static let placeIsDischarge = Refusal(
        "placeIsDischarge", en: "Leaving the hospital is a discharge, not a handover.", zhHans: "离院请使用出院登记。")

    public static let relativeNotAuthorised = Refusal(
        "relativeNotAuthorised", en: "The mother has not named this relative: authorise first (d, then r).",
        zhHans: "母亲未授权该亲属交接，请先登记授权（d，再 r）。")

    public static let unitNeedsNurse = Refusal(
        "unitNeedsNurse", en: "A unit has custody by a named nurse: scan her badge as the receiver.",
        zhHans: "病区看护须指定护士：请扫描接收护士工牌。")

    public static func pinNeeded(_ badge: Badge) -> Refusal {
        Refusal("pinNeeded", en: "\(badge) must enter the PIN for this handover.", zhHans: "\(badge) 须为本次交接输入密码。")
    }

    public static let pinOnlyAtScreen = Refusal(
        "pinOnlyAtScreen", field: "pinChecked",
        en: "A PIN is checked at a screen, where it is typed: a line of a file can't say that it was.",
        zhHans: "密码只能在屏幕上输入核对：文件中的记录不能声明已核对密码。")

    public static func motherIsElsewhere(_ reason: NoMotherBand) -> Refusal {
        Refusal(
            "motherIsElsewhere", field: "noMotherBand",
            en: "Her record does not say '\(reason.label.en)': record first where she is, or scan her band.",
            zhHans: "记录与「\(reason.label.zhHans)」不符：请先记录母亲去向，或扫描其腕带。")
    }

    public static let receiverReadsBack = Refusal(
        "receiverReadsBack", en: "The card is read back by whoever has the baby now.",
        zhHans: "转运交接卡须由现在照护新生儿的人复述。")

    public static let noTransferCard = Refusal(
        "noTransferCard", en: "There is no transfer card yet.", zhHans: "尚无转运交接卡。")

    public static let visitorUnknown = Refusal(
        "visitorUnknown", field: "name", en: "No visitor of this name is with this baby.", zhHans: "该新生儿没有此姓名的探视者。")

    public static let deadAreReleased = Refusal(
        "deadAreReleased", en: "A child who died is given to the family in its own way (d).",
        zhHans: "死婴请按专门流程交家属（d）。")

    public static let bandNeeded = Refusal("bandNeeded", en: "Scan the child's band.", zhHans: "请扫描腕带。")

    public static let farewellNotAgreed = Refusal(
        "farewellNotAgreed", en: "First record what was agreed with the family.", zhHans: "请先记录与家属商定的意见。")

    public static let deathNotReported = Refusal(
        "deathNotReported", en: "First record to whom this was reported.", zhHans: "请先记录已向何处报告。")
}
