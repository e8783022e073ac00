import Testing
import WardDomain

/// Shock index, cumulative loss, Apgar, oxygen: what is measured, refused, and never guessed.
@Suite struct MeasureTests {
    @Test(arguments: [
        (90, 100, "0.90", true, false), (89, 100, "0.89", false, false), (899, 1000, "-", false, false),
        (170, 100, "1.70", true, true), (169, 100, "1.69", true, false), (113, 125, "0.90", true, false),
        (112, 125, "0.90", false, false), (60, 120, "0.50", false, false), (51, 30, "1.70", true, true),
        (1, 200, "0.01", false, false), (1, 300, "0.00", false, false), (85, 68, "1.25", true, false),
    ])
    func theIndexIsComparedUnroundedAndShownRounded(
        pulse: Int, systolic: Int, text: String, alert: Bool, urgent: Bool
    ) {
        let index = ShockIndex(pulse: pulse, systolic: systolic)
        #expect((index?.text ?? "-") == text)
        #expect((index?.reaches(90) ?? false) == alert)
        #expect((index?.reaches(170) ?? false) == urgent)
    }

    @Test(arguments: [(30, true), (29, false), (0, false), (-1, false), (300, true), (301, false)])
    func noIndexBelowAPressureOfThirty(systolic: Int, exists: Bool) {
        #expect((ShockIndex(pulse: 100, systolic: systolic) != nil) == exists)
    }

    private static func measuring(_ run: ChecklistID, _ change: (inout MarkStep<Drill>) -> Void) -> MarkStep<Drill> {
        var command = MarkStep<Drill>(run: run, step: "loss", result: .done)
        change(&command)
        return command
    }

    @Test func anIndexIsReckonedFromBothOrFromNothing() throws {
        var ward = WardFixture()
        let run = try ward.startDrill("newborn")
        let pulse = Self.measuring(run) { $0.pulse = 100 }
        let pressure = Self.measuring(run) { $0.systolic = 90 }
        let low = Self.measuring(run) { ($0.pulse, $0.systolic) = (100, 29) }
        #expect(ward.refusal(of: pulse) == .shockIndexNeeds("systolic"))
        #expect(ward.refusal(of: pressure) == .shockIndexNeeds("pulse"))
        #expect(ward.refusal(of: low) == .systolicTooLow)
        #expect(ward.refusal(of: Self.measuring(run) { ($0.pulse, $0.systolic) = (301, 90) })?.code == "outOfRange")
        #expect(ward.refusal(of: Self.measuring(run) { ($0.pulse, $0.systolic) = (0, 90) })?.code == "outOfRange")

        try ward.record(Self.measuring(run) { _ in })
        #expect(ward.checklist(run).lastShockIndex == nil, "blank is not recorded")
        ward.wait(seconds: 1)
        try ward.record(Self.measuring(run) { ($0.pulse, $0.systolic) = (102, 60) })

        let last = try #require(ward.checklist(run).lastShockIndex)
        #expect(last.index.text == "1.70")
        #expect(last.level?.urgency == .urgent)
        ward.wait(seconds: 1)
        try ward.record(Self.measuring(run) { ($0.pulse, $0.systolic) = (89, 100) })
        #expect(ward.checklist(run).lastShockIndex?.level == nil)
    }

    @Test func lossAddsUpAndNeverFalls() throws {
        var ward = WardFixture()
        let run = try ward.startDrill("newborn")
        #expect(ward.checklist(run).bloodLossMillilitres == nil)
        try ward.record(Self.measuring(run) { $0.lossAdded = 400 })
        try ward.record(Self.measuring(run) { $0.lossAdded = 350 })
        #expect(ward.checklist(run).bloodLossMillilitres == 750)
        #expect(ward.refusal(of: Self.measuring(run) { $0.lossTotal = 749 }) == .lossBelowEarlier(750))
        #expect(ward.refusal(of: Self.measuring(run) { ($0.lossTotal, $0.lossAdded) = (900, 150) }) == .lossTwice)
        #expect(ward.refusal(of: Self.measuring(run) { $0.lossAdded = -1 })?.code == "outOfRange")
        #expect(ward.refusal(of: Self.measuring(run) { $0.lossTotal = 20_001 })?.code == "outOfRange")

        try ward.record(Self.measuring(run) { $0.lossTotal = 750 })
        try ward.record(Self.measuring(run) { $0.lossTotal = 1200 })

        #expect(ward.checklist(run).losses.map(\.totalMillilitres) == [400, 750, 750, 1200])
        #expect(ward.entries.last?.fact.summary.zhHans.contains("累计出血 1200 mL") == true)
    }

    @Test func aFigureIsTakenOnlyWhereTheStepMeasuresIt() throws {
        var ward = WardFixture()
        let run = try ward.startDrill("newborn")
        func mark(_ step: String, _ change: (inout MarkStep<Drill>) -> Void) -> MarkStep<Drill> {
            var command = MarkStep<Drill>(run: run, step: step, result: .done)
            change(&command)
            return command
        }
        #expect(ward.refusal(of: mark("warm") { $0.lossAdded = 1 }) == .fieldNotHere("lossAdded"))
        #expect(ward.refusal(of: mark("warm") { $0.pulse = 1 }) == .fieldNotHere("pulse"))
        #expect(ward.refusal(of: mark("loss") { $0.apgar = 7 }) == .fieldNotHere("apgar"))
        #expect(ward.refusal(of: mark("score") { $0.oxygenSaturation = 101 })?.code == "outOfRange")
        #expect(ward.refusal(of: mark("score") { $0.apgar = 11 }) == .apgarInvalid)
        #expect(
            ward.refusal(
                of: mark("loss") {
                    $0.result = .missed
                    $0.lossAdded = 1
                }) == .fieldNotHere("lossAdded"))

        try ward.record(mark("score") { ($0.apgar, $0.oxygenSaturation) = (7, 82) })

        let reading = try #require(ward.checklist(run).marks["score"]?.reading)
        #expect(reading.apgar?.total == 7 && reading.oxygenSaturation == 82)
    }

    /// Targets at 1, 5 and 10 minutes; what lies between is shown as the band between two.
    @Test(arguments: [
        (0, "-"), (59, "-"), (60, "1 min: 60-65%"), (119, "1 min: 60-65%"),
        (120, "1 min 60-65% -> 5 min 80-85%"), (300, "5 min: 80-85%"), (359, "5 min: 80-85%"),
        (360, "5 min 80-85% -> 10 min 85-95%"), (599, "5 min 80-85% -> 10 min 85-95%"), (600, "10 min: 85-95%"),
        (659, "10 min: 85-95%"), (660, "-"),
    ])
    func theOxygenAimIsThatOfTheMinuteOrTheBandBetween(seconds: Int, text: String) {
        let aim = OxygenAim(SampleRules.newborn.oxygen ?? [], elapsedSeconds: seconds)
        #expect((aim?.text.en ?? "-") == text)
    }

    @Test(arguments: [
        (300, 79, OxygenAim.Standing.below), (300, 80, .within), (300, 85, .within), (300, 86, .above),
        (420, 79, .below), (420, 80, .within), (420, 95, .within), (420, 96, .above),
    ])
    func aSaturationIsHeldAgainstTheAim(seconds: Int, saturation: Int, standing: OxygenAim.Standing) throws {
        let aim = try #require(OxygenAim(SampleRules.newborn.oxygen ?? [], elapsedSeconds: seconds))
        #expect(aim.standing(of: saturation) == standing)
    }
}
