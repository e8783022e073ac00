/// An act of access, kept in the log of its day.
public struct AccessNoted: AccessFact {
    /// What somebody did at a terminal.
    public enum Act: String, Codable, CaseIterable, Sendable {
        case signedIn, signedOut, locked, wrongPIN, namesRevealed

        var label: Phrase {
            switch self {
            case .signedIn: Phrase(en: "signed in", zhHans: "登录")
            case .signedOut: Phrase(en: "signed out", zhHans: "退出登录")
            case .locked: Phrase(en: "terminal locked", zhHans: "终端锁定")
            case .wrongPIN: Phrase(en: "wrong PIN", zhHans: "密码错误")
            case .namesRevealed: Phrase(en: "names revealed", zhHans: "显示姓名")
            }
        }
    }

    public static let kind = "accessNoted"
    public let act: Act
    public let badge: Badge?

    public var summary: Phrase {
        let who = badge.map { " \($0)" } ?? ""
        return Phrase(en: act.label.en + who, zhHans: act.label.zhHans + who)
    }
}

/// The wall clock of a terminal jumped against its boot clock.
public struct ClockStepped: AccessFact {
    public static let kind = "clockStepped"
    /// Forward when positive.
    public let seconds: Int

    public var summary: Phrase {
        Phrase(en: "wall clock stepped by \(seconds) s", zhHans: "系统时钟跳变 \(seconds) 秒")
    }
}

/// `access.note`: a sign-in, a sign-out, names revealed.
public struct NoteAccess: WardCommand {
    public static let name = "access.note"
    public static let summary = Phrase(en: "note an act of access", zhHans: "记录访问")
    public static let permission = Permission.emergency
    public static let fields = [
        CommandField("act", AccessNoted.Act.codes, required: true),
        CommandField("badge", "code"),
    ]

    public var act: AccessNoted.Act
    public var badge: Badge?

    public init(act: AccessNoted.Act, badge: Badge? = nil) {
        self.act = act
        self.badge = badge
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard act == .wrongPIN || isOnesOwn(context) else { throw .accessNotOnesOwn }
        let day = context.now.moment.localDay(context.offset)
        return [context.draft(.access(day), AccessNoted(act: act, badge: badge ?? context.by))]
    }
}

extension NoteAccess {
    /// Who signs in or out or sees names is who gives the command; a terminal itself says it of whoever has left it.
    private func isOnesOwn(_ context: DecisionContext) -> Bool {
        guard let badge else { return true }
        return context.by.map { $0 == badge } ?? (context.origin.way == .screen)
    }
}

/// `clock.step`: a terminal saw its wall clock jump.
public struct NoteClockStep: WardCommand {
    public static let name = "clock.step"
    public static let summary = Phrase(en: "note a step of the wall clock", zhHans: "记录时钟跳变")
    public static let permission = Permission.emergency
    public static let fields = [CommandField("seconds", "integer", required: true)]

    public var seconds: Int

    /// Ten years: a clock that is further off than that was never right.
    private static let range = -315_360_000...315_360_000

    public init(seconds: Int) {
        self.seconds = seconds
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        guard seconds != 0 else { throw .nothingToRecord }
        try TextRules.check(seconds, Self.range, "seconds")
        return [context.draft(.access(context.now.moment.localDay(context.offset)), ClockStepped(seconds: seconds))]
    }
}
