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

    public static let bandToBeRead = Refusal(
        "bandToBeRead", field: "band", en: "This baby wears a band: scan it. If it came off, record that first.",
        zhHans: "该新生儿有腕带：请扫描；如已脱落，请先登记。")

    public static let notInCharge = Refusal(
        "notInCharge",
        en: "Whoever is in charge hands the shift over: let her sign in, or record first that she is off duty.",
        zhHans: "应由当班负责人交班：请其登录，或先登记其已下班。")

    public static let nobodyGoes = Refusal(
        "nobodyGoes", en: "None of the scanned babies is the giver's.", zhHans: "所扫新生儿均不由交出人看护。")
}
