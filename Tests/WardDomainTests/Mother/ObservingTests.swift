import Testing
import WardDomain

@Suite struct ObservingTests {
    static func observation(_ set: (inout LabourObservation) -> Void) -> LabourObservation {
        var observation = LabourObservation()
        set(&observation)
        return observation
    }

    static let ranges: [(ObservationField, ClosedRange<Int>)] = [
        (.cervix, 0...10), (.station, -5...5), (.fetalHeartRate, 0...300), (.contractions, 0...15),
        (.contractionSeconds, 0...300), (.pulse, 0...300), (.systolic, 0...300), (.diastolic, 0...250),
        (.respiration, 0...100), (.oxygenSaturation, 0...100), (.temperatureTenths, 250...450),
        (.bloodLossMillilitres, 0...20000),
    ]

    @Test(arguments: ranges)
    func everyNumberHasBothEdges(field: ObservationField, range: ClosedRange<Int>) throws {
        var ward = WardFixture()
        let id = try ward.admit()
        let key = try #require(field.number)
        func refusal(_ value: Int) -> Refusal? {
            ward.refusal(
                of: ObserveLabour(
                    admission: id,
                    observation: Self.observation {
                        $0[keyPath: key] = value
                        if field == .bloodLossMillilitres { $0.bloodLossMethod = .measured }
                    }))
        }
        let edges = "\(range.lowerBound)\(range.lowerBound < 0 ? ".." : "-")\(range.upperBound)"

        #expect(refusal(range.lowerBound) == nil)
        #expect(refusal(range.upperBound) == nil)
        #expect(refusal(range.lowerBound - 1) == .outOfRange(field: field.rawValue, allowed: edges))
        #expect(refusal(range.upperBound + 1) == .outOfRange(field: field.rawValue, allowed: edges))
    }

    @Test func theTableOfRangesIsComplete() {
        #expect(Set(Self.ranges.map(\.0)) == Set(ObservationField.allCases.filter { $0.number != nil }))
    }

    @Test func blankIsNotRecordedNeverNormalNeverZero() throws {
        var ward = WardFixture()
        let id = try ward.admit()

        try ward.record(ObserveLabour(admission: id, observation: Self.observation { $0.cervix = 6 }))

        let mother = ward.mother(id)
        #expect(mother.latest == Self.observation { $0.cervix = 6 })
        #expect(Array(mother.observedAt.keys) == [.cervix])
        #expect(mother.totalBloodLossMillilitres == nil)
        #expect(mother.latest.isAlerting(.fetalHeartRate, SampleRules.all) == nil)
    }

    @Test(arguments: [LabourObservation(), observation { $0.note = "  " }])
    func anEmptyObservationIsRefused(observation: LabourObservation) throws {
        var ward = WardFixture()
        let id = try ward.admit()

        #expect(ward.refusal(of: ObserveLabour(admission: id, observation: observation)) == .nothingToRecord)
    }

    @Test func aLaterObservationReplacesWhatItRecordsAndNothingElse() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        try ward.record(
            ObserveLabour(
                admission: id,
                observation: Self.observation {
                    $0.cervix = 6
                    $0.fetalHeartRate = 142
                }))
        ward.wait(seconds: 1800)

        try ward.record(ObserveLabour(admission: id, observation: Self.observation { $0.fetalHeartRate = 96 }))

        #expect(ward.mother(id).latest.cervix == 6)
        #expect(ward.mother(id).latest.fetalHeartRate == 96)
        #expect(ward.mother(id).lastObservedAt == Occurrence(ward.clock))
    }

    @Test func anOlderObservationThatComesLateOverwritesNoNewerValue() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        ward.wait(seconds: 900)
        try ward.record(ObserveLabour(admission: id, observation: Self.observation { $0.cervix = 8 }))

        try ward.record(
            ObserveLabour(
                admission: id,
                observation: Self.observation {
                    $0.cervix = 6
                    $0.pulse = 88
                }), at: ward.typed(secondsAgo: 600))

        #expect(ward.mother(id).latest.cervix == 8)
        #expect(ward.mother(id).latest.pulse == 88)
    }

    @Test(arguments: [(120, 119, nil), (120, 120, "< 120"), (0, 0, "< 0")] as [(Int, Int, String?)])
    func diastolicLiesBelowSystolic(systolic: Int, diastolic: Int, allowed: String?) throws {
        var ward = WardFixture()
        let id = try ward.admit()
        let observation = Self.observation {
            $0.systolic = systolic
            $0.diastolic = diastolic
        }

        let refusal = ward.refusal(of: ObserveLabour(admission: id, observation: observation))

        #expect(refusal == allowed.map { .outOfRange(field: "diastolic", allowed: $0) })
    }

    @Test func aLossComesWithItsMethodAndLossesAddUp() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        func loss(_ millilitres: Int?, _ method: LossMethod?) -> ObserveLabour {
            ObserveLabour(
                admission: id,
                observation: Self.observation {
                    $0.bloodLossMillilitres = millilitres
                    $0.bloodLossMethod = method
                })
        }
        #expect(ward.refusal(of: loss(300, nil)) == .fieldMissing("bloodLossMethod"))
        #expect(ward.refusal(of: loss(nil, .measured)) == .fieldMissing("bloodLossMillilitres"))

        try ward.record(loss(300, .measured))
        try ward.record(loss(250, .estimated), at: ward.typed(secondsAgo: 300))

        #expect(ward.mother(id).totalBloodLossMillilitres == 550)
        #expect(ward.mother(id).latest.bloodLossMethod == .measured)
    }

    @Test func theReasonForALateEntryIsKept() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        let command = ObserveLabour(
            admission: id, observation: Self.observation { $0.cervix = 6 }, reason: "emergency next door")

        let made = try ward.record(command, at: ward.typed(secondsAgo: 3600))

        #expect((made[0].fact as? LabourObserved)?.reason == "emergency next door")
    }

    @Test func aTimeBeforeAKnownAdmissionIsRefused() throws {
        var ward = WardFixture()
        let id = try ward.admit(admittedAt: ward.clock.moment)
        let command = ObserveLabour(admission: id, observation: Self.observation { $0.cervix = 6 })

        #expect(ward.refusal(of: command, at: ward.typed(secondsAgo: 1)) == .beforeAdmission)
    }
}

@Suite struct PlanningTests {
    @Test func thePlanLineIsWrittenAnewAndTakenAway() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        try ward.record(WritePlan(admission: id, text: " CTG for 20 min "))
        #expect(ward.mother(id).planLine == "CTG for 20 min")
        #expect(ward.refusal(of: WritePlan(admission: id, text: "CTG for 20 min")) == .nothingToRecord)

        try ward.record(WritePlan(admission: id, text: ""))

        #expect(ward.mother(id).planLine == nil)
    }

    @Test func therapyIsNotRecordedUntilSomebodyRecordsIt() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        #expect(ward.mother(id).epidural == nil)
        #expect(
            ward.refusal(of: RecordTherapy(admission: id, epidural: nil, oxytocin: nil)) == .nothingToRecord)
        ward.wait(seconds: 600)

        try ward.record(RecordTherapy(admission: id, epidural: .running, oxytocin: nil))
        try ward.record(
            RecordTherapy(admission: id, epidural: TherapyState.none, oxytocin: .stopped),
            at: ward.typed(secondsAgo: 300))

        #expect(ward.mother(id).epidural == .running)
        #expect(ward.mother(id).oxytocin == .stopped)
    }

    @Test func whoIsInChargeWorksHere() throws {
        var ward = WardFixture()
        let id = try ward.admit()
        try ward.record(RetireStaff(badge: .nurse), by: .admin)
        #expect(ward.refusal(of: TakeCharge(admission: id, staff: .nurse)) == .badgeRetired(.nurse))
        #expect(ward.refusal(of: TakeCharge(admission: id, staff: "X")) == .badgeUnknown("X"))

        try ward.record(TakeCharge(admission: id, staff: .otherMidwife))

        #expect(ward.mother(id).inCharge == .otherMidwife)
    }
}
