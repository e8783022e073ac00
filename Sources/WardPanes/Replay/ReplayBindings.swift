import ScreenGrid
import WardDomain

/// What can be done with a replay.
enum ReplayAction: Hashable, Sendable {
    case toggle, slower, faster, back, forward, beginning, end
}

/// The keys of a replay, as actions of whichever pane shows it.
enum ReplayBindings {
    static func bindings<Action>(_ action: (ReplayAction) -> Action) -> [Binding<Action>] {
        [
            Binding(" ", action(.toggle), "play, pause", "播放/暂停"),
            Binding(.left, action(.back), Phrase(en: "event before", zhHans: "上一事件")),
            Binding(.right, action(.forward), Phrase(en: "next event", zhHans: "下一事件")),
            Binding("[", action(.slower), "slower", "减速"), Binding("]", action(.faster), "faster", "加速"),
            Binding(.home, action(.beginning), Phrase(en: "beginning", zhHans: "开头"), inFooter: false),
            Binding(.end, action(.end), Phrase(en: "end", zhHans: "结尾"), inFooter: false),
        ]
    }
}

extension Replay {
    /// Does what a key asked for.
    mutating func perform(_ action: ReplayAction, _ now: Now) {
        switch action {
        case .toggle: toggle(now)
        case .slower: changeSpeed(by: -1, now)
        case .faster: changeSpeed(by: 1, now)
        case .back: skipBack(now)
        case .forward: skipForward(now)
        case .beginning: seek(to: span.lowerBound, now)
        case .end: seek(to: span.upperBound, now)
        }
    }
}
