import ScreenGrid
import WardDomain

/// The wrong-baby drill: two training bands that do not belong together, the same STOP as in earnest, marked DRILL on
/// every row. It takes no band of anybody's and touches no baby; a drill that runs gets a note of it.
struct WrongBabyDrill: DialogPanel {
    let title = NewbornHandoverText.wrongBabyDrill
    private let startedAt: ClockReading
    private var baby: String?
    private var mother: String?
    private var stoppedAt: ClockReading?
    private var clearedAt: ClockReading?
    private var field = TextField()
    private var message: Phrase?

    init(startedAt: ClockReading) {
        self.startedAt = startedAt
    }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "take the code", zhHans: "确认编码")),
            BindingLine(key: .escape, label: Phrase(en: "end the drill", zhHans: "结束演练")),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        switch key {
        case .escape: return end(scene)
        case .enter:
            let code = BandCode.normalized(field.text)
            field.clear()
            return code.isEmpty ? .stay : take(scan: code, scene)
        default:
            _ = field.take(key)
            return .stay
        }
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        let code = BandCode.normalized(scan)
        if stoppedAt != nil { return clear(code, scene) }
        guard case .unknown = ScannedCode(code, in: scene.ward) else {
            message = Phrase(
                en: "That is a real code: a drill takes training bands only.", zhHans: "这是真实编码：演练只能用训练腕带。")
            return .stay
        }
        message = nil
        if baby == nil { baby = code } else { mother = code }
        if mother != nil { stoppedAt = scene.now.reading }
        return .stay
    }

    /// A second person with authority scans her badge: the drill's STOP is cleared.
    private mutating func clear(_ code: String, _ scene: Scene) -> DialogResponse {
        guard let member = scene.ward.roster[Badge(code)], !member.retired, member.role.may(.clearMismatch),
            member.badge != scene.staff?.badge
        else {
            message = Refusal.secondPersonNeeded.text
            return .stay
        }
        clearedAt = clearedAt ?? scene.now.reading
        message = Phrase(
            en: "Cleared by \(member.name.safeForScreen). In earnest, every scan starts again now.",
            zhHans: "\(member.name.safeForScreen)已解除。真实情况下此时应全部重新扫描。")
        return .stay
    }

    private func seconds(_ end: ClockReading?) -> String {
        end.map { Durations.clock(Occurrence(startedAt).interval(to: $0).seconds) } ?? "-"
    }

    /// The running drill's note of what was practised; without a drill nothing is recorded.
    private func end(_ scene: Scene) -> DialogResponse {
        let running = scene.ward.checklists.values.filter { $0.nature == .drill && $0.isOpen }
            .min { $0.id.rawValue < $1.id.rawValue }
        guard let running, stoppedAt != nil else { return .close }
        let text = "错婴演练 wrong-baby STOP \(seconds(stoppedAt)), \(seconds(clearedAt))"
        return .close(.record(NoteChecklist<Drill>(run: running.id, text: text)))
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        StopSheet(lines: lines(scene), brief: brief(scene), isDrill: true).draw(on: &grid)
    }

    /// What a small screen has room for.
    private func brief(_ scene: Scene) -> [String] {
        guard let mother, let baby else { return lines(scene) }
        let clear =
            clearedAt == nil
            ? scene.say("Now a charge nurse's or doctor's badge.", "请护士长或医师扫描工牌。")
            : scene.say("Esc ends the drill.", "按 Esc 结束演练。")
        return [
            "STOP 停 " + scene.say("THIS BAND DOES NOT BELONG", "腕带不符"),
            scene.say("scanned \(mother.safeForScreen)", "扫描到 \(mother.safeForScreen)"),
            scene.say("belongs mother of \(baby.safeForScreen)", "应为 \(baby.safeForScreen) 之母"),
            message.map { scene.say($0) } ?? clear,
        ]
    }

    private func lines(_ scene: Scene) -> [String] {
        let said = message.map { [scene.say($0)] } ?? []
        guard let mother, let baby else { return asking(scene) + said }
        let next =
            clearedAt == nil
            ? scene.say(
                "A charge nurse or doctor other than you scans a badge.", "须由您以外的护士长或医师扫描工牌。")
            : scene.say("Esc ends the drill.", "按 Esc 结束演练。")
        return [
            "STOP 停    " + scene.say("THIS BAND DOES NOT BELONG", "腕带不符"),
            scene.say("scanned   \(mother.safeForScreen)", "扫描到  \(mother.safeForScreen)"),
            scene.say(
                "belongs   the band of the mother of \(baby.safeForScreen)", "应为    \(baby.safeForScreen) 之母的腕带"),
            scene.say("Nothing has moved. No real baby is touched.", "未移交。不涉及真实新生儿。"),
            scene.say(
                "STOP after \(seconds(stoppedAt)), cleared after \(seconds(clearedAt))",
                "\(seconds(stoppedAt)) 停止，\(seconds(clearedAt)) 解除"),
            next,
        ] + said
    }

    private func asking(_ scene: Scene) -> [String] {
        let first = baby == nil
        return [
            scene.say(NewbornHandoverText.wrongBabyDrill),
            first
                ? scene.say("Scan or type the BABY's training band, Enter.", "扫描或输入新生儿训练腕带，回车。")
                : scene.say("Now another MOTHER's training band.", "再扫描另一位母亲的训练腕带。"),
            "> \(field.text)",
        ]
    }
}
