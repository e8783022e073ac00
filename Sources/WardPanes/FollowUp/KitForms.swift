import ScreenGrid
import WardDomain

/// The forms of a check.
enum KitForms {
    /// What was counted and read of an item; what the last check found stands in the fields, to be seen and confirmed.
    static func item(
        _ item: Kit.Item, _ check: KitCheck, _ known: KitCheck.Mark?, _ result: KitItemResult, _ scene: Scene
    ) -> FormDialog {
        let title = scene.say(item.title)
        let isGap = result == .gap
        var fields: [FormField] = []
        if item.expires || isGap || known?.expiry != nil {
            fields.append(
                FormField(
                    "expiry", "earliest expiry", "最早效期", .text(placeholder: "2027-03-31"),
                    initial: isGap ? "" : known?.expiry?.description ?? ""))
        }
        if item.hasBattery || isGap {
            fields.append(
                FormField(
                    "battery", "battery", "电池",
                    .choice([Phrase(en: "works", zhHans: "正常"), Phrase(en: "fails", zhHans: "失效")])))
        }
        let wanted = item.quantity.map { " / \($0)" } ?? ""
        fields += [
            FormField("quantity", "how many\(wanted)", "数量\(wanted)"),
            FormField(
                "note", isGap ? "what is wrong" : "note", isGap ? "问题" : "备注"),
        ]
        if isGap {
            fields.append(
                FormField(
                    "owner", "owner (blank: you)", "负责人（空＝本人）", takesScan: true))
        }
        let label = Phrase(
            en: isGap ? "Gap: opens a defect" : "In order", zhHans: isGap ? "缺失：登记缺陷" : "完好")
        return FormDialog(
            label, fields: fields, hint: Phrase(en: title.safeForScreen, zhHans: title.safeForScreen),
            openedAt: scene.now.reading
        ) { form in
            .record(
                CheckKitItem(
                    check: check.id, item: item.id, result: result, quantity: form.integer("quantity"),
                    expiry: form.day("expiry"), batteryWorks: form.choice("battery", of: [true, false]),
                    note: form.text("note"), owner: form.staff("owner")), .now)
        }
    }

    /// The seal's number, as it is read.
    static func seal(_ kit: Kit, _ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Seal of \(kit.en)", zhHans: "封条：\(kit.zhHans)"),
            fields: [
                FormField("seal", "number on the seal", "封条号", takesScan: true)
            ],
            hint: Phrase(
                en: "Scan or type what stands on the seal. An open seal means a full check.",
                zhHans: "扫描或输入封条上的编号。封条已开则须全面清点。"),
            openedAt: scene.now.reading
        ) { form in
            .record(CheckKitSeal(kit: kit.id, seal: form.required("seal")), .now)
        }
    }

    /// The end of a check: what was not checked is said, and stays that way.
    static func finish(_ check: KitCheck, _ scene: Scene) -> FormDialog {
        let (open, gaps) = (check.notChecked.count, check.gaps.count)
        let witness = FormField(
            "second", "second person", "双人核对人", takesScan: true)
        return FormDialog(
            Phrase(en: "Finish the check", zhHans: "结束清点"),
            fields: [
                FormField(
                    "seal", "new seal (blank: none)", "新封条号（空＝无）", takesScan: true)
            ] + (check.kit?.needsWitness == true ? [witness] : []),
            hint: Phrase(
                en: "Not checked: \(open). Gaps: \(gaps).", zhHans: "未核查：\(open) 项。缺失：\(gaps) 项。"),
            openedAt: scene.now.reading
        ) { form in
            .record(FinishKitCheck(check: check.id, seal: form.text("seal"), second: form.staff("second")), .now)
        }
    }

    /// What was taken, when, and who fills it again.
    static func use(_ kit: Kit, _ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Used: \(kit.en)", zhHans: "已动用：\(kit.zhHans)").safe,
            fields: [
                FormField("what", "what was taken", "取用物品"),
                FormField("at", "when (blank: now)", "时间（空＝现在）", .time(placeholder: "18:05  -5")),
                FormField(
                    "owner", "restocked by (blank: you)", "补充人（空＝本人）",
                    takesScan: true),
            ],
            hint: KitWords.restockRule(scene),
            openedAt: scene.now.reading
        ) { form in
            let time = form.time("at")
            return .record(UseKit(kit: kit.id, what: form.text("what"), owner: form.staff("owner")), time)
        }
    }

    /// The whole kit, or the item that is selected.
    static func care(_ kit: Kit, _ item: Kit.Item?, _ scene: Scene) -> FormDialog {
        let acts = KitCare.Act.allCases
        let whole = Phrase(en: "the whole kit", zhHans: "整体")
        let subjects = [whole] + kit.items.map(\.title.safe)
        let chosen = item.flatMap { item in kit.items.firstIndex { $0.id == item.id } }
        return FormDialog(
            Phrase(en: "Disinfected or repaired: \(kit.en)", zhHans: "消毒或维修：\(kit.zhHans)").safe,
            fields: [
                FormField("act", "what was done", "内容", .choice(acts.map(\.label))),
                FormField("item", "of what", "对象", .choice(subjects), initial: String(chosen.map { $0 + 1 } ?? 0)),
                FormField("note", "note", "备注"),
            ],
            hint: Phrase(
                en: "A defect stays open until it is closed with a word.", zhHans: "缺陷须另行说明并关闭。"),
            openedAt: scene.now.reading
        ) { form in
            let items: [String?] = [nil] + kit.items.map(\.id)
            let act = form.requiredChoice("act", of: acts)
            let subject = form.choice("item", of: items) ?? nil
            guard let act else { return .incomplete }
            return .record(CareForKit(kit: kit.id, act: act, item: subject, note: form.text("note")), .now)
        }
    }

    /// Where it stands and who keeps it; what is known stands in the fields.
    static func post(_ kit: Kit, _ known: KitPost?, _ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Place and keeper: \(kit.en)", zhHans: "定点放置与专人管理：\(kit.zhHans)").safe,
            fields: [
                FormField(
                    "place", "where it stands", "放置地点",
                    initial: known?.place ?? ""),
                FormField(
                    "keeper", "who keeps it", "管理人", initial: known?.keeper.rawValue ?? "", isSuggested: true,
                    takesScan: true),
            ],
            openedAt: scene.now.reading
        ) { form in
            let place = form.required("place")
            let keeper = form.staff("keeper")
            if form.text("keeper") == nil { _ = form.required("keeper") }
            guard let keeper else { return .incomplete }
            return .record(PostKit(kit: kit.id, place: place, keeper: keeper), .now)
        }
    }

    /// Begun by mistake: not counted; defects that it opened stay open.
    static func void(_ check: KitCheck, _ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Check begun by mistake: void", zhHans: "误开始的清点，作废"), fields: [.reason],
            openedAt: scene.now.reading
        ) { form in
            .record(VoidKitCheck(check: check.id, reason: form.required("reason")), .now)
        }
    }
}
