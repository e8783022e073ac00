import ScreenGrid
import WardDomain

/// A kit's standing in words.
enum KitWords {
    /// What this shift owes the kit: to fill it again first, then to look at it; `-` where no shift does.
    static func shift(_ standing: KitStanding, _ scene: Scene) -> TableCell {
        if let waiting = standing.restock { return TableCell(restock(waiting, scene)) }
        return standing.thisShift.map { due($0, scene) } ?? TableCell("-", .dim)
    }

    static func due(_ due: KitStanding.Due, _ scene: Scene) -> TableCell {
        switch due {
        case .done: TableCell(scene.say("checked", "已核查"), .done)
        case .due: TableCell(scene.say("not checked", "未核查"), .due)
        case .overdue: TableCell(scene.say("NOT CHECKED !", "未核查 !"), .overdue)
        }
    }

    /// `restock by 19:40`, and once that is past `RESTOCK 12m late !`.
    static func restock(_ waiting: Finding, _ scene: Scene) -> [Span] {
        guard let until = waiting.limit?.until else { return [] }
        guard scene.isOverdue(waiting) else {
            return [Span(scene.say("restock by ", "补充限 ") + scene.time(until), .due)]
        }
        let late = scene.short(since: until)
        return [Span(scene.say("RESTOCK \(late) late !", "未补充 迟\(late) !"), .overdue)]
    }

    /// By when what was used is full again, and what ends the waiting.
    static func restockRule(_ scene: Scene) -> Phrase {
        let limit = scene.rules.readiness.restockMinutes.map { Phrase(en: "within \($0) min", zhHans: "\($0) 分钟内") }
        return Phrase(
            en: "To be restocked \(limit?.en ?? "today"); a full check ends it.",
            zhHans: "应在\(limit?.zhHans ?? "当日")补充，全面清点后完成。")
    }

    /// The next time that somebody is to look at it: `now`, `20:00`, `12-01`.
    static func nextDue(_ standing: KitStanding, _ scene: Scene) -> [Span] {
        guard standing.nextDue > scene.now.moment else {
            let isLate = standing.thisShift == .overdue || standing.full == .overdue
            return [Span(scene.say("now", "现在"), isLate ? .overdue : .due)]
        }
        let local = LocalTime(standing.nextDue, scene.offset)
        let tomorrow = scene.today.advanced(days: 1)
        let isSoon = local.day == scene.today || (local.day == tomorrow && local.hour == 0 && local.minute == 0)
        return [Span(isSoon ? midnightAsEnd(local) : String(local.day.description.dropFirst(5)))]
    }

    /// The midnight that ends this day reads `24:00`.
    private static func midnightAsEnd(_ local: LocalTime) -> String {
        local.hour == 0 && local.minute == 0 ? "24:00" : local.hourMinute
    }

    /// `66% 2/3`: of the month's shifts, those in which it was functional; nothing where no shift looks at it.
    static func share(_ month: KitStanding.Month?, _ scene: Scene) -> [Span] {
        guard let month else { return [Span("-", .dim)] }
        guard let percent = month.percent else { return [Span(scene.say("no shift yet", "尚无班次"), .dim)] }
        return [
            Span("\(percent)% ", month.functional == month.shifts ? .done : .late),
            Span("\(month.functional)/\(month.shifts)", .dim),
        ]
    }

    /// The same in words: `functional 66% 2/3 shifts, 1 not checked`.
    static func month(_ month: KitStanding.Month, _ scene: Scene) -> [Span] {
        guard let percent = month.percent else { return [Span(scene.say("no shift yet", "尚无班次"), .dim)] }
        var spans = [
            Span(scene.say("functional this month ", "本月完好率 "), .label),
            Span("\(percent)% ", month.functional == month.shifts ? .done : .late),
            Span(
                scene.say("\(month.functional)/\(month.shifts) shifts", "\(month.functional)/\(month.shifts) 班"), .dim),
        ]
        if month.notChecked > 0 {
            spans.append(
                Span(scene.say(", \(month.notChecked) not checked", "，未核查 \(month.notChecked)"), .notRecorded))
        }
        return spans
    }

    /// Where it stands and who keeps it.
    static func post(_ post: KitPost?, _ scene: Scene) -> [Span] {
        guard let post else {
            return [Span(scene.say("place and keeper not recorded", "定位、专人未登记"), .notRecorded)]
        }
        return [
            Span(scene.say("stands in ", "定位 "), .label), Span(post.place.safeForScreen),
            Span(scene.say(", kept by ", "，专人 "), .label), Span(scene.name(of: post.keeper), .staff),
        ]
    }

    /// What was last done to it, when and by whom.
    static func care(_ done: KitCheck?, _ kit: Kit, _ scene: Scene) -> [Span] {
        guard let care = done?.care, let at = done?.finishedAt else {
            return [Span(scene.say("no disinfection or repair recorded", "无消毒或维修记录"), .notRecorded)]
        }
        let item = care.item.flatMap { kit[item: $0] }.map { " (\(scene.say($0.title).safeForScreen))" } ?? ""
        let who = done?.finishedBy.map(scene.name(of:)) ?? ""
        return [
            Span(scene.say("last \(care.act.label.en) ", "最近\(care.act.label.zhHans) "), .label),
            Span("\(scene.time(at.moment)) \(who)\(item)"),
            Span(care.note.map { " \($0.safeForScreen)" } ?? "", .dim),
        ]
    }
}
