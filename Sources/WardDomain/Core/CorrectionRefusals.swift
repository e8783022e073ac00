/// What is refused of corrections and signatures.
extension Refusal {
    public static let entryUnknown = Refusal("entryUnknown", en: "There is no such entry.", zhHans: "没有该条记录。")

    public static let entryAlreadyStruck = Refusal(
        "entryAlreadyStruck", en: "The entry is struck out already.", zhHans: "该条记录已作废。")

    public static let notYourEntry = Refusal(
        "notYourEntry", en: "Only who recorded it, or a charge nurse or doctor, may correct it.",
        zhHans: "只有记录者本人、护士长或医师可以更正。")

    public static let receiverStrikes = Refusal(
        "receiverStrikes",
        en: "Who took the baby does not strike the handover alone: the giver or somebody in charge does.",
        zhHans: "接收者不能单独作废交接：须由移交者或负责人作废。")

    public static let notCorrectable = Refusal(
        "notCorrectable", en: "Entries of this kind can't be corrected; record what is true now.",
        zhHans: "此类记录不能更正，请另行记录。")

    /// Fields that a correction may not change, with those that it may: a `codeUnknown` that says more.
    ///
    /// - Parameter kind: the kind of the entry, as scripts name it.
    public static func codeUnknown(change fields: [String], of kind: any Fact.Type) -> Refusal {
        let names = fields.map { "'\($0)'" }.joined(separator: ", ")
        let allowed = kind.correctable.sorted().joined(separator: ", ")
        let kind = kind.kind
        guard !allowed.isEmpty else {
            return Refusal(
                "codeUnknown", field: "change",
                en: "change: no field of \(kind) can be corrected, so not \(names): strike it out and record anew.",
                zhHans: "change：\(kind) 的字段均不能更正（\(names)），请作废后重新记录。")
        }
        return Refusal(
            "codeUnknown", field: "change",
            en: "change: \(names) of \(kind) can't be corrected; what can be: \(allowed).",
            zhHans: "change：\(kind) 的 \(names) 不能更正；可更正：\(allowed)。")
    }

    /// - Parameter promise: what the later entry would break of the custody chain; nil where it could not follow at all.
    public static func correctionImpossible(_ entry: Entry, promise: Phrase? = nil) -> Refusal {
        let (said, id) = (entry.fact.summary, entry.stamp.id)
        let why = promise.map { Phrase(en: ": \($0.en)", zhHans: "：\($0.zhHans)") } ?? Phrase(en: "", zhHans: "")
        return Refusal(
            "correctionImpossible",
            en: "The correction would make a later entry impossible: \(said.en) (\(id))\(why.en).",
            zhHans: "更正后与后续记录矛盾：\(said.zhHans)（\(id)）\(why.zhHans)。")
    }

    public static let nothingUnsigned = Refusal(
        "nothingUnsigned", en: "Nothing waits for a signature.", zhHans: "没有待签名的记录。")
}
