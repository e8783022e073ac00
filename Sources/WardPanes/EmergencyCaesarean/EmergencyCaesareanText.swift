import WardDomain

/// What the emergency caesarean pane says.
enum EmergencyCaesareanText {
    static let title = Phrase(en: "Emergency caesarean", zhHans: "紧急剖宫产")

    // Keys
    static let markNext = Phrase(en: "mark next", zhHans: "标记下一步")
    static let openMilestone = Phrase(en: "this milestone", zhHans: "所选节点")
    static let retime = Phrase(en: "time", zhHans: "改时间")
    static let category = Phrase(en: "category", zhHans: "类别")
    static let indication = Phrase(en: "indication", zhHans: "适应证")
    static let delay = Phrase(en: "delay reason", zhHans: "延误原因")
    static let arrival = Phrase(en: "team arrived", zhHans: "人员到场")
    static let birth = Phrase(en: "birth", zhHans: "出生")
    static let standDown = Phrase(en: "stand down", zhHans: "取消手术")
    static let void = Phrase(en: "started by mistake", zhHans: "误启动")
    static let naming = Phrase(en: "who she is", zhHans: "确认身份")
    static let previousRun = Phrase(en: "previous clock", zhHans: "上一台")
    static let nextRun = Phrase(en: "next clock", zhHans: "下一台")
    static let apgar = Phrase(en: "Apgar", zhHans: "阿氏评分")
    static let gases = Phrase(en: "cord gases", zhHans: "脐血气")
    static let bands = Phrase(en: "bands", zhHans: "腕带")
    static let sign = Phrase(en: "sign", zhHans: "补签")
    static let history = Phrase(en: "history", zhHans: "历史")
    static let followNext = Phrase(en: "back to next", zhHans: "回到下一步")
    static let back = Phrase(en: "back", zhHans: "返回")
    static let otherCategory = Phrase(en: "category 1 or 2", zhHans: "Ⅰ类或Ⅱ类")

    // Why a key does nothing now
    static let noRun = Phrase(en: "No caesarean is open here.", zhHans: "当前没有剖宫产计时。")
    static let startNotSaved = Phrase(
        en: "This clock runs, but its start is not saved yet.", zhHans: "计时运行中，但启动尚未保存。")
    static let hasEnded = Phrase(en: "This clock has ended.", zhHans: "该计时已结束。")
    static let notBorn = Phrase(en: "No baby was born by this caesarean yet.", zhHans: "本次剖宫产尚无新生儿娩出。")
    static let signInFirst = Phrase(en: "Sign in first.", zhHans: "请先登录。")
    static let nothingUnsigned = Phrase(en: "Everything here is signed.", zhHans: "无待签名记录。")
    static let onlyOne = Phrase(en: "There is no other clock.", zhHans: "没有其他计时。")
    static let allMarked = Phrase(en: "Every milestone has been reached.", zhHans: "所有节点均已标记。")
    static let tooSoon = Phrase(
        en: "A second Space within two seconds is ignored.", zhHans: "两秒内再次按空格不作标记。")
    static let birthTime = Phrase(
        en: "A birth's time is corrected at the birth itself: u, or the mother's story.",
        zhHans: "出生时间请在出生记录处更正（u 或孕产妇记录）。")

    // Nothing open
    static let howToStart = Phrase(
        en: "Start a clock: ! then c, from anywhere, signed in or not.", zhHans: "启动计时：任意处按 ! 再按 c，无需登录。")
    static let noPastCase = Phrase(en: "No past case.", zhHans: "无历史病例。")
    static let lastCase = Phrase(en: "Last case", zhHans: "最近一例")

    // The table
    static let milestone = Phrase(en: "Milestone", zhHans: "节点")
    static let time = Phrase(en: "Time", zhHans: "用时")
    static let split = Phrase(en: "Split", zhHans: "间隔")
    static let target = Phrase(en: "Goal", zhHans: "目标")
    static let late = Phrase(en: "Late", zhHans: "超时")
    static let usual = Phrase(en: "Usual", zhHans: "中位")
    static let clockTime = Phrase(en: "At", zhHans: "时刻")
    static let markedBy = Phrase(en: "By", zhHans: "标记人")
    static let next = Phrase(en: "NEXT", zhHans: "下一步")
    static let notApplicable = Phrase(en: "n/a", zhHans: "不适用")
    static let notSaved = Phrase(en: "NOT SAVED", zhHans: "未保存")
    static let unsigned = Phrase(en: "UNSIGNED", zhHans: "未签名")
    static let notGiven = Phrase(en: "not given", zhHans: "未填")
    static let missing = Phrase(en: "MISSING", zhHans: "待补")

    static let help = [
        Phrase(
            en:
                "Space marks the next milestone with the time of the key press. It never marks the birth: it opens the birth form. A badge scanned here while a clock runs is that person's arrival. Nobody needs to sign in for any of it; what is unsigned waits for a signature (w).",
            zhHans: "空格按按键时刻标记下一节点；绝不直接标记娩出，而是打开出生表。计时运行时在此扫描工牌即记录该人员到场。以上均无需登录，未签名记录等待补签（w）。"),
        Phrase(
            en:
                "Before a milestone: v reached, u reached but unsigned, ! not saved yet, ? out of order, - not applicable. Behind a time: w counted by the wall clock because the computer was restarted in between.",
            zhHans: "节点前：v 已标记，u 已标记未签名，! 未保存，? 顺序异常，- 不适用。时间后 w：其间系统重启，按日历时钟计算。"),
        Phrase(
            en:
                "Beside the clock: * two thirds of the target are gone, ** five minutes or less are left, *** over the target.",
            zhHans: "计时旁：* 已用三分之二，** 剩余不足五分钟，*** 已超时。"),
        Phrase(
            en:
                "Usual: this ward's own median for that split, same category, last twelve months; with t behind it fewer than ten cases are known and the library's plan stands there. 'At this pace': the furthest milestone's time plus what the rest usually takes.",
            zhHans: "中位：本科近十二个月同类别该间隔的中位数；带 t 表示不足十例，显示规则库计划值。「预计」：最远节点用时加其余部分的通常用时。"),
    ]
}
