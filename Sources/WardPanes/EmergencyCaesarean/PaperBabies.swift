import ScreenGrid
import WardDomain

/// The babies on the form of a case kept on paper: the first, whose birth is the milestone, then twins and triplets.
enum PaperBabies {
    static let first =
        [FormField("mode", "born by (blank: this)", "分娩方式（空＝本次）", .choice(BirthMode.allCases.map(\.label)))]
        + fields("", "baby", "新生儿")
    static let later = orders.flatMap(later)

    private static let orders = [
        (number: "2", name: Phrase(en: "second baby", zhHans: "第二胎")),
        (number: "3", name: Phrase(en: "third baby", zhHans: "第三胎")),
    ]

    private static func later(_ number: String, _ name: Phrase) -> [FormField] {
        [FormField("bornAt\(number)", "\(name.en) born", "\(name.zhHans)娩出")]
            + fields(number, name.en, name.zhHans)
    }

    /// What is asked of one baby; `number` tells its fields from the first one's.
    private static func fields(_ number: String, _ en: String, _ zhHans: String) -> [FormField] {
        [
            FormField("outcome\(number)", en, zhHans, .choice(BirthOutcome.allCases.map(\.label))),
            FormField("sex\(number)", "sex", "性别", .choice(NewbornSex.allCases.map(\.label))),
            FormField("weightGrams\(number)", "weight g", "体重 g"),
            FormField("apgar1\(number)", "Apgar 1 min", "1分钟Apgar", .text(placeholder: "9  22212")),
            FormField("apgar5\(number)", "Apgar 5 min", "5分钟Apgar"),
        ]
    }

    /// The babies after the first; one of whom nothing is filled in is none.
    static func read(_ form: inout FormReader, _ decided: Moment) -> [PaperBaby]? {
        let babies = orders.compactMap { read(&form, decided, $0.number, later($0.number, $0.name)) }
        return babies.isEmpty ? nil : babies
    }

    private static func read(
        _ form: inout FormReader, _ decided: Moment, _ number: String, _ fields: [FormField]
    ) -> PaperBaby? {
        let isBlank = fields.allSatisfy { form.text($0.id) == nil && form.choice($0.id, of: [0, 1, 2, 3]) == nil }
        guard !isBlank else { return nil }
        _ = form.required("bornAt\(number)")
        guard let bornAt = form.moment("bornAt\(number)", from: decided),
            let outcome = form.requiredChoice("outcome\(number)", of: BirthOutcome.allCases)
        else { return nil }
        return PaperBaby(
            bornAt: .moment(bornAt), outcome: outcome, sex: form.choice("sex\(number)", of: NewbornSex.allCases),
            weightGrams: form.integer("weightGrams\(number)", as: .weight),
            apgar1: BirthForm.apgar("apgar1\(number)", &form),
            apgar5: BirthForm.apgar("apgar5\(number)", &form))
    }
}
