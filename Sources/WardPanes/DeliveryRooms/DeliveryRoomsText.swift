import WardDomain

/// What the delivery rooms pane says.
enum DeliveryRoomsText {
    static let title = Phrase(en: "Delivery rooms", zhHans: "产房")
    static let storyMode = Phrase(en: "a mother's story", zhHans: "病程")
    static let selectFirst = Phrase(en: "Select a mother first.", zhHans: "请先选择孕产妇。")
    static let open = Phrase(en: "open", zhHans: "打开")
    static let back = Phrase(en: "board", zhHans: "返回看板")
    static let admit = Phrase(en: "admit", zhHans: "入院")
    static let observe = Phrase(en: "observe", zhHans: "观察")
    static let grade = Phrase(en: "risk", zhHans: "风险分级")
    static let birth = Phrase(en: "birth", zhHans: "出生")
    static let move = Phrase(en: "move bed", zhHans: "转床")
    static let depart = Phrase(en: "departs", zhHans: "离科")
    static let plan = Phrase(en: "plan", zhHans: "计划")
    static let therapy = Phrase(en: "epidural, oxytocin", zhHans: "镇痛、缩宫素")
    static let takeCharge = Phrase(en: "I am in charge", zhHans: "由我负责")
    static let highRisk = Phrase(en: "high-risk steps", zhHans: "高危专案")
    static let noHighRiskStep = Phrase(en: "No step of a high-risk case is open.", zhHans: "没有待完成的高危专案步骤。")
    static let identify = Phrase(en: "identify", zhHans: "确认身份")
    static let sortByBed = Phrase(en: "by bed", zhHans: "按床号")
    static let sortByUrgency = Phrase(en: "by urgency", zhHans: "按紧急")
    static let showNames = Phrase(en: "show names 30 s", zhHans: "显示姓名30秒")
    static let orderedByBed = Phrase(en: "order: bed   filter: none", zhHans: "排序：床号   筛选：无")
    static let orderedByUrgency = Phrase(en: "order: urgency   filter: none", zhHans: "排序：紧急程度   筛选：无")
    static let emptyBed = Phrase(en: "(empty)", zhHans: "（空）")
    static let notRecorded = Phrase(en: "not recorded", zhHans: "未记录")
    static let neverObserved = Phrase(en: "no obs", zhHans: "未观察")

    static let bed = Phrase(en: "Bed", zhHans: "床")
    static let mother = Phrase(en: "Mother", zhHans: "孕产妇")
    static let number = Phrase(en: "No.", zhHans: "住院号")
    static let gravidaPara = Phrase(en: "G/P", zhHans: "孕/产")
    static let weeks = Phrase(en: "Wk", zhHans: "孕周")
    static let risk = Phrase(en: "Risk", zhHans: "风险")
    static let flags = Phrase(en: "Flags", zhHans: "标记")
    static let stage = Phrase(en: "Stage cm", zhHans: "产程 cm")
    static let fetalHeart = Phrase(en: "FHR", zhHans: "胎心")
    static let since = Phrase(en: "Since", zhHans: "上次")
    static let due = Phrase(en: "Due", zhHans: "待办")
    static let staff = Phrase(en: "Staff", zhHans: "负责")

    static let help = [
        Phrase(
            en:
                "Risk: G Y O R by severity, +P beside it for infectious disease; which disease stands in her story only. A dash is not recorded, never normal.",
            zhHans: "风险：绿黄橙红按严重程度，+紫 表示传染病，具体疾病只在她的记录中。短横表示未记录，不代表正常。"),
        Phrase(
            en: "Letters between risk and stage on a narrow board: "
                + SpecialFlag.allCases.map { "\($0.letter.en) \($0.label.en)" }.joined(separator: ", ") + ".",
            zhHans: "窄屏看板上风险与产程之间的标记："
                + SpecialFlag.allCases.map { "\($0.letter.zhHans)＝\($0.label.zhHans)" }.joined(separator: "，") + "。"),
        Phrase(
            en:
                "Since: hours and minutes since anything of labour was last observed. Due: what comes next by the library's intervals, and in how long; late (on a narrow board +18m!) is how long it has been due; no obs: nothing was ever recorded of her labour. = beside a name: another name here looks alike, so the end of the hospital number is shown. ! beside a value or the stage: outside the library's limits; her page says what is done first.",
            zhHans:
                "上次：距最近一次产程观察的时间。待办：按规则库间隔的下一项，「17分后」（窄屏「17分」）为尚余时间，「迟18分」为已逾期时间；「未观察」表示从未记录产程观察。姓名旁 = 表示有相似姓名，附住院号后四位。数值或产程旁 !：超出规则库界限，首要处理见她的记录页。"
        ),
    ]
}
