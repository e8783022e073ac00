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
        guard ward.admissions.values.contains(where: { $0.newborns.contains(where: \.stops) }) else { return nil }
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
            FormField("finding", "finding", "结果"),
            FormField("second", "second person", "第二核对人", takesScan: true),
            FormField("escalatedTo", "told above", "已上报"),
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
        StopSheet(lines: lines(scene), brief: brief(scene), isDrill: false).draw(on: &grid)
    }

    /// One line for where the pane is not on the screen.
    func notice(_ scene: Scene) -> String {
        let baby = who.called(scene)
        return scene.say(
            "\(MismatchStop.sign) pane 3: \(what.en). \(baby.en)",
            "\(MismatchStop.sign) 窗格 3：\(what.zhHans)。\(baby.zhHans)")
    }

    private static let sign = "STOP 停"

    private var what: Phrase {
        switch cause {
        case .mismatch: Phrase(en: "THIS BAND DOES NOT BELONG", zhHans: "腕带不符")
        case .doubt: Phrase(en: "BABIES WITHOUT A BAND AT ONCE", zhHans: "同时有新生儿无腕带")
        }
    }

    /// What a small screen has room for: what was scanned beside what belongs, and who clears it.
    private func brief(_ scene: Scene) -> [String] {
        let by = causedBy.map { scene.name(of: $0) }
        let clear =
            cannotClear(scene) == nil
            ? scene.say("Press k.", "请按 k。")
            : scene.say(
                "k: charge nurse or doctor" + (by.map { ", not \($0)" } ?? ""),
                "k：护士长或医师" + (by.map { "（\($0)除外）" } ?? ""))
        let head = ["\(MismatchStop.sign) \(scene.say(what))", scene.say(who.called(scene))]
        switch cause {
        case .mismatch(let mismatch):
            return head + [
                scene.say("scanned ", "扫描到 ") + brief(mismatch.scanned, scene),
                scene.say("belongs ", "应为 ") + brief(mismatch.belongs, scene), clear,
            ]
        case .doubt(let doubt):
            let others = doubt.with.compactMap { BabyHere.find($0, scene.ward) }.map { scene.say($0.called(scene)) }
            return head + others.map { scene.say("or ", "或 ") + $0 }
                + [scene.say("Move none, put no band on.", "勿移动，勿佩戴腕带。"), clear]
        }
    }

    /// Who wears a code, else the code.
    private func brief(_ code: String?, _ scene: Scene) -> String {
        code.flatMap { ScannedCode($0, in: scene.ward).who(scene) }.map { scene.say($0) }
            ?? scene.say(BandCode.said(code)).safeForScreen
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
            "\(MismatchStop.sign)    \(scene.say(what))",
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
            "\(MismatchStop.sign)    \(scene.say(what))",
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

extension Newborn {
    /// Whether something about it stops every handover.
    fileprivate var stops: Bool { mismatch != nil || identityDoubt != nil }
}

/// The page of a STOP: every cell says it by its role, and the first line by its word; a drill's by a word on every row.
struct StopSheet {
    let lines: [String]
    /// What is said instead where there is no room for all.
    let brief: [String]
    let isDrill: Bool

    private static let mark = "DRILL 演练 "
    /// Below so many rows nothing stays free above the text.
    private static let roomyRows = 12

    func draw(on grid: inout CellGrid) {
        let role: StyleRole = isDrill ? .drill : .stop
        grid.fill(grid.area, role)
        if isDrill { for row in 0..<grid.area.rows { grid.put(StopSheet.mark, at: Point(1, row), role) } }
        let column = 1 + (isDrill ? StopSheet.mark.displayWidth : 1)
        let width = max(1, grid.area.columns - column - 1)
        let whole = lines.flatMap { $0.wrapped(to: width) }
        let shown = whole.count <= grid.area.rows ? whole : brief.flatMap { $0.wrapped(to: width) }
        let top = grid.area.rows >= StopSheet.roomyRows ? 1 : 0
        for (row, line) in shown.enumerated() { grid.put(line, at: Point(column, top + row), role) }
    }
}
