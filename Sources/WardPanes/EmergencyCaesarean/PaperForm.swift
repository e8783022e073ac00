import ScreenGrid
import WardDomain

/// A case kept on paper while nothing ran: all its times on one form.
enum PaperForm {
    private static let timed = Milestone.allCases.filter { $0 != .decision }

    static func dialog(_ scene: Scene) -> FormDialog {
        let hint = Phrase(
            en:
                "Times as on the paper: 18:05 or 18:05:40; after midnight is the next day. Blank is not recorded. Delivered or stood down, one of both. A birth that is recorded already is not told again. Enter records from any field; calls, arrivals, twins and triplets stand at the end.",
            zhHans:
                "按纸质记录填写时间：18:05 或 18:05:40，过零点即次日；空白＝未记录。娩出与取消手术填其一。已登记的出生不必再填。任意一栏按回车即记录；呼叫、到场及双胎、三胎在表末。")
        let text = FormField.Kind.text()
        let indications = scene.rules.indications.map { Phrase(en: $0.code, zhHans: $0.code) }
        let delays = scene.rules.delayReasons.map { Phrase(en: $0.code, zhHans: $0.code) }
        let head = [
            FormField("who", "bed, band, number or label", "床号、腕带、住院号或代称", text, takesScan: true),
            FormField("DECISION", "decision", "决定手术", .text(placeholder: "2026-11-20 18:05")),
            FormField("category", "category", "类别", .choice(CaesareanCategory.allCases.map(\.short))),
            FormField("indication", "indication", "适应证", .choice(indications)),
        ]
        let times = timed.map {
            FormField($0.rawValue, $0.label.en, $0.label.zhHans)
        }
        let end = [
            FormField("stoodDownAt", "or stood down", "或取消手术"),
            FormField("stoodDownReason", "why stood down", "取消原因", text),
            FormField("delay", "delay reason", "延误原因", .choice(delays)),
            FormField("delayText", "what happened", "说明", text),
            FormField("orderReason", "why out of order", "顺序异常原因", text),
            FormField("reason", "why afterwards", "补录原因", text),
        ]
        return FormDialog(
            EmergencyCaesareanText.paper,
            fields: head + times + PaperBabies.first + end + PaperTeamFields.all + PaperBabies.later, hint: hint,
            openedAt: scene.now.reading
        ) { form in
            guard let decided = form.moment("DECISION") else {
                if form.text("DECISION") == nil { _ = form.required("DECISION") }
                return .faults([:])
            }
            return .record(command(&form, decided), .typed(decided))
        }
    }

    private static func command(_ form: inout FormReader, _ decided: Moment) -> EnterCaesareanAfterwards {
        let who = form.required("who")
        let mother = form.scene.ward.mother(called: who)
        let category = form.requiredChoice("category", of: CaesareanCategory.allCases) ?? .one
        var times: [Milestone: Moment] = [:]
        for milestone in timed {
            if let time = form.moment(milestone.rawValue, from: decided) { times[milestone] = time }
        }
        var paper = EnterCaesareanAfterwards(
            admission: mother?.id, label: mother == nil ? who : nil, category: category, times: times,
            reason: form.required("reason"))
        paper.indication = form.choice("indication", of: form.scene.rules.indications.map(\.code))
        paper.delay = form.choice("delay", of: form.scene.rules.delayReasons.map(\.code))
        paper.delayText = form.text("delayText")
        paper.orderReason = form.text("orderReason")
        PaperTeamFields.read(&form, decided, into: &paper)
        readEnd(&form, decided, mother, into: &paper)
        return paper
    }

    /// The babies, or when and why the decision was reversed; a birth that is recorded already need not be told.
    private static func readEnd(
        _ form: inout FormReader, _ decided: Moment, _ mother: Admission?, into paper: inout EnterCaesareanAfterwards
    ) {
        paper.stoodDownAt = form.moment("stoodDownAt", from: decided).map(Timestamp.moment)
        paper.stoodDownReason = form.text("stoodDownReason")
        if form.text("stoodDownAt") != nil {
            _ = form.required("stoodDownReason")
        } else if mother?.birthWithoutClock(since: Occurrence(typed: decided, reckonedFrom: form.openedAt)) == nil {
            _ = form.required(Milestone.delivery.rawValue)
            _ = form.requiredChoice("outcome", of: BirthOutcome.allCases)
        }
        paper.mode = form.choice("mode", of: BirthMode.allCases)
        paper.outcome = form.choice("outcome", of: BirthOutcome.allCases)
        paper.sex = form.choice("sex", of: NewbornSex.allCases)
        paper.weightGrams = form.integer("weightGrams", as: .weight)
        paper.apgar1 = BirthForm.apgar("apgar1", &form)
        paper.apgar5 = BirthForm.apgar("apgar5", &form)
        paper.laterBabies = PaperBabies.read(&form, decided)
    }
}

extension CaesareanCategory {
    /// The number alone, for a choice among them.
    fileprivate var short: Phrase { Phrase(en: String(rawValue), zhHans: "\(rawValue)类") }
}
