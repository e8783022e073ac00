import WardDomain

extension WardFixture {
    /// Opens an action of the midwife's, due on a day.
    @discardableResult
    mutating func openAction(
        _ what: String = "key at the desk", due: CalendarDay, run: ChecklistID? = nil
    ) throws(Refusal) -> FindingID {
        let made = try record(OpenFinding(kind: .action, what: what, owner: .midwife, due: due, run: run))
        return FindingID(made[0].stamp.id.rawValue)
    }

    /// Begins a full check of the sample cart.
    @discardableResult
    mutating func beginCheck(of kit: String = "cart") throws(Refusal) -> KitCheckID {
        KitCheckID(try record(BeginKitCheck(kit: kit))[0].stamp.id.rawValue)
    }

    /// A full check with every item in order, and a seal.
    @discardableResult
    mutating func soundCheck(seal: String = "S100", expiry: CalendarDay? = nil) throws(Refusal) -> KitCheckID {
        let check = try beginCheck()
        try record(CheckKitItem(check: check, item: "blade", result: .inOrder, quantity: 2, batteryWorks: true))
        try record(CheckKitItem(check: check, item: "drug", result: .inOrder, expiry: expiry))
        try record(CheckKitItem(check: check, item: "bag", result: .inOrder))
        try record(FinishKitCheck(check: check, seal: seal))
        return check
    }

    /// What readiness is reckoned from, as the ledger answers it.
    var readinessHistory: ReadinessHistory {
        var history = ReadinessHistory()
        history.checks = everyCheck.compactMap(ReadinessHistory.Checked.init).reversed()
        for check in everyCheck where check.finishedAt != nil && !check.voided {
            guard let kit = check.kit else { continue }
            switch check.scope {
            case .full: history.lastFull[kit.id] = check
            case .care: history.lastCare[kit.id] = check
            case .post: history.lastPost[kit.id] = check
            case .seal: break
            }
        }
        history.defects = everyFinding.filter { $0.kind == .defect }
        return history
    }

    /// How the sample cart stands now.
    var cart: KitStanding { standing(rules.readiness.kits[0]) }

    /// How a kit stands now.
    func standing(_ kit: Kit) -> KitStanding {
        KitStanding(kit, readinessHistory, rules: rules.readiness, now: clock.moment, offset)
    }

    /// Turns the clocks to a local time of a day.
    mutating func turn(to day: CalendarDay, _ hour: Int, _ minute: Int, second: Int = 0) {
        let moment = Moment(day: day, hour: hour, minute: minute, second: second, offset)
        wait(seconds: clock.moment.seconds(to: moment))
    }
}
