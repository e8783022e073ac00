import ScreenGrid
import WardDomain

/// A mother's page: who she is, her plan, her newborns, and everything that happened in time order.
struct MotherStory: Sendable {
    /// A longer staff name stands behind the text, where it can wrap.
    private static let staffColumns = 16
    /// Where fewer rows are left for the entries, all but the first line of the header scrolls away before them.
    private static let leastEntryRows = 4

    let admission: AdmissionID
    var lines: [StoryLine] = []
    /// What real responses for her or her babies add.
    var responseLines: [StoryLine] = []
    /// How many of the newest entries are scrolled past.
    private var skipped = 0

    init(_ admission: AdmissionID) {
        self.admission = admission
    }

    mutating func take(_ key: Key) -> Bool {
        switch key {
        case .down: skipped += 1
        case .up: skipped -= 1
        case .pageDown: skipped += 10
        case .pageUp: skipped -= 10
        case .home: skipped = 0
        case .end: skipped = lines.count + responseLines.count
        default: return false
        }
        skipped = min(max(0, skipped), max(0, lines.count + responseLines.count - 1))
        return true
    }

    func draw(_ mother: Admission, on grid: inout CellGrid, _ scene: Scene) {
        let header = MotherHeader.lines(mother, scene).flatMap {
            SpanFlow.wrapped($0, columns: max(1, grid.area.columns - 2))
        }
        let isScrolledAway = skipped > 0 && header.count + Self.leastEntryRows > grid.area.rows
        let shown = isScrolledAway ? Array(header.prefix(1)) : header
        for (row, spans) in shown.enumerated() { grid.put(spans, at: Point(1, row)) }
        let (_, below) = grid.area.splitTop(shown.count)
        if scene.staff == nil {
            grid.put(scene.say(Phrase.signInFirst), at: Point(1, below.row), .label)
        } else {
            grid.inside(below) { drawEntries(past: isScrolledAway ? skipped - 1 : skipped, on: &$0, scene) }
        }
    }

    /// What asks for everything that belongs on a mother's page.
    static func questions(_ admission: AdmissionID) -> [PaneEffect] {
        [.ask(.story(.admission(admission))), .ask(.responseStories(admission))]
    }

    /// Whether an entry belongs on her page.
    func concerns(_ entry: Entry, _ scene: Scene) -> Bool {
        switch entry.stream {
        case .admission(let id): id == admission
        case .response(let id):
            entry.fact is ResponseLinked || responseLines.contains { $0.entry.stream == entry.stream }
                || scene.ward.checklists[id]?.admission == admission
        default: false
        }
    }

    /// Whether a line comes from a real response.
    private static func origin(_ line: StoryLine, _ scene: Scene) -> String {
        guard case .response = line.entry.stream else { return "" }
        return scene.say("response: ", "应急：")
    }

    /// The newest first, each with its time, what it says and who recorded it.
    private func drawEntries(past skipped: Int, on grid: inout CellGrid, _ scene: Scene) {
        let newest = (lines + responseLines).sorted { first, second in
            let (left, right) = (first.entry.stamp.occurred, second.entry.stamp.occurred)
            return left.moment == right.moment
                ? first.entry.sequence > second.entry.sequence : left.moment > right.moment
        }
        var row = 0
        for position in newest.indices.dropFirst(skipped) {
            guard row < grid.area.rows else { return }
            let line = newest[position]
            let stamp = line.entry.stamp
            let time = scene.time(stamp.occurred.moment).padded(to: 17, .trailing)
            let (role, mark) = (line.role, scene.say(line.mark))
            let signed = stamp.staff.map { scene.name(of: $0) } ?? scene.say("UNSIGNED", "未签名")
            let isShort = signed.displayWidth <= MotherStory.staffColumns
            let who = isShort ? signed : ""
            let text =
                MotherStory.words(at: position, of: newest, role, scene)
                + [Span(mark + (isShort ? "" : " (\(signed))"), role)]
            let room = max(10, grid.area.columns - 20 - who.displayWidth - 2)
            for (index, part) in SpanFlow.wrapped(text, columns: room).enumerated() where row < grid.area.rows {
                if index == 0 {
                    grid.put(time, at: Point(0, row), .dim)
                    grid.put(
                        who, at: Point(grid.area.columns - who.displayWidth, row), stamp.staff == nil ? .unsigned : .dim
                    )
                }
                grid.put(part, at: Point(19, row))
                row += 1
            }
        }
    }

    /// What an entry says; of an observation each value by itself.
    private static func words(
        at position: Int, of newest: [StoryLine], _ role: StyleRole, _ scene: Scene
    ) -> [Span] {
        let entry = newest[position].entry
        let origin = Span(origin(newest[position], scene), role)
        guard let observed = entry.fact as? LabourObserved else {
            return [origin, Span(scene.say(entry.summary).safeForScreen, role)]
        }
        let values = ObservationWords.spans(
            observed.observation, isActive: isActive(at: position, of: newest, scene.rules), role, scene)
        return [origin] + values + [Span(scene.say(entry.reasonBehind).safeForScreen, role)]
    }

    /// Whether labour was active by what had been found until then.
    private static func isActive(at position: Int, of newest: [StoryLine], _ rules: ClinicalRules) -> Bool {
        for line in newest[position...] where !line.struck {
            let observed = line.entry.fact as? LabourObserved
            if let told = observed?.observation.tellsActiveLabour(rules) { return told }
        }
        return false
    }
}

/// The lines above a mother's story. While nobody is signed in they tell no more of her than the board does.
enum MotherHeader {
    static func lines(_ mother: Admission, _ scene: Scene) -> [[Span]] {
        guard scene.staff != nil else { return [who(mother, scene), risk(mother, scene)] }
        let lines = [who(mother, scene), risk(mother, scene), therapy(mother, scene), plan(mother, scene)]
        let more = LabourAlertLines.lines(mother, scene) + HighRiskLines.lines(mother, scene)
        return lines + more + mother.newborns.map { baby($0, scene) } + [
            [Span(scene.say("Story, newest first", "记录，最新在前"), .columnHeading)]
        ]
    }

    private static func who(_ mother: Admission, _ scene: Scene) -> [Span] {
        let identity = mother.identity
        let isLocked = scene.staff == nil
        let number = isLocked ? "" : identity.mrn.map { "  \($0)" } ?? ""
        let born = isLocked ? "" : identity.birthDate.map { "  \($0)" } ?? ""
        let bed = mother.bed.map { "  \(scene.say($0.said))" } ?? ""
        let weeks =
            mother.gestation(on: scene.today, scene.offset).map { "  \($0.weeksAndDays) \($0.pastDue ?? "")" }
            ?? ""
        let name = isLocked ? scene.name(of: mother) : scene.say(identity.said).safeForScreen
        return [Span(name, .title), Span("\(number)\(born)\(bed)\(weeks)  \(scene.say(mother.place.label))", .text)]
    }

    private static func risk(_ mother: Admission, _ scene: Scene) -> [Span] {
        let factors =
            mother.riskFactors.isEmpty || scene.staff == nil
            ? "" : "  " + mother.riskFactors.joined(separator: "; ").safeForScreen
        return [Span("\(scene.say(DeliveryRoomsText.risk)) ", .label)] + RiskMark.cell(mother, scene).spans + [
            Span(factors, .text)
        ]
    }

    private static func therapy(_ mother: Admission, _ scene: Scene) -> [Span] {
        let none = scene.say(DeliveryRoomsText.notRecorded)
        let epidural = mother.epidural.map { scene.say($0.label) } ?? none
        let oxytocin = mother.oxytocin.map { scene.say($0.label) } ?? none
        let loss = mother.totalBloodLossMillilitres.map { "\($0) mL" } ?? none
        return [
            Span(scene.say("epidural ", "镇痛 "), .label), Span(epidural, .text),
            Span(scene.say("  oxytocin ", "  缩宫素 "), .label),
            Span(oxytocin, .text), Span(scene.say("  blood loss ", "  出血量 "), .label), Span(loss, .text),
        ]
    }

    private static func plan(_ mother: Admission, _ scene: Scene) -> [Span] {
        let text = mother.planLine?.safeForScreen
        return [
            Span(scene.say("plan ", "计划 "), .label),
            Span(text ?? scene.say(DeliveryRoomsText.notRecorded), text == nil ? .notRecorded : .text),
        ]
    }

    private static func baby(_ baby: Newborn, _ scene: Scene) -> [Span] {
        let sex = baby.sex.map { scene.say($0.label) } ?? scene.say(DeliveryRoomsText.notRecorded)
        let born = baby.birthTimeKnown ? scene.time(baby.bornAt.moment) : scene.say(DeliveryRoomsText.notRecorded)
        let weight = baby.weightGrams.map { "\($0) g" } ?? "- g"
        let apgar = baby.apgar.keys.sorted().map { "\($0)': \(baby.apgar[$0]?.total.map(String.init) ?? "-")" }.joined(
            separator: " ")
        let place = "\(scene.say(baby.custody.place.label)) / \(scene.name(of: baby.custody.custodian))"
        return [
            Span("\(scene.say("BABY", "婴")) \(baby.letter) ", .newborn),
            Span(
                "\(born) \(sex) \(weight) Apgar \(apgar.isEmpty ? "-" : apgar)  \(place)",
                .text),
        ]
    }
}
