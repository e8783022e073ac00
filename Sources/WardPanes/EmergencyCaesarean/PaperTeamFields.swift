import ScreenGrid
import WardDomain

/// Who was called and who came, on the form of a case kept on paper. The newborn team's arrival is a milestone.
enum PaperTeamFields {
    static let all =
        OnCallSlot.allCases.map {
            FormField(
                id($0), "called: \($0.label.en)", "呼叫：\($0.label.zhHans)")
        }
        + arrivals.map {
            FormField(id($0), "came: \($0.label.en)", "到场：\($0.label.zhHans)")
        }

    private static let arrivals: [TeamPart] = TeamPart.measured.filter { $0 != .newbornDoctor }

    private static func id(_ slot: OnCallSlot) -> String { "called.\(slot.rawValue)" }
    private static func id(_ part: TeamPart) -> String { "came.\(part.rawValue)" }

    static func read(_ form: inout FormReader, _ decided: Moment, into paper: inout EnterCaesareanAfterwards) {
        let calls = OnCallSlot.allCases.compactMap { slot in form.moment(id(slot), from: decided).map { (slot, $0) } }
        let came = arrivals.compactMap { part in form.moment(id(part), from: decided).map { (part, $0) } }
        paper.calls = calls.isEmpty ? nil : Dictionary(uniqueKeysWithValues: calls).mapValues(Timestamp.moment)
        paper.arrivals = came.isEmpty ? nil : Dictionary(uniqueKeysWithValues: came).mapValues(Timestamp.moment)
    }
}
