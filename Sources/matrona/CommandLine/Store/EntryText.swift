import Foundation
import ScreenGrid
import WardDomain
import WardLedger

extension StoredEntry {
    /// The entry on one line, for reading.
    func line(_ offset: LocalOffset, _ language: Language) -> String {
        let local = LocalTime(occurred.moment, offset)
        let what = (try? entry())?.summary[language] ?? payload
        return [
            String(sequence).padded(to: 6, .trailing), "\(local.day) \(local.hourMinuteSecond)", terminal.padded(to: 6),
            (staff?.rawValue ?? "-").padded(to: 6), stream, kind, what,
        ].joined(separator: "  ").safeForScreen
    }

    /// The entry with every column, its payload as it was recorded.
    func json(_ offset: LocalOffset) -> JSONText {
        .object([
            .init("sequence", .integer(sequence)), .init("id", .string(id.rawValue)), .init("stream", .string(stream)),
            .init("kind", .string(kind)), .init("schema", .optional(schema)),
            .init("occurredAt", .string(ISO8601.text(occurred.moment, offset))),
            .init("occurredBootID", .string(occurred.bootID)), .init("occurredUptime", .integer(occurred.uptime)),
            .init("occurredDerived", .bool(occurred.derived)),
            .init("recordedAt", .string(ISO8601.text(recorded.moment, offset))),
            .init("bootID", .string(recorded.bootID)), .init("uptime", .integer(recorded.uptime)),
            .init("terminal", .string(terminal)), .init("staff", .optional(staff?.rawValue)),
            .init("origin", .string(origin)), .init("account", .optional(account)), .init("payload", writtenPayload),
            .init("previousDigest", .string(previousDigestText)), .init("digest", .string(digestText)),
        ])
    }

    /// The payload byte for byte; as a string where somebody made it what no JSON is.
    private var writtenPayload: JSONText {
        let isJSON = (try? JSONSerialization.jsonObject(with: Data(payload.utf8))) != nil
        return isJSON ? .written(payload) : .string(payload)
    }
}
