/// What is refused while it must first be known which baby this is.
extension Refusal {
    public static let otherBandNeeded = Refusal(
        "otherBandNeeded", field: "otherBand", en: "Scan the baby's other band too.", zhHans: "请同时扫描新生儿的另一条腕带。")

    public static let identityInDoubt = Refusal(
        "identityInDoubt", en: "STOP: it is not certain which baby this is. Find out first (k).",
        zhHans: "停：该新生儿身份存疑，须先确认身份（k）。")

    public static let identityNotInDoubt = Refusal(
        "identityNotInDoubt", en: "This baby's identity is not in doubt.", zhHans: "该新生儿身份无疑问。")

    public static let rebandingNeeded = Refusal(
        "rebandingNeeded",
        en: "The bands were found to be wrong: two staff replace them first (b, then r; the mother's m).",
        zhHans: "腕带有误，须先由双人更换腕带（b，再 r；母亲腕带 m）。")

    public static let motherNotHere = Refusal(
        "motherNotHere", en: "This is the story of a newborn without a mother here.", zhHans: "此为母亲不在本科的新生儿记录。")

    public static let motherIsHere = Refusal(
        "motherIsHere", en: "This baby was born here, or its mother is here.", zhHans: "该新生儿在本科出生或母亲在科。")
}
