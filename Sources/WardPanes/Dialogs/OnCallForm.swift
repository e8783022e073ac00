import ScreenGrid
import WardDomain

/// Tonight's on-call list: a line for each place, name and phone as people write them.
enum OnCallForm {
    static func dialog(_ scene: Scene) -> FormDialog {
        let fields = OnCallSlot.allCases.map { slot in
            let duty = scene.ward.plan.onCall(slot, at: scene.now.moment)
            let known = [duty?.badge?.rawValue ?? duty?.name, duty?.phone].compactMap { $0 }.joined(separator: " ")
            return FormField(
                slot.rawValue, slot.label.en, slot.label.zhHans, .text(placeholder: "王医生 13800138000"),
                initial: known, takesScan: true)
        }
        let end = FormField("until", "until (blank: 08:00)", "至（空＝08:00）", .text(placeholder: "20:00"))
        return FormDialog(
            Phrase(en: "On call tonight", zhHans: "今晚值班"), fields: fields + [end],
            hint: Phrase(
                en: "Name or badge, then the phone. A blank line is nobody.", zhHans: "姓名或工牌，后接电话；空行＝无人值班。"),
            openedAt: scene.now.reading
        ) { form in
            let before = form.scene.ward.plan.onCall(at: form.scene.now.moment).map(\.slot)
            let people = OnCallSlot.allCases.compactMap { slot -> SetOnCall.Person? in
                guard let text = form.text(slot.rawValue) else {
                    return before.contains(slot) ? SetOnCall.Person(slot: slot, name: "") : nil
                }
                return person(slot, text, form.scene)
            }
            guard !people.isEmpty else {
                form.fault(OnCallSlot.firstLine.rawValue, "Write at least one line.", "请至少填写一行。")
                return .faults([:])
            }
            return .record(SetOnCall(people: people, until: until(&form)), .now)
        }
    }

    /// `王医生 13800138000`: the last word is the phone where it is one; a badge stands for its bearer.
    private static func person(_ slot: OnCallSlot, _ text: String, _ scene: Scene) -> SetOnCall.Person {
        var words = text.split(whereSeparator: \.isWhitespace).map(String.init)
        let isPhone = words.last.map { $0.count >= 3 && $0.allSatisfy { "0123456789+-".contains($0) } } ?? false
        let phone = words.count > 1 && isPhone ? words.removeLast() : nil
        let name = words.joined(separator: " ")
        let member = scene.ward.roster[Badge(BandCode.normalized(name))]
        return SetOnCall.Person(slot: slot, name: member?.name ?? name, phone: phone, badge: member?.badge)
    }

    /// The next time that the clock shows a time of day; nil when blank.
    private static func until(_ form: inout FormReader) -> Moment? {
        form.moment("until", from: form.scene.now.moment, longest: 24 * 3600)
    }
}
