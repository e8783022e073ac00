/// A band's or badge's code as a scanner sends it.
public enum BandCode {
    /// Symbology prefixes that a scanner may put before a code.
    private static let symbologies = ["]D2", "]C1", "]Q3", "]E0", "]C0"]

    /// The code without symbology prefix and surrounding space, upper case. GS1 strings give up the GSRN they carry.
    public static func normalized(_ scanned: String) -> String {
        var code = scanned.trimmed.uppercased()
        if let prefix = symbologies.first(where: { code.hasPrefix($0) }) {
            code.removeFirst(prefix.count)
        }
        return serviceNumber(in: code) ?? code
    }

    /// The 18 digits of a GS1 service relation number, recipient (8018) or provider (8017), with a right check digit.
    private static func serviceNumber(in code: String) -> String? {
        serviceElements(in: code).map { $0.prefix(18) }
            .first { $0.count == 18 && hasRightCheckDigit($0) }.map(String.init)
    }

    /// What follows the service relation identifiers in an element string, which a separator may precede.
    private static func serviceElements(in code: String) -> [Substring] {
        let identifiers = ["8018", "8017"]
        let separated = code.replacing("(", with: "\u{1D}").replacing(")", with: "")
        return separated.split(separator: "\u{1D}").filter { element in
            identifiers.contains { element.hasPrefix($0) }
        }.map { $0.dropFirst(4) }
    }

    /// GS1's check digit: from the right, weights 3 and 1 in turn, the last digit brings the sum to a multiple of ten.
    public static func hasRightCheckDigit(_ digits: some StringProtocol) -> Bool {
        guard digits.count > 1, digits.allSatisfy(\.isASCIIDigit), let last = digits.last?.wholeNumberValue else {
            return false
        }
        return checkDigit(for: digits.dropLast()) == last
    }

    /// The check digit that a body of digits asks for.
    public static func checkDigit(for body: some StringProtocol) -> Int {
        let sum = body.reversed().enumerated().reduce(0) { sum, digit in
            sum + (digit.element.wholeNumberValue ?? 0) * (digit.offset.isMultiple(of: 2) ? 3 : 1)
        }
        return (10 - sum % 10) % 10
    }

    /// A code that can stand on a band: 3 to 64 characters, no space, and a right check digit on a GS1 one.
    static func checked(_ scanned: String) throws(Refusal) -> String {
        let code = normalized(scanned)
        guard (3...64).contains(code.count), !code.contains(where: \.isWhitespace), !code.contains(where: \.isControl)
        else { throw .codeUnreadable(scanned) }
        let isFaultyServiceNumber = code.count != 18 && serviceElements(in: code).contains { $0.count >= 18 }
        guard !isFaultyServiceNumber else { throw .codeUnreadable(scanned) }
        return code
    }
}

extension Character {
    /// True for a control character, such as the separator of GS1.
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}
