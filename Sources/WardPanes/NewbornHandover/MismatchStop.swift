import ScreenGrid
import WardDomain

/// STOP: a band was scanned that does not belong. It stands on every terminal until a second person has cleared it.
struct MismatchStop {
    let who: BabyHere
    let mismatch: Newborn.Mismatch
    /// How many more wait behind this one.
    let others: Int

    /// The mismatch that has waited longest; nil when none waits.
    init?(_ ward: WardState) {
        let waiting = BabyHere.all(ward).compactMap { found in found.baby.mismatch.map { (found, $0) } }
            .sorted { $0.1.since.isBefore($1.1.since) }
        guard let first = waiting.first else { return nil }
        (who, mismatch) = first
        others = waiting.count - 1
    }

    /// Why whoever is signed in can't clear it; nil when she or he can.
    func cannotClear(_ scene: Scene) -> Phrase? {
        guard let staff = scene.staff else { return secondNeeded(scene) }
        return staff.badge != mismatch.by && staff.role.may(.clearMismatch) ? nil : secondNeeded(scene)
    }

    private func secondNeeded(_ scene: Scene) -> Phrase {
        let name = mismatch.by.map { scene.name(of: $0) } ?? "-"
        return Phrase(
            en: "A charge nurse or doctor other than \(name) signs in (scan badge) and presses k, gives a reason.",
            zhHans: "须由\(name)以外的护士长或医生登录（扫描工牌），按 k 并说明原因。")
    }

    /// What a scan leads to while this stands: nothing but the sign-in of somebody who may clear it.
    func answer(to scanned: ScannedCode, _ scene: Scene) -> [PaneEffect]? {
        if case .staff(let member) = scanned, member.badge != mismatch.by, member.role.may(.clearMismatch) {
            return nil
        }
        return [.toast(secondNeeded(scene), .stop)]
    }

    /// The form behind `k`.
    func clearing(_ scene: Scene) -> FormDialog {
        let newborn = who.id
        return FormDialog(
            NewbornHandoverText.clear, fields: [.reason], hint: who.called(scene), openedAt: scene.now.reading
        ) { form in
            .record(ClearMismatch(newborn: newborn, reason: form.required("reason")), .now)
        }
    }

    /// The whole area turns: every cell says STOP by its role, and the first line by its word.
    func draw(on grid: inout CellGrid, _ scene: Scene) {
        grid.fill(grid.area, .stop)
        let width = max(1, grid.area.columns - 4)
        var row = grid.area.rows > 11 ? 1 : 0
        for line in lines(scene) {
            for part in line.wrapped(to: width) {
                grid.put(part, at: Point(2, row), .stop)
                row += 1
            }
        }
    }

    private func lines(_ scene: Scene) -> [String] {
        let recorded = scene.shortTime(mismatch.since.moment)
        let by = mismatch.by.map { scene.name(of: $0) } ?? "-"
        let clear = cannotClear(scene) ?? Phrase(en: "Press k and give a reason.", zhHans: "请按 k 并说明原因。")
        let more = others == 0 ? [] : [scene.say("\(others) more after this one.", "另有 \(others) 项不符。")]
        return [
            "STOP 停    " + scene.say("THIS BAND DOES NOT BELONG", "腕带不符"),
            scene.say(who.called(scene)),
            scene.say("scanned   ", "扫描到  ") + described(mismatch.scanned, scene),
            scene.say("belongs   ", "应为    ") + described(mismatch.belongs, scene),
            scene.say(
                "Nothing has moved. Recorded \(recorded), \(by). The baby stays with \(custodian(scene)).",
                "未移交。\(recorded) 已记录，\(by)。新生儿仍由\(custodian(scene))看护。"),
            scene.say(clear),
            scene.say("Then every scan starts again.", "解除后全部重新扫描。"),
        ] + more
    }

    private func custodian(_ scene: Scene) -> String {
        scene.name(of: who.baby.custody.custodian)
    }

    /// A code, and who wears it.
    private func described(_ code: String, _ scene: Scene) -> String {
        let person = ScannedCode(code, in: scene.ward).who(scene).map { "  \(scene.say($0))" } ?? ""
        return code == "-" ? scene.say("no band on record", "无腕带记录") : code.safeForScreen + person
    }
}
