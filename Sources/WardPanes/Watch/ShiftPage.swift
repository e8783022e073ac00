import ScreenGrid
import WardDomain

/// A shift handover as lines: open ends first, then who is out, what is due, everybody's place, and what has been.
enum ShiftPage {
    /// A line and what it means.
    struct Line {
        let text: String
        let role: StyleRole
    }

    static func job(_ snapshot: ShiftSnapshot, _ scene: Scene) -> PrintJob {
        let text = PagedText.pages(
            title: scene.say(ShiftText.title), blocks: lines(snapshot, scene).map { [$0.text] }, scene)
        return PrintJob(name: "shift", text: text)
    }

    static func lines(_ snapshot: ShiftSnapshot, _ scene: Scene) -> [Line] {
        let page = ShiftLines(snapshot, scene)
        return page.sinceLast
            + page.section("Open ends", "未结事项", snapshot.waiting.map(page.waiting))
            + page.section("Out now", "外出中", snapshot.babies.filter(\.isOut).map(page.baby))
            + page.section("Due", "待观察", snapshot.due.map(page.due))
            + page.section("Mothers", "孕产妇", snapshot.mothers.map(page.mother))
            + page.section("Newborns", "新生儿", snapshot.babies.map(page.baby))
    }
}

/// The lines of one snapshot, with names as this screen may show them.
private struct ShiftLines {
    let snapshot: ShiftSnapshot
    let scene: Scene

    init(_ snapshot: ShiftSnapshot, _ scene: Scene) {
        self.snapshot = snapshot
        self.scene = scene
    }

    func section(_ en: String, _ zhHans: String, _ lines: [ShiftPage.Line]) -> [ShiftPage.Line] {
        let heading = ShiftPage.Line(text: "\(scene.say(en, zhHans)) \(lines.count)", role: .columnHeading)
        return [heading] + (lines.isEmpty ? [ShiftPage.Line(text: scene.say("  none", "  无"), role: .dim)] : lines)
    }

    /// Who has charge, since when, and what was recorded since.
    var sinceLast: [ShiftPage.Line] {
        guard let last = scene.ward.plan.lastShift, let charge = scene.ward.plan.inCharge else {
            return [ShiftPage.Line(text: scene.say("First shift handover here.", "本系统首次交班。"), role: .hint)]
        }
        let time = scene.time(last.at.moment)
        let counts = ShiftText.counted.compactMap { kind, label in
            snapshot.sinceLast[kind].map { "\(scene.say(label)) \($0)" }
        }
        let tally = counts.isEmpty ? scene.say("nothing counted", "无") : counts.joined(separator: scene.say(", ", "，"))
        return [
            ShiftPage.Line(
                text: scene.say(
                    "In charge since \(time): \(scene.name(of: charge))", "自 \(time) 当班：\(scene.name(of: charge))"),
                role: .title),
            ShiftPage.Line(text: scene.say("Since then: \(tally)", "此后：\(tally)"), role: .text),
        ]
    }

    func waiting(_ waiting: ShiftSnapshot.Waiting) -> ShiftPage.Line {
        let owner = scene.ward.roster[Badge(waiting.owner)].map { $0.name.safeForScreen }
        let who = owner ?? StaffRole(rawValue: waiting.owner).map { scene.say($0.label) } ?? waiting.owner
        let why = waiting.reason.map { " (\($0.safeForScreen))" } ?? ""
        let about = name(of: waiting.about)
        let text =
            "\(waiting.kind.priority.mark.padded(to: 3)) \(scene.say(waiting.kind.label)): \(about), \(scene.shortTime(waiting.since)), \(who)\(why)"
        return ShiftPage.Line(text: text, role: waiting.kind.priority.role)
    }

    /// Whom an alarm is about: a baby, a mother, else what its id says.
    private func name(of id: String) -> String {
        if let baby = BabyHere.find(NewbornID(id), scene.ward) { return scene.say(baby.called(scene)) }
        if let mother = scene.ward.admissions[AdmissionID(id)] { return mother.bedAndName(scene) }
        if let run = scene.ward.caesarean(CaesareanID(id)) { return run.admission.bedAndName(scene) }
        if let finding = scene.ward.findings[FindingID(id)] { return scene.said(finding.what) }
        return scene.ward.checklists[ChecklistID(id)]?.drillProtocol.map { scene.say($0.title) } ?? id
    }

    func due(_ due: ShiftSnapshot.Due) -> ShiftPage.Line {
        let late = due.lateSeconds
        let time = scene.say(Durations.words(abs(late)))
        let when = late > 0 ? scene.say("\(time) late !", "超 \(time) !") : scene.say("in \(time)", "剩 \(time)")
        let who = scene.ward.admissions[due.admission]?.bedAndName(scene) ?? due.admission.rawValue
        return ShiftPage.Line(
            text: "    \(who): \(scene.say(due.field.label)) \(when)", role: late > 0 ? .overdue : .text)
    }

    func mother(_ mother: ShiftSnapshot.Mother) -> ShiftPage.Line {
        let who = scene.ward.admissions[mother.admission]?.bedAndName(scene) ?? mother.admission.rawValue
        let risk = mother.risk.map { scene.say($0.label) } ?? scene.say("not graded", "未分级")
        let infectious = mother.infectious == true ? "+\(scene.say(RiskGrade.infectiousMark).filter { $0 != "+" })" : ""
        let running = mother.isCaesareanRunning ? scene.say(", CAESAREAN RUNS", "，紧急剖宫产进行中") : ""
        let charge = mother.inCharge.map { ", \(scene.name(of: $0))" } ?? ""
        let plan = mother.plan.map { ": \($0.safeForScreen)" } ?? ""
        return ShiftPage.Line(
            text: "    \(who), \(scene.say(mother.place.label)), \(risk)\(infectious)\(running)\(charge)\(plan)",
            role: .text)
    }

    func baby(_ baby: ShiftSnapshot.Baby) -> ShiftPage.Line {
        let found = BabyHere.find(baby.newborn, scene.ward)
        let who = found.map { scene.say($0.called(scene)) } ?? baby.newborn.rawValue
        guard baby.isLive else {
            let died = scene.say("died; in the care of", "已故；照护人")
            return ShiftPage.Line(
                text: "    \(who), \(scene.say(baby.place.label)), \(died) \(scene.name(of: baby.custodian))",
                role: .dim)
        }
        let back = baby.expectedBack.map { scene.say(", back by \(scene.shortTime($0))", "，应返 \(scene.shortTime($0))") }
        let text =
            "    \(who), \(scene.say(baby.place.label)), \(scene.name(of: baby.custodian)), \(scene.say("bands", "腕带")) \(baby.bands)/2\(back ?? "")"
        return ShiftPage.Line(text: text, role: baby.isOut ? .dueSoon : .text)
    }
}

extension Admission {
    /// `bed 3 李* ..2001`, as this screen may show it.
    fileprivate func bedAndName(_ scene: Scene) -> String {
        let number = scene.names.numberTails[id].map { " ..\($0)" } ?? ""
        return "\(scene.leadingBed(of: self))\(scene.name(of: self))\(number)"
    }
}
