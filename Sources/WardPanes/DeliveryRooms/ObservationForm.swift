import ScreenGrid
import WardDomain

/// The observation form: whatever was seen; blank stays not recorded.
enum ObservationForm {
    static func dialog(_ mother: Admission, _ scene: Scene) -> FormDialog {
        let id = mother.id
        let title = Phrase(en: "Observe: \(scene.name(of: mother))", zhHans: "观察：\(scene.name(of: mother))")
        return FormDialog(
            title, fields: order.map(field) + [.time, .reason],
            hint: Phrase(en: "Blank is not recorded.", zhHans: "空白＝未记录。"),
            openedAt: scene.now.reading
        ) { form in
            let observation = read(&form)
            return .record(
                ObserveLabour(admission: id, observation: observation, reason: form.text("reason")), form.time())
        }
    }

    /// What is recorded most stands first.
    private static let order: [ObservationField] = [
        .fetalHeartRate, .cervix, .station, .contractions, .contractionSeconds, .liquor, .pulse, .systolic, .diastolic,
        .respiration, .oxygenSaturation, .temperatureTenths, .membranesRupturedAt, .fullyDilatedAt,
        .bloodLossMillilitres,
        .bloodLossMethod, .placenta, .fundus, .note,
    ]

    private static func field(_ field: ObservationField) -> FormField {
        let kind: FormField.Kind =
            switch field {
            case .liquor: .choice(Liquor.allCases.map { Phrase(en: $0.rawValue, zhHans: $0.rawValue) })
            case .bloodLossMethod: .choice(LossMethod.allCases.map(\.label))
            case .placenta: .choice(PlacentaState.allCases.map(\.label))
            case .fundus: .choice(FundusState.allCases.map(\.label))
            case .note: .text()
            case .membranesRupturedAt, .fullyDilatedAt: .time(placeholder: "18:05")
            case .temperatureTenths: .text(placeholder: "36.8")
            default: .text()
            }
        return FormField(field.rawValue, field.label.en, field.label.zhHans, kind)
    }

    private static func read(_ form: inout FormReader) -> LabourObservation {
        var observation = LabourObservation()
        for field in ObservationField.allCases where field != .temperatureTenths {
            guard let number = field.number else { continue }
            observation[keyPath: number] = form.integer(field.rawValue, as: Measure(field))
        }
        observation.temperatureTenths = form.tenths(
            ObservationField.temperatureTenths.rawValue, as: Measure(.temperatureTenths))
        observation.membranesRupturedAt = form.moment(ObservationField.membranesRupturedAt.rawValue)
        observation.fullyDilatedAt = form.moment(ObservationField.fullyDilatedAt.rawValue)
        observation.liquor = form.choice(ObservationField.liquor.rawValue, of: Liquor.allCases)
        observation.bloodLossMethod = form.choice(ObservationField.bloodLossMethod.rawValue, of: LossMethod.allCases)
        observation.placenta = form.choice(ObservationField.placenta.rawValue, of: PlacentaState.allCases)
        observation.fundus = form.choice(ObservationField.fundus.rawValue, of: FundusState.allCases)
        observation.note = form.text(ObservationField.note.rawValue)
        return observation
    }
}
