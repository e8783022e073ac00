/// GS1's check digit, the same for every number that ends in one.
///
/// From the right, weights 3 and 1 in turn; the last digit brings the sum to a multiple of ten (GS1 General
/// Specifications, 7.9).
public enum CheckDigit {
    /// The digit that a body of digits asks for.
    public static func of(_ body: some StringProtocol) -> Int {
        let sum = body.reversed().enumerated().reduce(0) { sum, digit in
            sum + (digit.element.wholeNumberValue ?? 0) * (digit.offset.isMultiple(of: 2) ? 3 : 1)
        }
        return (10 - sum % 10) % 10
    }

    /// Whether a number of ASCII digits ends in the digit that the rest asks for.
    public static func isRight(_ digits: some StringProtocol) -> Bool {
        guard digits.count > 1, digits.allSatisfy(\.isASCIIDigit), let last = digits.last?.wholeNumberValue else {
            return false
        }
        return of(digits.dropLast()) == last
    }
}
