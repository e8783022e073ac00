import ScreenGrid
import WardDomain

/// What can be done from every pane.
public enum GlobalAction: Hashable, Sendable {
    case emergency, alarms, find, palette, help, signInOrOut, correctLast, zoom, nextPane, previousPane, quit
    case language, redraw
    case theme(String)
    case addBed, onCall, signOpenEnds, revealNames
    case duty(on: Bool)
    case shiftHandover

    /// Keys that work everywhere.
    static func bindings(_ scene: Scene) -> [Binding<GlobalAction>] {
        let signedOut = Phrase.signInFirst
        let needsStaff = scene.staff == nil ? signedOut : nil
        return [
            Binding("!", .emergency, "emergency", "紧急"),
            Binding("0", .alarms, "alarms", "报警", inFooter: false),
            Binding("/", .find, "find", "查找"),
            Binding(":", .palette, "commands", "命令"),
            Binding("?", .help, "help", "帮助"),
            Binding("s", .signInOrOut, scene.staff == nil ? "sign in" : "sign out", scene.staff == nil ? "登录" : "退出登录"),
            Binding("u", .correctLast, "correct my last entry", "更正上一条", unavailable: needsStaff, inFooter: false),
            Binding("z", .zoom, "zoom", "放大", inFooter: false),
            Binding(.tab, .nextPane, Phrase(en: "pane", zhHans: "窗格")),
            Binding(.backTab, .previousPane, Phrase(en: "previous pane", zhHans: "上一窗格"), inFooter: false),
            Binding("q", .quit, "quit", "退出", inFooter: false),
            Binding(.function(1), .help, Phrase(en: "help", zhHans: "帮助"), inFooter: false),
            Binding(.function(9), .emergency, Phrase(en: "emergency", zhHans: "紧急"), inFooter: false),
            Binding(.control("l"), .redraw, Phrase(en: "redraw", zhHans: "重绘屏幕"), inFooter: false),
        ]
    }

    /// Actions without a key of their own.
    static func rare(_ scene: Scene, themes: [String]) -> [(action: GlobalAction, label: Phrase)] {
        var actions: [(action: GlobalAction, label: Phrase)] = [
            (.language, Phrase(en: "language: 切换为中文", zhHans: "语言：switch to English")),
            (.shiftHandover, ShiftText.title),
            (.duty(on: true), Phrase(en: "I come on duty", zhHans: "我上班")),
            (.duty(on: false), Phrase(en: "I go off duty", zhHans: "我下班")),
            (.addBed, Phrase(en: "extra bed", zhHans: "加床")),
            (.onCall, Phrase(en: "on call: tonight's list", zhHans: "今晚值班表")),
            (.signOpenEnds, Phrase(en: "sign for what was recorded unsigned", zhHans: "补签未签名记录")),
        ]
        actions += themes.map { (.theme($0), Phrase(en: "theme: \($0)", zhHans: "主题：\($0)")) }
        return actions
    }
}
