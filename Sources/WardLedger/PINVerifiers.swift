internal import GRDB
import WardDomain

/// PIN verifiers: outside the chain, replaceable, never exported. The ledger itself says only that a PIN was set.
extension WardLedger {
    /// Stores the verifier of a badge's PIN in the place of an earlier one; record `staff.pinSet` as well.
    public func setPIN(_ verifier: String, for badge: Badge) throws(LedgerFault) {
        try writing { db in
            try db.execute(
                sql: """
                    INSERT INTO pinVerifier (badge, verifier) VALUES (?, ?)
                    ON CONFLICT (badge) DO UPDATE SET verifier = excluded.verifier
                    """, arguments: [badge.rawValue, verifier])
        }
    }

    /// The verifier of a badge's PIN; nil when none was set.
    public func pinVerifier(for badge: Badge) throws(LedgerFault) -> String? {
        try reading { db in
            try String.fetchOne(
                db, sql: "SELECT verifier FROM pinVerifier WHERE badge = ?", arguments: [badge.rawValue])
        }
    }
}
