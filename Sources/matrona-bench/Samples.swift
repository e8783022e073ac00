import Foundation

/// How long one thing took each time that it was done.
struct Samples {
    private var times: [Duration] = []

    mutating func measure<Value>(_ body: () throws -> Value) rethrows -> Value {
        let start = ContinuousClock.now
        defer { times.append(ContinuousClock.now - start) }
        return try body()
    }

    mutating func add(_ others: Samples) {
        times += others.times
    }

    /// Does one thing so many times, after a first time that is not counted.
    static func of(_ count: Int, _ body: () throws -> Void) rethrows -> Samples {
        try body()
        var samples = Samples()
        for _ in 0..<count { try samples.measure(body) }
        return samples
    }

    var median: Duration { quantile(0.5) }
    var p99: Duration { quantile(0.99) }
    var longest: Duration { times.max() ?? .zero }
    var total: Duration { times.reduce(.zero, +) }
    var count: Int { times.count }

    /// The nearest rank; zero where nothing was measured.
    private func quantile(_ share: Double) -> Duration {
        guard !times.isEmpty else { return .zero }
        let rank = Int((share * Double(times.count)).rounded(.up))
        return times.sorted()[max(0, rank - 1)]
    }
}

extension Duration {
    /// `412 µs`, `3.21 ms`, `1.50 s`
    var short: String {
        let microseconds = self / .microseconds(1)
        if microseconds < 1000 { return "\(decimal(microseconds, microseconds < 10 ? 1 : 0)) µs" }
        if microseconds < 1_000_000 { return "\(decimal(microseconds / 1000, 2)) ms" }
        return "\(decimal(microseconds / 1_000_000, 2)) s"
    }

    /// `1.34x` of a floor.
    func times(_ floor: Duration) -> String {
        floor > .zero ? "\(decimal(self / floor, 2))x" : "-"
    }
}

/// A number with so many places.
func decimal(_ number: Double, _ places: Int) -> String {
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    let scaled = Int((number * Double(scale)).rounded())
    guard places > 0 else { return "\(scaled)" }
    let fraction = String(scaled % scale)
    return "\(scaled / scale).\(String(repeating: "0", count: places - fraction.count))\(fraction)"
}

/// Rows under headings, in Markdown.
struct Table {
    let title: String
    private var rows: [[String]]

    init(_ title: String, _ headings: String...) {
        self.title = title
        rows = [headings]
    }

    mutating func add(_ cells: String...) {
        rows.append(cells)
    }

    func show() {
        let widths = rows[0].indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
        func line(_ cells: [String], _ filler: String = " ") -> String {
            "| "
                + zip(cells, widths).map { $0 + String(repeating: filler, count: $1 - $0.count) }
                .joined(separator: " | ") + " |"
        }
        print("\n\(title)\n")
        print(line(rows[0]))
        print(line(rows[0].map { _ in "" }, "-"))
        for row in rows.dropFirst() { print(line(row)) }
        fflush(nil)
    }
}
