import WardDomain

/// Why a value of a library file is refused, and how that is said.
enum FaultReason: Hashable, Sendable {
    case syntax(String)
    case unreadable
    case noFolder
    case zeroByte
    case missing(String)
    case wrongType(String, expected: TypeName, found: String)
    case unknownKey(String)
    case empty(String)
    case unsafeCharacter(String)
    case notAllowed(String, value: String, allowed: String)
    case duplicate(String, value: String)
    case outOfRange(String, value: Int, allowed: String)
    case goesWith(String, String)
    case alreadyDefined(String, value: String, file: String)

    /// What a key must hold, in words.
    enum TypeName: String, Sendable {
        case text, integer, flag, day, table, tables, texts

        var label: Phrase {
            switch self {
            case .text: Phrase(en: "text in quotes", zhHans: "带引号的文字")
            case .integer: Phrase(en: "a whole number", zhHans: "整数")
            case .flag: Phrase(en: "true or false", zhHans: "true 或 false")
            case .day: Phrase(en: "a date such as 2026-11-23, without quotes", zhHans: "日期，如 2026-11-23，不带引号")
            case .table: Phrase(en: "a table { ... }", zhHans: "表 { ... }")
            case .tables: Phrase(en: "a list of tables", zhHans: "表的列表")
            case .texts: Phrase(en: "a list of texts in quotes", zhHans: "带引号文字的列表")
            }
        }
    }

    var message: Phrase {
        switch self {
        case .syntax(let words): Phrase(en: "not valid TOML: \(words)", zhHans: "TOML 语法错误：\(words)")
        case .noFolder: Phrase(en: "not a folder that can be read", zhHans: "不是可读取的目录")
        case .unreadable:
            Phrase(
                en: "not readable as UTF-8 text of at most 1 MiB", zhHans: "无法读作 UTF-8 文本，或超过 1 MiB")
        case .zeroByte: Phrase(en: "a zero byte stands in the text", zhHans: "文本中有零字节")
        case .missing(let key): Phrase(en: "'\(key)' is missing", zhHans: "缺少 '\(key)'")
        case .wrongType(let key, let expected, let found):
            Phrase(
                en: "'\(key)' must be \(expected.label.en), found \(found)",
                zhHans: "'\(key)' 应为\(expected.label.zhHans)，实为 \(found)")
        case .unknownKey(let key): Phrase(en: "'\(key)' is not a key here", zhHans: "此处没有 '\(key)' 这一项")
        case .empty(let key): Phrase(en: "'\(key)' is empty", zhHans: "'\(key)' 为空")
        case .unsafeCharacter(let key):
            Phrase(
                en: "'\(key)' holds a control or direction character", zhHans: "'\(key)' 含有控制字符或方向字符")
        case .notAllowed(let key, let value, let allowed):
            Phrase(en: "'\(key)' is '\(value)', must be \(allowed)", zhHans: "'\(key)' 为 '\(value)'，应为 \(allowed)")
        case .duplicate(let key, let value):
            Phrase(en: "'\(key)' '\(value)' occurs twice", zhHans: "'\(key)' '\(value)' 重复")
        case .outOfRange(let key, let value, let allowed):
            Phrase(en: "'\(key)' is \(value), must be \(allowed)", zhHans: "'\(key)' 为 \(value)，应在 \(allowed)")
        case .goesWith(let key, let other):
            Phrase(en: "'\(key)' needs '\(other)' beside it", zhHans: "'\(key)' 须与 '\(other)' 同时给出")
        case .alreadyDefined(let key, let value, let file):
            Phrase(
                en: "'\(key)' '\(value)' is already used by \(file)", zhHans: "'\(key)' '\(value)' 已被 \(file) 使用")
        }
    }
}
