/// A GS1 element string: identifiers with their values, every value checked and every pairing kept.
public struct ElementString: Hashable, Sendable {
    /// One identifier with its value, as the symbol holds it.
    public struct Element: Hashable, Sendable {
        public let identifier: ApplicationIdentifier
        public let value: String

        public init(_ identifier: ApplicationIdentifier, _ value: String) {
            self.identifier = identifier
            self.value = value
        }

        /// A value in any script, percent-encoded where its form is.
        public static func text(_ identifier: ApplicationIdentifier, _ text: String) -> Element {
            Element(identifier, PercentText.encoded(text))
        }
    }

    /// What stands in for FNC1 between elements in what a scanner sends.
    public static let separator: Character = "\u{1D}"
    /// What scanners put before a GS1 string: Data Matrix, GS1-128, QR code, DataBar.
    static let symbologies = ["]d2", "]C1", "]Q3", "]e0"]

    public let elements: [Element]

    /// - Throws: the first value or pairing that is wrong.
    public init(_ elements: [Element]) throws(ElementFault) {
        guard !elements.isEmpty else { throw .empty }
        for element in elements { try ElementValue.check(element.value, of: element.identifier) }
        try Self.checkPairings(elements)
        self.elements = elements
    }

    /// Reads what a scanner sends, with or without its symbology prefix, or what is printed under a symbol:
    /// `(8018)690123400000000018`.
    ///
    /// - Throws: the first thing that is wrong.
    public init(reading scanned: String) throws(ElementFault) {
        let text = Self.withoutSymbology(scanned.trimmed)
        try self.init(text.hasPrefix("(") ? Self.printedElements(text) : Self.scannedElements(text))
    }

    /// A value as the symbol holds it; nil where the string lacks it.
    public subscript(identifier: ApplicationIdentifier) -> String? {
        elements.first { $0.identifier == identifier }?.value
    }

    /// A value with its percent-encoding undone.
    public func text(_ identifier: ApplicationIdentifier) -> String? {
        self[identifier].flatMap { PercentText.decoded($0) }
    }

    /// What a symbol holds after its leading FNC1, with the separator wherever one is needed.
    public var encoded: String {
        var text = ""
        for (position, element) in elements.enumerated() {
            text += element.identifier.rawValue + element.value
            let isLast = position == elements.count - 1
            if element.identifier.predefinedLength == nil, !isLast { text.append(Self.separator) }
        }
        return text
    }

    /// What is printed beside a symbol: `(8018)690123400000000018`.
    public var printed: String {
        elements.map { "(\($0.identifier.rawValue))\($0.value)" }.joined()
    }

    static func withoutSymbology(_ text: String) -> String {
        let prefix = symbologies.first { text.lowercased().hasPrefix($0.lowercased()) }
        return String(text.dropFirst(prefix?.count ?? 0))
    }

    private static func scannedElements(_ text: String) throws(ElementFault) -> [Element] {
        var elements: [Element] = []
        var rest = text.drop { $0 == separator }
        while !rest.isEmpty {
            guard let identifier = ApplicationIdentifier(beginning: rest) else {
                throw .unknownIdentifier(String(rest.prefix(4)))
            }
            rest = rest.dropFirst(identifier.rawValue.count)
            let untilSeparator = rest.prefix { $0 != separator }
            let value = identifier.predefinedLength.map { untilSeparator.prefix($0) } ?? untilSeparator
            elements.append(Element(identifier, String(value)))
            rest = rest[value.endIndex...].drop { $0 == separator }
        }
        return elements
    }

    private static func printedElements(_ text: String) throws(ElementFault) -> [Element] {
        var elements: [Element] = []
        for part in text.split(separator: "(", omittingEmptySubsequences: true) {
            let halves = part.split(separator: ")", maxSplits: 1, omittingEmptySubsequences: false)
            guard let identifier = ApplicationIdentifier(rawValue: String(halves[0])), halves.count == 2 else {
                throw .unknownIdentifier(String(halves[0].prefix(4)))
            }
            elements.append(Element(identifier, String(halves[1])))
        }
        return elements
    }

    private static func checkPairings(_ elements: [Element]) throws(ElementFault) {
        var values: [ApplicationIdentifier: String] = [:]
        for element in elements {
            guard values.updateValue(element.value, forKey: element.identifier) ?? element.value == element.value
            else { throw .contradicts(element.identifier) }
        }
        for identifier in elements.map(\.identifier) {
            if let other = elements.first(where: { identifier.exclusions.contains($0.identifier) }) {
                throw .excluded(identifier, by: other.identifier)
            }
            for group in identifier.companions where !group.contains(where: { values[$0] != nil }) {
                throw .companionMissing(identifier, needs: group)
            }
        }
    }
}
