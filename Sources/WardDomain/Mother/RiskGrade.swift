/// The severity colour of a pregnancy (孕产妇妊娠风险评估, 2017 norm). Infectious disease (purple) stands beside it.
public enum RiskGrade: String, Codable, CaseIterable, Comparable, Sendable {
    case green, yellow, orange, red

    public static func < (left: RiskGrade, right: RiskGrade) -> Bool {
        left.severity < right.severity
    }

    private var severity: Int {
        switch self {
        case .green: 0
        case .yellow: 1
        case .orange: 2
        case .red: 3
        }
    }

    /// The mark on the board.
    public var mark: Phrase {
        switch self {
        case .green: Phrase(en: "G", zhHans: "绿")
        case .yellow: Phrase(en: "Y", zhHans: "黄")
        case .orange: Phrase(en: "O", zhHans: "橙")
        case .red: Phrase(en: "R", zhHans: "红")
        }
    }

    public var label: Phrase {
        switch self {
        case .green: Phrase(en: "green, low risk", zhHans: "绿色 低风险")
        case .yellow: Phrase(en: "yellow, general risk", zhHans: "黄色 一般风险")
        case .orange: Phrase(en: "orange, higher risk", zhHans: "橙色 较高风险")
        case .red: Phrase(en: "red, high risk", zhHans: "红色 高风险")
        }
    }

    /// The mark of infectious disease, beside the severity colour.
    public static let infectiousMark = Phrase(en: "+P", zhHans: "+紫")
}
