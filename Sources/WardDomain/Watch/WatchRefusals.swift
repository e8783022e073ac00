/// What is refused of alarms, head counts and shift changes.
extension Refusal {
    public static let noSuchAlarm = Refusal("noSuchAlarm", en: "There is no such alarm now.", zhHans: "当前没有此报警。")

    public static let alarmNotSnoozed = Refusal(
        "alarmNotSnoozed", en: "This alarm can't be put off: settle it, or acknowledge it.",
        zhHans: "此报警不可暂缓：请处理或确认。")

    public static let headCountRunning = Refusal(
        "headCountRunning", en: "A head count goes on already: join it.", zhHans: "清点已在进行，请加入。")

    public static let headCountKeepsNature = Refusal(
        "headCountKeepsNature", en: "A real count never becomes a drill, nor a drill a real one: end it first.",
        zhHans: "真实清点不能改为演练，演练也不能改为真实：请先结束清点。")

    public static let noHeadCount = Refusal("noHeadCount", en: "No head count goes on.", zhHans: "当前没有清点。")

    public static let nobodyToCount = Refusal(
        "nobodyToCount", en: "No newborn is here to be counted.", zhHans: "没有可清点的新生儿。")

    public static let notInCount = Refusal("notInCount", en: "This baby is not in the count.", zhHans: "此新生儿不计入清点。")

    public static let countedAlready = Refusal(
        "countedAlready", en: "This baby is counted already.", zhHans: "此新生儿已清点。")

    public static let nobodyGoes = Refusal(
        "nobodyGoes", en: "None of the scanned babies is the giver's.", zhHans: "所扫新生儿均不由交出人看护。")
}
