/// What is refused of the ward itself, its beds and staff.
extension Refusal {
    public static let wardAlreadySetUp = Refusal(
        "wardAlreadySetUp", en: "The ward is set up already.", zhHans: "病区已建立。")

    public static let accessNotOnesOwn = Refusal(
        "accessNotOnesOwn", field: "badge", en: "Signing in or out and showing names is noted of oneself alone.",
        zhHans: "登录、退出和显示姓名只能由本人记录。")

    public static let pinNotSet = Refusal(
        "pinNotSet", field: "badge", en: "No PIN was set: use 'matrona staff pin'.",
        zhHans: "尚未设置密码：请使用 matrona staff pin。")

    public static let lastAdministrator = Refusal(
        "lastAdministrator", en: "The ward's last administrator can't be retired; add another first.",
        zhHans: "不能停用最后一名管理员，请先新增另一名。")

    public static func noSuchBed(_ bed: BedLabel) -> Refusal {
        Refusal("noSuchBed", field: "bed", en: "There is no bed \(bed).", zhHans: "没有 \(bed) 床。")
    }

    public static func bedExists(_ bed: BedLabel) -> Refusal {
        Refusal("bedExists", field: "bed", en: "There is a bed \(bed) already.", zhHans: "\(bed) 床已存在。")
    }

    /// It names the bed alone: who is in it may be masked on the screen.
    public static func bedOccupied(_ bed: BedLabel) -> Refusal {
        Refusal("bedOccupied", field: "bed", en: "Bed \(bed) is taken.", zhHans: "\(bed) 床已有产妇。")
    }
}
