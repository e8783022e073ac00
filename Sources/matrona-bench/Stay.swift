import WardDomain

/// One mother from admission until she and her baby are home; every third gives birth by emergency caesarean.
struct Stay {
    let admission: AdmissionID
    let commands: [CommandEnvelope]

    init(_ index: Int, in ward: MadeUpWard) {
        self.init(
            named: "\(100_000 + index)", bed: index, byCaesarean: index.isMultiple(of: 3), observations: 4, in: ward)
    }

    /// - Parameter name: stands in every name, number and band of hers.
    init(named name: String, bed: Int, byCaesarean: Bool, observations: Int, in ward: MadeUpWard) {
        let identity = MotherIdentity(name: "Mother \(name)", mrn: "ZY\(name)", gravida: 2, para: 1, fetuses: 1)
        let admit = ward.envelope(AdmitMother(identity: identity, bed: BedLabel("\(bed % 12 + 1)")))
        admission = AdmissionID(admit.id.rawValue)
        commands =
            [admit]
            + [ward.envelope(GradeRisk(admission: admission, grade: .green, infectious: false, factors: []))]
            + (0..<observations).map { [admission] _ in ward.observation(of: admission) }
            + Stay.birth(of: admission, byCaesarean: byCaesarean, in: ward)
            + Stay.leaving(admission, ("M\(name)", "B\(name)"), in: ward)
    }

    private static func birth(
        of admission: AdmissionID, byCaesarean: Bool, in ward: MadeUpWard
    ) -> [CommandEnvelope] {
        let born = RecordBirth(
            admission: admission, mode: byCaesarean ? .caesarean : .vaginal, outcome: .live, sex: .female,
            weightGrams: 3240, apgar1: .total(9), apgar5: .total(10))
        guard byCaesarean else { return [ward.envelope(born)] }
        let decide = ward.envelope(DecideCaesarean(admission: admission, category: .two))
        let run = CaesareanID(decide.id.rawValue)
        let marks = [Milestone.call, .leave, .arrive].map { ward.envelope(MarkMilestone(run: run, milestone: $0)) }
        return [decide] + marks + [ward.envelope(born)]
    }

    private static func leaving(
        _ admission: AdmissionID, _ bands: (mother: String, baby: String), in ward: MadeUpWard
    ) -> [CommandEnvelope] {
        let (midwife, nurse) = (MadeUpWard.midwife, MadeUpWard.nurse)
        return [
            ward.envelope(AttachMotherBand(admission: admission, band: bands.mother, limb: .leftWrist)),
            ward.envelope(
                AttachBand(newborn: NewbornID(admission, order: 1), band: bands.baby, limb: .leftWrist)),
            ward.envelope(
                HandOver(
                    band: bands.baby, motherBand: bands.mother, giver: midwife.rawValue, receiver: nurse.rawValue,
                    to: .postnatal, reason: "rooming-in")),
            ward.envelope(DepartMother(admission: admission, to: .home, keepsBed: nil)),
            ward.envelope(
                DischargeNewborn(
                    band: bands.baby, motherBand: bands.mother, to: .home, collector: "Father", relation: "father",
                    documentKind: .identityCard, documentLast4: "1234", second: midwife, signatureSeenBy: midwife),
                by: nurse),
        ]
    }
}
