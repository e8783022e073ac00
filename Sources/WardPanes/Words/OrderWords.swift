import ScreenGrid
import WardDomain

/// What an order says in few words, for where it is not recorded.
extension RecordOrder {
    public var words: Phrase {
        switch command {
        case let mark as MarkMilestone where mark.notApplicable == true:
            Phrase(
                en: "\(mark.milestone.label.en) not applicable", zhHans: "\(mark.milestone.label.zhHans)不适用")
        case let mark as MarkMilestone: mark.milestone.label
        case let given as GiveCategory: given.category.label
        case let given as GiveIndication: RecordOrder.named(type(of: given).summary, given.indication)
        case let given as GiveDelay: RecordOrder.named(type(of: given).summary, given.delay)
        case let call as CallTeam: EmergencyCaesareanText.call(call.slot)
        case let arrival as ArriveAtCaesarean: RecordOrder.arrived(arrival)
        case let mark as MarkStep<Response>: RecordOrder.named(type(of: mark).summary, mark.step)
        case let mark as MarkStep<Drill>: RecordOrder.named(type(of: mark).summary, mark.step)
        default: type(of: command).summary
        }
    }

    /// When it happened; nil while that is not said.
    public var moment: Moment? {
        switch time {
        case .now: nil
        case .frozen(let reading): reading.moment
        case .typed(let moment, _): moment
        }
    }

    private static func arrived(_ arrival: ArriveAtCaesarean) -> Phrase {
        let who = [arrival.name ?? arrival.badge?.rawValue].compactMap { $0?.safeForScreen }
        return Phrase(
            en: (["arrived:"] + who + [arrival.part?.label.en].compactMap { $0 }).joined(separator: " "),
            zhHans: "到场：" + (who + [arrival.part?.label.zhHans].compactMap { $0 }).joined(separator: " "))
    }

    private static func named(_ what: Phrase, _ code: String) -> Phrase {
        let code = code.safeForScreen
        return Phrase(en: "\(what.en): \(code)", zhHans: "\(what.zhHans)：\(code)")
    }
}
