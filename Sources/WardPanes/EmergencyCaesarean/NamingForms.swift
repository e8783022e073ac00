import ScreenGrid
import WardDomain

/// Whose clock it is: who she is, or which mother here it belongs to. The times stay.
enum NamingForms {
    static func choice(_ shown: ShownRun, _ scene: Scene) -> PickDialog {
        let other =
            shown.mother.identity.isNamed
            ? Phrase(en: "wrong mother: move the clock", zhHans: "对象错误：移动计时")
            : Phrase(en: "she is a mother who is here", zhHans: "她是在科孕产妇")
        let choices = [
            PickDialog.Choice(
                "i", Phrase(en: "identify her (signed in)", zhHans: "确认身份（需登录）"),
                effects: [
                    scene.staff == nil
                        ? .toast(Phrase.signInFirst, .hint)
                        : .open(MotherForms.identify(shown.mother, scene))
                ]),
            PickDialog.Choice("b", other, effects: [.open(move(shown, other, scene))]),
        ]
        let others = OpenRuns(scene).all.filter { $0.isSaved && $0.run.isRunning && $0.mother.id != shown.mother.id }
        let join = others.prefix(6).enumerated().map { index, other in
            let bed = other.mother.bed.map { "\($0) " } ?? ""
            let since = Durations.clock(other.run.elapsed(now: scene.now.reading).seconds)
            return PickDialog.Choice(
                Character(String(index + 1)),
                Phrase(
                    en: "same caesarean as \(bed)\(scene.name(of: other.mother)) \(since): join the clocks",
                    zhHans: "与 \(bed)\(scene.name(of: other.mother)) \(since) 为同一手术：合并计时"),
                effects: [.record(JoinCaesareans(run: shown.run.id, into: other.run.id), .frozen(scene.now.reading))])
        }
        return PickDialog(
            EmergencyCaesareanText.naming, choices: choices + (shown.run.isRunning && shown.isSaved ? join : []))
    }

    /// By bed, by a scan of her band, or by hospital number. A story without a name is merged whole into hers.
    private static func move(_ shown: ShownRun, _ title: Phrase, _ scene: Scene) -> FormDialog {
        let run = shown.run.id
        let whom = FormField(
            "bed", "bed, band or number", "床号、腕带或住院号", .text(placeholder: "3"), takesScan: true)
        return FormDialog(title, fields: [whom], openedAt: scene.now.reading) { form in
            let text = form.required("bed")
            guard let mother = form.scene.ward.mother(called: text) else {
                if !text.isEmpty { form.fault("bed", "Nobody here is '\(text)'.", "未找到「\(text)」。") }
                return .faults([:])
            }
            return .record(MoveCaesarean(run: run, to: mother.id), .frozen(form.openedAt))
        }
    }
}

extension WardState {
    /// The mother in a bed, with a band, or with a hospital number.
    func mother(called text: String) -> Admission? {
        if let inBed = occupant(of: BedLabel(text)) { return inBed }
        if case .mother(let wearer) = wearer(of: BandCode.normalized(text)) { return wearer }
        return admission(mrn: text)
    }
}
