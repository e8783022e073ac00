import ScreenGrid
import WardDomain

/// Leaving the program: a running clock is named first; it goes on in the ledger.
enum QuitDialog {
    static func panel(_ scene: Scene) -> PickDialog {
        let running =
            scene.ward.admissions.values.flatMap(\.runs).filter(\.isRunning).count
            + scene.ward.checklists.values.filter(\.isRunning).count
        let explanation =
            running == 0
            ? nil
            : Phrase(
                en: "\(running) clock(s) are running. They go on in the ledger and on the other terminals.",
                zhHans: "有 \(running) 个计时正在运行。退出后仍在台账及其他终端继续。")
        return PickDialog(
            Phrase(en: "Quit Matrona?", zhHans: "退出？"), explanation: explanation,
            choices: [
                PickDialog.Choice("y", Phrase(en: "quit", zhHans: "退出"), effects: [.effect(.quit)]),
                PickDialog.Choice("n", Phrase(en: "stay", zhHans: "留下"), effects: []),
            ])
    }
}
