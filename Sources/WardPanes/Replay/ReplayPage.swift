import ScreenGrid
import WardDomain

/// A replay on the screen: where it stands, what has just happened and what comes next, and its events to scale.
///
/// Every row begins with REPLAY 回放, and its time stands in words and never in large digits: nobody can take it for a
/// clock that runs.
struct ReplayPage {
    let replay: Replay
    /// What is played.
    let title: [Span]
    /// When it happened.
    let beganAt: Moment
    /// Whether it was a drill, whose rows say that too.
    let isDrill: Bool
    /// A limit for the whole, in seconds.
    let limit: Int?

    init(_ replay: Replay, title: [Span], beganAt: Moment, isDrill: Bool = false, limit: Int? = nil) {
        self.replay = replay
        self.title = title
        self.beganAt = beganAt
        self.isDrill = isDrill
        self.limit = limit
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        ReplayMargin.draw(isDrill: isDrill, on: &grid) { grid in
            var lines = SpanFlow.rows([title, place(scene)], columns: grid.area.columns)
            lines += SpanFlow.rows([state(scene), time(scene)], columns: grid.area.columns)
            for (row, line) in lines.enumerated() { grid.put(line, at: Point(0, row)) }
            let (bar, below) = grid.area.splitTop(lines.count).rest.splitTop(1)
            drawBar(in: bar, on: &grid, scene)
            let words = SpanFlow.rows([last(scene), next(scene)], columns: grid.area.columns)
            let (top, rest) = below.splitTop(words.count)
            for (row, line) in words.enumerated() { grid.put(line, at: Point(0, top.row + row)) }
            grid.draw(timeline(scene), in: rest)
        }
    }

    private func place(_ scene: Scene) -> [Span] {
        let local = LocalTime(beganAt, scene.offset)
        return [Span(scene.say("of ", "记录于 ") + "\(local.day) \(local.hourMinute)", .dim)]
    }

    private func state(_ scene: Scene) -> [Span] {
        let words =
            replay.isPlaying(scene.now)
            ? scene.say("playing", "播放中")
            : replay.hasEnded(scene.now) ? scene.say("at its end", "已到结尾") : scene.say("paused", "已暂停")
        return [Span("\(words) x\(replay.speed)", .title)]
    }

    private func time(_ scene: Scene) -> [Span] {
        let position = replay.position(scene.now)
        let then = LocalTime(beganAt.advanced(seconds: position), scene.offset)
        return [
            Span(
                scene.say("at ", "位置 ")
                    + "\(Durations.clock(position)) / \(Durations.clock(replay.span.upperBound))", .title),
            Span(scene.say("  it was ", "  当时 ") + then.hourMinuteSecond, .dim),
        ]
    }

    private func drawBar(in area: Rect, on grid: inout CellGrid, _ scene: Scene) {
        let length = max(1, replay.span.upperBound - replay.span.lowerBound)
        let share = { (second: Int) in Double(second - replay.span.lowerBound) / Double(length) }
        grid.draw(
            ProgressBar(
                share: share(replay.position(scene.now)), marks: replay.events.map { share($0.at) }, role: .replay),
            in: area)
    }

    private func last(_ scene: Scene) -> [Span] {
        guard let event = replay.happened(scene.now).last else { return [] }
        return [
            Span(scene.say("happened ", "已发生 "), .label),
            Span("\(scene.say(event.label).safeForScreen) \(Durations.clock(event.at))", event.role),
        ]
    }

    private func next(_ scene: Scene) -> [Span] {
        guard let event = replay.upcoming(scene.now) else {
            return [Span(scene.say("nothing follows", "其后无事件"), .dim)]
        }
        let wait = Durations.clock(event.at - replay.position(scene.now))
        return [
            Span(scene.say("then ", "接着 "), .label),
            Span(scene.say(event.label).safeForScreen + scene.say(" in \(wait)", "（\(wait) 后）"), .text),
        ]
    }

    /// Events up to now with their stretches; those to come are named without their times. The newest stays in view.
    private func timeline(_ scene: Scene) -> Timeline {
        let position = replay.position(scene.now)
        let events = replay.events.map { event in
            let past = event.at <= position
            return Timeline.Event(
                Span(scene.say(event.label).safeForScreen, past ? .text : .dim),
                figures: [Span(past ? Durations.clock(event.at) : "", event.role)],
                from: event.from, at: past ? event.at : nil, target: event.target, role: event.role)
        }
        let newest = max(0, replay.happened(scene.now).count - 1)
        return Timeline(
            events: events, headings: [scene.say("Event", "事件"), scene.say("Time", "用时")], scale: replay.span,
            limit: limit, cursor: position, scroll: ListScroll(selected: newest))
    }
}

/// The words at the left of every row of a replay.
enum ReplayMargin {
    /// A drill's rows say DRILL as well, in one language and the other by turns.
    static func words(isDrill: Bool, row: Int) -> [Span] {
        guard isDrill else { return [Span("REPLAY 回放", .replay)] }
        return row.isMultiple(of: 2)
            ? [Span("DRILL", .drill), Span(" REPLAY", .replay)] : [Span("演练 ", .drill), Span(" 回放  ", .replay)]
    }

    /// Draws content beside the words.
    static func draw(isDrill: Bool, on grid: inout CellGrid, _ content: (inout CellGrid) -> Void) {
        var width = 0
        for row in 0..<grid.area.rows {
            width = max(width, grid.put(words(isDrill: isDrill, row: row), at: Point(0, row)))
        }
        let inner = grid.area.splitColumns([.fixed(width + 1), .flexible()])[1]
        grid.inside(inner) { content(&$0) }
    }
}
