import WardDomain

/// A script of commands whose times count back from now: lines of `apply`, each with `at` such as `-1h20m`.
///
/// In any text `{day+12}` stands for the day in twelve days, and `{time-15m}` for the time 15 minutes ago.
struct DemoScript {
    /// One command with the moment at which it is recorded.
    struct Command {
        /// The line of the script, from 1.
        let number: Int
        let line: ApplyLine
        let id: CommandID
        let reading: ClockReading
    }

    /// In the order of their times.
    let commands: [Command]

    init(_ text: String, now: ClockReading, _ offset: LocalOffset) throws(Failure) {
        let filler = DemoFiller(now: now.moment, offset: offset)
        var commands: [Command] = []
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated()
        where !line.isEmpty {
            do throws(ApplyFault) {
                let filled = filler.filled(line)
                let read = try ApplyLine(Array(filled.utf8)[...])
                guard let seconds = read.at.flatMap(DemoFiller.seconds) else {
                    throw ApplyFault.timeUnreadable(read.at ?? "")
                }
                let reading = now.shifted(seconds: seconds)
                commands.append(
                    Command(
                        number: index + 1, line: read, id: read.id ?? CommandID("demo-\(index + 1)"), reading: reading))
            } catch {
                throw Failure(
                    .badData, en: "The demo's line \(index + 1): \(error.text.en)",
                    zhHans: "演示脚本第 \(index + 1) 行：\(error.text.zhHans)")
            }
        }
        guard !commands.isEmpty else { throw Failure(.badData, en: "The demo has no lines.", zhHans: "演示脚本为空。") }
        self.commands = commands.sorted { ($0.reading.uptime, $0.number) < ($1.reading.uptime, $1.number) }
    }
}

/// Puts days and times in the places that a script leaves for them.
struct DemoFiller {
    let now: Moment
    let offset: LocalOffset

    func filled(_ line: Substring) -> String {
        var text = ""
        var rest = line
        while let opening = rest.firstIndex(of: "{") {
            text += rest[..<opening]
            rest = rest[opening...]
            if let closing = rest.firstIndex(of: "}"), let value = value(rest[..<closing].dropFirst()) {
                text += value
                rest = rest[rest.index(after: closing)...]
            } else {
                text.append(rest.removeFirst())
            }
        }
        return text + rest
    }

    /// The day or time that a place asks for; nil for what is none.
    private func value(_ place: Substring) -> String? {
        if place.hasPrefix("day"), let days = Int(place.dropFirst(3)) {
            return now.localDay(offset).advanced(days: days).description
        }
        guard place.hasPrefix("time"), let seconds = Self.seconds(String(place.dropFirst(4))) else { return nil }
        return ISO8601.text(now.advanced(seconds: seconds), offset)
    }

    /// Seconds of a text such as `-1h20m` or `-60d`; negative for the past.
    static func seconds(_ text: String) -> Int? {
        guard let sign = text.first, sign == "-" || sign == "+" else { return nil }
        let units: [Character: Int] = ["d": 86400, "h": 3600, "m": 60, "s": 1]
        var total = 0
        var digits = ""
        for character in text.dropFirst() {
            if let unit = units[character] {
                guard let number = Int(digits) else { return nil }
                total += number * unit
                digits = ""
            } else {
                digits.append(character)
            }
        }
        return digits.isEmpty && text.count > 1 ? (sign == "-" ? -total : total) : nil
    }
}

extension ClockReading {
    /// Both clocks as they stood so many seconds later; earlier when negative.
    fileprivate func shifted(seconds: Int) -> ClockReading {
        ClockReading(
            moment: moment.advanced(seconds: seconds), bootID: bootID, uptime: uptime + Int64(seconds) * 1_000_000_000)
    }
}
