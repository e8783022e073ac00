import NcursesTerminal
import ScreenGrid
import WardDomain
import WardLedger
import WardPanes

/// What the interactive program says before and around its screen.
enum ProgramText {
    static let restored = Phrase(
        en: "The store was restored from a backup: everything here was read anew.",
        zhHans: "数据已由备份恢复：此处内容已全部重新读取。")

    /// Said before the screen opens, so that nobody takes the wait for a failure.
    static let bringingUp = Phrase(
        en: "Bringing the store up to this version. With many years in it that takes minutes: please wait.",
        zhHans: "正在将数据库升级到本版本。历史数据较多时需数分钟，请稍候。")

    /// Said in the frame while the ward works and older rows are written anew.
    static let historyIsBehind = Phrase(
        en: "The past is being brought up to this version: lists of it may lack something until this line goes.",
        zhHans: "正在将历史记录升级到本版本：在此提示消失前，历史列表可能不完整。")

    /// Said in the frame when that came to a halt.
    static func historyHalted(_ fault: LedgerFault) -> Phrase {
        Phrase(
            en: "Lists of the past may lack something. \(fault.text.en)",
            zhHans: "历史列表可能不完整。\(fault.text.zhHans)")
    }

    /// Said in the frame while settings of this terminal are left out; nil when there is none.
    static func settingsNotUsed(_ faults: [TerminalSettings.Fault]) -> Phrase? {
        guard let first = faults.first else { return nil }
        return Phrase(
            en: "config.toml:\(first.line): \(first.message.en). Not used; 'matrona doctor' tells more.",
            zhHans: "config.toml:\(first.line)：\(first.message.zhHans)。该设置未采用，详见 matrona doctor。")
    }

    /// Said in the frame when the theme that was asked for can't be taken.
    ///
    /// - Parameter fault: its name or file, the line and what is wrong there.
    static func themeNotUsed(_ fault: String) -> Phrase {
        let fault = fault.safeForScreen
        return Phrase(
            en: "The theme asked for is not used: \(fault). 'matrona theme check' and 'theme list' tell more.",
            zhHans: "所选主题未采用：\(fault)。详见 matrona theme check 与 theme list。")
    }

    /// What the store never took, so that it can be entered afterwards.
    static func lost(_ order: RecordOrder) -> Phrase {
        let local = order.moment.map { LocalTime($0, SystemClock.offset) }
        let at = local.map { " \($0.day) \($0.hourMinuteSecond)" } ?? ""
        return Phrase(
            en: "NOT SAVED, enter it again: \(order.words.en)\(at)",
            zhHans: "未保存，请重新录入：\(order.words.zhHans)\(at)")
    }

    /// Why the terminal can't be used, and what to do.
    static func refused(_ refusal: TerminalRefusal) -> Phrase {
        Phrase(
            en:
                "This terminal can't show the program: \(refusal). Use a UTF-8 terminal, or the subcommands of matrona --help.",
            zhHans: "此终端无法显示本程序：\(refusal)。请使用 UTF-8 终端，或使用 matrona --help 中的子命令。")
    }
}
