import WardDomain

/// What the casebook says.
enum CasebookText {
    // Keys
    static let casePage = Phrase(en: "case page", zhHans: "病例页")
    static let openCase = Phrase(en: "open case", zhHans: "打开病例")
    static let openRows = Phrase(en: "cases behind it", zhHans: "查看病例")
    static let nextPart = Phrase(en: "next part", zhHans: "下一部分")
    static let previousPart = Phrase(en: "previous part", zhHans: "上一部分")
    static let filter = Phrase(en: "filter", zhHans: "筛选")
    static let noFilter = Phrase(en: "no filter", zhHans: "取消筛选")
    static let measure = Phrase(en: "median or share", zhHans: "中位或达标率")
    static let replay = Phrase(en: "replay", zhHans: "回放")
    static let newer = Phrase(en: "newer case", zhHans: "较新病例")
    static let older = Phrase(en: "older case", zhHans: "较早病例")

    // Why a key does nothing now
    static let reading = Phrase(en: "The case is being read.", zhHans: "正在读取病例。")
    static let noFilterNow = Phrase(en: "Nothing is filtered.", zhHans: "当前未筛选。")

    // The history
    static let notRecorded = Phrase(en: "not recorded", zhHans: "未记录")
    static let fewCases = Phrase(en: "few cases, says little", zhHans: "例数少，意义有限")
    static let outOfDenominator = Phrase(en: "not in the denominator", zhHans: "不计入分母")
    static let counted = Phrase(en: "counted", zhHans: "已计入")
    static let notCounted = Phrase(en: "not counted", zhHans: "不计数")
    static let apart = Phrase(en: "timed from the arrest, apart", zhHans: "自骤停起计时，单列")
    static let noDelay = Phrase(en: "No delay code was given in these cases.", zhHans: "所选病例未填写延误原因。")
    static let nothing = Phrase(en: "No case here.", zhHans: "无符合条件的病例。")

    static let anyCode = Phrase(en: "any code", zhHans: "任一代码")
    static let withDelay = Phrase(en: "with a delay code", zhHans: "有延误代码")
    static let noCategory = Phrase(en: "no category", zhHans: "未定类别")
    static let doctorTimed = Phrase(en: "newborn doctor, both times known", zhHans: "新生儿科医师呼叫与到场有记录")
    static let doctorFirst = Phrase(en: "newborn doctor before the birth", zhHans: "新生儿科医师娩出前到场")
    static let doctorKnown = Phrase(en: "newborn doctor, before or after known", zhHans: "新生儿科医师娩出前后有记录")

    static func arrestTimed(_ milestone: Milestone) -> Phrase {
        Phrase(en: "arrest to \(milestone.label.en), time known", zhHans: "骤停至\(milestone.label.zhHans)有时间")
    }

    static let help = [
        Phrase(
            en:
                "History: only births by caesarean after the decision are the denominator; stood down and born before are counted beside it, void ones not at all, maternal arrests apart. Every number opens the cases behind it (Enter); every filter in force is named in the first line.",
            zhHans: "历史：仅决定后剖宫产娩出者为分母；取消手术、术前娩出另计，作废不计，孕产妇心脏骤停单列。每个数字按 Enter 查看对应病例；生效的筛选列于首行。"),
        Phrase(
            en:
                "Run chart: + six or more months in a row on one side of the median, / five or more rising, \\ five or more falling. Months on the median neither add to a row nor break it; of equal months that follow each other one counts; months without a case are passed over. n is the number of births.",
            zhHans: "运行图：+ 连续六个月及以上位于中位线同侧，/ 连续五个月及以上上升，\\ 连续五个月及以上下降。恰在中位线者不计也不中断；相邻等值只计一次；无病例月份跳过。n 为娩出例数。"),
    ]
}
