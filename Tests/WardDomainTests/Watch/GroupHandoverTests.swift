import Testing
import WardDomain

@Suite struct GroupHandoverTests {
    @Test func whereTheSiteAsksNoGroupGoesWithoutThePINs() throws {
        var ward = WardFixture()
        ward.rules.site.asksPINAtHandover = true
        try ward.pair()
        var command = HandOverGroup(bands: ["NA1"], giver: .midwife, receiver: .nurse)
        #expect(ward.refusal(of: command) == .pinNeeded(.nurse), "the giver is signed in")
        command.pinChecked = [.nurse]
        #expect(ward.refusal(of: command) == nil)
        #expect(ward.refusal(of: command, origin: Origin(.apply, account: "script")) == .pinOnlyAtScreen)
    }

    private static func change(_ bands: [String], reason: String? = nil) -> HandOverGroup {
        HandOverGroup(bands: bands, giver: .midwife, receiver: .nurse, reason: reason)
    }

    @Test func fortyBabiesGoEachByItsOwnEntryAndAllAtOnce() throws {
        var ward = WardFixture()
        var babies: [NewbornID] = []
        for number in 1...40 { babies.append(try ward.pair("母亲\(number)", codes: "\(number)X").baby) }

        let made = try ward.record(Self.change((1...40).map { "N\($0)X1" }))

        #expect(made.count == 41)
        #expect(babies.allSatisfy { ward.baby($0).custody.custodian == .staff(.nurse) })
        #expect(babies.allSatisfy { ward.baby($0).custody.place == .deliveryRoom })
        #expect(babies.allSatisfy { ward.baby($0).lastHandover?.giver == .staff(.midwife) })
        #expect((made.last?.fact as? GroupHandedOver)?.newborns.count == 40)
    }

    @Test func exceptionsAreListedAndStayWhereTheyAre() throws {
        var (ward, first) = try MismatchTests.twoPairs()
        let (_, third) = try ward.pair("吴霞", codes: "C")
        let (_, fourth) = try ward.pair("陈静", codes: "D")
        try ward.record(CustodyTests.handOver(mother: "MB0"))
        try ward.record(CustodyTests.handOver("C", mother: "MC0"))
        let change = Self.change(["NA1", "NB1", "NB2", "NC1"])
        #expect(ward.refusal(of: change) == .reasonNeeded)

        let made = try ward.record(Self.change(["NA1", "NB1", "NB2", "NC1"], reason: "see charge nurse"))

        let group = try #require(made.last?.fact as? GroupHandedOver)
        #expect(group.newborns.count == 1)
        let why = Dictionary(uniqueKeysWithValues: group.exceptions.map { ($0.newborn, $0.why) })
        #expect(why == [first: .mismatchUncleared, third: .notGivers, fourth: .notScanned])
        #expect(ward.baby(third).custody.custodian == .staff(.nicuNurse))
        #expect(ward.baby(fourth).custody.custodian == .staff(.midwife))
    }

    @Test func anErrandStaysDueAndARushIsHandedOver() throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        var errand = CustodyTests.handOver(to: "W2001", place: .hearing)
        let back = ward.clock.moment.advanced(seconds: 600)
        errand.expectedBack = ExpectedTime(.moment(back))
        try ward.record(errand)
        try ward.record(HandOverGroup(bands: ["NA1"], giver: .nurse, receiver: .nicuNurse))
        #expect(ward.baby(baby).custody.expectedBack == back)
        #expect(ward.baby(baby).custody.place == .hearing)
    }

    @Test func whoMayNotTakeOrGiveIsRefused() throws {
        var ward = WardFixture()
        try ward.pair()
        func refusal(_ giver: Badge, _ receiver: Badge, _ bands: [String] = ["NA1"]) -> Refusal? {
            ward.refusal(of: HandOverGroup(bands: bands, giver: giver, receiver: receiver))
        }
        #expect(refusal(.midwife, .midwife) == .sameGiverAndReceiver)
        #expect(refusal(.midwife, .admin) == .notAllowed(.administrator))
        #expect(refusal(.midwife, "X9") == .badgeUnknown("X9"))
        #expect(refusal(.nurse, .nicuNurse) == .nobodyGoes)
        #expect(refusal(.midwife, .nurse, []) == .nobodyGoes)
        #expect(refusal(.midwife, .nurse, ["MA0"]) == .notABabyBand("MA0"))
        #expect(refusal(.midwife, .nurse, ["NA9"]) == .bandUnknown("NA9"))
        let late = ward.refusal(of: Self.change(["NA1"]), at: ward.typed(secondsAgo: 60))
        #expect(late == .beforeBirth || late == .custodyChangedSince)
    }
}
