import ScreenGrid
import WardDomain

/// An observation in words, each value that stands outside the library's limits marked as on the board.
enum ObservationWords {
    /// - Parameters:
    ///   - isActive: whether labour was active then: contractions are judged in active labour alone.
    ///   - role: that of everything but the marked values; where it is not `.text` the entry no longer stands as it was
    ///     recorded, and nothing is marked.
    static func spans(
        _ observation: LabourObservation, isActive: @autoclosure () -> Bool, _ role: StyleRole, _ scene: Scene
    ) -> [Span] {
        var spans = [Span(scene.say("observed: ", "观察："), role)]
        for field in ObservationField.allCases {
            guard let value = value(of: field, in: observation, scene) else { continue }
            if spans.count > 1 { spans.append(Span(scene.say(", ", "，"), role)) }
            spans.append(Span("\(scene.say(field.label)) ", role))
            let isContraction = field == .contractions || field == .contractionSeconds
            let isOutside =
                role == .text && observation.isAlerting(field, scene.rules) == true && (!isContraction || isActive())
            spans.append(isOutside ? Span("\(value)!", .alarmHigh) : Span(value, role))
        }
        return spans
    }

    private static func value(
        of field: ObservationField, in observation: LabourObservation, _ scene: Scene
    ) -> String? {
        switch field {
        case .membranesRupturedAt: observation.membranesRupturedAt.map(scene.time)
        case .fullyDilatedAt: observation.fullyDilatedAt.map(scene.time)
        default: observation.shortText(field).map { scene.say($0).safeForScreen }
        }
    }
}
