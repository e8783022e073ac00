import WardDomain

/// What the drill checklist pane says.
enum DrillChecklistText {
    static let title = Phrase(en: "Drill checklist", zhHans: "演练核查单")
    static let drillMode = Phrase(en: "a running drill", zhHans: "进行中的演练")
    static let responseMode = Phrase(en: "a running response", zhHans: "进行中的应急响应")

    static let start = Phrase(en: "new drill", zhHans: "新演练")
    static let open = Phrase(en: "open", zhHans: "打开")
    static let history = Phrase(en: "past runs", zhHans: "历次")
    static let responses = Phrase(en: "real responses", zhHans: "应急记录")
    static let read = Phrase(en: "read", zhHans: "阅读方案")
    static let confirm = Phrase(en: "confirm", zhHans: "确认")
    static let nothingToConfirm = Phrase(
        en: "Read at its source, or confirmed already.", zhHans: "来源已核实，或本院已确认。")
    static let library = Phrase(en: "library", zhHans: "方案库")
    static let done = Phrase(en: "done", zhHans: "完成")
    static let missed = Phrase(en: "missed", zhHans: "未做")
    static let notApplicable = Phrase(en: "n/a", zhHans: "不适用")
    static let note = Phrase(en: "note", zhHans: "备注")
    static let inject = Phrase(en: "inject", zhHans: "情景")
    static let arrive = Phrase(en: "here", zhHans: "到场")
    static let source = Phrase(en: "source", zhHans: "来源")
    static let background = Phrase(en: "background", zhHans: "背景")
    static let finish = Phrase(en: "end", zhHans: "结束")
    static let again = Phrase(en: "again", zhHans: "重复")
    static let pause = Phrase(en: "pause", zhHans: "暂停")
    static let scenario = Phrase(en: "scenario", zhHans: "情景卡")
    static let whom = Phrase(en: "whom", zhHans: "对象")
    static let nothingAgain = Phrase(en: "Nothing is due again yet.", zhHans: "暂无到期重复的步骤。")
    static let resume = Phrase(en: "go on", zhHans: "继续")
    static let void = Phrase(en: "void: by mistake", zhHans: "误启动作废")
    static let sign = Phrase(en: "sign", zhHans: "补签")
    static let result = Phrase(en: "result", zhHans: "结果")
    static let timeline = Phrase(en: "timeline", zhHans: "时间轴")
    static let replay = Phrase(en: "replay", zhHans: "回放")
    static let kitUsed = Phrase(en: "cart used", zhHans: "动用急救车")
    static let debrief = Phrase(en: "debrief", zhHans: "复盘")

    static let suspended = Phrase(en: "The drill stands still: g goes on.", zhHans: "演练已停表：g 继续。")
    static let allMarked = Phrase(en: "Every step is marked: f finishes.", zhHans: "所有步骤已标记：f 结束。")
    static let pressedTwice = Phrase(
        en: "The same key twice at once: the second was not used.", zhHans: "同键连按：第二次未采用。")
    static let justMoved = Phrase(
        en: "The list has just moved by another terminal: look, then press again.",
        zhHans: "列表刚由其他终端更新：请核对后再按。")
    static let pastUnknown = Phrase(en: "Past runs are being read.", zhHans: "正在读取历次记录。")

    /// A step that has the same result already.
    static func already(_ result: StepResult, at clock: String) -> Phrase {
        Phrase(
            en: "Recorded already: \(result.label.en) at \(clock).", zhHans: "已记录：\(clock) \(result.label.zhHans)。")
    }

    static let help = [
        Phrase(
            en:
                "[x] done, [m] missed, [-] not applicable, [?] waits for an answer, [/] not applicable by branch; C is a critical step; a time with ~ is a choice of the drill's design, or counts from an answer or an earlier step. [R] is recall, [V*] second-hand: o shows the source in full.",
            zhHans:
                "[x] 完成，[m] 未做，[-] 不适用，[?] 待选择，[/] 按分支不适用；「必」为关键步骤；带 ~ 的时间为演练设计值，或从选择、前一步起算。[R] 凭记忆待核，[V*] 转引：o 显示完整来源。"
        ),
        Phrase(
            en:
                "Space marks the selected step and moves to the next open one; a drug step asks for the dose, who gave it, and Enter. In a real response a dose that was neither read at its source nor confirmed here reads 'hospital protocol'. A scanned badge is that person's arrival.",
            zhHans: "空格标记所选步骤并移到下一未完成步骤；用药步骤须填剂量、给药人并按 Enter。真实应急中，来源未核实且本院未确认的剂量显示「按本院方案」。扫描工牌即记录该人到场。"),
        Phrase(
            en:
                "Score: critical steps in time of all critical ones that applied; one missed critical step is not met whatever the share; late ones lower the share alone. Repetitions do not count. A drill is never a case: it touches no mother, baby or indicator.",
            zhHans: "评分：按时完成的关键步骤占适用的全部关键步骤；缺一项关键步骤即未达标；超时只降低比例。重复不计入。演练不是病例：不涉及任何孕产妇、新生儿或指标。"),
    ]
}
