import ScreenGrid
import WardDomain

/// The run chart of the last 24 months, the selected month in words, and what the chart says beyond chance.
struct MonthChart {
    let state: CasebookState
    let scene: Scene

    /// Below this many rows there is no room for a chart.
    private static let leastRows = 6

    private var figures: Casebook.Category? { state.chartBook?.categories[state.category] }
    private var signals: RunChartSignals? { state.drawsShare ? figures?.shareSignals : figures?.medianSignals }

    func draw(on grid: inout CellGrid, _ hasFocus: Bool) {
        guard let figures, let signals else { return }
        let columns = grid.area.columns
        let words = SpanFlow.rows([caption] + [selected] + signalWords(signals, figures), columns: columns)
        let (top, rest) = grid.area.splitTop(words.count)
        for (row, line) in words.enumerated() { grid.put(line, at: Point(0, top.row + row)) }
        guard rest.rows >= Self.leastRows else { return }
        grid.draw(chart(figures, signals, hasFocus), in: rest)
    }

    private var caption: [Span] {
        let name = scene.say("cat \(state.category.rawValue)", "\(state.category.rawValue)类")
        let what =
            state.drawsShare
            ? scene.say("share within target, %", "达标率 %") : scene.say("median DDI", "DDI 中位数")
        return [Span(scene.say("\(name) \(what), 24 months", "\(name) \(what)，近24个月"), .label)]
    }

    /// The selected month, with how many cases it stands on.
    private var selected: [Span] {
        guard let month = state.month else { return [] }
        let figures = month.statistics
        let share = figures.shareText.map { "  \($0) (\(figures.withinTarget)/\(figures.delivered))" } ?? ""
        let median = figures.median.map { scene.say("  median ", "  中位 ") + Durations.clock($0) } ?? ""
        let few = (1..<Casebook.fewCases).contains(figures.delivered) ? "  " + scene.say(CasebookText.fewCases) : ""
        return [Span("\(month.month.text)  n=\(figures.delivered)\(median)\(share)", .title), Span(few, .late)]
    }

    private func signalWords(_ signals: RunChartSignals, _ figures: Casebook.Category) -> [[Span]] {
        let months = figures.trend.months
        guard !signals.signals.isEmpty else {
            return [[Span(scene.say("no shift, no trend", "无移位、无趋势"), .dim)]]
        }
        return signals.signals.map { signal in
            let range = "\(months[signal.from].month.text)..\(months[signal.to].month.text)"
            let (sign, words) = Self.words(signal.kind)
            return [Span("\(sign) \(scene.say(words)) \(range) (\(signal.count))", .next)]
        }
    }

    private static func words(_ kind: RunChartSignals.Signal.Kind) -> (Character, Phrase) {
        switch kind {
        case .shiftAbove: ("+", Phrase(en: "shift above median", zhHans: "移位（中位线上方）"))
        case .shiftBelow: ("+", Phrase(en: "shift below median", zhHans: "移位（中位线下方）"))
        case .rising: ("/", Phrase(en: "rising", zhHans: "上升趋势"))
        case .falling: ("\\", Phrase(en: "falling", zhHans: "下降趋势"))
        }
    }

    private func chart(
        _ figures: Casebook.Category, _ signals: RunChartSignals, _ hasFocus: Bool
    ) -> RunChart {
        let months = figures.trend.months
        let values = months.map {
            state.drawsShare ? $0.statistics.share.map { $0 * 100 } : $0.statistics.median.map(Double.init)
        }
        let points = months.indices.map { index in
            let signal = signals.signals.first { ($0.from...$0.to).contains(index) }
            let number = months[index].month.month
            return RunChart.Value(
                values[index], sign: signal.map { Self.words($0.kind).0 } ?? "o",
                role: signal == nil ? .barFilled : .next,
                captions: [
                    "\(months[index].statistics.delivered)", "\(number)",
                    number == 1 || index == 0 ? "\(months[index].month.year % 100)" : "",
                ])
        }
        return RunChart(
            points: points, levels: levels(values.compactMap { $0 }, signals),
            headings: ["n", scene.say("month", "月"), scene.say("year", "年")],
            selected: months.count - 1 - state.monthsBack, hasFocus: hasFocus)
    }

    private func levels(_ values: [Double], _ signals: RunChartSignals) -> [RunChart.Level] {
        let target = scene.rules.target(of: state.category).map(Double.init)
        var levels = signals.median.map { [RunChart.Level($0, text($0), sign: "-", role: .title)] } ?? []
        if !state.drawsShare, let target, !values.isEmpty {
            levels.append(RunChart.Level(target, text(target), sign: ".", role: .barTarget))
        }
        return levels + [values.max(), values.min()].compactMap { $0 }.map { RunChart.Level($0, text($0)) }
    }

    private func text(_ value: Double) -> String {
        state.drawsShare ? "\(Int(value.rounded()))" : Durations.clock(Int(value.rounded()))
    }
}
