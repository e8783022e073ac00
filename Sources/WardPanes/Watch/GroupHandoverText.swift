import ScreenGrid
import WardDomain

/// The words, the list and the form of a shift change.
enum GroupHandoverText {
    static let title = Phrase(en: "Shift change: hand a group over", zhHans: "交接班：集体交接")
    static let key = Phrase(en: "shift change", zhHans: "交接班")
    static let hint = Phrase(
        en: "Each band once, both badges once, in any order. Backspace undoes a badge.",
        zhHans: "每名新生儿腕带一次，双方工牌各一次，顺序不限。退格撤回上一个工牌。")
    static let neither = Phrase(en: "A baby's band or a badge is needed here.", zhHans: "此处需要新生儿腕带或工牌。")
    static let bothScanned = Phrase(en: "Both badges are scanned already.", zhHans: "双方工牌均已扫描。")
    static let bothNeeded = Phrase(en: "Scan both badges.", zhHans: "请扫描双方工牌。")

    /// Exceptions first, then those that go.
    static func table(
        _ group: (go: [NewbornID], exceptions: [GroupHandedOver.Exception])?, _ scroll: ListScroll, _ scene: Scene
    ) -> Table {
        let cells = BabyCells(scene)
        let columns =
            [TableColumn("", minimum: 11, isIdentity: true)] + BabyCells.columns(scene) + [
                TableColumn(scene.say(NewbornHandoverText.place), minimum: 8, isIdentity: true),
                TableColumn(scene.say(NewbornHandoverText.custodian), minimum: 8, isIdentity: true),
            ]
        func row(_ id: NewbornID, _ mark: TableCell) -> [TableCell]? {
            guard let found = BabyHere.find(id, scene.ward) else { return nil }
            let custody = found.baby.custody
            return [mark] + cells.cells(found) + [
                TableCell(scene.say(custody.place.label)), TableCell(scene.name(of: custody.custodian), .staff),
            ]
        }
        let exceptions = (group?.exceptions ?? []).compactMap {
            row($0.newborn, TableCell(scene.say($0.why.label), .alarmMedium))
        }
        let go = (group?.go ?? []).reversed().compactMap { row($0, TableCell(scene.say("ok", "可"), .done)) }
        return Table(columns: columns, rows: exceptions + go, scroll: scroll, hasFocus: true)
    }

    /// Asks why babies are left out; each is named in the record.
    static func excepting(
        _ count: Int, _ scene: Scene, _ command: @escaping @Sendable (String) -> HandOverGroup
    ) -> FormDialog {
        FormDialog(
            title, fields: [.reason],
            hint: Phrase(
                en: "\(count) EXCEPTIONS: each is named in the record and stays where it is. Say why.",
                zhHans: "例外 \(count) 名：逐一记录，看护关系不变。请说明原因。"), openedAt: scene.now.reading
        ) { form in
            let reason = form.required("reason")
            guard let pins = HandoverPINDialog(command(reason), of: nil, form.scene) else {
                return .record(command(reason), .now)
            }
            return .done([.open(pins)])
        }
    }
}
