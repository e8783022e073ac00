/// What is refused of mothers: who she is, and where.
extension Refusal {
    public static func motherUnknown(_ name: String) -> Refusal {
        Refusal("motherUnknown", en: "No mother here is known as '\(name)'.", zhHans: "没有找到「\(name)」的在院记录。")
    }

    public static func ambiguous(_ text: String) -> Refusal {
        Refusal("ambiguous", en: "'\(text)' is more than one person.", zhHans: "「\(text)」对应多人。")
    }

    public static func numberInUse(_ number: String) -> Refusal {
        Refusal(
            "numberInUse", field: "mrn", en: "The hospital number \(number) belongs to somebody else who is here.",
            zhHans: "住院号 \(number) 已属于在院的其他人。")
    }

    public static func alreadyAdmitted(_ number: String) -> Refusal {
        Refusal(
            "alreadyAdmitted", field: "mrn", kind: .repetition, en: "\(number) with this due date was admitted before.",
            zhHans: "\(number)（同一预产期）已入院。")
    }

    public static func labelInUse(_ label: String) -> Refusal {
        Refusal(
            "labelInUse", field: "label", en: "'\(label)' is taken; choose another label.",
            zhHans: "「\(label)」已被使用，请另取代称。")
    }

    public static func dueDateImplausible(_ day: CalendarDay) -> Refusal {
        Refusal(
            "dueDateImplausible", field: "dueDate", en: "A due date of \(day) is not possible for a mother here now.",
            zhHans: "预产期 \(day) 不合理。")
    }

    public static func birthDateImplausible(_ day: CalendarDay) -> Refusal {
        Refusal(
            "birthDateImplausible", field: "birthDate", en: "A birth date of \(day) is not possible for a mother.",
            zhHans: "出生日期 \(day) 不合理。")
    }

    public static let paraNotBelowGravida = Refusal(
        "paraNotBelowGravida", field: "para", en: "Para must be below gravida.", zhHans: "产次应小于孕次。")

    public static func riskLoweredWithoutReason(_ before: RiskGrade) -> Refusal {
        Refusal(
            "riskLoweredWithoutReason", field: "reason",
            en: "She is graded \(before.rawValue): say why it is lower now, and see that the factors are still true.",
            zhHans: "原分级为\(before.mark.zhHans)：请填写下调原因，并核对高危因素是否仍成立。")
    }

    public static let noHighRiskCase = Refusal(
        "noHighRiskCase", en: "She is graded neither orange nor red, nor infectious: grade her risk first.",
        zhHans: "未评为橙色、红色或紫色（传染病）：请先进行风险分级。")

    public static func highRiskStepDone(_ step: HighRiskStep) -> Refusal {
        Refusal(
            "highRiskStepDone", field: "step", en: "That is recorded already: \(step.label.en).",
            zhHans: "已记录：\(step.label.zhHans)。")
    }

    public static let clockRunning = Refusal(
        "clockRunning", field: "to",
        en: "A caesarean clock runs for her: record the birth, or stand it down first.",
        zhHans: "她的紧急剖宫产仍在计时：请先登记出生或取消手术。")

    public static let notHere = Refusal("notHere", en: "She is not here any more.", zhHans: "她已不在科。")

    public static let placeChangedSince = Refusal(
        "placeChangedSince", en: "She was moved after that time; record where she is now.",
        zhHans: "此后她已转移，请按现在的位置记录。")

    public static let beforeAdmission = Refusal(
        "beforeAdmission", en: "That lies before her admission: correct the time, or say the place.",
        zhHans: "早于入院时间，请更正时间或注明地点。")

    public static let referencesDisagree = Refusal(
        "referencesDisagree", en: "The references given belong to different people or runs.",
        zhHans: "所给标识不属于同一人或同一次记录。")

    public static let sameMother = Refusal("sameMother", en: "That is the same mother.", zhHans: "是同一位孕产妇。")

    public static let mergeWouldMixMothers = Refusal(
        "mergeWouldMixMothers", en: "Both are known, by number or by another name: they are two women.",
        zhHans: "双方均有住院号或姓名不同，并非同一人。")

    public static let mergeWouldMixBabies = Refusal(
        "mergeWouldMixBabies", en: "Both have babies recorded: merging would mix them up.",
        zhHans: "双方均有新生儿记录，合并会造成混淆。")

    public static let bothHaveRunningClock = Refusal(
        "bothHaveRunningClock", en: "Both have a running clock: void the one that was started by mistake first.",
        zhHans: "双方均有计时在运行，请先作废误启动的一个。")
}
