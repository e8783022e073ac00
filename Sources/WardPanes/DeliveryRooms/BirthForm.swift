import ScreenGrid
import WardDomain

/// The birth form; the time is that of the key press that opened it, unless another is typed.
enum BirthForm {
    /// - Parameter startsAt: the field that has the focus at first.
    static func dialog(_ mother: Admission, _ scene: Scene, startsAt: String = "at") -> FormDialog {
        let id = mother.id
        let order = (mother.newborns.map(\.order).max() ?? 0) + 1
        let places = Place.allCases.filter { !$0.isErrand && $0 != .motherBed && $0 != .home }
        let fields = [
            .openingTime(scene),
            FormField("mode", "mode", "分娩方式", .choice(BirthMode.allCases.map(\.label))),
            FormField("outcome", "outcome", "结局", .choice(BirthOutcome.allCases.map(\.label))),
            FormField("sex", "sex", "性别", .choice(NewbornSex.allCases.map(\.label))),
            FormField("weightGrams", "weight g", "体重 g"),
            FormField("apgar1", "Apgar 1 min", "1分钟Apgar", .text(placeholder: "9  22212")),
            FormField("apgar5", "Apgar 5 min", "5分钟Apgar"),
            FormField("place", "place (blank: hers)", "地点（空＝母亲所在）", .choice(places.map(\.label))), .reason,
        ]
        return FormDialog(
            Phrase(
                en: "Birth of baby \(order): \(scene.name(of: mother))",
                zhHans: "第 \(order) 胎出生：\(scene.name(of: mother))"),
            fields: fields, openedAt: scene.now.reading, startsAt: startsAt
        ) { form in
            let mode = form.requiredChoice("mode", of: BirthMode.allCases)
            let outcome = form.requiredChoice("outcome", of: BirthOutcome.allCases)
            let weight = form.integer("weightGrams", as: .weight)
            let bornAt = form.moment("at") ?? form.openedAt.moment
            let apgar1 = apgar("apgar1", minute: 1, of: bornAt, &form)
            let apgar5 = apgar("apgar5", minute: 5, of: bornAt, &form)
            let time = form.timeOrOpening()
            guard let mode, let outcome else { return .incomplete }
            let birth = RecordBirth(
                admission: id, order: order, mode: mode, outcome: outcome,
                sex: form.choice("sex", of: NewbornSex.allCases), weightGrams: weight,
                place: form.choice("place", of: places), apgar1: apgar1, apgar5: apgar5, reason: form.text("reason"))
            return .record(birth, time)
        }
    }

    /// A score of a minute of life; one that has not come yet is asked about.
    private static func apgar(
        _ id: String, minute: Int, of bornAt: Moment, _ form: inout FormReader
    ) -> ApgarGiven? {
        guard let given = apgar(id, &form) else { return nil }
        form.doubtEarlyApgar(id, minute: minute, of: bornAt)
        return given
    }

    /// A total, or five digits for the signs.
    static func apgar(_ id: String, _ form: inout FormReader) -> ApgarGiven? {
        guard let typed = form.text(id) else { return nil }
        let given = ApgarGiven(typed: typed)
        if given == nil {
            form.fault(id, "Type a total 0-10, or five signs such as 22212.", "请输入总分 0-10，或五项评分如 22212。")
        }
        return given
    }
}
