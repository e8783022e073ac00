/// What a protocol says beside its steps, with its source: how to recognise the emergency, how a step is done, where
/// such responses are weak, what to ask afterwards.
public struct ProtocolNote: Codable, Hashable, Sendable {
    /// What it is about; the raw values are those of library files.
    public enum Topic: String, Codable, CaseIterable, Sendable {
        case recognise, technique, profile
        case weakPoint = "weak-point"
        case upkeep, debrief

        public var label: Phrase {
            switch self {
            case .recognise: Phrase(en: "recognise", zhHans: "识别")
            case .technique: Phrase(en: "how", zhHans: "要点")
            case .profile: Phrase(en: "typical profile", zhHans: "典型特征")
            case .weakPoint: Phrase(en: "known weak point", zhHans: "已知薄弱环节")
            case .upkeep: Phrase(en: "upkeep", zhHans: "日常维护")
            case .debrief: Phrase(en: "ask in the debrief", zhHans: "复盘提问")
            }
        }
    }

    public let topic: Topic
    /// The step that it explains; nil where it is about the whole.
    public let step: String?
    public let en: String
    public let zhHans: String
    public let source: Source

    public init(topic: Topic, step: String? = nil, en: String, zhHans: String, source: Source) {
        self.topic = topic
        self.step = step
        self.en = en
        self.zhHans = zhHans
        self.source = source
    }

    public var text: Phrase { Phrase(en: en, zhHans: zhHans) }
}

extension DrillProtocol {
    /// What it says of a step, or with nil of itself as a whole.
    public func notes(of step: String?) -> [ProtocolNote] {
        (notes ?? []).filter { $0.step == step }
    }

    /// What it wants asked afterwards.
    public var debriefQuestions: [ProtocolNote] {
        (notes ?? []).filter { $0.topic == .debrief }
    }
}
