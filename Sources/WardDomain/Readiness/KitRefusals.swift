/// What is refused of carts and their checks.
extension Refusal {
    public static func kitUnknown(_ id: String) -> Refusal {
        Refusal("kitUnknown", en: "There is no cart or area '\(id)'.", zhHans: "没有急救车或区域「\(id)」。")
    }

    public static let kitCheckUnknown = Refusal(
        "kitCheckUnknown", en: "There is no such check going.", zhHans: "没有正在进行的该次清点。")

    public static let kitCheckGoing = Refusal(
        "kitCheckGoing", en: "A check of it is going already: go on with that one.", zhHans: "该处正在清点，请继续该次清点。")

    public static let restockWaits = Refusal(
        "restockWaits", en: "It was used before and waits to be restocked already.", zhHans: "该处此前已动用，正待补充。")

    public static let kitNeverSealed = Refusal(
        "kitNeverSealed", en: "No full check has put a seal on: do the full check.", zhHans: "尚无全面清点登记的封条，请先全面清点。")

    public static let gapNotInOrder = Refusal(
        "gapNotInOrder", en: "Too few, expired or without battery is a gap, not in order.",
        zhHans: "数量不足、过期或电池无效即为缺失，不能记为完好。")
}
