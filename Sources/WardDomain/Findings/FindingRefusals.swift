/// What is refused of findings.
extension Refusal {
    public static let findingUnknown = Refusal("findingUnknown", en: "There is no such finding.", zhHans: "没有该项发现。")

    public static let findingClosed = Refusal(
        "findingClosed", en: "The finding is closed already.", zhHans: "该项已关闭。")

    public static func dueDayPast(_ day: CalendarDay) -> Refusal {
        Refusal("dueDayPast", en: "\(day) is over already.", zhHans: "期限 \(day) 已过。")
    }

    public static let beforeOpening = Refusal(
        "beforeOpening", en: "That lies before it was opened.", zhHans: "时间早于登记时间。")
}
