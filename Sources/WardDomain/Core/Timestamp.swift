/// A time inside a command: ISO 8601 text, read with the ward's offset where it carries none, or a moment.
public enum Timestamp: Hashable, Sendable {
    case text(String)
    case moment(Moment)

    /// The moment that is meant, which may lie ahead; nil for a text that is no time.
    func unchecked(_ offset: LocalOffset) -> Moment? {
        switch self {
        case .moment(let known): known
        case .text(let text): ISO8601.moment(text, offset)
        }
    }

    /// The moment that is meant; a true future is refused.
    ///
    /// - Parameter field: the command's field that it stands in, which a refusal names.
    func moment(_ context: DecisionContext, _ field: String) throws(Refusal) -> Moment {
        guard let moment = unchecked(context.offset) else { throw .outOfRange(field: field, allowed: "ISO 8601") }
        try WardRules.checkTyped(moment, context)
        return moment
    }
}

extension Timestamp: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let milliseconds = try? container.decode(Int64.self) {
            self = .moment(Moment(milliseconds: milliseconds))
        } else {
            self = .text(try container.decode(String.self))
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        switch self {
        case .text(let text): try container.encode(text)
        case .moment(let moment): try container.encode(moment.milliseconds)
        }
    }
}
