/// Liquor, as the labour care guide writes it.
public enum Liquor: String, Codable, CaseIterable, Sendable {
    case intact = "I"
    case clear = "C"
    case meconium1 = "M+"
    case meconium2 = "M++"
    case meconium3 = "M+++"
    case blood = "B"

    public var label: Phrase {
        switch self {
        case .intact: Phrase(en: "intact", zhHans: "胎膜未破")
        case .clear: Phrase(en: "clear", zhHans: "清")
        case .meconium1: Phrase(en: "meconium +", zhHans: "粪染I度")
        case .meconium2: Phrase(en: "meconium ++", zhHans: "粪染II度")
        case .meconium3: Phrase(en: "meconium +++", zhHans: "粪染III度")
        case .blood: Phrase(en: "blood-stained", zhHans: "血性")
        }
    }
}

/// How a blood loss was found.
public enum LossMethod: String, Codable, CaseIterable, Sendable {
    case measured, estimated

    public var label: Phrase {
        self == .measured ? Phrase(en: "measured", zhHans: "测量") : Phrase(en: "estimated", zhHans: "估计")
    }
}

/// How complete the placenta was.
public enum PlacentaState: String, Codable, CaseIterable, Sendable {
    case complete, incomplete, retained

    public var label: Phrase {
        switch self {
        case .complete: Phrase(en: "complete", zhHans: "完整")
        case .incomplete: Phrase(en: "incomplete", zhHans: "不完整")
        case .retained: Phrase(en: "retained", zhHans: "滞留")
        }
    }
}

/// How the uterine fundus felt.
public enum FundusState: String, Codable, CaseIterable, Sendable {
    case firm, soft, boggy

    public var label: Phrase {
        switch self {
        case .firm: Phrase(en: "firm", zhHans: "硬")
        case .soft: Phrase(en: "soft", zhHans: "软")
        case .boggy: Phrase(en: "boggy", zhHans: "松软")
        }
    }
}

/// What was observed in labour. Every field is nil until somebody records it: not recorded, never normal.
public struct LabourObservation: Codable, Hashable, Sendable {
    /// Cervix, whole cm, 0-10.
    public var cervix: Int?
    /// Station of the presenting part, -5 to +5 cm.
    public var station: Int?
    /// Fetal heart rate, beats a minute, 0-300; 0 is a heart not heard.
    public var fetalHeartRate: Int?
    public var membranesRupturedAt: Moment?
    public var fullyDilatedAt: Moment?
    public var liquor: Liquor?
    /// Contractions in 10 minutes, 0-15.
    public var contractions: Int?
    /// Seconds, 0-300.
    public var contractionSeconds: Int?
    /// Mother's pulse, beats a minute, 0-300.
    public var pulse: Int?
    /// mmHg, 0-300.
    public var systolic: Int?
    /// mmHg, 0-250, below the systolic.
    public var diastolic: Int?
    /// Breaths a minute, 0-100.
    public var respiration: Int?
    /// %, 0-100.
    public var oxygenSaturation: Int?
    /// Tenths of a degree Celsius, 250-450.
    public var temperatureTenths: Int?
    /// Blood loss since the last record, mL, 0-20000; always with its method.
    public var bloodLossMillilitres: Int?
    public var bloodLossMethod: LossMethod?
    public var placenta: PlacentaState?
    public var fundus: FundusState?
    public var note: String?

    public init() {}
}

/// One thing that can be observed, with its label, its unit and the range it may lie in.
public enum ObservationField: String, Codable, CodingKeyRepresentable, CaseIterable, Sendable {
    case cervix, station, fetalHeartRate, membranesRupturedAt, fullyDilatedAt, liquor, contractions, contractionSeconds
    case pulse, systolic, diastolic, respiration, oxygenSaturation, temperatureTenths, bloodLossMillilitres
    case bloodLossMethod, placenta, fundus, note

    public var label: Phrase {
        switch self {
        case .cervix: Phrase(en: "cervix cm", zhHans: "宫口 cm")
        case .station: Phrase(en: "station", zhHans: "先露高低")
        case .fetalHeartRate: Phrase(en: "FHR /min", zhHans: "胎心 次/分")
        case .membranesRupturedAt: Phrase(en: "membranes ruptured at", zhHans: "破膜时间")
        case .fullyDilatedAt: Phrase(en: "fully dilated at", zhHans: "宫口开全时间")
        case .liquor: Phrase(en: "liquor", zhHans: "羊水")
        case .contractions: Phrase(en: "contractions /10 min", zhHans: "宫缩 次/10分")
        case .contractionSeconds: Phrase(en: "contraction s", zhHans: "宫缩持续 秒")
        case .pulse: Phrase(en: "pulse /min", zhHans: "脉搏 次/分")
        case .systolic: Phrase(en: "systolic mmHg", zhHans: "收缩压 mmHg")
        case .diastolic: Phrase(en: "diastolic mmHg", zhHans: "舒张压 mmHg")
        case .respiration: Phrase(en: "respiration /min", zhHans: "呼吸 次/分")
        case .oxygenSaturation: Phrase(en: "SpO2 %", zhHans: "血氧 %")
        case .temperatureTenths: Phrase(en: "temperature C", zhHans: "体温 C")
        case .bloodLossMillilitres: Phrase(en: "blood loss mL", zhHans: "出血量 mL")
        case .bloodLossMethod: Phrase(en: "loss measured or estimated", zhHans: "出血量 测量或估计")
        case .placenta: Phrase(en: "placenta", zhHans: "胎盘")
        case .fundus: Phrase(en: "fundus", zhHans: "宫底")
        case .note: Phrase(en: "note", zhHans: "备注")
        }
    }

    /// The values that a whole-number field may take; nil for other fields.
    public var range: ClosedRange<Int>? {
        switch self {
        case .cervix: 0...10
        case .station: -5...5
        case .fetalHeartRate, .pulse, .systolic, .contractionSeconds: 0...300
        case .diastolic: 0...250
        case .contractions: 0...15
        case .respiration, .oxygenSaturation: 0...100
        case .temperatureTenths: 250...450
        case .bloodLossMillilitres: 0...20000
        default: nil
        }
    }

    /// Where the whole-number fields live.
    public var number: WritableKeyPath<LabourObservation, Int?>? {
        switch self {
        case .cervix: \.cervix
        case .station: \.station
        case .fetalHeartRate: \.fetalHeartRate
        case .contractions: \.contractions
        case .contractionSeconds: \.contractionSeconds
        case .pulse: \.pulse
        case .systolic: \.systolic
        case .diastolic: \.diastolic
        case .respiration: \.respiration
        case .oxygenSaturation: \.oxygenSaturation
        case .temperatureTenths: \.temperatureTenths
        case .bloodLossMillilitres: \.bloodLossMillilitres
        default: nil
        }
    }

    /// A number of this field as it is read: a temperature in degrees, any other as it is.
    public func text(of number: Int) -> String {
        self == .temperatureTenths ? "\(number / 10).\(number % 10)" : String(number)
    }

    /// Whether an observation records this field.
    public func isRecorded(in observation: LabourObservation) -> Bool {
        switch self {
        case .membranesRupturedAt: observation.membranesRupturedAt != nil
        case .fullyDilatedAt: observation.fullyDilatedAt != nil
        case .liquor: observation.liquor != nil
        case .bloodLossMethod: observation.bloodLossMethod != nil
        case .placenta: observation.placenta != nil
        case .fundus: observation.fundus != nil
        case .note: observation.note != nil
        default: number.map { observation[keyPath: $0] != nil } ?? false
        }
    }

    /// Takes this field over, also where it was not recorded.
    func copy(from earlier: LabourObservation, to merged: inout LabourObservation) {
        switch self {
        case .membranesRupturedAt: merged.membranesRupturedAt = earlier.membranesRupturedAt
        case .fullyDilatedAt: merged.fullyDilatedAt = earlier.fullyDilatedAt
        case .liquor: merged.liquor = earlier.liquor
        case .bloodLossMethod: merged.bloodLossMethod = earlier.bloodLossMethod
        case .placenta: merged.placenta = earlier.placenta
        case .fundus: merged.fundus = earlier.fundus
        case .note: merged.note = earlier.note
        default:
            guard let number else { return }
            merged[keyPath: number] = earlier[keyPath: number]
        }
    }
}
