/// What is refused of corrections and signatures.
extension Refusal {
    public static let entryUnknown = Refusal("entryUnknown", en: "There is no such entry.", zhHans: "没有该条记录。")

    public static let entryAlreadyStruck = Refusal(
        "entryAlreadyStruck", en: "The entry is struck out already.", zhHans: "该条记录已作废。")

    public static let notYourEntry = Refusal(
        "notYourEntry", en: "Only who recorded it, or a charge nurse or doctor, may correct it.",
        zhHans: "只有记录者本人、护士长或医师可以更正。")

    public static let notCorrectable = Refusal(
        "notCorrectable", en: "Entries of this kind can't be corrected; record what is true now.",
        zhHans: "此类记录不能更正，请另行记录。")

    public static func correctionImpossible(entry: String) -> Refusal {
        Refusal(
            "correctionImpossible", en: "The correction would make a later entry impossible: \(entry).",
            zhHans: "更正后与后续记录矛盾：\(entry)。")
    }

    public static let nothingUnsigned = Refusal(
        "nothingUnsigned", en: "Nothing waits for a signature.", zhHans: "没有待签名的记录。")
}
