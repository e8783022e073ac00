import ScreenGrid
import WardDomain

/// How it was made sure who a mother is: in her admission, or on its own.
enum IdentityCheckFields {
    static let all =
        [FormField("identityCheck", "identity by", "身份核对", .choice(IdentityCheck.Means.allCases.map(\.label)))]
        + DocumentFields.all + [
            FormField(
                "second", "second person", "第二核对人", takesScan: true,
                isOptional: true),
            FormField("checkNote", "note", "备注"),
        ]

    static func means(_ form: FormReader) -> IdentityCheck.Means? {
        form.choice("identityCheck", of: IdentityCheck.Means.allCases)
    }

    /// The form on its own, for a mother who is here.
    static func dialog(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let so = mother.identityCheck?.text
        let hint = Phrase(
            en: "\(scene.name(of: mother)): \(so?.en ?? "not recorded")",
            zhHans: "\(scene.name(of: mother))：\(so?.zhHans ?? "未记录")")
        return FormDialog(
            Phrase(en: "How she was identified", zhHans: "身份核对"), fields: all, hint: hint,
            openedAt: scene.now.reading
        ) { form in
            .record(
                CheckMotherIdentity(
                    admission: id, form.requiredChoice("identityCheck", of: IdentityCheck.Means.allCases),
                    documentKind: DocumentFields.kind(form), documentLast4: form.text("documentLast4"),
                    second: form.code("second").map { Badge($0) }, note: form.text("checkNote")), .now)
        }
    }
}
