import ClinicalLibrary
import Dispatch
import WardDomain
import WardLedger
import WardPanes

/// A ward of twelve beds with made-up people in it, on a clock of its own.
final class MadeUpWard {
    let ledger: WardLedger
    let rules = ClinicalLibrary.compiledIn.rules
    private(set) var reading: ClockReading
    /// Told apart from every other ward's that writes into the same store.
    private let prefix: String
    private var given = 0

    static let offset = LocalOffset.fixed(seconds: 28800)
    static let midwife = Badge("W1001")
    static let nurse = Badge("N2001")
    private static let administrator = Badge("A9001")
    private static let beds = (1...12).map { BedLabel("\($0)") }

    /// A new store with beds and staff.
    init(making path: String) throws {
        ledger = try WardLedger(opening: path, creating: true)
        prefix = "setup"
        reading = MadeUpWard.beginning
        try record(SetUpWard(name: "Ward", beds: MadeUpWard.beds), by: nil)
        try record(AddStaff(badge: Self.administrator, name: "Admin", role: .administrator), by: nil)
        for (badge, name, role) in [
            (Self.midwife, "王敏", StaffRole.midwife), (Self.nurse, "钱雪", .nurse), (Badge("D4001"), "陈志远", .doctor),
        ] {
            try record(AddStaff(badge: badge, name: name, role: role), by: Self.administrator)
            try ledger.setPIN("none", for: badge)
            try record(NotePIN(badge: badge), by: Self.administrator)
        }
    }

    /// Another terminal over the same store.
    init(joining path: String, as terminal: String) throws {
        ledger = try WardLedger(opening: path)
        prefix = terminal
        reading = MadeUpWard.beginning
    }

    private static let beginning = ClockReading(
        moment: Moment(milliseconds: 1_700_000_000_000), bootID: "bench", uptime: 1_000_000_000_000)

    /// Sets the ward's clock, in milliseconds.
    func start(at milliseconds: Int64) {
        reading = ClockReading(
            moment: Moment(milliseconds: milliseconds), bootID: reading.bootID, uptime: reading.uptime)
    }

    var now: Now { Now(reading, MadeUpWard.offset) }

    func advance(milliseconds: Int64) {
        reading = ClockReading(
            moment: Moment(milliseconds: reading.moment.milliseconds + milliseconds), bootID: reading.bootID,
            uptime: reading.uptime + milliseconds * 1_000_000)
    }

    func envelope(_ command: any WardCommand, by: Badge? = midwife) -> CommandEnvelope {
        given += 1
        return CommandEnvelope(id: CommandID("\(prefix)-\(given)"), by: by, terminal: "T-09", command: command)
    }

    @discardableResult
    func record(_ command: any WardCommand, by: Badge? = midwife) throws -> [Entry] {
        try record(envelope(command, by: by))
    }

    @discardableResult
    func record(_ envelope: CommandEnvelope) throws(RecordFault) -> [Entry] {
        advance(milliseconds: 1000)
        return try ledger.record(envelope, rules: rules, now: reading, offset: MadeUpWard.offset)
    }

    /// Many commands as `apply` records them, none of which may fail; `each` is called before every one.
    func recordAll(_ envelopes: [CommandEnvelope], each: () -> Void = {}) throws {
        for outcome in outcomes(ofAll: envelopes, each: each) { _ = try outcome.get() }
    }

    /// What became of each of many commands.
    func outcomes(
        ofAll envelopes: [CommandEnvelope], each: () -> Void = {}
    ) -> [Result<[Entry], RecordFault>] {
        ledger.recordAll(
            envelopes, rules: rules, offset: MadeUpWard.offset,
            uptime: { Int64(DispatchTime.now().uptimeNanoseconds) },
            now: {
                each()
                advance(milliseconds: 1000)
                return reading
            })
    }

    /// A mother in every bed; their admissions.
    func fillBeds() throws -> [AdmissionID] {
        try MadeUpWard.beds.enumerated().map { index, bed in
            let identity = MotherIdentity(name: "Mother \(index)", mrn: "ZY\(index)", gravida: 2, para: 1, fetuses: 1)
            let admit = envelope(AdmitMother(identity: identity, bed: bed))
            try record(admit)
            return AdmissionID(admit.id.rawValue)
        }
    }

    /// One more observation: what is recorded most on a ward.
    func observation(of admission: AdmissionID) -> CommandEnvelope {
        var seen = LabourObservation()
        seen.fetalHeartRate = 120 + given % 40
        seen.contractions = 3 + given % 3
        seen.pulse = 70 + given % 30
        return envelope(ObserveLabour(admission: admission, observation: seen))
    }
}
