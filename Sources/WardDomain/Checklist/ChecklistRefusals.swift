/// What is refused of drills and real responses.
extension Refusal {
    public static func protocolUnknown(_ id: String) -> Refusal {
        Refusal("protocolUnknown", en: "There is no protocol '\(id)'.", zhHans: "没有方案「\(id)」。")
    }

    public static let checklistUnknown = Refusal("checklistUnknown", en: "There is no such run.", zhHans: "没有该次记录。")

    public static let checklistAlreadyRunning = Refusal(
        "checklistAlreadyRunning", en: "This list runs for her already: joined.", zhHans: "她的该清单已在运行，已转到该清单。")

    public static let checklistSuspended = Refusal(
        "checklistSuspended", en: "The drill is suspended for a real emergency; resume it first.",
        zhHans: "演练因真实紧急情况中断，请先继续演练。")

    public static let checklistFinished = Refusal("checklistFinished", en: "The run is finished.", zhHans: "该次已结束。")

    public static let checklistNotFinished = Refusal(
        "checklistNotFinished", en: "The run is not finished yet.", zhHans: "该次尚未结束。")

    public static func stepUnknown(_ id: String) -> Refusal {
        Refusal("stepUnknown", en: "There is no step '\(id)'.", zhHans: "没有步骤「\(id)」。")
    }

    public static func roleUnknown(_ code: String) -> Refusal {
        Refusal("roleUnknown", en: "There is no role '\(code)'.", zhHans: "没有角色「\(code)」。")
    }

    public static let doseNeeded = Refusal(
        "doseNeeded", en: "A drug step needs the dose and who gave it.", zhHans: "用药步骤须填写剂量和给药人。")

    public static let drillTouchesNoMother = Refusal(
        "drillTouchesNoMother", en: "A drill touches no mother.", zhHans: "演练不能涉及任何孕产妇。")

    public static func stepAlreadyMarked(_ step: Phrase, _ result: StepResult) -> Refusal {
        Refusal(
            "stepAlreadyMarked", en: "Recorded already, \(result.label.en): \(step.en).",
            zhHans: "已记录为\(result.label.zhHans)：\(step.zhHans)。")
    }

    public static func stepChangedSince(_ step: Phrase) -> Refusal {
        Refusal(
            "stepChangedSince", en: "Another terminal has marked this meanwhile: \(step.en). Look, then press again.",
            zhHans: "其他终端刚刚标记了：\(step.zhHans)。请核对后再按。")
    }

    public static func answerNeeded(_ allowed: String) -> Refusal {
        Refusal("answerNeeded", en: "Say which: \(allowed).", zhHans: "请选择：\(allowed)。")
    }

    public static func fieldNotHere(_ field: String) -> Refusal {
        Refusal("fieldNotHere", en: "This does not take '\(field)'.", zhHans: "此处不记录「\(field)」。")
    }

    public static let lossTwice = Refusal(
        "lossTwice", en: "Give what was added or the total, not both.", zhHans: "填写新增出血量或累计出血量，不能同时填写。")

    public static func lossBelowEarlier(_ before: Int) -> Refusal {
        Refusal(
            "lossBelowEarlier",
            en: "Cumulative loss was \(before) mL already and can't fall; correct the earlier entry if it was wrong.",
            zhHans: "累计出血已为 \(before) mL，不能减少；如有误请更正之前的记录。")
    }

    public static func shockIndexNeeds(_ field: String) -> Refusal {
        Refusal(
            "shockIndexNeeds", en: "No shock index without \(field): give both, or neither.",
            zhHans: "缺少 \(field)，不能计算休克指数：请同时填写，或都不填。")
    }

    public static let systolicTooLow = Refusal(
        "systolicTooLow", en: "No shock index is reckoned from a systolic pressure below 30.",
        zhHans: "收缩压低于 30，不计算休克指数。")

    public static let injectGivenAlready = Refusal(
        "injectGivenAlready", en: "That surprise has come already.", zhHans: "该情景已注入。")

    public static func protocolChanged(_ version: String) -> Refusal {
        Refusal(
            "protocolChanged", en: "Version \(version) is in force now: read it, then confirm.",
            zhHans: "现行版本为 \(version)：请阅读后再确认。")
    }
}
