/// Names of any script in GS1's set 82: each byte of UTF-8 outside the set as `%` and two hexadecimal digits.
enum PercentText {
    private static let others = Set("!\"%&'()*+,-./_:;<=>?")
    private static let hexDigits = Array("0123456789ABCDEF")

    /// Whether a character belongs to set 82: ASCII letters and digits and twenty signs.
    static func isInSet82(_ character: Character) -> Bool {
        character.isASCII && (character.isLetter || character.isNumber) || others.contains(character)
    }

    static func encoded(_ text: String) -> String {
        text.utf8.reduce(into: "") { encoded, byte in
            let character = Character(Unicode.Scalar(byte))
            if isInSet82(character), character != "%" {
                encoded.append(character)
            } else {
                encoded += ["%", hexDigits[Int(byte >> 4)], hexDigits[Int(byte & 15)]]
            }
        }
    }

    /// The text again; nil when a `%` is followed by something else than two hexadecimal digits, or the bytes are no
    /// UTF-8.
    static func decoded(_ encoded: String) -> String? {
        var bytes: [UInt8] = []
        var rest = encoded.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "%") else {
                bytes.append(byte)
                continue
            }
            let digits = rest.prefix(2)
            guard digits.count == 2, digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
                let value = UInt8(Substring(digits), radix: 16)
            else { return nil }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
