/// What is refused of bands.
extension Refusal {
    public static func bandUnknown(_ code: String) -> Refusal {
        Refusal(
            "bandUnknown", field: "band", en: "No newborn here wears the band \(code).", zhHans: "没有新生儿佩戴腕带 \(code)。")
    }

    public static func bandVoid(_ code: String) -> Refusal {
        Refusal("bandVoid", en: "The band \(code) is void for ever.", zhHans: "腕带 \(code) 已永久作废。")
    }

    public static func issueUnknown(_ code: String, _ issue: Int) -> Refusal {
        Refusal(
            "issueUnknown", en: "No band \(code) with the issue \(issue) was ever put on here: it proves nobody.",
            zhHans: "本院从未佩戴过编码 \(code) 的第 \(issue) 次发放腕带：不能证明身份。")
    }

    public static func personCodeDiffers(_ code: String, _ other: String) -> Refusal {
        Refusal(
            "personCodeDiffers",
            en:
                "The code \(code) is another person's than \(other), which the baby has already: find out which is right.",
            zhHans: "个人码 \(code) 与该新生儿已有的 \(other) 不是同一人：请先查明。")
    }

    public static func bandInUse(_ code: String) -> Refusal {
        Refusal("bandInUse", en: "The code \(code) is or was somebody else's.", zhHans: "编码 \(code) 已被他人使用。")
    }

    public static func bandIsBadge(_ code: String) -> Refusal {
        Refusal("bandIsBadge", en: "\(code) is a staff badge, not a band.", zhHans: "\(code) 是工牌，不是腕带。")
    }

    public static func notABabyBand(_ code: String) -> Refusal {
        Refusal(
            "notABabyBand", field: "band", en: "\(code) is a mother's band, not a baby's.",
            zhHans: "\(code) 是母亲腕带，不是新生儿腕带。")
    }

    public static func notAMotherBand(_ code: String) -> Refusal {
        Refusal(
            "notAMotherBand", field: "motherBand", en: "\(code) is not a mother's band.", zhHans: "\(code) 不是母亲腕带。")
    }

    public static let twoBandsAlready = Refusal(
        "twoBandsAlready", en: "The baby wears two bands already.", zhHans: "新生儿已佩戴两条腕带。")

    public static func limbTaken(_ limb: Limb) -> Refusal {
        Refusal(
            "limbTaken", en: "There is a band on the \(limb.label.en) already.", zhHans: "\(limb.label.zhHans)已有腕带。")
    }

    public static let secondPersonNeeded = Refusal(
        "secondPersonNeeded", field: "second", en: "A second person is needed, other than the first.",
        zhHans: "需要另一位工作人员。")

    public static let notBanded = Refusal("notBanded", en: "There is no band there.", zhHans: "该处没有腕带。")

    public static let babyBandNeeded = Refusal(
        "babyBandNeeded", field: "babyBand", en: "Scan a band of her baby, or say why not.",
        zhHans: "请扫描其新生儿的腕带，或说明原因。")

    public static let motherBandNeeded = Refusal(
        "motherBandNeeded", field: "motherBand", en: "Scan the mother's band, or say why there is none.",
        zhHans: "请扫描母亲腕带，或说明原因。")

    public static let chargeNurseNeeded = Refusal(
        "chargeNurseNeeded", field: "second",
        en: "Without the mother's band the charge nurse must be one of the two.",
        zhHans: "无母亲腕带时，两名工作人员之一须为护士长。")
}
