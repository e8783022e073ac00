/// A step on the way from the decision to the birth and after; the raw values are the codes of `apply` and reports.
public enum Milestone: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case decision = "DECISION"
    case call = "CALL"
    case consent = "CONSENT"
    case leave = "LEAVE"
    case arrive = "ARRIVE"
    case timeOut = "TIMEOUT"
    case anaesthesiaStart = "ANA_START"
    case anaesthesiaReady = "ANA_READY"
    case incision = "KTS"
    case uterineIncision = "UI"
    case delivery = "DELIVERY"
    case clamp = "CLAMP"
    case newbornTeam = "NEO_ARR"
    case placenta = "PLACENTA"
    case end = "END"

    public var label: Phrase {
        switch self {
        case .decision: Phrase(en: "decision", zhHans: "决定手术")
        case .call: Phrase(en: "team called", zhHans: "呼叫团队")
        case .consent: Phrase(en: "consent", zhHans: "知情同意")
        case .leave: Phrase(en: "leaves room", zhHans: "离开产房")
        case .arrive: Phrase(en: "arrives theatre", zhHans: "到达手术室")
        case .timeOut: Phrase(en: "time-out", zhHans: "手术安全核查")
        case .anaesthesiaStart: Phrase(en: "anaesthesia start", zhHans: "麻醉开始")
        case .anaesthesiaReady: Phrase(en: "anaesthesia ready", zhHans: "麻醉完成")
        case .incision: Phrase(en: "knife to skin", zhHans: "切皮")
        case .uterineIncision: Phrase(en: "uterine incision", zhHans: "子宫切开")
        case .delivery: Phrase(en: "delivery", zhHans: "胎儿娩出")
        case .clamp: Phrase(en: "cord clamped", zhHans: "断脐")
        case .newbornTeam: Phrase(en: "newborn team here", zhHans: "新生儿科到场")
        case .placenta: Phrase(en: "placenta out", zhHans: "胎盘娩出")
        case .end: Phrase(en: "skin closed", zhHans: "手术结束")
        }
    }

    /// Consent, time-out and the newborn team may come at any point; the others have an order, flagged and not enforced.
    public var floats: Bool {
        self == .consent || self == .timeOut || self == .newbornTeam
    }

    /// Its place in the usual order, from 0.
    public var position: Int {
        Milestone.allCases.firstIndex(of: self) ?? 0
    }
}

/// How urgent a caesarean is: 1 immediate threat to life, 2 compromise, 3 early birth needed, 4 planned.
public enum CaesareanCategory: Int, Codable, CaseIterable, Comparable, Sendable {
    case one = 1
    case two, three, four

    public static func < (left: CaesareanCategory, right: CaesareanCategory) -> Bool {
        left.rawValue < right.rawValue
    }

    public var label: Phrase {
        switch self {
        case .one: Phrase(en: "cat 1 immediate threat to life", zhHans: "1类 即刻")
        case .two: Phrase(en: "cat 2 compromise, not immediately life-threatening", zhHans: "2类 紧急")
        case .three: Phrase(en: "cat 3 early birth needed", zhHans: "3类 限期")
        case .four: Phrase(en: "cat 4 time to suit", zhHans: "4类 择期")
        }
    }
}
