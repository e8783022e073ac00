import WardDomain

/// The words of the shift handover.
enum ShiftText {
    static let title = Phrase(en: "Shift handover of the ward", zhHans: "病区交班")
    static let accept = Phrase(en: "accept with PIN", zhHans: "输入密码接班")
    static let scanFirst = Phrase(en: "The next in charge scans her badge to accept.", zhHans: "接班人扫描工牌以接班。")
    static let more = Phrase(en: "more", zhHans: "向下")
    static let print = Phrase(en: "print", zhHans: "打印")
    static let noPIN = Phrase(en: "No PIN is set for this badge yet.", zhHans: "此工牌尚未设置密码。")

    /// What the tally since the last shift counts, in the order of the page.
    static let counted: [(kind: String, label: Phrase)] = [
        ("motherAdmitted", Phrase(en: "admitted", zhHans: "入院")),
        ("newbornBorn", Phrase(en: "born", zhHans: "出生")),
        ("caesareanDecided", Phrase(en: "emergency caesareans", zhHans: "紧急剖宫产")),
        ("handoverCompleted", Phrase(en: "newborn handovers", zhHans: "新生儿交接")),
        ("handoverMismatched", Phrase(en: "MISMATCHES", zhHans: "不符")),
        ("newbornDischarged", Phrase(en: "babies discharged", zhHans: "新生儿出院")),
        ("headCountFinished", Phrase(en: "head counts", zhHans: "清点")),
        ("entryCorrected", Phrase(en: "corrections", zhHans: "更正")),
    ]
}
