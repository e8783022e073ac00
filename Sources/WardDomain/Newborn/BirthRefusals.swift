/// What is refused of births and of what is found of a newborn.
extension Refusal {
    public static func newbornUnknown(_ name: String) -> Refusal {
        Refusal("newbornUnknown", en: "There is no newborn '\(name)' here.", zhHans: "没有新生儿「\(name)」。")
    }

    public static func orderTaken(_ order: Int) -> Refusal {
        Refusal("orderTaken", en: "Baby \(order) is recorded already.", zhHans: "第 \(order) 胎已登记。")
    }

    public static func orderSkipped(expected: Int) -> Refusal {
        Refusal("orderSkipped", en: "The next baby is number \(expected).", zhHans: "下一胎应为第 \(expected) 胎。")
    }

    public static let bornBeforeSibling = Refusal(
        "bornBeforeSibling", en: "This baby can't be born before the one with the lower number.",
        zhHans: "出生时间不能早于前一胎。")

    public static let birthBeforeDecision = Refusal(
        "birthBeforeDecision", en: "A birth by this caesarean can't lie before its decision.",
        zhHans: "剖宫产娩出时间不能早于决定时间。")

    public static let beforeBirth = Refusal("beforeBirth", en: "That lies before the birth.", zhHans: "时间早于出生。")

    public static let apgarInvalid = Refusal(
        "apgarInvalid", en: "Each Apgar sign is 0, 1 or 2, and a total must be their sum.",
        zhHans: "Apgar评分各项为 0、1、2，总分须等于各项之和。")

    public static let notLive = Refusal("notLive", en: "This applies to a live newborn only.", zhHans: "仅适用于活产新生儿。")
    public static let notDead = Refusal("notDead", en: "This baby is alive.", zhHans: "该新生儿存活，不能转入太平间。")
    public static let alreadyGone = Refusal(
        "alreadyGone", field: "band", en: "The baby has left the hospital.", zhHans: "新生儿已离院。")

    public static func cordClampsDisagree(expected: Int) -> Refusal {
        Refusal(
            "cordClampsDisagree",
            en:
                "Baby \(expected) bears \(expected.counting("cord clamp", "cord clamps")): count again, or check the order.",
            zhHans: "第\(expected)胎应有 \(expected) 枚脐带夹，请重新清点或核对胎次。")
    }
}
