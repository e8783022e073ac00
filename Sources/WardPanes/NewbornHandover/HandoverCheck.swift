import ScreenGrid
import WardDomain

/// What is wrong with a handover before it is sent: each field says it, and keeps what stands in it.
struct HandoverCheck {
    private(set) var faults: [HandoverField: Phrase] = [:]

    init(form: Form<HandoverField>, scans: HandoverScans, place: Place?, _ scene: Scene) {
        let needed = Phrase(en: "Scan or type it.", zhHans: "请扫描或输入。")
        let ward = scene.ward
        faults[.baby] = scans.baby.map { HandoverCheck.faultOfBaby($0, ward) } ?? needed
        faults[.giver] = scans.giver.map { HandoverCheck.faultOfPerson($0, ward) } ?? needed
        faults[.receiver] = scans.receiver.map { HandoverCheck.faultOfPerson($0, ward) } ?? needed
        if let mother = scans.mother {
            faults[.mother] = HandoverCheck.faultOfMother(mother, ward)
        } else if form.text(.noMotherBand).allSatisfy(\.isWhitespace) {
            faults[.mother] = Refusal.motherBandNeeded.text
        }
        if place == nil { faults[.place] = Phrase(en: "Choose a place.", zhHans: "请选择地点。") }
        let isAwaited = scans.baby.flatMap { ward.newborn(wearing: $0) }?.newborn.outcome.raisesAlarms != false
        faults[.back] = HandoverCheck.faultOfReturn(
            form.text(.back), isErrand: isAwaited && place?.isErrand == true, scene)
        for field in HandoverField.scanned {
            if let void = ward.unprovenIssue(form.text(field)) { faults[field] = void.text }
        }
    }

    private static func faultOfBaby(_ code: String, _ ward: WardState) -> Phrase? {
        let scanned = ScannedCode(code, in: ward)
        if case .newborn = scanned { return nil }
        if case .mother = scanned { return Refusal.notABabyBand(code).text }
        return scanned.refusal ?? Refusal.bandUnknown(code).text
    }

    private static func faultOfMother(_ code: String, _ ward: WardState) -> Phrase? {
        let scanned = ScannedCode(code, in: ward)
        if case .mother = scanned { return nil }
        return scanned.refusal ?? Refusal.notAMotherBand(code).text
    }

    private static func faultOfPerson(_ code: String, _ ward: WardState) -> Phrase? {
        code.hasPrefix("relative:") ? nil : ScannedCode(code, in: ward).refusal
    }

    /// An errand needs its end; elsewhere a time may be given. A child who died is expected nowhere.
    private static func faultOfReturn(_ text: String, isErrand: Bool, _ scene: Scene) -> Phrase? {
        guard !text.allSatisfy(\.isWhitespace) else {
            return isErrand
                ? Phrase(en: "Back by when? +30 or 18:40", zhHans: "何时返回？+30 或 18:40") : nil
        }
        do throws(ExpectedBack.Fault) {
            _ = try ExpectedBack.read(text, now: scene.now.moment, scene.offset)
            return nil
        } catch {
            return switch error {
            case .notATime: Phrase(en: "Type +30 or 18:40.", zhHans: "请输入 +30 或 18:40。")
            case .notAhead: Phrase(en: "Not within the next 12 hours.", zhHans: "不在未来 12 小时内。")
            }
        }
    }
}
