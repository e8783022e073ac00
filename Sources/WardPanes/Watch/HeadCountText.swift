import ScreenGrid
import WardDomain

/// The words and forms of a head count.
enum HeadCountText {
    static let title = Phrase(en: "head count", zhHans: "清点")
    static let finish = Phrase(en: "end the count", zhHans: "结束清点")
    static let end = Phrase(en: "end", zhHans: "结束")
    static let pink = Phrase(en: "pink", zhHans: "粉色警报")
    static let evacuate = Phrase(en: "evacuate", zhHans: "疏散")
    static let withoutBand = Phrase(en: "no band", zhHans: "无腕带")
    static let leave = Phrase(en: "leave", zhHans: "离开")
    static let print = Phrase(en: "print", zhHans: "打印名册")
    static let atDestination = Phrase(en: "destination", zhHans: "在目的地")
    static let atUnit = Phrase(en: "unit", zhHans: "在病区")
    static let nobodyWithoutBand = Phrase(
        en: "Every baby that is missing has a band on record: scan it, or record first that it came off.",
        zhHans: "未清点的新生儿均有腕带记录：请扫描；如已脱落，请先登记。")
    static let ended = Phrase(
        en: "This count has ended; the message line and the record say how.", zhHans: "本次清点已结束，结果见提示行和记录。")
    static let scanFirst = Phrase(en: "Scan a baby: the count begins with it.", zhHans: "请扫描新生儿腕带，即开始清点。")
    static let scanEveryBaby = Phrase(
        en: "Scan a band of every baby; each is recorded. Esc leaves, the count goes on.",
        zhHans: "扫描每名新生儿的一条腕带，每次扫描均记录；按 Esc 离开，清点继续。")
    static let allSeen = Phrase(en: "Everybody was seen: Enter ends the count.", zhHans: "全部在：按回车结束清点。")
    static let scanAsTakenUp = Phrase(
        en: "Read the band before a baby is taken up; d: scan at the destination.", zhHans: "抱起前扫描腕带；按 d 在目的地扫描。")
    static let scanAtDestination = Phrase(
        en: "AT THE DESTINATION: read every band again.", zhHans: "目的地：请再次扫描每条腕带。")

    /// The protocol of a drill whose counts are its own.
    private static func protocolID(_ purpose: HeadCountPurpose) -> String? {
        switch purpose {
        case .routine: nil
        case .codePink: "infant-abduction"
        case .evacuation: "nicu-evacuation"
        }
    }

    /// The drill that a count for a purpose could be part of: the one whose count goes on, or that runs; nil while the same
    /// is worked through for real.
    static func drill(_ purpose: HeadCountPurpose, _ scene: Scene) -> ChecklistID? {
        if let count = scene.ward.openHeadCount, count.purpose != .routine { return count.drill }
        let runs = scene.ward.checklists.values.filter {
            $0.isRunning && $0.suspendedAt == nil && $0.drillProtocol?.id == protocolID(purpose)
        }
        return runs.contains { !$0.isDrill } ? nil : runs.first?.id
    }

    /// Says what the count that goes on is for, or begins one. While a drill runs it asks whether this is real: that is
    /// always possible, and suspends the drill.
    static func giving(_ purpose: HeadCountPurpose, _ scene: Scene, openedAt: ClockReading) -> PaneEffect {
        guard let drill = drill(purpose, scene) else {
            return giving(purpose, drill: nil, scene, openedAt: openedAt)
        }
        let real = Phrase(
            en: "REAL \(purpose.label.en): no drill, DRILL suspended", zhHans: "真实\(purpose.label.zhHans)：非演练，演练中断")
        let part = Phrase(en: "part of the drill", zhHans: "演练的一部分")
        let pressed = scene.now.reading
        return .open(
            PickDialog(
                purpose.label,
                explanation: Phrase(en: "A drill is running. Which is it?", zhHans: "演练正在进行，请确认："),
                choices: [
                    PickDialog.Choice(
                        "r", real, role: .alarmHigh,
                        effects: [giving(purpose, drill: nil, scene, openedAt: pressed)]),
                    PickDialog.Choice(
                        "d", part, effects: [giving(purpose, drill: drill, scene, openedAt: openedAt)]),
                ]))
    }

    private static func giving(
        _ purpose: HeadCountPurpose, drill: ChecklistID?, _ scene: Scene, openedAt: ClockReading
    ) -> PaneEffect {
        guard purpose == .evacuation else {
            return .record(order(purpose, nil, drill, scene), time(drill, scene, openedAt))
        }
        return .open(evacuating(drill, scene, openedAt: openedAt))
    }

    /// What is recorded: a count that goes on is for this now, unless it is a drill's and this is real.
    private static func order(
        _ purpose: HeadCountPurpose, _ destination: String?, _ drill: ChecklistID?, _ scene: Scene
    ) -> any WardCommand {
        joins(drill, scene)
            ? GiveHeadCountPurpose(purpose: purpose, destination: destination, drill: drill)
            : StartHeadCount(purpose: purpose, destination: destination, drill: drill)
    }

    private static func time(_ drill: ChecklistID?, _ scene: Scene, _ openedAt: ClockReading) -> CommandEnvelope.Time {
        joins(drill, scene) ? .now : .frozen(openedAt)
    }

    /// Whether the count that goes on can be for a drill, or for real.
    private static func joins(_ drill: ChecklistID?, _ scene: Scene) -> Bool {
        guard let count = scene.ward.openHeadCount else { return false }
        return count.drill == nil || drill != nil
    }

    /// Asks where an evacuation goes to.
    private static func evacuating(_ drill: ChecklistID?, _ scene: Scene, openedAt: ClockReading) -> FormDialog {
        FormDialog(
            HeadCountPurpose.evacuation.label,
            fields: [FormField("destination", "where to", "疏散至", .text(placeholder: "east corridor"))],
            hint: Phrase(
                en: "Every band is read as the baby is taken up, and again at the destination.",
                zhHans: "抱起时扫描腕带，到达目的地再次扫描。"), openedAt: scene.now.reading
        ) { form in
            let destination = form.required("destination")
            return .record(order(.evacuation, destination, drill, form.scene), time(drill, form.scene, openedAt))
        }
    }

    /// Asks why a count ends while somebody is missing; each of them is named in the record.
    static func ending(missing: Int, _ scene: Scene) -> FormDialog {
        FormDialog(
            finish, fields: [.reason],
            hint: Phrase(
                en: "\(missing) MISSING: each is named in the record. Say what is done about it.",
                zhHans: "缺 \(missing) 名：将逐一记录。请说明如何处理。"), openedAt: scene.now.reading
        ) { form in
            .record(FinishHeadCount(reason: form.required("reason")), .now)
        }
    }
}
