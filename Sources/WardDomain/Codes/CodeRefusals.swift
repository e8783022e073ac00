/// What is refused of scanned and typed codes.
extension Refusal {
    public static func codeUnreadable(_ code: String) -> Refusal {
        Refusal(
            "codeUnreadable", en: "The code '\(code)' can't be read: length, space or check digit is wrong.",
            zhHans: "编码「\(code)」无法识别：长度、空格或校验位有误。")
    }

    public static func elementsFaulty(_ code: String, _ fault: ElementFault) -> Refusal {
        Refusal(
            "elementsFaulty", en: "The code '\(code)' can't be read: \(fault.text.en).",
            zhHans: "编码「\(code)」无法识别：\(fault.text.zhHans)。")
    }

    public static func codeNamesNobody(_ code: String) -> Refusal {
        Refusal(
            "codeNamesNobody", en: "The code \(code) is about a product: it names nobody.",
            zhHans: "编码 \(code) 为物品编码，不代表任何人。")
    }

    public static func elementsUnmarked(_ code: String) -> Refusal {
        Refusal(
            "elementsUnmarked",
            en:
                "\(code) reads as a GS1 symbol without its mark, so nobody can tell a band from a drug: let the scanner "
                + "send the symbology prefix, or give the site's own codes a pattern.",
            zhHans: "\(code) 疑为缺少标识前缀的 GS1 编码，无法区分腕带与药品：请设置扫描枪发送码制前缀，或为本院编码设定规则。")
    }

    public static func codeNoBadge(_ code: String) -> Refusal {
        Refusal(
            "codeNoBadge", field: "badge",
            en: "\(code) is nobody's badge: scan again, or type who came.",
            zhHans: "\(code) 不是工牌编码：请重新扫描，或输入到场人姓名。")
    }

    public static func codeOfOtherClass(_ code: String, _ found: CodeClass) -> Refusal {
        Refusal(
            "codeOfOtherClass", en: "The code \(code) is that of a \(found.label.en).",
            zhHans: "编码 \(code) 属于\(found.label.zhHans)。")
    }

    public static func codeAmbiguous(_ code: String) -> Refusal {
        Refusal(
            "codeAmbiguous",
            en: "The code \(code) fits more than one of the site's patterns: it is not certain whose it is.",
            zhHans: "编码 \(code) 符合多种本院编码规则，无法确定归属。")
    }
}
