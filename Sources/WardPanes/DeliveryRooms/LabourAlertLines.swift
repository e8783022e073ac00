import ScreenGrid
import WardDomain

/// What of a mother stands outside the library's limits, each with its limit, what is done first, and both their marks.
enum LabourAlertLines {
    static func lines(_ mother: Admission, _ scene: Scene) -> [[Span]] {
        mother.labourAlerts(now: scene.now.reading, scene.rules).map { alert in
            let found = Span("! \(text(alert.sign, mother, scene))", .alarmHigh)
            let mark = " [\(alert.source.mark.rawValue)]"
            guard let response = scene.rules.labourLimits.response(to: alert) else { return [found, Span(mark)] }
            let first = "\(scene.say(response.text)) [\(response.source.mark.rawValue)]"
            return [found, Span("\(mark)\(scene.say(": ", "："))\(first)")]
        }
    }

    private static func text(_ sign: LabourAlert.Sign, _ mother: Admission, _ scene: Scene) -> String {
        switch sign {
        case .observed(let field, let passed):
            let value = mother.latest.shortText(field).map { scene.say($0) } ?? ""
            let limit = passed.map { within("\($0.comparison.rawValue)\(field.text(of: $0.limit))", scene) } ?? ""
            return "\(scene.say(field.label)) \(value)\(limit)"
        case .sameDilatation(let centimetres, let seconds, let limitSeconds):
            return scene.say("\(centimetres) cm for ", "宫口\(centimetres)cm 已")
                + time(seconds, limitSeconds, scene)
        case .secondStage(let seconds, let limitSeconds):
            return scene.say("second stage for ", "第二产程 已") + time(seconds, limitSeconds, scene)
        }
    }

    private static func time(_ seconds: Int, _ limitSeconds: Int, _ scene: Scene) -> String {
        Durations.hoursMinutes(seconds) + within(">=\(Durations.hoursMinutes(limitSeconds))", scene)
    }

    private static func within(_ limit: String, _ scene: Scene) -> String {
        scene.say(" (\(limit))", "（\(limit)）")
    }
}
