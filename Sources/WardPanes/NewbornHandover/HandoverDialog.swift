import ScreenGrid
import WardDomain

/// A field of the handover dialog, from the first to the last.
enum HandoverField: Hashable, CaseIterable, Sendable {
    case baby, mother, noMotherBand, giver, receiver, place, reason, back

    /// The fields that a scan can fill.
    static let scanned: [HandoverField] = [.baby, .mother, .giver, .receiver]
}

/// A handover: four scans in any order, a place, Enter. No scan confirms it, and no key completes one that does not match.
struct HandoverDialog: DialogPanel {
    let title = NewbornHandoverText.handOver
    /// The baby that was selected when it was opened: shown, and never taken for a scan.
    let selected: NewbornID?
    /// The places to choose from.
    let places: [Place]
    private(set) var form: Form<HandoverField>
    private(set) var order = DialogOrder()
    /// The mismatches of the scanned baby when it was scanned: one more, and every scan starts again.
    private var mismatchesSeen: Int?

    /// A handover that begins with the two bands of a pair, scanned one after the other.
    init(pair found: BabyHere, baby: String, mother: String) {
        self.init(selected: found)
        form.setText(baby, for: .baby)
        form.setText(mother, for: .mother)
        form.setFocus(.giver)
        mismatchesSeen = found.baby.adverseEvents.count
    }

    init(selected: BabyHere?) {
        self.selected = selected?.id
        let places = HandoverPlaces.all(for: selected)
        self.places = places
        form = Form(
            HandoverField.allCases.map { field in
                switch field {
                case .place: (field, .choice(ChoiceField(count: places.count)))
                default: (field, .text(TextField()))
                }
            })
    }

    var holdsWork: Bool { form.holdsWork }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "record", zhHans: "记录")),
            BindingLine(key: .tab, label: Phrase(en: "next field", zhHans: "下一项")),
            order.leaving(),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        if let response = order.cancel(key, losing: holdsWork) { return response }
        guard !order.isWaiting else { return .stay }
        if key == .enter { return send(scene) }
        let (before, placeBefore) = (form, place)
        if form.focus == .back, let minutes = ExpectedBack.minutes(of: key) {
            form.setText("+\(minutes)", for: .back)
        } else {
            _ = form.take(key)
        }
        if place != placeBefore { askForReturn(after: key, scene) }
        if form != before { order.message = nil }
        return .stay
    }

    /// An errand has an end: where the site has its own it is suggested; else, once a digit has chosen the place, the
    /// field that asks for it has the focus, and one letter fills it.
    private mutating func askForReturn(after key: Key, _ scene: Scene) {
        let baby = scans.baby.flatMap { scene.ward.newborn(wearing: $0)?.newborn }
        let errand = baby?.outcome.raisesAlarms == false ? nil : place.flatMap { $0.isErrand ? $0 : nil }
        let minutes = errand.flatMap { scene.rules.site.expectedReturnMinutes[$0] }
        form.suggest(minutes.map { "+\($0)" } ?? "", for: .back)
        guard errand != nil, form.text(.back).isEmpty, case .character(let digit) = key.normalized, digit.isNumber
        else { return }
        form.setFocus(.back)
    }

    mutating func take(paste: String, _ scene: Scene) {
        guard !order.isWaiting else { return }
        form.paste(paste)
        order.message = nil
    }

    mutating func take(typed burst: TypedBurst, _ scene: Scene) -> DialogResponse? {
        guard form.focus == .reason, burst.isWords else { return nil }
        form.paste(burst.text)
        return .stay
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        startAgainAfterMismatch(scene)
        var scans = scans
        if let why = scans.take(scan, in: scene.ward) {
            return order.say(wrong: why)
        }
        order.message = nil
        fill(from: scans)
        startAgainAfterMismatch(scene)
        return scans.isMismatch(in: scene.ward) ? stop(scans, scene) : .stay
    }

    /// Empties every scanned field when a mismatch of this baby was recorded, here or elsewhere, since it was scanned.
    private mutating func startAgainAfterMismatch(_ scene: Scene) {
        guard let baby = scans.baby, let count = scene.ward.newborn(wearing: baby)?.newborn.adverseEvents.count else {
            mismatchesSeen = nil
            return
        }
        guard let seen = mismatchesSeen else {
            mismatchesSeen = count
            return
        }
        guard count > seen else { return }
        for field in HandoverField.scanned { form.setText("", for: field) }
        form.setFocus(.baby)
        mismatchesSeen = nil
        order.message = (NewbornHandoverText.scanAgain, .alarmHigh)
    }

    /// The four codes as they stand in their fields, scanned or typed.
    var scans: HandoverScans {
        HandoverScans(baby: code(.baby), mother: code(.mother), giver: code(.giver), receiver: code(.receiver))
    }

    /// A band or badge as a scanner would have sent it; a relative as `relative:RELATION:NAME`.
    private func code(_ field: HandoverField) -> String? {
        let typed = form.text(field)
        let words = typed.split(separator: " ", maxSplits: 1).map(String.init)
        if words.isEmpty { return nil }
        return words.count == 2 && !BandCode.normalized(typed).contains("(")
            ? Custodian.relative(name: words[1], relation: words[0]).code : BandCode.normalized(typed)
    }

    private mutating func fill(from scans: HandoverScans) {
        let codes = zip(HandoverField.scanned, [scans.baby, scans.mother, scans.giver, scans.receiver])
        for (field, scanned) in codes where scanned != code(field) { form.setText(scanned ?? "", for: field) }
        form.setFocus(HandoverField.scanned.first { form.text($0).isEmpty } ?? .place)
    }

    /// Records at once that somebody else's band was scanned. The rules turn this into the entry of a mismatch.
    private mutating func stop(_ scans: HandoverScans, _ scene: Scene) -> DialogResponse {
        guard let baby = scans.baby, let found = scene.ward.newborn(wearing: baby) else { return .stay }
        return order.record(
            HandOver(
                band: baby, motherBand: scans.mother, giver: scans.giver ?? "", receiver: scans.receiver ?? "",
                to: place ?? found.newborn.custody.place))
    }

    private var place: Place? { form.choice(.place).map { places[$0] } }

    private mutating func send(_ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        startAgainAfterMismatch(scene)
        if scans.isMismatch(in: scene.ward) { return stop(scans, scene) }
        let faults = HandoverCheck(form: form, scans: scans, place: place, scene).faults
        for (field, fault) in faults { form.setError(scene.say(fault), for: field) }
        if let first = form.order.first(where: { faults[$0] != nil }) {
            form.setFocus(first)
            return .stay
        }
        guard let place, let baby = scans.baby, let giver = scans.giver, let receiver = scans.receiver else {
            return .stay
        }
        let reason = form.text(.noMotherBand)
        let command = HandOver(
            band: baby, motherBand: scans.mother, noMotherBandReason: reason.isEmpty ? nil : reason,
            giver: giver, receiver: receiver, to: place,
            reason: form.text(.reason).isEmpty ? nil : form.text(.reason),
            expectedBack: try? ExpectedBack.read(form.text(.back), now: scene.now.moment, scene.offset))
        if let pins = HandoverPINDialog(command, of: self, scene) { return .close(.open(pins)) }
        return order.record(command)
    }

    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        switch outcome {
        case .committed(let entries):
            let stopped = entries.lazy.compactMap { $0.fact as? HandoverMismatched }.first
            return stopped.map { .close(.show(.newbornHandover, .newborn($0.newborn))) } ?? .close
        case .refused(let refusal):
            if let field = HandoverField(of: refusal) { form.setFocus(field) }
            return order.learn(outcome, refusedAs: said(refusal, scene))
        case .notSaved: return order.learn(outcome)
        }
    }

    /// A refusal with the custodian by name where she is staff and the roster knows her.
    private func said(_ refusal: Refusal, _ scene: Scene) -> Phrase {
        guard let custodian = scans.baby.flatMap(scene.ward.newborn(wearing:))?.newborn.custody.custodian,
            refusal == .giverNotCustodian(custodian), case .staff(let badge) = custodian
        else { return refusal.text }
        let name = scene.name(of: badge)
        return Phrase(
            en: "The giver does not have the baby: \(name) does.", zhHans: "交出人不是当前看护人：当前为\(name)。")
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        HandoverSheet(dialog: self, scene).draw(on: &grid)
    }
}

extension HandoverField {
    /// The field that a refusal is about; nil when it is about the whole.
    fileprivate init?(of refusal: Refusal) {
        switch refusal.field {
        case "giver": self = .giver
        case "receiver": self = .receiver
        case "band": self = .baby
        case "motherBand": self = .mother
        case "expectedBack": self = .back
        default: return nil
        }
    }
}
