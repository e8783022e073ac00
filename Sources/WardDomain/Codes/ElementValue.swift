/// Whether a value has the form that its identifier asks for.
enum ElementValue {
    /// - Throws: the first thing that is wrong with the value.
    static func check(_ value: String, of element: ApplicationIdentifier) throws(ElementFault) {
        switch element.form {
        case .checked(let length): try checkNumber(value, length, element)
        case .digits(let most): try checkDigits(value, 1...most, element)
        case .text(let most): try checkText(value, most, element)
        case .percentEncoded(let most):
            try checkText(value, most, element)
            guard PercentText.decoded(value) != nil else { throw .wrongPercentEncoding(element) }
        case .shortDay: try checkShortDay(value, element)
        case .day:
            try checkDigits(value, 8...8, element)
            try checkDay(value, element)
        case .dayAndTime: try checkDayAndTime(value, element)
        case .sex:
            try checkDigits(value, 1...1, element)
            guard "0129".contains(value) else { throw .noSuchSex(value) }
        case .sequence: try checkSequence(value, element)
        }
    }

    private static func checkLength(
        _ value: String, _ allowed: ClosedRange<Int>, _ element: ApplicationIdentifier
    ) throws(ElementFault) {
        guard allowed.contains(value.count) else {
            let words = allowed.count == 1 ? "\(allowed.lowerBound)" : TextRules.form(of: allowed)
            throw .wrongLength(element, found: value.count, allowed: words)
        }
    }

    private static func checkDigits(
        _ value: String, _ allowed: ClosedRange<Int>, _ element: ApplicationIdentifier
    ) throws(ElementFault) {
        guard value.allSatisfy(\.isASCIIDigit) else { throw .notDigits(element) }
        try checkLength(value, allowed, element)
    }

    private static func checkNumber(
        _ value: String, _ length: Int, _ element: ApplicationIdentifier
    ) throws(ElementFault) {
        try checkDigits(value, length...length, element)
        let expected = CheckDigit.of(value.dropLast())
        guard let found = value.last?.wholeNumberValue, found == expected else {
            throw .wrongCheckDigit(element, found: value.last?.wholeNumberValue ?? 0, expected: expected)
        }
    }

    private static func checkText(
        _ value: String, _ most: Int, _ element: ApplicationIdentifier
    ) throws(ElementFault) {
        if let wrong = value.first(where: { !PercentText.isInSet82($0) }) { throw .wrongCharacter(element, wrong) }
        try checkLength(value, 1...most, element)
    }

    private static func checkShortDay(_ value: String, _ element: ApplicationIdentifier) throws(ElementFault) {
        try checkDigits(value, 6...6, element)
        let day = value.hasSuffix("00") ? value.dropLast(2) + "01" : value[...]
        try checkDay("20" + day, element)
    }

    private static func checkDay(_ value: String, _ element: ApplicationIdentifier) throws(ElementFault) {
        guard CalendarDay(value) != nil else { throw .noSuchDay(element, value) }
    }

    private static func checkDayAndTime(_ value: String, _ element: ApplicationIdentifier) throws(ElementFault) {
        try checkDigits(value, 12...12, element)
        try checkDay(String(value.prefix(8)), element)
        let time = value.suffix(4)
        guard let hour = Int(time.prefix(2)), let minute = Int(time.suffix(2)), hour < 24, minute < 60 else {
            throw .noSuchTime(element, String(time))
        }
    }

    private static func checkSequence(_ value: String, _ element: ApplicationIdentifier) throws(ElementFault) {
        let parts = value.split(separator: "/", omittingEmptySubsequences: false)
        guard value.count == 3, parts.count == 2, parts.allSatisfy({ $0.allSatisfy(\.isASCIIDigit) }),
            let position = Int(parts[0]), let total = Int(parts[1]), position >= 1, position <= total
        else { throw .wrongSequence(value) }
    }
}
