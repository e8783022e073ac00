import Foundation
import WardDomain

/// One line of `apply`: a command with who gives it, when it happened and its id.
struct ApplyLine: Sendable {
    let command: any WardCommand
    let by: Badge?
    let at: String?
    /// Why the time was not recorded then.
    let reason: String?
    let id: CommandID?

    private static let envelopeKeys: Set<String> = ["do", "by", "at", "id"]
    /// Where the decoder carries the whole line.
    private static let lineKey = CodingUserInfoKey(rawValue: "line")!

    /// Reads a line of JSON.
    init(_ bytes: ArraySlice<UInt8>) throws(ApplyFault) {
        do {
            let decoder = JSONDecoder()
            decoder.userInfo[Self.lineKey] = bytes
            self = try decoder.decode(Decoded.self, from: Data(bytes)).line
        } catch let fault as ApplyFault {
            throw fault
        } catch {
            throw ApplyFault(error)
        }
    }

    /// Decodes the envelope and the command in one pass.
    private struct Decoded: Decodable {
        let line: ApplyLine

        init(from decoder: any Decoder) throws {
            let container = try decoder.container(keyedBy: AnyKey.self)
            let name = try container.decode(String.self, forKey: AnyKey("do"))
            guard let kind = CommandKinds.named(name) else { throw ApplyFault.commandUnknown(name) }
            let isBackDated = container.contains(AnyKey("at"))
            let known = ApplyLine.envelopeKeys
                .union(kind.fields.map(\.name)).union(isBackDated ? [CommandField.reason] : [])
            if let stranger = container.allKeys.map(\.stringValue).filter({ !known.contains($0) }).min() {
                throw ApplyFault.fieldUnknown(stranger, command: name)
            }
            if let line = decoder.userInfo[ApplyLine.lineKey] as? ArraySlice<UInt8> {
                try ApplyKeys.check(line, of: name, kind.fields)
            }
            line = ApplyLine(
                command: try ApplyLine.command(kind, from: decoder),
                by: try container.decodeIfPresent(Badge.self, forKey: AnyKey("by")),
                at: try container.decodeIfPresent(String.self, forKey: AnyKey("at")),
                reason: try container.decodeIfPresent(String.self, forKey: AnyKey(CommandField.reason)),
                id: try container.decodeIfPresent(CommandID.self, forKey: AnyKey("id")))
        }
    }

    /// A field that is not of its form is answered with the form that the command gives it.
    private static func command(_ kind: any WardCommand.Type, from decoder: any Decoder) throws -> any WardCommand {
        do {
            return try kind.init(from: decoder)
        } catch let error as DecodingError {
            throw ApplyFault(error, fields: kind.fields)
        }
    }

    private init(command: any WardCommand, by: Badge?, at: String?, reason: String?, id: CommandID?) {
        self.command = command
        self.by = by
        self.at = at
        self.reason = reason
        self.id = id
    }

    /// When it happened, as the line says; now where it says nothing.
    func time(now: ClockReading, _ offset: LocalOffset) throws(ApplyFault) -> CommandEnvelope.Time {
        guard let at else { return .now }
        if let moment = ISO8601.moment(at, offset) { return .typed(moment, reason: reason) }
        do throws(TimeEntry.Fault) {
            return .typed(try TimeEntry.read(at, now: now.moment, offset), reason: reason)
        } catch {
            throw .timeUnreadable(at)
        }
    }
}

/// Any key of a JSON object.
private struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}
