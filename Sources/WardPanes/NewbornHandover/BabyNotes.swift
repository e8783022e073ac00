import ScreenGrid
import WardDomain

/// What stands about a newborn between its birth and its bands: only what somebody recorded, or still owes.
struct BabyNotes {
    private let found: BabyHere
    private let scene: Scene

    init(_ found: BabyHere, _ scene: Scene) {
        self.found = found
        self.scene = scene
    }

    private var baby: Newborn { found.baby }

    var lines: [[Span]] {
        [details, condition, relatives, visitors].compactMap { $0 } + arrival + doubt + events + farewell
            + [card].compactMap { $0 }
    }

    /// The registered name beside the distinct one, clamps, length, features.
    private var details: [Span]? {
        let parts = [
            baby.registeredName.map { Phrase(en: "registered name \($0)", zhHans: "登记姓名 \($0)") },
            baby.cordClamps.map { Phrase(en: "cord clamps \($0)", zhHans: "脐带夹 \($0) 枚") },
            baby.lengthMillimetres.map { Phrase(en: "\($0) mm", zhHans: "身长 \($0) mm") },
            baby.features.map { Phrase(en: $0, zhHans: $0) },
        ].compactMap { $0 }
        return line(parts, .text)
    }

    /// How it was found last, with the time.
    private var condition: [Span]? {
        guard let found = baby.found else { return nil }
        let time = scene.shortTime(found.at.moment)
        return line([Phrase(en: "found \(time):", zhHans: "\(time) 状况：")] + found.condition.parts, .text)
    }

    private var relatives: [Span]? {
        let names = found.mother.relatives.map { Phrase(en: $0.custodian.text.en, zhHans: $0.custodian.text.zhHans) }
        guard !names.isEmpty else { return nil }
        return line([Phrase(en: "may give and take:", zhHans: "授权交接：")] + names, .text)
    }

    private var visitors: [Span]? {
        guard !baby.visitors.isEmpty else { return nil }
        let names = baby.visitors.map { visitor in
            let since = scene.shortTime(visitor.since.moment)
            return Phrase(
                en: "\(visitor.name) (\(visitor.relation)) since \(since)",
                zhHans: "\(visitor.name)（\(visitor.relation)）\(since) 进入")
        }
        return line([Phrase(en: "visitors in:", zhHans: "探视中：")] + names, .dueSoon)
    }

    /// How it came; for a foundling, whom of the authorities nobody has told yet.
    private var arrival: [[Span]] {
        guard let arrival = baby.arrival else { return [] }
        let came = Phrase(
            en: "\(arrival.how.label.en) \(scene.shortTime(arrival.at.moment))",
            zhHans: "\(arrival.how.label.zhHans) \(scene.shortTime(arrival.at.moment))")
        let from = [arrival.from, arrival.broughtBy].compactMap { $0 }.map { Phrase(en: $0, zhHans: $0) }
        var lines = [line([came] + from, .text)].compactMap { $0 }
        guard arrival.how == .foundling || !arrival.notified.isEmpty else { return lines }
        for authority in Authority.allCases {
            let told = arrival.notified[authority]
            let text = told?.note ?? scene.say("not told yet (d, then p)", "尚未告知（d，再 p）")
            lines.append([
                Span("\(scene.say(authority.label)): ", .label),
                Span(text.safeForScreen, told == nil ? .overdue : .text),
            ])
        }
        return lines
    }

    private var doubt: [[Span]] {
        guard found.raisesAlarms, baby.needsRebanding || found.mother.motherNeedsRebanding else { return [] }
        return [[Span(scene.say(Refusal.rebandingNeeded.text), .alarmHigh)]]
    }

    /// Drafts of adverse events, for whoever completes the report.
    private var events: [[Span]] {
        baby.adverseEvents.map { event in
            let when = scene.shortTime(event.at.moment)
            let text = scene.say("adverse event draft", "不良事件草稿") + " \(when): " + scene.say(event.text)
            return [Span(text.safeForScreen, event.cleared == nil ? .alarmHigh : .dim)]
        }
    }

    /// What was agreed and reported, in quiet words.
    private var farewell: [[Span]] {
        guard !found.raisesAlarms else { return [] }
        let none = scene.say(NewbornHandoverText.notRecorded)
        let agreed = baby.farewell.agreement.map { agreement in
            "\(scene.say(agreement.wish.label)), \(agreement.with) (\(agreement.relation))"
        }
        let reported = baby.farewell.reports.map { "\($0.to) \(scene.shortTime($0.at.moment))" }
        return [
            [Span("\(scene.say("family: ", "家属："))\((agreed ?? none).safeForScreen)", .dim)],
            [
                Span(
                    scene.say("reported: ", "报告：")
                        + (reported.isEmpty ? none : reported.joined(separator: ", ")).safeForScreen, .dim)
            ],
        ]
    }

    /// The transfer card: owed in the NICU until it was read back.
    private var card: [Span]? {
        guard found.raisesAlarms else { return nil }
        guard let card = baby.transferCard else {
            guard baby.custody.place == .nicu, baby.arrival == nil else { return nil }
            return [Span(scene.say("ISBAR card: not written (i)", "转运交接卡：未填写（i）"), .dueSoon)]
        }
        let by = card.writtenBy.map { scene.name(of: $0) } ?? "-"
        guard card.isReadBack else {
            return [
                Span(
                    scene.say("ISBAR card by \(by): not read back (i)", "转运交接卡（\(by)）：接收人未复述（i）"), .dueSoon)
            ]
        }
        let reader = card.readBackBy.map { scene.name(of: $0) } ?? "-"
        return [
            Span(scene.say("ISBAR card by \(by), read back by \(reader)", "转运交接卡（\(by)），\(reader)已复述"), .done)
        ]
    }

    private func line(_ parts: [Phrase], _ role: StyleRole) -> [Span]? {
        guard !parts.isEmpty else { return nil }
        return [Span(parts.map { scene.say($0) }.joined(separator: "  ").safeForScreen, role)]
    }
}
