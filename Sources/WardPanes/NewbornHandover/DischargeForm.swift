import ScreenGrid
import WardDomain

/// A baby leaves the hospital: its bands against the mother's, who collects it with what paper, two signatures. A band
/// that does not belong stops it at the scan.
struct DischargeForm {
    private let newborn: NewbornID
    private let hasTwoBands: Bool
    private static let places: [Place] = [.home, .otherHospital]
    private static let causes = NoMotherBand.allCases

    private init(_ found: BabyHere) {
        newborn = found.id
        hasTwoBands = found.baby.attachedBands.count > 1
    }

    static func dialog(_ found: BabyHere, _ scene: Scene) -> FormDialog {
        let form = DischargeForm(found)
        return FormDialog(
            Phrase(en: "Discharge", zhHans: "出院"), fields: form.fields, hint: found.hint(scene),
            openedAt: scene.now.reading, route: route, atScan: form.wrongBand, afterCommit: showStop,
            submit: form.discharged)
    }

    private var fields: [FormField] {
        let other = hasTwoBands ? [DischargeForm.scanned("otherBand", "its other band", "另一腕带")] : []
        return [DischargeForm.scanned("band", "baby's band", "新生儿腕带")] + other + [
            DischargeForm.scanned("motherBand", "mother's band", "母亲腕带"),
            FormField("to", "to", "去向", .choice(DischargeForm.places.map(\.label))),
            FormField("collector", "collected by (blank: mother)", "接走人（空＝母亲）"),
            FormField("relation", "relation", "关系"),
        ] + DocumentFields.all + [
            DischargeForm.scanned("second", "second person", "第二核对人"),
            DischargeForm.scanned(
                "seenBy", "signed, seen by (blank: second)", "签字见证人（空＝第二核对人）", isOptional: true),
            FormField("noMotherBand", "no mother's band", "无母亲腕带", .choice(DischargeForm.causes.map(\.label))),
            FormField("noMotherBandReason", "  why", "  说明"),
            FormField("medicalOffice", "  medical office", "  医务部门在场人"),
        ]
    }

    private static func scanned(
        _ id: String, _ en: String, _ zhHans: String, isOptional: Bool = false
    ) -> FormField {
        FormField(id, en, zhHans, takesScan: true, isOptional: isOptional)
    }

    /// The first baby's band is the one; the next is its other. The first badge is the second person, who also saw it
    /// signed unless another badge is scanned.
    private static let route: @Sendable (String, Scene) -> ScanRoute = { code, scene in
        let scanned = ScannedCode(code, in: scene.ward)
        if let refusal = scanned.refusal { return .refused(refusal) }
        return switch scanned {
        case .newborn: .fields(["band", "otherBand"])
        case .mother: .field("motherBand")
        case .staff: .fields(["second", "seenBy"])
        default: .refused(NewbornHandoverText.badgeNeeded)
        }
    }

    /// Bands that don't belong together are recorded at once. A band of another baby than the chosen one, before anything
    /// else was read, is not taken: it proves nothing yet.
    @Sendable private func wrongBand(_ form: inout FormReader) -> FormOutcome? {
        let ward = form.scene.ward
        guard let band = form.code("band"), let read = ward.newborn(wearing: band) else { return nil }
        let hers = form.code("motherBand").flatMap { DischargeForm.mother(wearing: $0, ward) }
        let other = form.code("otherBand").flatMap { ward.newborn(wearing: $0) }
        let isWrong =
            hers.map { $0 != read.admission.id } ?? false || other.map { $0.newborn.id != read.newborn.id } ?? false
        if isWrong { return .record(stopped(form, band), .now) }
        guard read.newborn.id == newborn else {
            return .faults(["band": Phrase(en: "That is another baby's band.", zhHans: "这是另一名新生儿的腕带。")])
        }
        return nil
    }

    private static func mother(wearing code: String, _ ward: WardState) -> AdmissionID? {
        guard case .mother(let admission) = ward.wearer(of: code) else { return nil }
        return admission.id
    }

    /// The command as far as it was scanned: the rules turn it into the entry of a mismatch.
    private func stopped(_ form: FormReader, _ band: String) -> DischargeNewborn {
        DischargeNewborn(
            band: band, otherBand: form.code("otherBand"), motherBand: form.code("motherBand"),
            to: form.choice("to", of: DischargeForm.places) ?? .home, collector: nil, relation: nil,
            second: Badge(form.code("second") ?? ""))
    }

    @Sendable private func discharged(_ form: inout FormReader) -> FormOutcome {
        let band = form.required("band")
        let otherBand = hasTwoBands ? form.required("otherBand") : nil
        let second = Badge(BandCode.normalized(form.required("second")))
        guard let place = form.requiredChoice("to", of: DischargeForm.places) else { return .incomplete }
        return .record(
            DischargeNewborn(
                band: band, otherBand: otherBand, motherBand: form.text("motherBand"),
                noMotherBand: form.choice("noMotherBand", of: DischargeForm.causes),
                noMotherBandReason: form.text("noMotherBandReason"), to: place, collector: form.text("collector"),
                relation: form.text("relation"), documentKind: DocumentFields.kind(form),
                documentLast4: form.text("documentLast4"), second: second,
                signatureSeenBy: form.code("seenBy").map { Badge($0) } ?? second,
                medicalOffice: form.text("medicalOffice")), .now)
    }

    /// After a mismatch the pane of the newborns comes to the front, which says STOP.
    private static let showStop: @Sendable ([Entry], Scene) -> [PaneEffect] = { entries, _ in
        entries.compactMap { ($0.fact as? HandoverMismatched)?.newborn }.prefix(1).map {
            .show(.newbornHandover, .newborn($0))
        }
    }
}
