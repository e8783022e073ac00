/// A list that folded state got after it was first released.
///
/// Stories that join another one are kept whole in an entry, for ever, in the form of their day: what such an entry does
/// not have is an empty list. Whatever is added to `Admission`, or to what it holds, is optional or stands in this.
@propertyWrapper
public struct Added<Element: Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var wrappedValue: [Element]

    public init(wrappedValue: [Element]) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = try [Element](from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.encode(to: encoder)
    }
}

extension KeyedDecodingContainer {
    /// What synthesized decoding calls for a list that may not be there.
    public func decode<Element>(_ type: Added<Element>.Type, forKey key: Key) throws -> Added<Element> {
        try decodeIfPresent(type, forKey: key) ?? Added(wrappedValue: [])
    }
}
