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

    /// The 18 digits of a GS1 service relation number: `(8018)` or `8018` with a right check digit.
    private static func serviceNumber(in code: String) -> String? {
        let bare = code.replacing("(", with: "").replacing(")", with: "")
        let body = bare.drop { $0 == "\u{1D}" }
        guard body.hasPrefix("8018") || body.hasPrefix("8017") else { return nil }
        let digits = body.dropFirst(4).prefix(18)
        guard digits.count == 18, digits.allSatisfy(\.isASCIIDigit), hasRightCheckDigit(digits) else { return nil }
        return String(digits)
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
        guard (3...64).contains(code.count), !code.contains(where: \.isWhitespace) else {
            throw .codeUnreadable(scanned)
        }
        let looksLikeServiceNumber = ["8018", "8017"].contains { code.hasPrefix($0) } && code.count >= 22
        guard !looksLikeServiceNumber else { throw .codeUnreadable(scanned) }
        return code
    }
}
