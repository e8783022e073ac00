import ScreenGrid
import WardDomain

/// The cadence as lines: what is owed first, then the year's minima, the quarter's counts, and the people.
struct CadencePage {
    private let cadence: Cadence
    private let suggestions: [DrillSuggestion]
    private let scene: Scene

    init(_ cadence: Cadence, _ suggestions: [DrillSuggestion], _ scene: Scene) {
        self.cadence = cadence
        self.suggestions = suggestions
        self.scene = scene
    }

    func lines(columns: Int) -> [[Span]] {
        next(columns) + duties(columns) + quarter(columns) + minima(columns) + people(columns)
    }

    private func heading(_ en: String, _ zhHans: String) -> [Span] {
        [Span(scene.say(en, zhHans), .columnHeading)]
    }

    /// What to drill next; the first one stands out.
    private func next(_ columns: Int) -> [[Span]] {
        guard !suggestions.isEmpty else { return [] }
        let pieces = suggestions.enumerated().map { index, suggestion in
            let title = scene.rules.drillProtocol(suggestion.drillProtocol).map { scene.say($0.title).safeForScreen }
            return [
                Span(index == 0 ? scene.say("drill next: ", "下次演练：") : scene.say("then: ", "其后："), .label),
                Span(title ?? suggestion.drillProtocol, index == 0 ? .next : .text),
                Span(" (\(scene.say(suggestion.reason.text)))", .dim),
            ]
        }
        return pieces.flatMap { SpanFlow.wrapped($0, columns: columns) }
    }

    private func duties(_ columns: Int) -> [[Span]] {
        let rows = cadence.standings.map { standing -> [String] in
            [
                scene.say(standing.duty.label), scene.say(standing.duty.period.label), standing.period.name,
                "\(standing.done)/\(standing.wanted)", standing.last?.description ?? scene.say("never", "从未"),
            ]
        }
        let states = cadence.standings.map { state($0) + [mark($0.duty.source)] }
        let heads = [
            scene.say("Policy's rhythms", "政策要求"), scene.say("each", "每"), scene.say("now", "本期"),
            scene.say("done", "已做"), scene.say("last", "最近"),
        ]
        return aligned(heads, rows, states, columns)
    }

    private func state(_ standing: Cadence.Standing) -> [Span] {
        if standing.isDone { return [Span(scene.say("done", "完成"), .done)] }
        let last = standing.period.last
        if standing.isOverdue {
            return [
                Span(
                    scene.say(
                        "OVERDUE: none in \(standing.period.previous.name)", "逾期：\(standing.period.previous.name) 未举办"),
                    .overdue)
            ]
        }
        return [Span(scene.say("due by \(last)", "限 \(last)"), .due)]
    }

    private func minima(_ columns: Int) -> [[Span]] {
        guard !cadence.minima.isEmpty else { return [] }
        let year = String(cadence.today.parts.year)
        let rows = cadence.minima.map { [scene.say($0.minimum.label), "\($0.done)"] }
        let states = cadence.minima.map { standing -> [Span] in
            [
                standing.done > 0
                    ? Span(scene.say("done", "完成"), .done)
                    : Span(scene.say("due by \(year)-12-31", "限 \(year)-12-31"), .due),
                mark(standing.minimum.source),
            ]
        }
        return aligned([scene.say("Drills that \(year) must hold", "\(year) 年演练最低要求"), year], rows, states, columns)
    }

    /// The mark of what was not read at its source.
    private func mark(_ source: Source) -> Span {
        source.mark == .verified ? Span("") : Span(" [\(source.mark.rawValue)]", .recall)
    }

    /// This quarter's drills by protocol, by shift, by role.
    private func quarter(_ columns: Int) -> [[Span]] {
        let name = cadence.quarter.name
        var lines = [
            heading("Drills of \(name): \(cadence.drillsThisQuarter)", "\(name) 演练：\(cadence.drillsThisQuarter) 次")
        ]
        let protocols = scene.rules.protocols.compactMap { found in
            cadence.drillsByProtocol[found.id].map { [Span("\(scene.say(found.title).safeForScreen) \($0)")] }
        }
        let shifts = scene.rules.readiness.shifts.map { shift in
            let count = cadence.drillsByShift[shift.id] ?? 0
            return [Span("\(scene.say(shift.label).safeForScreen) \(count)", count == 0 ? .notRecorded : .text)]
        }
        let roles = Work.all.compactMap { work in
            cadence.drilledByWork[work].map { share in
                [
                    Span(
                        "\(scene.say(work.label)) \(share.drilled)/\(share.staff)",
                        share.drilled == 0 ? .notRecorded : .text)
                ]
            }
        }
        lines += counted("by protocol: ", "按方案：", protocols, columns)
        lines += counted("by shift: ", "按班次：", shifts, columns)
        lines += counted("by role, people who drilled: ", "按岗位参加人数：", roles, columns)
        return lines
    }

    private func counted(_ en: String, _ zhHans: String, _ pieces: [[Span]], _ columns: Int) -> [[Span]] {
        let none = [[Span(scene.say("none", "无"), .notRecorded)]]
        return SpanFlow.rows(
            [[Span(scene.say(en, zhHans), .label)]] + (pieces.isEmpty ? none : pieces), columns: columns)
    }

    /// Everybody at work, whose last drill is longest ago first.
    private func people(_ columns: Int) -> [[Span]] {
        let never = scene.say("never", "从未")
        let rows = cadence.people.map { person in
            [
                person.member.name.safeForScreen, scene.say(person.member.work.label),
                person.lastDrill?.description ?? never, person.lastTraining?.description ?? never,
            ]
        }
        let states = cadence.people.map { person -> [Span] in
            person.owesEducation
                ? [Span(scene.say("owes \(cadence.today.parts.year)'s education", "本年度继续教育待完成"), .due)] : []
        }
        let heads = [
            scene.say("Everybody", "人员"), scene.say("role", "岗位"), scene.say("last drill", "最近演练"),
            scene.say("last training", "最近培训"),
        ]
        return aligned(heads, rows, states, columns)
    }

    /// Columns as wide as their widest cell; a state that has no room stands in a row of its own.
    private func aligned(
        _ heads: [String], _ rows: [[String]], _ states: [[Span]], _ columns: Int
    ) -> [[Span]] {
        let widths = heads.indices.map { column in
            ([heads] + rows).map { $0[column].displayWidth }.max() ?? 0
        }
        func line(_ cells: [String], _ role: StyleRole) -> [Span] {
            zip(cells, widths).map { Span($0.padded(to: $1 + 2), role) }
        }
        let room = widths.reduce(0) { $0 + $1 + 2 }
        return [line(heads, .columnHeading)]
            + zip(rows, states).flatMap { cells, state -> [[Span]] in
                guard room + SpanFlow.width(state) > columns else { return [line(cells, .text) + state] }
                return SpanFlow.wrapped(line(cells, .text), columns: columns) + [[Span("  ")] + state]
            }
    }
}

/// Where the duties and minima come from: the page behind `o`.
enum CadenceSources {
    static func dialog(_ scene: Scene) -> HelpDialog {
        let rules = scene.rules.cadence
        func line(_ label: Phrase, _ source: Source) -> Phrase {
            Phrase(
                en: "\(label.en): [\(source.mark.rawValue)] \(source.mark.label.en): \(source.text)",
                zhHans: "\(label.zhHans)：[\(source.mark.rawValue)] \(source.mark.label.zhHans)：\(source.text)")
        }
        let cases = Phrase(
            en: "A real case of the last \(rules.recentCaseDays) days points to a drill",
            zhHans: "近 \(rules.recentCaseDays) 天内的真实病例提示演练主题")
        return HelpDialog(
            Phrase(en: "Sources of the cadence", zhHans: "频次要求的来源"), lines: [],
            paragraphs: rules.duties.map { line($0.label, $0.source) } + rules.minima.map { line($0.label, $0.source) }
                + [line(cases, rules.casesSource)] + debrief(rules).map { line($0, rules.debriefSource) })
    }

    private static func debrief(_ rules: CadenceRules) -> [Phrase] {
        [
            rules.hotDebriefMinutes.map {
                Phrase(en: "Hot debrief within \($0) min of the end", zhHans: "结束后 \($0) 分钟内当场复盘")
            },
            rules.writeUpDays.map { Phrase(en: "Write-up within \($0) days", zhHans: "\($0) 天内书面总结") },
        ].compactMap(\.self)
    }
}
