/// Words that the program itself writes where else a person's stand. The ledger holds their code, so that a screen says
/// them in its own language.
public enum OwnWords: String, CaseIterable, Sendable {
    case shiftChange, realEmergency, usedRestock, restocked, bandsOfAnotherMother

    /// What is recorded, alone or with a person's words behind it.
    public func recorded(with words: String? = nil) -> String {
        words.map { "\(code): \($0)" } ?? code
    }

    fileprivate var code: String { "code:\(rawValue)" }

    fileprivate var label: Phrase {
        switch self {
        case .shiftChange: Phrase(en: "shift change", zhHans: "交接班")
        case .realEmergency: Phrase(en: "real emergency", zhHans: "真实紧急情况")
        case .usedRestock: Phrase(en: "used: restock", zhHans: "已动用，须补充")
        case .restocked: Phrase(en: "restocked, full check", zhHans: "已补充并全面清点")
        case .bandsOfAnotherMother: Phrase(en: "bands of another mother", zhHans: "腕带为另一位母亲的")
        }
    }

    /// The sentence that older entries hold in place of the code.
    fileprivate var sentence: String {
        switch self {
        case .shiftChange: "shift change"
        case .realEmergency: "real emergency / 真实急情"
        case .usedRestock: "used: restock 已动用，须补充"
        case .restocked: "restocked, full check 已补充并全面清点"
        case .bandsOfAnotherMother: "bands of another mother 腕带为另一位母亲的"
        }
    }
}

extension Phrase {
    /// A recorded text as it is said: the program's own words in either language, a person's as they were typed.
    public init(recorded text: String) {
        for words in OwnWords.allCases {
            for start in [words.code, words.sentence] {
                if text == start {
                    self = words.label
                    return
                }
                guard text.hasPrefix("\(start): ") else { continue }
                let rest = text.dropFirst(start.count + 2)
                self.init(en: "\(words.label.en): \(rest)", zhHans: "\(words.label.zhHans)：\(rest)")
                return
            }
        }
        self.init(en: text, zhHans: text)
    }
}
