import ScreenGrid
import WardDomain

/// The register of handovers on paper, as it is filtered on the screen: every row with all that is known of it.
///
/// It is the hospital's own record: mothers stand in it by their whole name, number and bed (clinical reference 8.2).
enum RegisterPage {
    /// - Parameter answered: the newest rows that the ledger gave; where there may be older ones the title says so.
    static func job(_ answered: [RegisterRow], _ filter: RegisterFilter, _ scene: Scene) -> PrintJob {
        let rows = answered.filter { filter.admits($0.row, scene) }
        let said = filter.said(scene).map { "  \($0)" } ?? ""
        let mayBeMore = answered.count >= filter.span(scene.offset).limit
        let among = mayBeMore ? scene.say("  of the newest \(answered.count)", "  最近 \(answered.count) 条之内") : ""
        let title = scene.say("Register of newborn handovers: \(rows.count)", "新生儿交接登记：\(rows.count)") + among + said
        return PrintJob(
            name: "register", text: PagedText.pages(title: title, blocks: rows.map { lines($0, scene) }, scene))
    }

    private static func lines(_ registered: RegisterRow, _ scene: Scene) -> [String] {
        let (row, baby) = (registered.row, registered.baby)
        let handover = row.handover
        let sex = row.sex.map { scene.say($0.mark) } ?? "-"
        let letter = Newborn.letter(order: row.order)
        let later = handover.retrospective ? ", \(scene.say(NewbornHandoverText.retrospective))" : ""
        let bed = handover.bed.map { "  \(scene.say($0.said))" } ?? ""
        let own = baby?.number.map { "  \(scene.say("own number", "新生儿住院号")) \($0.safeForScreen)" } ?? ""
        let bands = (handover.bands ?? []).map {
            "\($0.code) \(scene.say($0.limb?.label ?? Phrase(en: "-", zhHans: "-")))"
        }
        let length = baby?.lengthMillimetres.map { "  \($0) mm" } ?? ""
        let none = scene.say(NewbornHandoverText.notRecorded)
        let weight = baby?.weightGrams.map { "\($0) g" } ?? none
        let born = baby.map { $0.birthTimeKnown ? scene.time($0.bornAt.moment) : none } ?? "-"
        let corrected = HandoverRegister.correction(handover, scene).map { ", \($0)" } ?? ""
        let scores = [1, 5, 10].map { baby?.apgar[$0]?.total.map(String.init) ?? "-" }.joined(separator: "/")
        let weeks = registered.gestation(scene.offset)?.weeksAndDays ?? "-"
        let clamps = baby?.cordClamps.map { "  \(scene.say("clamps", "脐夹")) \($0)" } ?? ""
        let features = baby?.features.map { ["  \(scene.say("features", "特征")) \($0.safeForScreen)"] } ?? []
        let why = handover.correction?.reason.map {
            ["  \(scene.say("corrected because", "更正原因")) \($0.safeForScreen)"]
        }
        return [
            "",
            "\(scene.time(handover.at.moment))  \(scene.say(handover.result.label))\(later)\(corrected)",
            "  \(scene.say("BABY", "婴")) \(letter) \(sex)  \(scene.say(row.mother.said).safeForScreen)  \((row.mother.mrn ?? "-").safeForScreen)\(bed)\(own)",
            "  \(scene.say("born", "出生")) \(born)  \(weeks)  \(weight)\(length)  Apgar \(scores)\(clamps)",
            "  \(scene.say("bands", "腕带")) \(bands.isEmpty ? "-" : bands.joined(separator: ", "))",
            "  \(HandoverRegister.way(handover, scene))  \(HandoverRegister.people(handover, scene))",
        ] + [checked(handover, scene)] + features + found(handover, scene) + collected(handover, scene) + (why ?? [])
            + reason(handover, scene)
    }

    /// Of a mismatch the reason is what was scanned and what belongs; it stands with the bands.
    private static func reason(_ handover: Newborn.Handover, _ scene: Scene) -> [String] {
        guard handover.result != .mismatch, let reason = handover.reason else { return [] }
        return ["  \(scene.say("reason", "原因")) \(scene.said(reason))"]
    }

    /// What was scanned, or why not; who gave a PIN; when the baby was due back.
    private static func checked(_ handover: Newborn.Handover, _ scene: Scene) -> String {
        let none = scene.say("not scanned", "未扫描")
        let notNoted = scene.say(NewbornHandoverText.notRecorded)
        let baby = "\(scene.say("baby's band", "新生儿腕带")) "
        guard handover.result == .match else {
            let codes = handover.result == .mismatch ? handover.reason : nil
            let wrong = codes.map { "  \(scene.say("scanned / belongs", "扫描到 / 应为")) \($0)" } ?? ""
            return "  " + (baby + (handover.band ?? notNoted) + wrong).safeForScreen
        }
        let why = handover.noMotherBandReason.map { "\(scene.say(": ", "："))\(scene.said($0))" } ?? ""
        let pins = (handover.pinChecked ?? []).map { scene.name(of: $0) }.joined(separator: ", ")
        let parts = [
            baby + (handover.band ?? none),
            "\(scene.say("mother's band", "母亲腕带")) \(handover.motherBand ?? none + why)",
            pins.isEmpty ? nil : "PIN \(pins)",
            handover.expectedBack.map { "\(scene.say("back by", "应返")) \(scene.time($0))" },
        ].compactMap { $0?.safeForScreen }
        return "  " + parts.joined(separator: "  ")
    }

    /// How the baby was found before it was given; what nobody said is not there.
    private static func found(_ handover: Newborn.Handover, _ scene: Scene) -> [String] {
        guard let found = handover.found else { return [] }
        let parts = found.condition.parts.map { scene.say($0).safeForScreen }
        return ["  \(scene.say("found", "状况")) \(scene.shortTime(found.at.moment))  " + parts.joined(separator: ", ")]
    }

    /// Of a baby who left: the collector's paper, the second person, and who saw the family sign.
    private static func collected(_ handover: Newborn.Handover, _ scene: Scene) -> [String] {
        let parts = [
            handover.noMotherBand.map { scene.say($0.label) },
            handover.document.map { scene.say($0.text) },
            handover.medicalOffice.map { scene.say("medical office ", "医务部门 ") + $0.safeForScreen },
            handover.second.map { scene.say("second person ", "第二核对人 ") + scene.name(of: $0) },
            handover.signatureSeenBy.map { scene.say("signed, seen by ", "已签字，见证人 ") + scene.name(of: $0) },
        ].compactMap { $0 }
        return parts.isEmpty ? [] : ["  " + parts.joined(separator: "  ")]
    }
}
