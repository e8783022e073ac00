import ScreenGrid
import WardDomain

/// STOP: a band was scanned that does not belong, or nobody can say which baby is which. It stands on every terminal
/// until a second person has cleared it.
struct MismatchStop {
    /// What stops.
    enum Cause {
        case mismatch(Newborn.Mismatch)
        case doubt(IdentityDoubt)

        var since: Occurrence {
            switch self {
            case .mismatch(let mismatch): mismatch.since
            case .doubt(let doubt): doubt.since
            }
        }
    }

    let who: BabyHere
    let cause: Cause
    /// How many more wait behind this one.
    let others: Int

    /// The mismatch, else the doubt, that has waited longest; nil when none waits.
    init?(_ ward: WardState) {
        let here = BabyHere.all(ward)
        let mismatches = here.compactMap { found in found.baby.mismatch.map { (found, Cause.mismatch($0)) } }
        let doubts = here.compactMap { found in found.baby.identityDoubt.map { (found, Cause.doubt($0)) } }
        let waiting = [mismatches, doubts].flatMap { $0.sorted { $0.1.since.isBefore($1.1.since) } }
        guard let first = waiting.first else { return nil }
        (who, cause) = first
        others = waiting.count - 1
    }

    /// Who caused it and so can't clear it alone.
    private var causedBy: Badge? {
        if case .mismatch(let mismatch) = cause { return mismatch.by }
        return nil
    }

    /// The word behind `k`.
    var label: Phrase {
        switch cause {
        case .mismatch: NewbornHandoverText.clear
        case .doubt: NewbornHandoverText.resolve
        }
    }

    /// Why whoever is signed in can't clear it; nil when she or he can.
    func cannotClear(_ scene: Scene) -> Phrase? {
        guard let staff = scene.staff else { return secondNeeded(scene) }
        return staff.badge != causedBy && staff.role.may(.clearMismatch) ? nil : secondNeeded(scene)
    }

    private func secondNeeded(_ scene: Scene) -> Phrase {
        guard case .mismatch(let mismatch) = cause else {
            return Phrase(
                en: "A charge nurse or doctor signs in (scan badge) and presses k.",
                zhHans: "须由护士长或医师登录（扫描工牌），按 k。")
        }
        let name = mismatch.by.map { scene.name(of: $0) } ?? "-"
        return Phrase(
            en: "A charge nurse or doctor other than \(name) signs in (scan badge) and presses k, gives a reason.",
            zhHans: "须由\(name)以外的护士长或医师登录（扫描工牌），按 k 并说明原因。")
    }

    /// What a scan leads to while this stands: nothing but the sign-in of somebody who may clear it.
    func answer(to scanned: ScannedCode, _ scene: Scene) -> [PaneEffect]? {
        if case .staff(let member) = scanned, member.badge != causedBy, member.role.may(.clearMismatch) {
            return nil
        }
        return [.toast(secondNeeded(scene), .stop)]
    }

    /// The form behind `k`.
    func clearing(_ scene: Scene) -> FormDialog {
        switch cause {
        case .mismatch: clearingMismatch(scene)
        case .doubt: resolving(scene)
        }
    }

    private func clearingMismatch(_ scene: Scene) -> FormDialog {
        let newborn = who.id
        let findings = MismatchFinding.allCases
        return FormDialog(
            NewbornHandoverText.clear,
            fields: [FormField("finding", "found", "核查结果", .choice(findings.map(\.label))), .reason],
            hint: who.hint(scene), openedAt: scene.now.reading
        ) { form in
            let reason = form.required("reason")
            guard let finding = form.requiredChoice("finding", of: findings) else { return .incomplete }
            return .record(ClearMismatch(newborn: newborn, finding: finding, reason: reason), .now)
        }
    }

    private func resolving(_ scene: Scene) -> FormDialog {
        let newborn = who.id
        let means = IdentityMeans.allCases
        let fields = [
            FormField("means", "found out by", "依据", .choice(means.map(\.label))),
            FormField("finding", "finding", "结果", .text(placeholder: "", columns: 200)),
            FormField("second", "second person", "第二核对人", .text(placeholder: "", columns: 64), takesScan: true),
            FormField("escalatedTo", "told above", "已上报", .text(placeholder: "", columns: 64)),
        ]
        return FormDialog(
            NewbornHandoverText.resolve, fields: fields, hint: who.hint(scene), openedAt: scene.now.reading
        ) { form in
            let finding = form.required("finding")
            let second = Badge(BandCode.normalized(form.required("second")))
            let above = form.required("escalatedTo")
            guard let means = form.requiredChoice("means", of: means) else { return .incomplete }
            return .record(
                ResolveIdentity(newborn: newborn, means: means, finding: finding, second: second, escalatedTo: above),
                .now)
        }
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        StopSheet(lines: lines(scene), isDrill: false).draw(on: &grid, scene)
    }

    private func lines(_ scene: Scene) -> [String] {
        let more = others == 0 ? [] : [scene.say("\(others) more after this one.", "另有 \(others) 项。")]
        return switch cause {
        case .mismatch(let mismatch): lines(mismatch, scene) + more
        case .doubt(let doubt): lines(doubt, scene) + more
        }
    }

    private func lines(_ mismatch: Newborn.Mismatch, _ scene: Scene) -> [String] {
        let recorded = scene.shortTime(mismatch.since.moment)
        let by = mismatch.by.map { scene.name(of: $0) } ?? "-"
        let clear =
            cannotClear(scene)
            ?? Phrase(en: "Press k, say what was found and why.", zhHans: "请按 k，填写核查结果和原因。")
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
        ]
    }

    private func lines(_ doubt: IdentityDoubt, _ scene: Scene) -> [String] {
        let others = doubt.with.compactMap { BabyHere.find($0, scene.ward) }.map { scene.say($0.called(scene)) }
        let clear = cannotClear(scene).map { scene.say($0) } ?? scene.say("Press k.", "请按 k。")
        return [
            "STOP 停    " + scene.say("BABIES WITHOUT A BAND AT ONCE", "同时有新生儿无腕带"),
            scene.say(who.called(scene)),
        ] + others.map { scene.say("or  ", "或  ") + $0 } + [
            scene.say(
                "1 Move neither of them from \(doubt.place.label.en). Put no band on.",
                "1 勿将其移离\(doubt.place.label.zhHans)，勿佩戴腕带。"),
            scene.say("2 Call the charge nurse and a doctor; tell the medical office.", "2 通知护士长和医师，上报医务部门。"),
            scene.say(
                "3 Compare footprint, blood group, clamps, photograph; DNA if needed.", "3 核对足印、血型、脐带夹、照片，必要时做 DNA。"),
            scene.say("4 Two people record the finding for each baby. ", "4 双人逐一记录结果。") + clear,
        ]
    }

    private func custodian(_ scene: Scene) -> String {
        scene.name(of: who.baby.custody.custodian)
    }

    /// A code, and who wears it.
    private func described(_ code: String?, _ scene: Scene) -> String {
        let person = code.flatMap { ScannedCode($0, in: scene.ward).who(scene) }.map { "  \(scene.say($0))" } ?? ""
        return scene.say(BandCode.said(code)).safeForScreen + person
    }
}

/// The page of a STOP: every cell says it by its role, and the first line by its word; a drill's by a word on every row.
struct StopSheet {
    let lines: [String]
    let isDrill: Bool

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        grid.fill(grid.area, isDrill ? .drill : .stop)
        let mark = isDrill ? "DRILL 演练  " : ""
        let width = max(1, grid.area.columns - 4 - mark.displayWidth)
        var row = grid.area.rows > 11 ? 1 : 0
        if isDrill { for row in 0..<grid.area.rows { grid.put(mark, at: Point(1, row), .drill) } }
        for line in lines {
            for part in line.wrapped(to: width) {
                grid.put(part, at: Point(2 + mark.displayWidth, row), isDrill ? .drill : .stop)
                row += 1
            }
        }
    }
}
