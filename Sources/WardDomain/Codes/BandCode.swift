/// A band's or badge's code as a scanner sends it.
public enum BandCode {
    /// What scanners put before a plain code: Code 128, Code 39, EAN, Data Matrix, QR code.
    private static let plainSymbologies = ["]c0", "]a0", "]e0", "]d1", "]q1"]
    /// The digits of a service relation number with the identifier before it.
    private static let leastServiceDigits = 22

    /// What a scanned text turned out to be.
    public enum Reading: Hashable, Sendable {
        /// A GS1 string that names somebody: the service relation number, and the issue where it carries one.
        case person(ElementString, number: String, issue: Int?)
        /// A GS1 string about something else, such as a drug.
        case product(ElementString)
        /// A hospital's own code, upper case.
        case plain(String)
        /// A GS1 string with a fault.
        case faulty(String, ElementFault)
    }

    /// Reads a scan or a typed code: a GS1 string where it says that it is one, else a plain code.
    public static func read(_ scanned: String) -> Reading {
        let text = scanned.trimmed
        guard isElementString(text) else { return .plain(plain(text)) }
        do throws(ElementFault) {
            let string = try ElementString(reading: text)
            guard let number = string[.recipient] ?? string[.provider] else { return .product(string) }
            return .person(string, number: number, issue: string[.serviceInstance].flatMap { Int($0) })
        } catch {
            return .faulty(plain(text), error)
        }
    }

    /// The code without symbology prefix and surrounding space, upper case. GS1 strings give up the number they carry.
    public static func normalized(_ scanned: String) -> String {
        switch read(scanned) {
        case .person(_, let number, _): number
        case .product(let string): string.printed
        case .plain(let code), .faulty(let code, _): code
        }
    }

    /// The issue that a scan of a person's code says; nil where it says none.
    static func issue(of scanned: String) -> Int? {
        guard case .person(_, _, let issue) = read(scanned) else { return nil }
        return issue
    }

    /// A scan as it is kept for a band that is to be put on: a person's number with the issue that the symbol says, any
    /// other code as it is normalized.
    public static func withIssue(_ scanned: String) -> String {
        guard case .person(let string, let number, let issue?) = read(scanned), string[.recipient] != nil else {
            return normalized(scanned)
        }
        return "(\(ApplicationIdentifier.recipient.rawValue))\(number)"
            + "(\(ApplicationIdentifier.serviceInstance.rawValue))\(issue)"
    }

    /// A code that can stand on a band: 3 to 64 characters, no space and no control character; a GS1 one without fault.
    static func checked(_ scanned: String) throws(Refusal) -> String {
        let code = try somebodys(scanned)
        guard (3...64).contains(code.count), !code.contains(where: \.isWhitespace), !code.contains(where: \.isControl)
        else { throw .codeUnreadable(scanned) }
        return code
    }

    /// A code that can be somebody's: a plain one, or the number in a GS1 string without fault; a drug's is nobody's.
    static func somebodys(_ scanned: String) throws(Refusal) -> String {
        switch read(scanned) {
        case .person(_, let number, _): return number
        case .product(let string): throw .codeNamesNobody(string.printed)
        case .faulty(_, let fault): throw .elementsFaulty(scanned, fault)
        case .plain(let code): return code
        }
    }

    /// Whether a code that nobody knows has the form of a badge: letters, digits and hyphens, at most 12. Bands, articles
    /// and patients have longer numbers, and so has what is left of them.
    static func looksLikeBadge(_ code: String) -> Bool {
        (1...12).contains(code.count) && code.contains { $0.isLetter || $0.isNumber }
            && code.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "-") }
    }

    /// Whether a plain code reads as a GS1 string that lost its marks: an article's number in front, or a person's
    /// anywhere, each with the right check digit behind its identifier.
    static func looksLikeElements(_ scanned: String) -> Bool {
        guard case .plain(let code) = read(scanned) else { return false }
        return beginsWithNumber(code[...], of: .tradeItem)
            || code.indices.contains { start in
                beginsWithNumber(code[start...], of: .recipient) || beginsWithNumber(code[start...], of: .provider)
            }
    }

    /// Whether a text begins with an identifier and its number.
    private static func beginsWithNumber(_ text: Substring, of identifier: ApplicationIdentifier) -> Bool {
        guard text.hasPrefix(identifier.rawValue), case .checked(let digits) = identifier.form else { return false }
        let number = text.dropFirst(identifier.rawValue.count).prefix(digits)
        return number.count == digits && CheckDigit.isRight(number)
    }

    /// Whether a text says that it is a GS1 string: by its symbology, by printed brackets, or as digits that begin with
    /// the identifier of a person and are long enough for the number.
    private static func isElementString(_ text: String) -> Bool {
        if ElementString.symbologies.contains(where: { text.lowercased().hasPrefix($0.lowercased()) }) {
            return !plainWithinElements(text)
        }
        if text.hasPrefix("(") { return true }
        let digits = text.prefix { $0.isASCIIDigit }
        return digits.count >= leastServiceDigits && (digits.hasPrefix("8017") || digits.hasPrefix("8018"))
    }

    /// A plain code under a GS1 symbology, as bands printed without identifiers carry it: letters where an identifier
    /// would stand.
    private static func plainWithinElements(_ text: String) -> Bool {
        ElementString.withoutSymbology(text).first.map { $0.isLetter } ?? true
    }

    private static func plain(_ text: String) -> String {
        let bare = ElementString.withoutSymbology(text)
        let prefix = plainSymbologies.first { bare.lowercased().hasPrefix($0) }
        return bare.dropFirst(prefix?.count ?? 0).uppercased()
    }
}

extension Character {
    /// True for a control character, such as the separator of GS1.
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.properties.generalCategory == .control }
    }
}

extension BandCode {
    /// The band that belongs, in words; entries of an older form say `-` where there is none.
    public static func said(_ code: String?) -> Phrase {
        guard let code, code != "-" else { return Phrase(en: "no band on record", zhHans: "无腕带记录") }
        return Phrase(en: code, zhHans: code)
    }
}
