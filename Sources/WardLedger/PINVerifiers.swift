internal import GRDB
import WardDomain

/// PIN verifiers: outside the chain, replaceable, never exported. The ledger itself says only that a PIN was set.
enum PINVerifiers {
    static func of(_ badge: Badge, _ db: Database) throws -> String? {
        try String.fetchOne(
            db.cachedStatement(sql: "SELECT verifier FROM pinVerifier WHERE badge = ?"), arguments: [badge.rawValue])
    }

    static func write(_ verifier: String, of badge: Badge, _ db: Database) throws {
        try db.execute(
            sql: """
                INSERT INTO pinVerifier (badge, verifier) VALUES (?, ?)
                ON CONFLICT (badge) DO UPDATE SET verifier = excluded.verifier
                """, arguments: [badge.rawValue, verifier])
    }
}

extension WardLedger {
    /// Stores the verifier of a badge's PIN in the place of an earlier one, and records that it was set: both or neither.
    ///
    /// - Parameters:
    ///   - envelope: `staff.pinSet` with who gives it.
    ///   - now: both clocks, read as it is recorded.
    ///   - offset: the ward's local time.
    /// - Throws: as `record`.
    public func setPIN(
        _ verifier: String, by envelope: CommandEnvelope, rules: ClinicalRules, now: ClockReading, offset: LocalOffset
    ) throws(RecordFault) {
        guard let note = envelope.command as? NotePIN else { return }
        _ = try record(
            envelope, rules: rules, now: now, offset: offset,
            behind: { db in
                try PINVerifiers.write(verifier, of: note.badge, db)
            })
    }

    /// Stores a verifier alone: a script records by itself that the PIN was set.
    public func setPIN(_ verifier: String, for badge: Badge) throws(LedgerFault) {
        try writing { db in try PINVerifiers.write(verifier, of: badge, db) }
    }

    /// The verifier of a badge's PIN; nil when none was set.
    public func pinVerifier(for badge: Badge) throws(LedgerFault) -> String? {
        try reading { db in try PINVerifiers.of(badge, db) }
    }
}
