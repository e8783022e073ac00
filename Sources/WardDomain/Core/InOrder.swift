/// A set that is written in the order of its raw values, so that equal states have equal texts.
@propertyWrapper
public struct InOrder<Element: RawRepresentable<String> & Codable & Hashable & Sendable>: Codable, Hashable, Sendable {
    public var wrappedValue: Set<Element>

    public init(wrappedValue: Set<Element>) {
        self.wrappedValue = wrappedValue
    }

    public init(from decoder: any Decoder) throws {
        wrappedValue = try Set(from: decoder)
    }

    public func encode(to encoder: any Encoder) throws {
        try wrappedValue.inOrder.encode(to: encoder)
    }
}

extension Set where Element: RawRepresentable<String> {
    /// The elements in the order of their raw values.
    var inOrder: [Element] { sorted { $0.rawValue < $1.rawValue } }
}
