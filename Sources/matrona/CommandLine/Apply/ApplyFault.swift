import WardDomain

/// Why a line of `apply` is no command at all.
enum ApplyFault: Error, Hashable, Sendable {
    case tooLong
    case notJSON
    case notAnObject
    case commandMissing
    case commandUnknown(String)
    case fieldUnknown(String, command: String)
    case fieldTwice(String)
    case fieldMissing(String)
    /// A field that is not of its form.
    case fieldInvalid(String, form: String)
    case timeUnreadable(String)

    /// What a decoder's error means, for a command with these fields.
    init(_ error: any Error, fields: [CommandField] = []) {
        switch error as? DecodingError {
        case .keyNotFound(let key, let context):
            let path = Self.path(context.codingPath + [key])
            self = path == "do" ? .commandMissing : .fieldMissing(path)
        case .valueNotFound(_, let context): self = .fieldMissing(Self.path(context.codingPath))
        case .typeMismatch(_, let context): self = Self.invalid(context, of: fields) ?? .notAnObject
        case .dataCorrupted(let context): self = Self.invalid(context, of: fields) ?? .notJSON
        default: self = .notJSON
        }
    }

    /// The field that is not of its form; nil where the whole line is meant.
    private static func invalid(_ context: DecodingError.Context, of fields: [CommandField]) -> ApplyFault? {
        guard !context.codingPath.isEmpty else { return nil }
        return .fieldInvalid(path(context.codingPath), form: form(of: context.codingPath, in: fields))
    }

    /// The form of the innermost field of a path; of an array's element, that of one.
    private static func form(of path: [any CodingKey], in fields: [CommandField]) -> String {
        let array = "array of "
        var (form, fields) = ("string", fields)
        for key in path {
            if key.intValue != nil {
                if form.hasPrefix(array) { form.removeFirst(array.count) }
            } else if let field = fields.first(where: { $0.name == key.stringValue }) {
                (form, fields) = (field.form, field.parts)
            }
        }
        return form
    }

    /// Such as `debrief.actions[0].due`.
    private static func path(_ keys: [any CodingKey]) -> String {
        keys.reduce("") { path, key in
            if let index = key.intValue { return "\(path)[\(index)]" }
            return path.isEmpty ? key.stringValue : "\(path).\(key.stringValue)"
        }
    }

    /// The word that scripts see, beside those of `Refusal`.
    var code: String {
        switch self {
        case .tooLong: "lineTooLong"
        case .notJSON, .notAnObject: "notJSON"
        case .commandMissing, .commandUnknown: "commandUnknown"
        case .fieldUnknown: "fieldUnknown"
        case .fieldTwice: "fieldTwice"
        case .fieldMissing: "fieldMissing"
        case .fieldInvalid: "fieldInvalid"
        case .timeUnreadable: "timeUnreadable"
        }
    }

    var text: Phrase {
        switch self {
        case .tooLong: Phrase(en: "The line is longer than 1 MB.", zhHans: "该行超过 1 MB。")
        case .notJSON: Phrase(en: "The line is not JSON.", zhHans: "该行不是 JSON。")
        case .notAnObject: Phrase(en: "The line is not a JSON object.", zhHans: "该行不是 JSON 对象。")
        case .commandMissing: Phrase(en: "do is missing.", zhHans: "缺少 do。")
        case .commandUnknown(let name):
            Phrase(
                en: "There is no command '\(name)'; matrona apply --help lists them.",
                zhHans: "没有命令「\(name)」，详见 matrona apply --help。")
        case .fieldUnknown(let field, let command):
            Phrase(en: "\(command) has no field '\(field)'.", zhHans: "\(command) 没有字段「\(field)」。")
        case .fieldTwice(let field): Phrase(en: "\(field) stands twice.", zhHans: "\(field) 重复出现。")
        case .fieldMissing(let field): Phrase(en: "\(field) is missing.", zhHans: "缺少 \(field)。")
        case .fieldInvalid(let field, let form):
            Phrase(en: "\(field) must be: \(form).", zhHans: "\(field) 无效，应为：\(form)。")
        case .timeUnreadable(let text):
            Phrase(
                en: "at '\(text)' is no time: ISO 8601, 18:05, or -5 for minutes ago.",
                zhHans: "at「\(text)」不是时间：请用 ISO 8601、18:05 或 -5（分钟前）。")
        }
    }
}
