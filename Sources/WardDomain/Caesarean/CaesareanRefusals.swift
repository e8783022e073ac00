/// What is refused of caesareans and their milestones.
extension Refusal {
    public static let caesareanUnknown = Refusal(
        "caesareanUnknown", en: "There is no such caesarean run.", zhHans: "没有该剖宫产记录。")

    public static let caesareanAlreadyRunning = Refusal(
        "caesareanAlreadyRunning", en: "A clock is running for her already: joined.", zhHans: "她已有计时在运行，已转到该计时。")

    public static func caesareanEnded(_ ending: CaesareanRun.Ending) -> Refusal {
        Refusal(
            "caesareanEnded", en: "The run has ended: \(ending.label.en).", zhHans: "该计时已结束：\(ending.label.zhHans)。")
    }

    public static let milestoneIsDecision = Refusal(
        "milestoneIsDecision", en: "The decision can only be given another time, with a reason.",
        zhHans: "决定手术只能更正时间并说明原因。")

    public static let milestoneIsBirth = Refusal(
        "milestoneIsBirth", en: "The delivery is recorded by the birth form.", zhHans: "胎儿娩出须在出生登记中记录。")

    public static let milestoneNotMarked = Refusal(
        "milestoneNotMarked", en: "That milestone is not marked.", zhHans: "该节点尚未标记。")

    public static let milestoneAlreadyMarked = Refusal(
        "milestoneAlreadyMarked", en: "That milestone is marked already; to change it, give its time or say why.",
        zhHans: "该节点已标记；如需更改，请填写时间或原因。")

    public static let milestoneBeforeDecision = Refusal(
        "milestoneBeforeDecision", en: "That would lie before the start, or the start after a later step.",
        zhHans: "时间早于开始时间，或开始晚于后续步骤。")

    public static let sameCategory = Refusal("sameCategory", en: "That is the category already.", zhHans: "类别未改变。")

    public static func outOfOrder(_ milestone: Milestone) -> Refusal {
        Refusal(
            "outOfOrder", en: "\(milestone.label.en) stands out of order: say why.",
            zhHans: "\(milestone.label.zhHans)顺序异常，请说明原因。")
    }

    public static let caesareanRuns = Refusal("caesareanRuns", en: "The clock runs still.", zhHans: "计时仍在运行。")

    public static func caesareanIncomplete(_ gaps: [CaesareanGap]) -> Refusal {
        Refusal("caesareanIncomplete", CaesareanGap.missing(gaps))
    }

    public static let babyAlreadyBorn = Refusal(
        "babyAlreadyBorn", en: "The baby is born already.", zhHans: "胎儿已娩出。")
}
