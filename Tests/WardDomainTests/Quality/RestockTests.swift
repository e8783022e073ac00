import Testing
import WardDomain

/// A kit that was used is full again within the hour; two people stand behind controlled drugs; who disinfected,
/// repaired, keeps it.
@Suite struct RestockTests {
    @Test(arguments: [(0, false), (3599, false), (3600, true)])
    func whatWasUsedIsOverdueAfterTheHour(seconds: Int, isOverdue: Bool) throws {
        var ward = WardFixture()
        try ward.record(UseKit(kit: "cart", what: "oxytocin", owner: .nurse))
        ward.wait(seconds: seconds)

        let waiting = try #require(ward.cart.restock)
        #expect(waiting.isOverdue(at: ward.clock.moment) == isOverdue)
        #expect(waiting.owner == .nurse && waiting.kind == .defect && waiting.what.contains("oxytocin"))
        let ends = ward.ward.openEnds(now: ward.clock, rules: ward.rules)
        #expect(ends.contains { $0.kind == .defectOverdue && $0.about == .finding(waiting.id) } == isOverdue)
    }

    @Test func theHourCountsFromTheUseThatWasTyped() throws {
        var ward = WardFixture()
        try ward.record(UseKit(kit: "cart"), at: ward.typed(secondsAgo: 3000))
        ward.wait(seconds: 599)
        #expect(ward.cart.restock?.isOverdue(at: ward.clock.moment) == false)
        ward.wait(seconds: 1)
        #expect(ward.cart.restock?.isOverdue(at: ward.clock.moment) == true)
    }

    @Test func aWholeCheckAfterTheUseEndsTheWaiting() throws {
        var ward = WardFixture()
        let before = try ward.beginCheck()
        for item in ["blade", "drug", "bag"] {
            try ward.record(CheckKitItem(check: before, item: item, result: .inOrder))
        }
        ward.wait(seconds: 1)
        try ward.record(UseKit(kit: "cart"))
        ward.wait(seconds: 1)
        try ward.record(FinishKitCheck(check: before))
        #expect(ward.cart.restock != nil, "it began before the use")

        ward.wait(seconds: 60)
        let part = try ward.beginCheck()
        try ward.record(CheckKitItem(check: part, item: "bag", result: .inOrder))
        try ward.record(FinishKitCheck(check: part))
        #expect(ward.cart.restock != nil, "two items were not looked at")

        ward.wait(seconds: 60)
        try ward.soundCheck()
        #expect(ward.cart.restock == nil)
        #expect(ward.everyFinding.first?.closing?.how.contains("restocked") == true)
    }

    @Test func whatTheCheckMissesIsADefectOfItsOwn() throws {
        var ward = WardFixture()
        try ward.record(UseKit(kit: "cart"))
        ward.wait(seconds: 60)
        let check = try ward.beginCheck()
        for (item, result) in [("blade", KitItemResult.inOrder), ("drug", .gap), ("bag", .inOrder)] {
            try ward.record(CheckKitItem(check: check, item: item, result: result))
        }
        try ward.record(FinishKitCheck(check: check))
        #expect(ward.cart.restock == nil)
        #expect(ward.cart.defects.map(\.item) == ["drug"])
    }

    @Test func aSecondUseWaitsWithTheFirst() throws {
        var ward = WardFixture()
        try ward.record(UseKit(kit: "cart"))
        #expect(ward.refusal(of: UseKit(kit: "cart")) == .restockWaits)
        #expect(ward.refusal(of: UseKit(kit: "drugs")) == nil)
        #expect(ward.refusal(of: UseKit(kit: "other")) == .kitUnknown("other"))
        #expect(ward.refusal(of: UseKit(kit: "drugs", owner: "X9")) == .badgeUnknown("X9"))
        #expect(ward.refusal(of: UseKit(kit: "drugs", run: ChecklistID("none"))) == .checklistUnknown)
    }

    @Test func aUseInADrillNamesTheDrillAndPointsToNoOther() throws {
        var ward = WardFixture()
        let run = try ward.startDrill()
        try ward.record(FinishChecklist<Drill>(run: run))
        try ward.record(UseKit(kit: "cart", run: run))
        let waiting = try #require(ward.cart.restock)
        #expect(waiting.origin?.nature == .drill && waiting.origin?.run == run)
    }

    /// A shift in which a used kit was not full again by its end was not functional.
    @Test func aUsedKitIsNotFunctional() throws {
        let first = CalendarDay("2026-12-01")!
        var ward = WardFixture(at: Moment(day: first, hour: 9, minute: 0, .fixed(seconds: 28800)))
        try ward.soundCheck()
        try ward.record(UseKit(kit: "cart"))
        #expect(ward.cart.month?.functional == 0)
        ward.wait(seconds: 600)
        try ward.soundCheck()
        #expect(ward.cart.month?.functional == 1)
    }

    @Test func controlledDrugsTakeTwoPeople() throws {
        var ward = WardFixture()
        let check = try ward.beginCheck(of: "drugs")
        try ward.record(CheckKitItem(check: check, item: "all", result: .inOrder))
        #expect(ward.refusal(of: FinishKitCheck(check: check)) == .secondPersonNeeded)
        #expect(ward.refusal(of: FinishKitCheck(check: check, second: .midwife)) == .secondPersonNeeded)
        #expect(ward.refusal(of: FinishKitCheck(check: check, second: "X9")) == .badgeUnknown("X9"))
        try ward.record(FinishKitCheck(check: check, second: .nurse))
        #expect(ward.everyCheck.first?.second == .nurse)
        #expect(ward.everyCheck.first?.finishedBy == .midwife)
    }

    @Test func aSecondPersonIsWelcomeWhereNoneIsNeeded() throws {
        var ward = WardFixture()
        let check = try ward.beginCheck()
        try ward.record(CheckKitItem(check: check, item: "bag", result: .inOrder))
        #expect(ward.refusal(of: FinishKitCheck(check: check)) == nil)
        #expect(ward.refusal(of: FinishKitCheck(check: check, second: .nurse)) == nil)
        #expect(ward.refusal(of: FinishKitCheck(check: check, second: .midwife)) == .secondPersonNeeded)
    }

    @Test func placeKeeperAndCareAreKept() throws {
        var ward = WardFixture()
        #expect(ward.cart.post == nil && ward.cart.lastCare == nil)
        try ward.record(PostKit(kit: "cart", place: "room 1", keeper: .nurse))
        ward.wait(seconds: 60)
        try ward.record(PostKit(kit: "cart", place: "room 2", keeper: .midwife))
        try ward.record(CareForKit(kit: "cart", act: .disinfected))
        ward.wait(seconds: 60)
        try ward.record(CareForKit(kit: "cart", act: .repaired, item: "blade", note: "lamp"))

        #expect(ward.cart.post?.place == "room 2" && ward.cart.post?.keeper == .midwife)
        #expect(ward.cart.lastCare?.care?.act == .repaired)
        #expect(ward.cart.lastCare?.care?.item == "blade")
        #expect(ward.cart.last == nil, "neither is a check")
        #expect(ward.cart.month?.functional == 0)
        #expect(ward.ward.kitChecks.isEmpty)
    }

    @Test func careAndPlaceNameWhatThereIs() throws {
        let ward = WardFixture()
        #expect(ward.refusal(of: CareForKit(kit: "other", act: .repaired)) == .kitUnknown("other"))
        #expect(
            ward.refusal(of: CareForKit(kit: "cart", act: .repaired, item: "x"))
                == .codeUnknown(field: "item", code: "x"))
        #expect(ward.refusal(of: PostKit(kit: "other", place: "a", keeper: .nurse)) == .kitUnknown("other"))
        #expect(ward.refusal(of: PostKit(kit: "cart", place: " ", keeper: .nurse)) == .fieldMissing("place"))
        #expect(ward.refusal(of: PostKit(kit: "cart", place: "a", keeper: "X9")) == .badgeUnknown("X9"))
    }
}
