/// A relative whom the mother named: she or he gives and takes her babies as staff do.
public struct AuthorisedRelative: Codable, Hashable, Sendable {
    public let name: String
    public let relation: String
    /// Nil only where the mother vouched and no paper was at hand.
    public let document: IdentityDocument?
    /// The code of a pass that stands for a badge; nil where none was given.
    public let pass: String?
    public let since: Occurrence

    public var custodian: Custodian { .relative(name: name, relation: relation) }
}

/// The mother named a relative.
public struct RelativeAuthorised: AdmissionFact {
    public static let kind = "relativeAuthorised"
    public let name: String
    public let relation: String
    public let document: IdentityDocument?
    public let pass: String?
    public let motherBand: String?
    /// Why she could not be scanned, where she was not.
    public let noMotherBandReason: String?

    public var summary: Phrase {
        Phrase(en: "\(name) (\(relation)) may give and take", zhHans: "授权\(name)（\(relation)）交接新生儿")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.relatives.removeAll { $0.name == name && $0.relation == relation }
        admission.relatives.append(
            AuthorisedRelative(
                name: name, relation: relation, document: document, pass: pass, since: stamp.occurred))
    }
}

/// The mother took it back.
public struct RelativeWithdrawn: AdmissionFact {
    public static let kind = "relativeWithdrawn"
    public let name: String
    public let relation: String
    public let reason: String

    public var summary: Phrase {
        Phrase(
            en: "\(name) (\(relation)) may no longer give and take: \(reason)",
            zhHans: "取消对\(name)（\(relation)）的授权：\(reason)")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        admission.relatives.removeAll { $0.name == name && $0.relation == relation }
    }
}

/// `custody.authorise`: the mother, whose band is scanned, names a relative; one whom she names unscanned shows a paper.
public struct AuthoriseRelative: WardCommand, NamesMother {
    public static let name = "custody.authorise"
    public static let summary = Phrase(en: "the mother names a relative who may give and take", zhHans: "母亲授权亲属交接")
    public static let permission = Permission.custody
    public static let fields =
        motherFields + [
            CommandField("name", "string", required: true), CommandField("relation", "string", required: true),
        ] + IdentityDocument.fields + [
            CommandField("pass", "code"), CommandField("motherBand", "code"),
            CommandField("noMotherBandReason", "string"),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var name: String
    public var relation: String
    public var documentKind: DocumentKind?
    public var documentLast4: String?
    public var pass: String?
    public var motherBand: String?
    public var noMotherBandReason: String?

    public init(
        admission: AdmissionID, name: String, relation: String, documentKind: DocumentKind? = nil,
        documentLast4: String? = nil, pass: String? = nil, motherBand: String?, noMotherBandReason: String? = nil
    ) {
        self.admission = admission
        self.name = name
        self.relation = relation
        self.documentKind = documentKind
        self.documentLast4 = documentLast4
        self.pass = pass
        self.motherBand = motherBand
        self.noMotherBandReason = noMotherBandReason
    }

    public func lookups(in ward: WardState) -> [Lookup] {
        motherLookups + (pass.map { [.bandCode(BandCode.normalized($0))] } ?? [])
    }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        let person = try NamedRelative(name: name, relation: relation)
        if let noMotherBandReason { _ = try TextRules.note(noMotherBandReason, field: "noMotherBandReason") }
        let document = try IdentityDocument.checked(documentKind, documentLast4)
        let scanned = motherBand.map(BandCode.normalized)
        if let scanned, !scanned.isBlank {
            guard mother.band?.code == scanned else { throw .notAMotherBand(scanned) }
            guard !mother.motherNeedsRebanding else { throw .rebandingNeeded }
        } else if noMotherBandReason?.isBlank != false {
            throw .motherBandNeeded
        } else if document == nil {
            throw .fieldMissing("documentKind")
        }
        let fact = RelativeAuthorised(
            name: person.name, relation: person.relation, document: document, pass: try checkedPass(context),
            motherBand: scanned, noMotherBandReason: noMotherBandReason)
        return [context.draft(.admission(mother.id), fact)]
    }

    /// A pass is nobody's badge, nobody's band and nobody else's pass.
    private func checkedPass(_ context: DecisionContext) throws(Refusal) -> String? {
        guard let pass, !pass.isBlank else { return nil }
        let code = try BandCode.checked(pass)
        guard context.ward.roster[Badge(code)] == nil else { throw .bandIsBadge(code) }
        guard context.answers.bandUses[code, default: []].isEmpty, !context.ward.isPass(code) else {
            throw .bandInUse(code)
        }
        return code
    }
}

extension WardState {
    /// Whether a code stands on the pass of somebody's relative: it is nobody's badge and nobody's band then.
    func isPass(_ code: String) -> Bool {
        admissions.values.contains { $0.relatives.contains { $0.pass == code } }
    }
}

/// `custody.withdraw`: the mother takes the naming of a relative back.
public struct WithdrawRelative: WardCommand, NamesMother {
    public static let name = "custody.withdraw"
    public static let summary = Phrase(en: "a relative may no longer give and take", zhHans: "取消亲属交接授权")
    public static let permission = Permission.custody
    public static let fields =
        motherFields + [
            CommandField("name", "string", required: true), CommandField("relation", "string", required: true),
            CommandField("reason", "string", required: true),
        ]

    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var name: String
    public var relation: String
    public var reason: String?

    public init(admission: AdmissionID, name: String, relation: String, reason: String) {
        self.admission = admission
        self.name = name
        self.relation = relation
        self.reason = reason
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let mother = try mother(context)
        let person = try NamedRelative(name: name, relation: relation)
        guard mother.relatives.contains(where: { $0.name == person.name && $0.relation == person.relation }) else {
            throw .relativeNotAuthorised
        }
        let fact = RelativeWithdrawn(
            name: person.name, relation: person.relation, reason: try TextRules.reason(reason))
        return [context.draft(.admission(mother.id), fact)]
    }
}

/// A relative by name and relation, as a custodian is stored.
struct NamedRelative {
    let name: String
    let relation: String

    init(name: String, relation: String, nameField: String = "name") throws(Refusal) {
        guard let name = try TextRules.name(name, field: nameField) else { throw .fieldMissing(nameField) }
        guard let relation = try TextRules.name(relation, field: "relation") else { throw .fieldMissing("relation") }
        self.name = name
        self.relation = relation.replacing(":", with: "：")
    }
}
