import ScreenGrid
import WardDomain

/// The forms of an action, a threat or a defect.
enum FindingForms {
    private static let due = FormField("due", "due day", "期限", .text(placeholder: "2026-12-31  +14"))

    private static func owner(_ known: Badge?) -> FormField {
        FormField(
            "owner", "owner", "负责人", initial: known?.rawValue ?? "", isSuggested: true, takesScan: true)
    }

    static let tags = FormField("tag", "tag", "隐患类别", .choice(ThreatTag.allCases.map(\.label)))

    /// A cart or area of the library, or nothing.
    static func kits(_ scene: Scene) -> FormField {
        FormField("kit", "about kit", "涉及设备", .choice(scene.rules.readiness.kits.map(\.title)))
    }

    static func new(_ scene: Scene) -> FormDialog {
        let kinds = FindingKind.allCases
        return FormDialog(
            Phrase(en: "New action, threat or defect", zhHans: "新增措施、隐患或缺陷"),
            fields: [
                FormField("kind", "what it is", "类型", .choice(kinds.map(\.label))),
                FormField("what", "what", "内容"), tags, kits(scene),
                FormField("otherKit", "other kit", "其他设备"), owner(nil), due,
            ],
            hint: Phrase(
                en: "An action has an owner and a day, a threat a tag, a defect its kit.",
                zhHans: "措施须有负责人和期限，隐患须有类别，缺陷须注明设备。"),
            openedAt: scene.now.reading
        ) { form in
            let kind = form.requiredChoice("kind", of: kinds)
            let what = form.required("what")
            let kit = form.kit()
            let (owner, due) = (form.staff("owner"), form.dayOrDaysAhead("due"))
            let tag = form.choice("tag", of: ThreatTag.allCases)
            guard let kind else { return .incomplete }
            return .record(OpenFinding(kind: kind, what: what, owner: owner, due: due, kit: kit, tag: tag), .now)
        }
    }

    /// The word how it was settled.
    static func close(_ finding: Finding, _ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Close with a word", zhHans: "关闭并说明"),
            fields: [FormField("how", "how it was settled", "如何解决")],
            hint: finding.said,
            openedAt: scene.now.reading
        ) { form in
            .record(CloseFinding(finding: finding.id, how: form.required("how")), .now)
        }
    }

    static func change(_ finding: Finding, _ scene: Scene) -> FormDialog {
        FormDialog(
            Phrase(en: "Owner and day", zhHans: "负责人与期限"), fields: [owner(nil), due, .reason],
            hint: Phrase(
                en: "\(finding.said.en)\nNow: \(now(finding, scene)). A blank field stays as it is.",
                zhHans: "\(finding.said.zhHans)\n现为：\(now(finding, scene))。空项不变。"),
            openedAt: scene.now.reading
        ) { form in
            .record(
                ChangeFinding(
                    finding: finding.id, owner: form.staff("owner"), due: form.dayOrDaysAhead("due"),
                    reason: form.text("reason")), .now)
        }
    }

    private static func now(_ finding: Finding, _ scene: Scene) -> String {
        [finding.owner.map(scene.name(of:)), finding.limit?.day.description].compactMap(\.self).joined(separator: ", ")
    }

    /// Everything that is known of one.
    static func page(_ finding: Finding, _ scene: Scene) -> HelpDialog {
        func line(_ en: String, _ zhHans: String, _ text: String?) -> Phrase? {
            text.map { Phrase(en: "\(en): \($0)", zhHans: "\(zhHans)：\($0)") }
        }
        let opened = finding.openedAt.map { scene.time($0.moment) }
        let closed = finding.closing.map { closing in
            "\(scene.said(closing.how)) (\(scene.time(closing.at.moment)) \(closing.staff.map(scene.name(of:)) ?? ""))"
        }
        let item = finding.kit.flatMap { scene.rules.readiness.kit($0) }?[item: finding.item ?? ""]
        let lines = [
            finding.said,
            finding.tag.map { Phrase(en: "tag: \($0.label.en)", zhHans: "类别：\($0.label.zhHans)") },
            line("kit", "设备", finding.kit.map(scene.kitName)), line("item", "项目", item.map { scene.say($0.title) }),
            line("owner", "负责人", finding.owner.map(scene.name(of:))),
            line("due", "期限", FindingWords.due(finding, scene).map(\.text).joined()),
            line("from", "来自", FindingWords.origin(finding, inFull: true, scene).map(\.text).joined()),
            line("opened", "登记", opened.map { "\($0) \(finding.openedBy.map(scene.name(of:)) ?? "")" }),
            line("closed", "关闭", closed),
        ]
        return HelpDialog(
            finding.kind?.label ?? Phrase(en: "finding", zhHans: "发现"), lines: [], paragraphs: lines.compactMap(\.self))
    }
}

extension FormReader {
    /// The kit that was chosen, or the other one that was written.
    func kit() -> String? {
        choice("kit", of: scene.rules.readiness.kits)?.id ?? text("otherKit")
    }
}

extension Finding {
    /// What was found, as it is said in either language.
    fileprivate var said: Phrase {
        let what = Phrase(recorded: what)
        return Phrase(en: what.en.safeForScreen, zhHans: what.zhHans.safeForScreen)
    }
}
