import WardDomain

/// What is printed on one piece: its lines, and the code that a scanner reads.
public struct Label: Hashable, Sendable {
    /// What the symbol says.
    public enum Code: Hashable, Sendable {
        case elements(ElementString)
        case plain(String)

        /// What is printed for people to read and type.
        public var printed: String {
            switch self {
            case .elements(let string): string.printed
            case .plain(let code): code
            }
        }
    }

    public let kind: LabelKind
    public let size: LabelSize
    /// From the top; none is ever cut.
    public let lines: [String]
    public let code: Code?

    /// - Parameter size: left out, the usual one of its kind.
    public init(_ kind: LabelKind, size: LabelSize? = nil, lines: [String], code: Code?) {
        self.kind = kind
        self.size = size ?? kind.usualSize
        self.lines = lines
        self.code = code
    }

    /// The symbol of the code; nil for a label without one.
    ///
    /// - Throws: `LabelFault.notEncodable`.
    public func symbol() throws(LabelFault) -> DataMatrix? {
        switch code {
        case .elements(let string): try DataMatrix(string.encoded, isElementString: true)
        case .plain(let code): try DataMatrix(code, isElementString: false)
        case nil: nil
        }
    }
}
