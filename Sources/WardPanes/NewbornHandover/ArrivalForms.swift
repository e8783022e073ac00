import ScreenGrid
import WardDomain

/// A newborn who comes without its mother, and who is told of one without a guardian.
enum ArrivalForms {
    static func admit(_ scene: Scene) -> FormDialog {
        let hows = NewbornArrival.How.allCases
        let places: [Place] = [.nicu, .postnatal, .deliveryRoom, .emergency, .ward]
        let fields = [
            FormField("how", "how it came", "来源", .choice(hows.map(\.label))),
            FormField("motherName", "mother's name", "母亲姓名"),
            FormField("label", "or a label", "或代称", .text(placeholder: "foundling 1")),
            FormField("number", "own number", "新生儿住院号"),
            FormField("sex", "sex", "性别", .choice(NewbornSex.allCases.map(\.label))),
            FormField("weightGrams", "weight g", "体重 g"),
            FormField(
                "bornAt", "born (blank: not known)", "出生时间（空＝不详）", .text(placeholder: "18:05")),
            FormField("from", "from", "转出单位或地点"), FormField("broughtBy", "brought by", "送入人"),
            FormField("place", "place", "安置地点", .choice(places.map(\.label))),
        ]
        return FormDialog(
            NewbornHandoverText.arrival, fields: fields, openedAt: scene.now.reading,
            afterCommit: showsWhoCame
        ) { form in
            if form.text("motherName") == nil, form.text("label") == nil {
                form.fault("label", "A mother's name or a label is needed.", "请填写母亲姓名或代称。")
            }
            let how = form.requiredChoice("how", of: hows)
            let place = form.requiredChoice("place", of: places)
            let weight = form.integer("weightGrams", as: .weight)
            let bornAt = form.moment("bornAt")
            guard let how, let place else { return .incomplete }
            return .record(
                AdmitNewborn(
                    how, label: form.text("label"),
                    motherName: form.text("motherName"), number: form.text("number"), bornAt: bornAt,
                    sex: form.choice("sex", of: NewbornSex.allCases), weightGrams: weight,
                    from: form.text("from"), broughtBy: form.text("broughtBy"),
                    place: place), .now)
        }
    }

    /// The page of the baby who has just come.
    private static let showsWhoCame: @Sendable ([Entry], Scene) -> [PaneEffect] = { entries, _ in
        let admitted = entries.lazy.compactMap { $0.fact as? NewbornAdmitted }.first
        return admitted.map { [.show(.newbornHandover, .newborn($0.newborn))] } ?? []
    }

    static func notify(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let newborn = found.id
        let fields = [
            FormField("authority", "told", "告知", .choice(Authority.allCases.map(\.label))),
            FormField("note", "whom, answer", "对象及答复"), .time, .reason,
        ]
        return FormDialog(
            Phrase(en: "Police, civil affairs", zhHans: "公安、民政"), fields: fields, hint: found.hint(scene),
            openedAt: scene.now.reading
        ) { form in
            let note = form.required("note")
            let authority = form.requiredChoice("authority", of: Authority.allCases)
            let time = form.time()
            guard let authority else { return .incomplete }
            return .record(NotifyAuthority(newborn: newborn, authority, note: note), time)
        }
    }
}
