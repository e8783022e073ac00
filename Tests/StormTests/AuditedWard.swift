import Foundation
import Testing
import WardDomain

@testable import matrona_bench

/// A ward in memory whose entries the storm's audit goes through, as they were recorded or with a fault planted.
struct AuditedWard {
    private var ward = WardState()
    private(set) var entries: [Entry] = []
    private var clock = ClockReading(moment: Moment(milliseconds: 1_795_341_600_000), bootID: "boot", uptime: 1_000_000)

    static let administrator = Badge("A1")
    static let midwife = Badge("W1")
    static let nurse = Badge("W2")
    static let chargeNurse = Badge("W3")

    /// Two mothers, each with a banded baby: `NA1 NA2` and `NB1 NB2`.
    init() throws {
        try record(AddStaff(badge: Self.administrator, name: "admin", role: .administrator), by: nil)
        try record(SetUpWard(name: "Ward", beds: ["1", "2"].map { BedLabel($0) }), by: Self.administrator)
        for (badge, role) in [
            (Self.midwife, StaffRole.midwife), (Self.nurse, .nurse), (Self.chargeNurse, .chargeNurse),
            (Badge("C1"), .drillCoordinator),
        ] {
            try record(AddStaff(badge: badge, name: "\(badge)", role: role), by: Self.administrator)
        }
        for codes in ["A", "B"] {
            let identity = MotherIdentity(name: "Mother \(codes)", mrn: "ZY\(codes)")
            let mother = try #require(try record(AdmitMother(identity: identity)).first)
            guard case .admission(let admission) = mother.stream else { return }
            try record(AttachMotherBand(admission: admission, band: "M\(codes)0"))
            try record(RecordBirth(admission: admission, mode: .vaginal, outcome: .live))
            for (number, limb) in [(1, Limb.leftWrist), (2, .rightAnkle)] {
                try record(
                    AttachBand(newborn: NewbornID(admission, order: 1), band: "N\(codes)\(number)", limb: limb))
            }
        }
    }

    /// The baby that wears `NA1`.
    var baby: NewbornID { ward.admissions.values.flatMap(\.newborns).first { $0.wears("NA1") }?.id ?? NewbornID("") }

    @discardableResult
    mutating func record(_ command: any WardCommand, by: Badge? = midwife) throws -> [Entry] {
        clock = ClockReading(
            moment: clock.moment.advanced(seconds: 1), bootID: clock.bootID, uptime: clock.uptime + 1_000_000_000)
        let envelope = CommandEnvelope(
            id: CommandID("c\(entries.count)"), by: by, terminal: "T-01", command: command)
        var answers = LookupAnswers()
        for entry in entries { answers.streams[entry.stamp.id] = entries.filter { $0.stream == entry.stream } }
        let context = DecisionContext(
            envelope: envelope, ward: ward, answers: answers, rules: ClinicalRules(), now: clock,
            offset: .fixed(seconds: 0))
        let made = try WardRules.decide(command, context).enumerated().map { index, draft in
            Entry(
                sequence: Int64(entries.count + index + 1), stream: draft.stream,
                stamp: draft.stamp(index + 1, of: envelope, recorded: clock), fact: draft.fact)
        }
        entries += made
        for entry in made {
            do {
                try ward.apply(entry)
            } catch {
                ward.put(try StreamState(folding: entries.filter { $0.stream == entry.stream }, of: entry.stream))
            }
        }
        return made
    }

    /// What the audit finds in the entries as they are.
    func violations() throws -> [String] { try Self.violations(in: entries) }

    /// What it finds where the newest entry of a kind lacks some fields, or says something else in them.
    func violations(planting changes: [String: String?], in kind: String) throws -> [String] {
        let index = try #require(entries.lastIndex { type(of: $0.fact).kind == kind })
        let entry = entries[index]
        let payload = Data(try FactKinds.encode(entry.fact).utf8)
        var fields = try #require(try JSONSerialization.jsonObject(with: payload) as? [String: Any])
        for (name, value) in changes { fields[name] = value }
        let text = String(decoding: try JSONSerialization.data(withJSONObject: fields), as: UTF8.self)
        var changed = entries
        changed[index] = Entry(
            sequence: entry.sequence, stream: entry.stream, stamp: entry.stamp,
            fact: try FactKinds.decode(kind: kind, schema: type(of: entry.fact).schema, payload: text))
        return try Self.violations(in: changed)
    }

    private static func violations(in entries: [Entry]) throws -> [String] {
        var audit = CustodyAudit()
        for entry in entries {
            try audit.take(entry) { stream, last in entries.filter { $0.stream == stream && $0.sequence <= last } }
        }
        return audit.violations
    }
}
