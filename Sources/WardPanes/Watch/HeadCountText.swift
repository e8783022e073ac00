import ScreenGrid
import WardDomain

/// The words and forms of a head count.
enum HeadCountText {
    static let title = Phrase(en: "head count", zhHans: "清点")
    static let finish = Phrase(en: "end the count", zhHans: "结束清点")
    static let leave = Phrase(en: "leave, count goes on", zhHans: "离开（清点继续）")
    static let print = Phrase(en: "print the census", zhHans: "打印名册")
    static let atDestination = Phrase(en: "at the destination", zhHans: "本终端在目的地")
    static let atUnit = Phrase(en: "on the unit", zhHans: "本终端在病区")
    static let ended = Phrase(
        en: "This count has ended; the message line and the record say how.", zhHans: "本次清点已结束，结果见提示行和记录。")
    static let scanFirst = Phrase(en: "Scan a baby: the count begins with it.", zhHans: "请扫描新生儿腕带，即开始清点。")
    static let scanEveryBaby = Phrase(
        en: "Scan a band of every baby. Each scan is recorded.", zhHans: "扫描每名新生儿的一条腕带，每次扫描均记录。")
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

    /// The drill that a count is part of; nil while the same is worked through for real. A count for a purpose stays what
    /// it is, drill or real.
    static func drill(_ purpose: HeadCountPurpose, _ scene: Scene) -> ChecklistID? {
        if let count = scene.ward.openHeadCount, count.purpose != .routine { return count.drill }
        let runs = scene.ward.checklists.values.filter {
            $0.isRunning && $0.suspendedAt == nil && $0.drillProtocol?.id == protocolID(purpose)
        }
        return runs.contains { !$0.isDrill } ? nil : runs.first?.id
    }

    /// Says what the count that goes on is for, or begins one.
    static func giving(
        _ purpose: HeadCountPurpose, _ destination: String?, _ scene: Scene, openedAt: ClockReading
    ) -> PaneEffect {
        let drill = drill(purpose, scene)
        guard scene.ward.openHeadCount != nil else {
            return .record(
                StartHeadCount(purpose: purpose, destination: destination, drill: drill), .frozen(openedAt))
        }
        return .record(GiveHeadCountPurpose(purpose: purpose, destination: destination, drill: drill))
    }

    /// Asks where an evacuation goes to.
    static func evacuating(_ scene: Scene, openedAt: ClockReading) -> FormDialog {
        let drill = drill(.evacuation, scene)
        let isOpen = scene.ward.openHeadCount != nil
        return FormDialog(
            HeadCountPurpose.evacuation.label,
            fields: [FormField("destination", "where to", "疏散至", .text(placeholder: "east corridor"))],
            hint: Phrase(
                en: "Every band is read as the baby is taken up, and again at the destination.",
                zhHans: "抱起时扫描腕带，到达目的地再次扫描。"), openedAt: scene.now.reading
        ) { form in
            let destination = form.required("destination")
            return isOpen
                ? .record(GiveHeadCountPurpose(purpose: .evacuation, destination: destination, drill: drill), .now)
                : .record(
                    StartHeadCount(purpose: .evacuation, destination: destination, drill: drill), .frozen(openedAt))
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
