import WardDomain
import WardLedger
import WardPanes

extension Lister {
    /// `list caesareans`; a table ends with the shares within the targets.
    func caesareans() throws(Failure) {
        let described = CaesareanText(rules: rules, now: now, time: TimeText(offset: offset))
        let fields = (ListField.aboutMother(\CaesareanRow.admission, \.mother) + described.fields).map {
            $0.of(\CaesareanCase.row)
        }
        try print(fields + CaesareanBabies.fields(TimeText(offset: offset))) { span throws(LedgerFault) in
            guard case .caesareanCases(let found) = try ledger.answer(.caesareanCases(span)) else { return [] }
            return found
        } place: { found in
            (found.run.decidedAt.moment, found.run.id.rawValue)
        }
        if format == .table { try printShares() }
    }

    /// What no row says by itself: births within the target of all births by caesarean, and what is not among them.
    private func printShares() throws(Failure) {
        let span = HistorySpan(from: first, to: end, limit: .max)
        let answer = try Failure.from { () throws(LedgerFault) in try ledger.answer(.casebook(span)) }
        guard case .casebook(let briefs) = answer else { return }
        let book = Casebook(
            briefs, targets: CasebookTargets(rules), until: now.moment.localDay(offset), months: 1, offset: offset)
        for line in ShareText.lines(book) { StandardOutput.write(line[Surroundings.language()] + "\n") }
    }
}

/// The shares of a casebook in words.
enum ShareText {
    static func lines(_ book: Casebook) -> [Phrase] {
        CaesareanCategory.allCases.compactMap { ofCategory($0, book) } + besideShares(book) + ofArrests(book.arrests)
            + ofNewbornDoctor(book.newbornDoctor)
    }

    /// The policy's consultation limit, as far as call and arrival are recorded.
    private static func ofNewbornDoctor(_ figures: NewbornDoctorStatistics) -> [Phrase] {
        guard let limit = figures.limit, figures.timed > 0 else { return [] }
        let share = "\(Durations.clock(limit)) \(figures.within)/\(figures.timed)"
        return [Phrase(en: "newborn doctor within \(share)", zhHans: "新生儿科医师到场 \(share)")]
    }

    private static func ofCategory(_ category: CaesareanCategory, _ book: Casebook) -> Phrase? {
        guard let figures = book.categories[category]?.statistics, let target = figures.target else { return nil }
        let (within, all) = (figures.withinTarget, figures.delivered)
        let share = figures.shareText ?? "-"
        return Phrase(
            en: """
                cat \(category.rawValue): within \(target / 60) min \(share) (\(within)/\(all)); stood down \
                \(figures.stoodDown), born before \(figures.bornBeforeCaesarean), not in the denominator
                """,
            zhHans: """
                \(category.rawValue)类：\(target / 60) 分钟内 \(share) (\(within)/\(all))；取消手术 \(figures.stoodDown)，\
                术前娩出 \(figures.bornBeforeCaesarean)，不计入分母
                """)
    }

    /// What was counted in a category without a target, or in none; nothing where there is nothing.
    private static func besideShares(_ book: Casebook) -> [Phrase] {
        let others = CaesareanCategory.allCases.compactMap { category in
            book.categories[category].map {
                (Phrase(en: "cat \(category.rawValue)", zhHans: "\(category.rawValue)类"), $0.statistics)
            }
        }
        return (others + [(Phrase(en: "no category", zhHans: "未定类别"), book.uncategorised)]).compactMap {
            name, figures in
            guard figures.target == nil, figures.delivered + figures.stoodDown + figures.bornBeforeCaesarean > 0 else {
                return nil
            }
            return Phrase(
                en: """
                    \(name.en), no target: births \(figures.delivered); stood down \(figures.stoodDown), born before \
                    \(figures.bornBeforeCaesarean)
                    """,
                zhHans: """
                    \(name.zhHans)，无目标时限：娩出 \(figures.delivered)；取消手术 \(figures.stoodDown)，术前娩出 \
                    \(figures.bornBeforeCaesarean)
                    """)
        }
    }

    /// The caesareans at a mother's cardiac arrest, apart; nothing where there is none.
    private static func ofArrests(_ figures: ArrestStatistics) -> [Phrase] {
        guard figures.delivered > 0 else { return [] }
        let ways = [Milestone.incision, .delivery].compactMap { milestone in
            figures.ways[milestone].map { way in
                let share = "\(Durations.clock(way.target)) \(way.within)/\(way.timed)"
                return Phrase(
                    en: "\(milestone.label.en) within \(share)", zhHans: "\(milestone.label.zhHans) \(share)")
            }
        }
        return [
            Phrase(
                en:
                    "maternal arrest, apart: \(([figures.delivered.description] + ways.map(\.en)).joined(separator: ", "))",
                zhHans:
                    "孕产妇心脏骤停，单列：\(([figures.delivered.description] + ways.map(\.zhHans)).joined(separator: "，"))")
        ]
    }
}

/// A caesarean with every milestone and split, as scripts read it.
struct CaesareanText {
    let rules: ClinicalRules
    let now: ClockReading
    let time: TimeText

    var fields: [ListField<CaesareanRow>] {
        [
            ListField("run") { .string($0.run.id.rawValue) },
            ListField("bed", "Bed", "床") { .optional($0.bed?.rawValue) },
            ListField("category", "Cat", "类别") { .optional($0.run.category?.rawValue) },
            ListField("indication", "Indication", "适应证") { .optional($0.run.indication) },
            ListField("decidedAt", "Decided", "决定") { time($0.run.decidedAt) },
            ListField("running") { .bool($0.run.isRunning) },
            ListField("ending", "Ending", "结局") { .optional($0.run.end?.ending.rawValue) },
            ListField("endedAt") { time($0.run.end?.at) },
            ListField("endReason") { .optional($0.run.end?.reason) },
            ListField("elapsedSeconds", "Seconds", "秒") { .optional($0.run.elapsed(now: now).seconds) },
            ListField("byWallClock") { .bool($0.run.elapsed(now: now).byWallClock) },
            ListField("decisionToDeliverySeconds", "DDI", "决定至娩出") {
                .optional($0.run.decisionToDelivery?.seconds)
            },
            ListField("targetSeconds", "Target", "目标") { .optional($0.run.target(rules)) },
            ListField("withinTarget", "Within", "达标") { .optional(isWithinTarget($0.run)) },
            ListField("longestSplit", "Longest", "最长环节") { .optional($0.run.longestSplit?.to.rawValue) },
            ListField("longestSplitFrom") { .optional($0.run.longestSplit?.from.rawValue) },
            ListField("longestSplitSeconds") { .optional($0.run.longestSplit?.interval.seconds) },
            ListField("placeOfDecision") { .optional($0.run.placeOfDecision?.rawValue) },
            ListField("forArrest") { .bool($0.run.isForArrest) },
            ListField("arrestAt") { time($0.run.arrest?.at) },
            ListField("arrestToDeliverySeconds") {
                .optional($0.run.elapsedSinceArrest(to: .delivery)?.seconds)
            },
            ListField("enteredAfterwards") { .bool($0.run.enteredAfterwards == true) },
            ListField("delayCodes") { .string($0.run.delays.map(\.code).joined(separator: " ")) },
            ListField("callList") { .string(callList($0.run)) },
            ListField("arrivalList") { .string(arrivalList($0.run)) },
            ListField("newbornDoctorBeforeBirth") { .optional($0.run.newbornDoctorBeforeBirth) },
            ListField("decidingDoctor") { .optional($0.run.review?.decidingDoctor) },
            ListField("fetalHeartRate") { .optional($0.run.review?.fetalHeartRate) },
            ListField("cervix") { .optional($0.run.review?.cervix) },
            ListField("surgeon") { .optional($0.run.review?.surgeon) },
            ListField("anaesthetist") { .optional($0.run.review?.anaesthetist) },
            ListField("anaesthesia") { .optional($0.run.review?.anaesthesia?.rawValue) },
            ListField("convertedTo") { .optional($0.run.review?.convertedTo?.rawValue) },
            ListField("consent") { .optional($0.run.review?.consent?.rawValue) },
            ListField("consentName") { .optional($0.run.review?.consentName) },
            ListField("familyTold") { .optional($0.run.review?.familyTold) },
            ListField("bloodLossMillilitres") { .optional($0.run.review?.bloodLossMillilitres) },
            ListField("bloodLossMethod") { .optional($0.run.review?.bloodLossMethod?.rawValue) },
            ListField("motherOutcome") { .optional($0.run.review?.motherOutcome?.rawValue) },
            ListField("motherNote") { .optional($0.run.review?.motherNote) },
            ListField("upgradedAt") { time($0.run.upgrade?.at) },
            ListField("upgradeToDeliverySeconds") { .optional($0.run.upgradeToDelivery?.seconds) },
            ListField("unsigned") { .optional($0.run.unsigned.count) },
        ] + parts
    }

    private var parts: [ListField<CaesareanRow>] {
        [
            ListField("milestones", isFlat: false) { milestones($0.run) },
            ListField("notApplicable", isFlat: false) { row in
                .array(Milestone.allCases.filter(row.run.notApplicable.contains).map { .string($0.rawValue) })
            },
            ListField("gradings", isFlat: false) { row in
                .array(
                    row.run.gradings.map {
                        .object([.init("category", .optional($0.category.rawValue)), .init("at", time($0.at))])
                    })
            },
            ListField("delays", isFlat: false) { row in
                .array(
                    row.run.delays.map {
                        .object([.init("code", .string($0.code)), .init("text", .optional($0.text))])
                    })
            },
            ListField("calls", isFlat: false) { row in
                .array(
                    row.run.calls.map {
                        .object([
                            .init("slot", .string($0.slot.rawValue)), .init("name", .optional($0.name)),
                            .init("phone", .optional($0.phone)), .init("at", time($0.at)),
                        ])
                    })
            },
            ListField("arrivals", isFlat: false) { row in
                .array(
                    row.run.arrivals.map {
                        .object([
                            .init("badge", .optional($0.badge?.rawValue)), .init("name", .optional($0.name)),
                            .init("part", .optional($0.part?.rawValue)), .init("at", time($0.at)),
                        ])
                    })
            },
        ] + CaesareanColumns.milestones.flatMap(milestoneFields) + TeamPart.measured.flatMap(teamFields)
    }

    /// A milestone's time, its seconds since the decision and since the milestone before it, for spreadsheets.
    private func milestoneFields(_ milestone: Milestone) -> [ListField<CaesareanRow>] {
        [
            ListField("\(milestone)At") { time($0.run.time(of: milestone)) },
            ListField("\(milestone)Seconds") { .optional($0.run.elapsed(to: milestone)?.seconds) },
            ListField("\(milestone)SplitSeconds") { row in
                .optional(row.run.splits.first { $0.to == milestone }?.interval.seconds)
            },
        ]
    }

    /// When a part of the team was called, when it came, and what that took.
    private func teamFields(_ part: TeamPart) -> [ListField<CaesareanRow>] {
        [
            ListField("\(part)CalledAt") { time($0.run.teamTime(part).calledAt) },
            ListField("\(part)ArrivedAt") { time($0.run.teamTime(part).arrivedAt) },
            ListField("\(part)ArrivalSeconds") { .optional($0.run.teamTime(part).interval?.seconds) },
        ]
    }

    /// Every call in one cell: `anaesthesia 2026-11-22T18:04:00+08:00; ...`
    private func callList(_ run: CaesareanRun) -> String {
        run.calls.map { "\($0.slot.rawValue) \(ISO8601.text($0.at.moment, time.offset))" }.joined(separator: "; ")
    }

    /// Every arrival in one cell: `W1001 2026-11-22T18:04:00+08:00; ...`
    private func arrivalList(_ run: CaesareanRun) -> String {
        run.arrivals.map { arrival in
            "\(arrival.badge?.rawValue ?? arrival.name ?? "?") \(ISO8601.text(arrival.at.moment, time.offset))"
        }.joined(separator: "; ")
    }

    /// Exactly on the target is within it; nil unless a baby was born by this caesarean, and for a maternal arrest.
    private func isWithinTarget(_ run: CaesareanRun) -> Bool? {
        guard !run.isForArrest, let taken = run.decisionToDelivery?.seconds, let target = run.target(rules) else {
            return nil
        }
        return taken <= target
    }

    private func milestones(_ run: CaesareanRun) -> JSONText {
        let outOfOrder = run.outOfOrder
        let splits = Dictionary(uniqueKeysWithValues: run.splits.map { ($0.to, $0) })
        return .array(
            run.reached.map { milestone, at in
                let (mark, elapsed) = (run.marks[milestone], run.decidedAt.interval(to: at))
                return .object([
                    .init("milestone", .string(milestone.rawValue)), .init("at", time(at)),
                    .init("elapsedSeconds", .optional(elapsed.seconds)),
                    .init("byWallClock", .bool(elapsed.byWallClock)),
                    .init("splitFrom", .optional(splits[milestone]?.from.rawValue)),
                    .init("splitSeconds", .optional(splits[milestone]?.interval.seconds)),
                    .init("targetSeconds", .optional(rules.milestoneTargets[milestone]?.seconds)),
                    .init("outOfOrder", .bool(outOfOrder.contains(milestone))),
                    .init("typed", .bool(at.derived)), .init("reason", .optional(mark?.reason)),
                    .init("by", .optional(mark?.staff?.rawValue)),
                ])
            })
    }
}
