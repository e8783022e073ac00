import WardDomain

/// Short ways to the scenes that tests begin with.
extension WardFixture {
    /// Admits a named mother.
    @discardableResult
    mutating func admit(
        _ name: String = "李娜", mrn: String? = nil, bed: BedLabel? = nil, admittedAt: Moment? = nil
    ) throws(Refusal) -> AdmissionID {
        let identity = MotherIdentity(name: name, mrn: mrn)
        return try opened(AdmitMother(identity: identity, bed: bed, admittedAt: admittedAt))
    }

    /// Admits a woman of whom only a label is known.
    @discardableResult
    mutating func admit(label: String, bed: BedLabel? = nil) throws(Refusal) -> AdmissionID {
        try opened(AdmitMother(identity: MotherIdentity(label: label), bed: bed))
    }

    private mutating func opened(_ command: AdmitMother) throws(Refusal) -> AdmissionID {
        guard case .admission(let id)? = try record(command).first?.stream else { fatalError("no admission") }
        return id
    }

    /// Starts the clock for a mother.
    @discardableResult
    mutating func decide(
        _ admission: AdmissionID?, category: CaesareanCategory? = .one, by: Badge? = .midwife
    ) throws(Refusal) -> CaesareanID {
        let made = try record(DecideCaesarean(admission: admission, category: category), by: by)
        guard let decided = made.compactMap({ $0.fact as? CaesareanDecided }).first else { fatalError("no decision") }
        return decided.run
    }

    /// Records a birth.
    @discardableResult
    mutating func birth(
        _ admission: AdmissionID, mode: BirthMode = .vaginal, outcome: BirthOutcome = .live, by: Badge? = .midwife,
        at time: CommandEnvelope.Time = .now, reason: String? = nil
    ) throws(Refusal) -> NewbornID {
        let command = RecordBirth(admission: admission, mode: mode, outcome: outcome, reason: reason)
        guard let born = try record(command, by: by, at: time).first?.fact as? NewbornBorn else {
            fatalError("no birth")
        }
        return born.newborn
    }

    /// A banded mother with a banded newborn, whose custodian is the midwife.
    @discardableResult
    mutating func pair(
        _ name: String = "李娜", codes: String = "A", bed: BedLabel? = nil
    ) throws(Refusal) -> (mother: AdmissionID, baby: NewbornID) {
        let mother = try admit(name, bed: bed)
        try record(AttachMotherBand(admission: mother, band: "M\(codes)0"))
        let baby = try birth(mother)
        try record(AttachBand(newborn: baby, band: "N\(codes)1", limb: .leftWrist))
        try record(AttachBand(newborn: baby, band: "N\(codes)2", limb: .rightAnkle))
        return (mother, baby)
    }

    /// Starts a drill of a protocol.
    @discardableResult
    mutating func startDrill(_ protocolID: String = "pph") throws(Refusal) -> ChecklistID {
        try started(StartChecklist<Drill>(drillProtocol: protocolID), by: .coordinator)
    }

    /// Starts a real response.
    @discardableResult
    mutating func startResponse(
        _ admission: AdmissionID? = nil, by: Badge? = .midwife
    ) throws(Refusal) -> ChecklistID {
        try started(StartChecklist<Response>(drillProtocol: "pph", admission: admission), by: by)
    }

    private mutating func started(_ command: any WardCommand, by: Badge?) throws(Refusal) -> ChecklistID {
        switch try record(command, by: by).first?.stream {
        case .drill(let id), .response(let id): return id
        default: fatalError("no run")
        }
    }
}

extension Badge {
    static let midwife = Badge("W1001")
    static let otherMidwife = Badge("W1002")
    static let nurse = Badge("W2001")
    static let nicuNurse = Badge("W2002")
    static let chargeNurse = Badge("W3001")
    static let doctor = Badge("W4001")
    static let coordinator = Badge("W5001")
    static let admin = Badge("W9001")

    static let everybody: [(Badge, StaffRole)] = [
        (midwife, .midwife), (otherMidwife, .midwife), (nurse, .nurse), (nicuNurse, .nurse),
        (chargeNurse, .chargeNurse), (doctor, .doctor), (coordinator, .drillCoordinator), (admin, .administrator),
    ]

    /// Somebody of a role.
    static func anybody(_ role: StaffRole) -> Badge {
        everybody.first { $0.1 == role }?.0 ?? admin
    }
}
