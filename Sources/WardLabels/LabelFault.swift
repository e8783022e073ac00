import WardDomain

/// Why a label can't be printed.
public enum LabelFault: Error, Hashable, Sendable {
    /// The code holds something that a symbol or the printer's language can't carry, or too much.
    case notEncodable(String)
    /// Even the smallest letters would cut a line: nothing is printed rather than something cut.
    case doesNotFit(String)
    /// The elements of the symbol break a rule of GS1.
    case elements(ElementFault)

    public var text: Phrase {
        switch self {
        case .notEncodable(let code):
            Phrase(en: "The code \(code) can't be printed as a symbol.", zhHans: "编码 \(code) 无法打印为条码。")
        case .doesNotFit(let line):
            Phrase(
                en: "\(line) does not fit on this label, and no part of it may be cut: use a larger label.",
                zhHans: "「\(line)」超出标签，且不得截断：请使用更大的标签。")
        case .elements(let fault):
            Phrase(en: "The symbol can't be made: \(fault.text.en).", zhHans: "无法生成条码：\(fault.text.zhHans)。")
        }
    }
}
