import Foundation
import NcursesTerminal
import WardDomain

/// What the terminal can do, as far as it can be told from here.
struct TerminalCheck {
    private let facts = TerminalFacts.read()
    private let environment = ProcessInfo.processInfo.environment

    var findings: [DoctorFinding] { [type, colours, locale, size, width] }

    private var type: DoctorFinding {
        let topic = Phrase(en: "terminal", zhHans: "终端")
        guard facts.isTerminal else {
            return DoctorFinding(
                .unchecked, topic, Phrase(en: "this is no terminal; run doctor in one", zhHans: "此处不是终端，请在终端中运行"))
        }
        guard let type = facts.type else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(en: "TERM is not set; set it, such as xterm-256color", zhHans: "未设置 TERM，例如 xterm-256color"))
        }
        guard facts.isKnown else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "'\(type)' is not in the terminal database; install ncurses-term or set TERM",
                    zhHans: "终端库中没有「\(type)」，请安装 ncurses-term 或更改 TERM"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: type, zhHans: type))
    }

    private var colours: DoctorFinding {
        let topic = Phrase(en: "colours", zhHans: "颜色")
        guard environment.nonEmpty("NO_COLOR") == nil else {
            return DoctorFinding(.ok, topic, Phrase(en: "none, as NO_COLOR asks", zhHans: "按 NO_COLOR 不用颜色"))
        }
        guard facts.isKnown else { return DoctorFinding(.unchecked, topic, Phrase(en: "not known", zhHans: "未知")) }
        guard facts.colors >= 8 else {
            return DoctorFinding(
                .ok, topic, Phrase(en: "none: letters and marks serve", zhHans: "无颜色，以字母和符号区分"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: "\(facts.colors)", zhHans: "\(facts.colors)"))
    }

    private var locale: DoctorFinding {
        let topic = Phrase(en: "locale", zhHans: "语言环境")
        guard facts.codeset == "UTF-8" else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "\(facts.codeset), not UTF-8; set LANG, such as C.UTF-8 or zh_CN.UTF-8",
                    zhHans: "\(facts.codeset)，不是 UTF-8，请设置 LANG，例如 zh_CN.UTF-8"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: "UTF-8", zhHans: "UTF-8"))
    }

    private var size: DoctorFinding {
        let topic = Phrase(en: "size", zhHans: "尺寸")
        guard let size = facts.size else {
            return DoctorFinding(.unchecked, topic, Phrase(en: "not known", zhHans: "未知"))
        }
        let shown = "\(size.columns)x\(size.rows)"
        guard size.columns >= 80, size.rows >= 24 else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "\(shown); make it 80x24 or more, 120x36 for all panes",
                    zhHans: "\(shown)，请放大到 80x24 以上，120x36 可见全部窗格"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: shown, zhHans: shown))
    }

    private var width: DoctorFinding {
        let topic = Phrase(en: "width", zhHans: "字宽")
        guard facts.isTerminal, let ideograph = WidthProbe.columns(of: "中"), let line = WidthProbe.columns(of: "─")
        else {
            return DoctorFinding(.unchecked, topic, Phrase(en: "the terminal does not say", zhHans: "终端未应答"))
        }
        guard ideograph == 2 else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "a Chinese character takes \(ideograph) cell, not 2; choose a terminal that draws it wide",
                    zhHans: "汉字占 \(ideograph) 格而非 2 格，请换用支持宽字符的终端"))
        }
        guard line == 1 else {
            return DoctorFinding(
                .toDo, topic,
                Phrase(
                    en: "lines and dots are drawn 2 cells wide; set 'ambiguous width' to narrow",
                    zhHans: "制表符占 2 格，请把终端的「模糊宽度」设为窄"))
        }
        return DoctorFinding(.ok, topic, Phrase(en: "wide characters 2, lines 1", zhHans: "汉字 2 格，制表符 1 格"))
    }
}
