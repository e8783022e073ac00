import ScreenGrid
import WardDomain

/// Leaving the program: what is not saved is named first, then a running clock, which goes on in the ledger.
enum QuitDialog {
    /// - Parameter holdsWork: whether a form stands open or parked with what nobody has recorded.
    static func panel(_ scene: Scene, holdsWork: Bool) -> PickDialog {
        PickDialog(
            Phrase(en: "Quit Matrona?", zhHans: "退出？"),
            explanation: notSaved(scene) ?? (holdsWork ? filledIn : running(scene)),
            choices: [
                PickDialog.Choice("y", Phrase(en: "quit", zhHans: "退出"), effects: [.effect(.quit)]),
                PickDialog.Choice("n", Phrase(en: "stay", zhHans: "留下"), effects: []),
            ])
    }

    private static func notSaved(_ scene: Scene) -> Phrase? {
        let count = scene.notSaved.count
        guard count > 0 else { return nil }
        return Phrase(
            en: "NOT SAVED: \(count). Stay until they are: what the store has not taken is lost when the program ends.",
            zhHans: "未保存：\(count) 项。请等待保存完成：退出后未写入数据库的内容将丢失。")
    }

    private static let filledIn = Phrase(
        en: "A form is filled in and not recorded: what was typed is lost when the program ends.",
        zhHans: "有表单已填写而未记录：退出后所填内容将丢失。")

    private static func running(_ scene: Scene) -> Phrase? {
        let running =
            scene.ward.admissions.values.flatMap(\.runs).filter(\.isRunning).count
            + scene.ward.checklists.values.filter(\.isRunning).count
        guard running > 0 else { return nil }
        return Phrase(
            en: running.counting("clock is running. It goes", "clocks are running. They go")
                + " on in the ledger and on the other terminals.",
            zhHans: "有 \(running) 个计时正在运行。退出后仍在台账及其他终端继续。")
    }
}
