import WardDomain

/// What pane 5 says.
enum FollowUpText {
    static let title = Phrase(en: "Follow-up and readiness", zhHans: "改进与备用")
    static let cadenceMode = Phrase(en: "rhythms", zhHans: "例行安排")
    static let kitsMode = Phrase(en: "carts and areas", zhHans: "急救车与区域")
    static let kitMode = Phrase(en: "one cart", zhHans: "单个急救车")
    static let checkMode = Phrase(en: "a check", zhHans: "清点中")
    static let nextPart = Phrase(en: "next part", zhHans: "下一部分")
    static let previousPart = Phrase(en: "previous part", zhHans: "上一部分")
    static let open = Phrase(en: "open", zhHans: "打开")
    static let back = Phrase(en: "back", zhHans: "返回")
    static let add = Phrase(en: "new", zhHans: "新增")
    static let close = Phrase(en: "close", zhHans: "关闭")
    static let change = Phrase(en: "owner, day", zhHans: "负责人、期限")
    static let closed = Phrase(en: "closed ones", zhHans: "已关闭")
    static let openOnes = Phrase(en: "open ones", zhHans: "未关闭")
    static let hold = Phrase(en: "record one held", zhHans: "登记已举办")
    static let sources = Phrase(en: "sources", zhHans: "来源")
    static let begin = Phrase(en: "full check", zhHans: "全面清点")
    static let seal = Phrase(en: "seal", zhHans: "封条")
    static let use = Phrase(en: "used", zhHans: "动用")
    static let care = Phrase(en: "disinfect, repair", zhHans: "消毒、维修")
    static let post = Phrase(en: "place, keeper", zhHans: "定位、专人")
    static let inOrder = Phrase(en: "in order", zhHans: "完好")
    static let gap = Phrase(en: "gap", zhHans: "缺失")
    static let details = Phrase(en: "count, expiry", zhHans: "数量、效期")
    static let finish = Phrase(en: "finish", zhHans: "结束")
    static let void = Phrase(en: "void: by mistake", zhHans: "误开始作废")

    static let selectFirst = Phrase(en: "Nothing is selected.", zhHans: "未选择项目。")
    static let closedAlready = Phrase(en: "It is closed already.", zhHans: "该项已关闭。")
    static let reading = Phrase(en: "reading...", zhHans: "读取中...")
    static let nothingOpen = Phrase(
        en: "Nothing is open. What a debrief or a check finds stands here until it is closed with a word.",
        zhHans: "没有未关闭的项目。复盘或清点发现的问题在此列出，直至说明如何解决并关闭。")
    static let nothingClosed = Phrase(en: "nothing has been closed yet", zhHans: "尚无已关闭项目")
    static let noKits = Phrase(en: "the library names no cart or area", zhHans: "方案库中没有急救车或区域")

    static let help = [
        Phrase(
            en:
                "Left and Right change the part. Actions, threats and defects stand until somebody closes them with a word; what is past its day counts in the first row of the screen. A defect nobody gave a day is due the day it was found: kit must work at all times (policy 7).",
            zhHans: "左右键切换部分。措施、隐患、缺陷在说明如何解决并关闭前一直列出；逾期者计入屏幕首行。未定期限的缺陷以发现当日为限：急救设备须随时处于功能状态（附1 第7条）。"),
        Phrase(
            en:
                "Periods are calendar months, quarters, half-years and years in local time; a drill counts where it began. Overdue: the whole period before went by without one.",
            zhHans: "周期按当地日历的月、季度、半年、年计算；演练计入其开始的周期。逾期：上一周期整个未举办。"),
        Phrase(
            en:
                "Readiness: an item nobody marked is 'not checked', never fine. Functional is the share of this month's shifts in which a check found everything in order and no defect of the kit was open; a shift without a check counts as not functional.",
            zhHans: "备用：未标记的项目为「未核查」，不视为完好。完好率为本月各班中核查齐全且无未关闭缺陷的比例；未核查的班次不计为完好。"),
        Phrase(
            en:
                "A kit that was used waits to be restocked; a full check that began afterwards and looked at every item ends it. Controlled drugs are counted by two people each shift. What is due is amber; two hours later it is red, with an exclamation mark.",
            zhHans: "动用后的急救车待补充；此后开始并核查每一项的全面清点即完成补充。麻精药品每班双人清点。到期为琥珀色；再过两小时为红色并带感叹号。"),
    ]
}
