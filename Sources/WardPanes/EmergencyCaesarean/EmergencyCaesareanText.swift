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
    static let apgar = Phrase(en: "Apgar", zhHans: "Apgar评分")
    static let gases = Phrase(en: "cord gases", zhHans: "脐血气")
    static let bands = Phrase(en: "bands", zhHans: "腕带")
    static let sign = Phrase(en: "sign", zhHans: "补签")
    static let history = Phrase(en: "history", zhHans: "历史")
    static let callSomebody = Phrase(en: "call", zhHans: "呼叫")
    static let review = Phrase(en: "case review", zhHans: "病例回顾")
    static let arrest = Phrase(en: "maternal arrest", zhHans: "孕产妇骤停")
    static let entries = Phrase(en: "entries", zhHans: "全部记录")
    static let confirm = Phrase(en: "still true", zhHans: "确认仍有效")
    static let closeCase = Phrase(en: "close case", zhHans: "结案")
    static let paper = Phrase(en: "enter a paper case", zhHans: "补录纸质病例")
    static let onCallNotWritten = Phrase(
        en: "on-call list not written (: on call)", zhHans: "今晚值班表未填（: 值班）")

    /// What a call's own key does.
    static func call(_ slot: OnCallSlot) -> Phrase {
        Phrase(en: "called \(slot.label.en)", zhHans: "已呼叫\(slot.label.zhHans)")
    }

    static let followNext = Phrase(en: "back to next", zhHans: "回到下一步")
    static let back = Phrase(en: "back", zhHans: "返回")
    static let otherCategory = Phrase(en: "category 1 or 2", zhHans: "1类或2类")

    // Why a key does nothing now
    static let noRun = Phrase(en: "No caesarean is open here.", zhHans: "当前没有剖宫产计时。")
    static let startNotSaved = Phrase(
        en: "This has to wait until the start of the clock is saved; marks are taken.", zhHans: "须待计时启动保存后方可操作；节点可照常标记。"
    )
    static let hasEnded = Phrase(en: "This clock has ended.", zhHans: "该计时已结束。")
    static let stillRuns = Phrase(en: "The clock runs still.", zhHans: "计时仍在运行。")
    static let calledJustNow = Phrase(
        en: "Called just now: a second press within two seconds is ignored.", zhHans: "刚刚已标记呼叫，两秒内再次按键不作标记。")
    static let notBorn = Phrase(en: "No baby was born by this caesarean yet.", zhHans: "本次剖宫产尚无新生儿娩出。")
    static let nothingUnsigned = Phrase(en: "Everything here is signed.", zhHans: "无待签名记录。")
    static let onlyOne = Phrase(en: "There is no other clock.", zhHans: "没有其他计时。")
    static let allMarked = Phrase(en: "Every milestone has been reached.", zhHans: "所有节点均已标记。")
    static let tooSoon = Phrase(
        en: "A second Space within two seconds is ignored.", zhHans: "两秒内再次按空格不作标记。")
    static let clockChanged = Phrase(
        en: "The clock on the screen has just changed: press again.", zhHans: "屏幕上的计时刚刚切换：请再按一次。")
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
    static let best = Phrase(en: "Best", zhHans: "前1/4")
    static let clockTime = Phrase(en: "At", zhHans: "时刻")
    static let markedBy = Phrase(en: "By", zhHans: "标记人")
    static let next = Phrase(en: "NEXT", zhHans: "下一步")
    static let notApplicable = Phrase(en: "n/a", zhHans: "不适用")
    static let notMarked = Phrase(en: "unmarked", zhHans: "未标记")
    static let notMarkedShort = Phrase(en: "--:--", zhHans: "未标记")
    static let notSaved = Phrase(en: "NOT SAVED", zhHans: "未保存")
    static let unsigned = Phrase(en: "UNSIGNED", zhHans: "未签名")
    static let missing = Phrase(en: "MISSING", zhHans: "待补")

    static let help = [
        Phrase(
            en:
                "Space marks the next milestone with the time of the key press. It never marks the birth: it opens the birth form. A badge scanned here while a clock runs is that person's arrival. Nobody needs to sign in for any of it; what is unsigned waits for a signature (w).",
            zhHans: "空格按按键时刻标记下一节点；绝不直接标记娩出，而是打开出生表。计时运行时在此扫描工牌即记录该人员到场。以上均无需登录，未签名记录等待补签（w）。"),
        Phrase(
            en:
                "Before a milestone: v reached, u reached but unsigned, ! not saved yet, ? out of order, o and --:-- passed over and not marked, - not applicable. Behind a time: w counted by the wall clock because the computer was restarted in between.",
            zhHans: "节点前：v 已标记，u 已标记未签名，! 未保存，? 顺序异常，o 已越过而未标记，- 不适用。时间后 w：其间系统重启，按日历时钟计算。"),
        Phrase(
            en:
                "Beside the clock: * two thirds of the target are gone, ** five minutes or less are left, *** over the target.",
            zhHans: "计时旁：* 已用三分之二，** 剩余不足五分钟，*** 已超时。"),
        Phrase(
            en:
                "Usual: this ward's own median for that split; Best: what its best quarter took. Both from delivered cases of the same category in the last twelve months, at least ten of them; with t behind it fewer are known and the library's plan stands there. Goal: the library's target from the decision; R behind it is recall and unconfirmed, * second-hand.",
            zhHans:
                "中位：本科该间隔的中位数；前1/4：最快四分之一病例的用时。均取近十二个月同类别已娩出病例，至少十例；带 t 表示不足十例，显示规则库计划值。目标：规则库自决定起的时限；其后 R 为凭记忆待核，* 为转引。"
        ),
        Phrase(
            en:
                "'At this pace' is reckoned so: the time of the furthest milestone reached, plus what the way from there to the birth usually takes (this ward's median, or with fewer than ten cases the library's plan), plus what the next milestone is waited for beyond its usual time; never less than the time that has gone by. It is no promise and no alarm.",
            zhHans: "「预计」＝最远已标记节点的用时＋其后至娩出的通常用时（本科中位数；不足十例用规则库计划值）＋下一节点已超出通常用时的部分，且不少于已用时间。仅供参考，并非报警。"),
        Phrase(
            en:
                "F2 to F8 and F10 mark that somebody of tonight's on-call list was called (v shows the list); a marks an arrival. The newborn doctor's arrival is the milestone 'newborn team here'. Intervals run from a part's own first call, else from 'team called'. Limits are the library's: a hospital writes its own.",
            zhHans:
                "F2-F8、F10 标记已呼叫今晚值班人员（v 显示名单）；a 标记到场。新生儿科医师到场即「新生儿科到场」节点。间隔自该岗位首次呼叫起，未单独呼叫者自「呼叫团队」起。时限取自规则库，各院可自行设定。"),
        Phrase(
            en:
                "At a mother's cardiac arrest (m, or indication MATARR) the large clock runs from the arrest, to the library's targets for incision and birth. It is reported apart. After five minutes without an entry a clock asks whether it is still true (o). h shows every entry of a run with who, when and why, struck and corrected ones too.",
            zhHans:
                "孕产妇心脏骤停（m 或适应证 MATARR）时大字计时自骤停起，按规则库的切皮与娩出时限，单独统计。五分钟无记录时会询问是否仍有效（o）。h 显示该例全部记录：何人、何时、何故，含作废与更正。"),
    ]
}
