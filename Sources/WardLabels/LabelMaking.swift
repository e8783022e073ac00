import WardDomain

/// What stands on the labels of a mother and her newborns. Bed and room are on none: they identify nobody (clinical
/// reference 8.1, ID-7).
extension Label {
    /// A newborn's band: the NPSA lines, and the code of the band that was issued.
    public static func newborn(
        _ newborn: Newborn, band: Band, of admission: Admission, _ page: LabelPage
    ) throws(LabelFault) -> Label {
        let lines = BandText(newborn, of: admission, page.offset).lines.map { page.say($0) }
        return Label(
            .newborn, size: page.sizes[.newborn], lines: lines, code: try code(of: newborn, band: band, admission, page)
        )
    }

    /// A mother's band: her name, birth date and hospital number.
    public static func mother(
        _ admission: Admission, band: Band, _ page: LabelPage
    ) throws(LabelFault) -> Label {
        let identity = admission.identity
        let born = identity.birthDate.map { "\($0)" }
        return Label(
            .mother, size: page.sizes[.mother],
            lines: [
                identity.called,
                page.say("born \(born ?? "not recorded")", "出生 \(born ?? "未记录")"),
                page.say("no. \(identity.mrn ?? "not recorded")", "住院号 \(identity.mrn ?? "未记录")"),
            ], code: try code(of: band, others: []))
    }

    /// A tag for the cord clamp: which child of how many, in words and by the number of clamps, and the mother's hospital
    /// number, which tells her child from every other (clinical reference 8.1, ID-13).
    public static func cordClamp(_ newborn: Newborn, of admission: Admission, _ page: LabelPage) -> Label {
        let clamps = newborn.order
        return Label(
            .cordClamp, size: page.sizes[.cordClamp],
            lines: [
                page.say(DistinctName(newborn, of: admission).phrase),
                page.say(
                    "mother no. \(admission.identity.mrn ?? "not recorded")",
                    "母亲住院号 \(admission.identity.mrn ?? "未记录")"),
                page.say(
                    "\(clamps.counting("clamp", "clamps")), baby \(clamps) of \(admission.babiesExpected)",
                    "脐带夹 \(clamps) 个，第 \(clamps)/\(admission.babiesExpected) 个"),
            ], code: nil)
    }

    /// A card for the cot. Its code begins with `COT-`, which no field of a band takes.
    public static func cotCard(_ newborn: Newborn, of admission: Admission, _ page: LabelPage) -> Label {
        let weight = newborn.weightGrams.map { "\($0) g" }
        let lines =
            BandText(newborn, of: admission, page.offset).lines.map { page.say($0) } + [
                page.say("weight \(weight ?? "not recorded")", "体重 \(weight ?? "未记录")"),
                page.say("card, not a band: never identifies", "床头卡，不可代替腕带核对身份"),
            ]
        let number = admission.identity.mrn.map { "COT-\($0)-\(newborn.order)" }
        return Label(.cotCard, size: page.sizes[.cotCard], lines: lines, code: number.map { .plain($0.uppercased()) })
    }

    /// What the symbol's field for a baby's name holds, where each character of Chinese takes nine (GS1, AI 7259).
    private static let longestName = 40

    /// The person's number with the issue of the band where both bands carry the same; name and time only where the
    /// site lets a symbol hold them. A name that the symbol's field can't hold whole is not in it: it stands beside it.
    private static func code(
        of newborn: Newborn, band: Band, _ admission: Admission, _ page: LabelPage
    ) throws(LabelFault) -> Code {
        guard page.namesInSymbols else { return try code(of: band, others: []) }
        var others: [ElementString.Element] = []
        if newborn.birthTimeKnown {
            let born = LocalTime(newborn.bornAt.moment, page.offset)
            others.append(.init(.birthTime, "\(born.day)\(born.hourMinute)".filter { $0.isASCII && $0.isNumber }))
        }
        let name = ElementString.Element.text(.baby, DistinctName(newborn, of: admission).phrase.zhHans)
        if name.value.count <= longestName {
            others.append(name)
            if admission.babiesExpected < 10 {
                others.append(.init(.birthSequence, "\(newborn.order)/\(admission.babiesExpected)"))
            }
        }
        return try code(of: band, others: others)
    }

    /// A service relation number as elements, any other code as it is.
    private static func code(of band: Band, others: [ElementString.Element]) throws(LabelFault) -> Code {
        guard band.code.count == 18, CheckDigit.isRight(band.code) else { return .plain(band.code) }
        let issue = band.codeKind == .person ? [ElementString.Element(.serviceInstance, "\(band.saidIssue)")] : []
        do throws(ElementFault) {
            return .elements(try ElementString([.init(.recipient, band.code)] + issue + others))
        } catch {
            throw .elements(error)
        }
    }
}

/// How labels are worded and reckoned here.
public struct LabelPage: Sendable {
    public let language: Language
    public let offset: LocalOffset
    /// Whether the site lets a symbol hold a name and a birth time.
    public let namesInSymbols: Bool
    let sizes: [LabelKind: LabelSize]

    public init(language: Language, offset: LocalOffset, site: SiteRules) {
        self.language = language
        self.offset = offset
        namesInSymbols = site.namesInSymbols
        sizes = site.labelSizes
    }

    func say(_ phrase: Phrase) -> String { phrase[language] }

    func say(_ en: String, _ zhHans: String) -> String { language == .english ? en : zhHans }
}
