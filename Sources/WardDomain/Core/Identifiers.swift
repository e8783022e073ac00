/// A name that means one thing for ever; typed, so that no two kinds are ever mixed up.
public protocol Identifier: RawRepresentable<String>, Hashable, Codable, Sendable, CustomStringConvertible {
    init(rawValue: String)
}

extension Identifier {
    public init(_ rawValue: String) {
        self.init(rawValue: rawValue)
    }

    public var description: String { rawValue }
}

/// A command's own UUIDv7; what a command opens (an admission, a run) takes the same name.
public struct CommandID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One entry of the ledger: its command's id, with `#2`, `#3` ... where a command made several.
public struct EntryID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public init(_ command: CommandID, ordinal: Int) {
        rawValue = ordinal == 1 ? command.rawValue : "\(command.rawValue)#\(ordinal)"
    }
}

/// One stay of one mother.
public struct AdmissionID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One newborn: the admission she or he was born in and the birth order; kept when the story moves.
public struct NewbornID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public init(_ admission: AdmissionID, order: Int) {
        rawValue = "\(admission.rawValue)/\(order)"
    }
}

/// One emergency caesarean, from its decision.
public struct CaesareanID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// One run of a checklist: a drill, or a real response.
public struct ChecklistID: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}

/// A staff member's badge code, as scanned, upper case.
public struct Badge: Identifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue.uppercased() }
}

/// A bed's label, such as `3` or `加1`.
public struct BedLabel: Identifier, Comparable {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// Beds in the order of a ward: by number first, then by text.
    public static func < (left: BedLabel, right: BedLabel) -> Bool {
        switch (Int(left.rawValue), Int(right.rawValue)) {
        case (let first?, let second?): first < second
        case (.some, nil): true
        case (nil, .some): false
        case (nil, nil): left.rawValue < right.rawValue
        }
    }
}
