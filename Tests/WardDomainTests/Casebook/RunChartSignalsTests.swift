import Testing

@testable import WardDomain

@Suite struct RunChartSignalsTests {
    private func kinds(_ values: [Double?]) -> [RunChartSignals.Signal.Kind] {
        RunChartSignals(values).signals.map(\.kind)
    }

    @Test func theMedianIsTheMiddleOfWhatThereIs() {
        #expect(RunChartSignals([3, nil, 1, 2]).median == 2)
        #expect(RunChartSignals([4, 1, nil, 2, 3]).median == 2.5)
        #expect(RunChartSignals([nil, nil]).median == nil)
        #expect(RunChartSignals([]).signals.isEmpty)
    }

    @Test func fiveInARowOnOneSideAreNoShiftAndSixAre() {
        let shifted = [20, 21, 20, 22, 20, 21, 10, 11, 10, 12, 10, 11] as [Double?]
        let signals = RunChartSignals(shifted).signals
        #expect(signals.map(\.kind) == [.shiftAbove, .shiftBelow])
        #expect(signals.map(\.from) == [0, 6])
        #expect(signals.map(\.to) == [5, 11])
        #expect(signals.map(\.count) == [6, 6])
        let short = [20, 21, 20, 22, 20, 10, 11, 10, 12, 10] as [Double?]
        #expect(kinds(short).isEmpty)
    }

    @Test func valuesOnTheMedianNeitherAddNorBreak() {
        // The median is 15: five above, one on it, one above make six; five above with one on it make five.
        let six = [20, 21, 20, 22, 20, 15, 21, 10, 11, 10, 12, 10, 11] as [Double?]
        #expect(RunChartSignals(six).median == 15)
        #expect(kinds(six) == [.shiftAbove, .shiftBelow])
        #expect(RunChartSignals(six).signals.first?.count == 6)
        #expect(RunChartSignals(six).signals.first?.to == 6)
        let five = [20, 21, 20, 22, 20, 15, 10, 11, 10, 12, 10] as [Double?]
        #expect(RunChartSignals(five).median == 15)
        #expect(kinds(five).isEmpty)
    }

    @Test func fourRisingAreNoTrendAndFiveAre() {
        #expect(kinds([3, 1, 2, 3, 4, 2]).isEmpty)
        let rising = RunChartSignals([3, 1, 2, 3, 4, 5, 2]).signals
        #expect(rising.map(\.kind) == [.rising])
        #expect(rising.map(\.from) == [1])
        #expect(rising.map(\.to) == [5])
        #expect(kinds([1, 5, 4, 3, 2, 1, 3]) == [.falling])
        #expect(kinds([1, 4, 3, 2, 1, 3]).isEmpty)
    }

    @Test func equalValuesThatFollowEachOtherCountOnceInATrend() {
        #expect(kinds([9, 1, 2, 2, 3, 4, 1]).isEmpty)
        let signals = RunChartSignals([9, 1, 2, 2, 3, 4, 5, 1]).signals
        #expect(signals.map(\.kind) == [.rising])
        #expect(signals.map(\.count) == [5])
    }

    @Test func monthsWithoutACaseArePassedOver() {
        let gaps: [Double?] = [9, nil, 1, 2, nil, nil, 3, 4, 5, nil, 1]
        let signals = RunChartSignals(gaps).signals
        #expect(signals.map(\.kind) == [.rising])
        #expect(signals.map(\.from) == [2])
        #expect(signals.map(\.to) == [8])
    }

    @Test func theTurningPointBelongsToBothTrends() {
        #expect(kinds([1, 2, 3, 4, 5, 4, 3, 2, 1]) == [.rising, .falling])
        #expect(RunChartSignals([1, 2, 3, 4, 5, 4, 3, 2, 1]).signals.map(\.from) == [0, 4])
    }

    @Test func oneValueAllAlongSaysNothing() {
        #expect(kinds(Array(repeating: 7, count: 24)).isEmpty)
    }
}
