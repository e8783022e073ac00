/// Somebody who is with a baby in the newborn ward.
public struct Visitor: Codable, Hashable, Sendable, Identifiable {
    /// The entry that says she or he came in.
    public let id: EntryID
    public let name: String
    public let relation: String
    public let document: IdentityDocument?
    public let since: Occurrence
}

/// A visitor came into the newborn ward, to one baby (NB14 item 7).
public struct VisitorEntered: NewbornFact {
    public static let kind = "visitorEntered"
    public let newborn: NewbornID
    public let name: String
    public let relation: String
    public let document: IdentityDocument?

    public var summary: Phrase {
        Phrase(en: "visitor in: \(name), \(relation)", zhHans: "探视进入：\(name)（\(relation)）")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.visitors.append(
                Visitor(id: stamp.id, name: name, relation: relation, document: document, since: stamp.occurred))
        }
    }
}

/// A visitor went out again.
public struct VisitorLeft: NewbornFact {
    public static let kind = "visitorLeft"
    public let newborn: NewbornID
    public let visit: EntryID
    public let name: String

    public var summary: Phrase { Phrase(en: "visitor out: \(name)", zhHans: "探视离开：\(name)") }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby throws(FoldFault) in
            guard let visitor = baby.visitors.first(where: { $0.id == visit }) else {
                throw .impossible("no such visitor is in")
            }
            guard !stamp.occurred.isBefore(visitor.since) else { throw .impossible("she or he came in later") }
            baby.visitors.removeAll { $0.id == visit }
        }
    }
}

/// `visitor.enter`: who comes to which baby, with what relation and paper.
public struct EnterVisitor: WardCommand, NamesNewborn {
    public static let name = "visitor.enter"
    public static let summary = Phrase(en: "a visitor comes in to a newborn", zhHans: "探视者进入新生儿病区")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [
            CommandField("name", "string", required: true), CommandField("relation", "string", required: true),
        ] + IdentityDocument.fields

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var name: String
    public var relation: String
    public var documentKind: DocumentKind?
    public var documentLast4: String?

    public init(
        newborn: NewbornID, name: String, relation: String, documentKind: DocumentKind? = nil,
        documentLast4: String? = nil
    ) {
        self.newborn = newborn
        self.name = name
        self.relation = relation
        self.documentKind = documentKind
        self.documentLast4 = documentLast4
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard baby.isHere else { throw .alreadyGone }
        let person = try NamedRelative(name: name, relation: relation)
        guard !baby.visitors.contains(where: { $0.name == person.name }) else { throw .nothingToRecord }
        let document = try IdentityDocument.checked(documentKind, documentLast4)
        let fact = VisitorEntered(
            newborn: baby.id, name: person.name, relation: person.relation, document: document)
        return [context.draft(.admission(admission.id), fact)]
    }
}

/// `visitor.leave`: a visitor goes out again.
public struct LeaveVisitor: WardCommand, NamesNewborn {
    public static let name = "visitor.leave"
    public static let summary = Phrase(en: "a visitor goes out", zhHans: "探视者离开")
    public static let permission = Permission.custody
    public static let fields =
        newbornFields + [CommandField("name", "string", required: true)]

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var name: String

    public init(newborn: NewbornID, name: String) {
        self.newborn = newborn
        self.name = name
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        guard let visitor = baby.visitors.first(where: { $0.name == name.trimmed }) else {
            throw .visitorUnknown
        }
        guard !context.occurred.isBefore(visitor.since) else { throw .custodyChangedSince }
        let fact = VisitorLeft(newborn: baby.id, visit: visitor.id, name: visitor.name)
        return [context.draft(.admission(admission.id), fact)]
    }
}
