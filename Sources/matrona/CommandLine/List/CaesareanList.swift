import WardDomain
import WardLedger

extension Lister {
    /// `list caesareans`
    func caesareans() throws(Failure) {
        let described = CaesareanText(rules: rules, now: now, time: TimeText(offset: offset))
        try print(ListField.aboutMother(\CaesareanRow.admission, \.mother) + described.fields) {
            span throws(LedgerFault) in
            guard case .caesareans(let rows) = try ledger.answer(.caesareans(span)) else { return [] }
            return rows
        } place: { row in
            (row.run.decidedAt.moment, row.run.id.rawValue)
        }
    }
}

/// A caesarean with every milestone and split, as scripts read it.
struct CaesareanText {
    let rules: ClinicalRules
    let now: ClockReading
    let time: TimeText

    /// One step from a milestone to the next that was reached.
    private struct Split {
        let milestone: Milestone
        let at: Occurrence
        /// Nil for the decision.
        let seconds: Int?
    }

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
            ListField("targetSeconds", "Target", "目标") { .optional(target($0.run)) },
            ListField("withinTarget", "Within", "达标") { .optional(isWithinTarget($0.run)) },
            ListField("longestSplit", "Longest", "最长环节") { .optional(longestSplit($0.run)?.milestone.rawValue) },
            ListField("longestSplitSeconds") { .optional(longestSplit($0.run)?.seconds) },
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
            ListField("arrivals", isFlat: false) { row in
                .array(
                    row.run.arrivals.map {
                        .object([
                            .init("badge", .optional($0.badge?.rawValue)), .init("name", .optional($0.name)),
                            .init("part", .optional($0.part?.rawValue)), .init("at", time($0.at)),
                        ])
                    })
            },
        ] + Milestone.allCases.filter { $0 != .decision }.map(secondsField)
    }

    /// A milestone's seconds since the decision as a field of its own, for spreadsheets: `arriveSeconds`.
    private func secondsField(_ milestone: Milestone) -> ListField<CaesareanRow> {
        ListField("\(milestone)Seconds") { .optional($0.run.elapsed(to: milestone)?.seconds) }
    }

    private func target(_ run: CaesareanRun) -> Int? {
        run.category.flatMap { rules.categoryTargets[$0]?.seconds }
    }

    /// Exactly on the target is within it; nil unless a baby was born by this caesarean.
    private func isWithinTarget(_ run: CaesareanRun) -> Bool? {
        guard let taken = run.decisionToDelivery?.seconds, let target = target(run) else { return nil }
        return taken <= target
    }

    private func splits(_ run: CaesareanRun) -> [Split] {
        var earlier: Occurrence?
        return run.reached.map { reached in
            let seconds = earlier.map { $0.interval(to: reached.at).seconds }
            earlier = reached.at
            return Split(milestone: reached.milestone, at: reached.at, seconds: seconds)
        }
    }

    /// The longest way to a milestone before the birth or at it.
    private func longestSplit(_ run: CaesareanRun) -> Split? {
        splits(run).prefix { $0.milestone.position <= Milestone.delivery.position || $0.milestone.floats }
            .filter { $0.seconds != nil }.max { ($0.seconds ?? 0) < ($1.seconds ?? 0) }
    }

    private func milestones(_ run: CaesareanRun) -> JSONText {
        let outOfOrder = run.outOfOrder
        return .array(
            splits(run).map { split in
                let mark = run.marks[split.milestone]
                return .object([
                    .init("milestone", .string(split.milestone.rawValue)), .init("at", time(split.at)),
                    .init("elapsedSeconds", .optional(run.decidedAt.interval(to: split.at).seconds)),
                    .init("splitSeconds", .optional(split.seconds)),
                    .init("targetSeconds", .optional(rules.milestoneTargets[split.milestone]?.seconds)),
                    .init("outOfOrder", .bool(outOfOrder.contains(split.milestone))),
                    .init("typed", .bool(split.at.derived)), .init("reason", .optional(mark?.reason)),
                    .init("by", .optional(mark?.staff?.rawValue)),
                ])
            })
    }
}
