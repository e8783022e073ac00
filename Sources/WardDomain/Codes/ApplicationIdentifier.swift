/// What an element of a GS1 string is about: the identifiers that a ward's bands, badges and kit carry.
///
/// Forms, pairings and exclusions as in the GS1 Barcode Syntax Dictionary.
public enum ApplicationIdentifier: String, CaseIterable, Hashable, Sendable {
    case tradeItem = "01"
    case batch = "10"
    case expiry = "17"
    case serial = "21"
    case birthDay = "7250"
    case birthTime = "7251"
    case sex = "7252"
    case familyName = "7253"
    case givenName = "7254"
    case nameSuffix = "7255"
    case fullName = "7256"
    case address = "7257"
    case birthSequence = "7258"
    case baby = "7259"
    /// Service relation number of one who gives care: a badge.
    case provider = "8017"
    /// Service relation number of one who receives care: a band.
    case recipient = "8018"
    /// Which instance of a service relation number: the issue of a band.
    case serviceInstance = "8019"

    /// What a value must look like.
    enum Form: Hashable, Sendable {
        /// This many digits, the last a check digit.
        case checked(Int)
        /// From 1 to this many digits.
        case digits(upTo: Int)
        /// From 1 to this many characters of GS1's set 82.
        case text(upTo: Int)
        /// Like `text`, with everything outside the set written as `%` and two hexadecimal digits a byte.
        case percentEncoded(upTo: Int)
        /// `YYMMDD`, where day 00 means the end of the month.
        case shortDay
        /// `YYYYMMDD`.
        case day
        /// `YYYYMMDDhhmm`.
        case dayAndTime
        /// ISO 5218: 0 not known, 1 male, 2 female, 9 not applicable.
        case sex
        /// `1/2`: which of how many.
        case sequence
    }

    var form: Form {
        switch self {
        case .tradeItem: .checked(14)
        case .provider, .recipient: .checked(18)
        case .serviceInstance: .digits(upTo: 10)
        case .batch, .serial: .text(upTo: 20)
        case .nameSuffix: .text(upTo: 10)
        case .familyName, .givenName, .baby: .percentEncoded(upTo: 40)
        case .fullName: .percentEncoded(upTo: 90)
        case .address: .percentEncoded(upTo: 70)
        case .expiry: .shortDay
        case .birthDay: .day
        case .birthTime: .dayAndTime
        case .sex: .sex
        case .birthSequence: .sequence
        }
    }

    /// The length of the values that end without a separator; nil for the others.
    var predefinedLength: Int? {
        switch self {
        case .tradeItem: 14
        case .expiry: 6
        default: nil
        }
    }

    /// Of each group at least one must stand in the same string.
    var companions: [[ApplicationIdentifier]] {
        switch self {
        case .tradeItem, .provider, .recipient: []
        case .batch, .expiry, .serial: [[.tradeItem]]
        case .birthDay, .birthTime, .sex, .address, .baby: [[.recipient]]
        case .familyName, .givenName, .nameSuffix, .fullName, .serviceInstance: [[.provider, .recipient]]
        case .birthSequence: [[.recipient], [.baby]]
        }
    }

    /// Those that must not stand in the same string.
    var exclusions: Set<ApplicationIdentifier> {
        switch self {
        case .provider: [.recipient]
        case .recipient: [.provider]
        case .birthDay: [.birthTime]
        case .birthTime: [.birthDay]
        case .familyName, .givenName, .nameSuffix: [.fullName, .baby]
        case .baby: [.fullName]
        default: []
        }
    }

    /// The identifier that a text begins with.
    init?(beginning text: Substring) {
        guard let found = [4, 2].lazy.compactMap({ Self(rawValue: String(text.prefix($0))) }).first else { return nil }
        self = found
    }
}
