/// Cord gases were taken, or were not.
public struct CordGasesRecorded: NewbornFact {
    public static let kind = "cordGasesRecorded"
    public static let correctable: Set = ["arterial", "venous", "notTaken", "reason"]
    public let newborn: NewbornID
    public let arterial: CordGas?
    public let venous: CordGas?
    public let notTaken: Bool
    public let reason: String?

    public var summary: Phrase {
        notTaken
            ? Phrase(en: "cord gases not taken", zhHans: "未采脐血气") : Phrase(en: "cord gases recorded", zhHans: "脐血气已记录")
    }

    public func fold(into admission: inout Admission, _ stamp: EntryStamp) throws(FoldFault) {
        try admission.withNewborn(newborn) { baby in
            baby.arterialGas = arterial ?? baby.arterialGas
            baby.venousGas = venous ?? baby.venousGas
            baby.gasesNotTaken = notTaken
        }
    }

    public func check(_ context: DecisionContext) throws(Refusal) {
        let gases = [arterial, venous].compactMap { $0 }
        guard gases.isEmpty == notTaken else { throw .nothingToRecord }
        for gas in gases where !RecordCordGases.plausiblePH.contains(gas.pHThousandths) {
            throw .outOfRange(field: "arterialPH", allowed: "6.50-7.60")
        }
    }
}

/// `newborn.cordGases`: arterial and venous, or not taken.
public struct RecordCordGases: WardCommand, NamesNewborn {
    public static let name = "newborn.cordGases"
    public static let summary = Phrase(en: "record cord gases, or that none were taken", zhHans: "记录脐血气或未采")
    public static let permission = Permission.emergency
    public static let fields =
        newbornFields + [
            CommandField("arterialPH", "number 6.50-7.60"), CommandField("arterialBaseDeficit", "number"),
            CommandField("venousPH", "number 6.50-7.60"), CommandField("venousBaseDeficit", "number"),
            CommandField("notTaken", "true"), CommandField("reason", "string"),
        ]
    /// Plausible pH in thousandths (recall; clinical reference 2.6).
    public static let plausiblePH = 6500...7600

    public var band: String?
    public var newborn: NewbornID?
    public var mrn: String?
    public var admission: AdmissionID?
    public var label: String?
    public var order: Int?
    public var arterialPH: Double?
    public var arterialBaseDeficit: Double?
    public var venousPH: Double?
    public var venousBaseDeficit: Double?
    public var notTaken: Bool?
    public var reason: String?

    public init(
        newborn: NewbornID, arterialPH: Double? = nil, arterialBaseDeficit: Double? = nil, venousPH: Double? = nil,
        venousBaseDeficit: Double? = nil, notTaken: Bool? = nil
    ) {
        self.newborn = newborn
        self.arterialPH = arterialPH
        self.arterialBaseDeficit = arterialBaseDeficit
        self.venousPH = venousPH
        self.venousBaseDeficit = venousBaseDeficit
        self.notTaken = notTaken
    }

    public func lookups(in ward: WardState) -> [Lookup] { motherLookups }

    public func decide(_ context: DecisionContext) throws(Refusal) -> [Draft] {
        let (admission, baby) = try baby(context)
        let arterial = try gas(arterialPH, arterialBaseDeficit, "arterialPH")
        let venous = try gas(venousPH, venousBaseDeficit, "venousPH")
        let taken = arterial != nil || venous != nil
        guard taken != (notTaken == true), taken || !baby.hasGases else { throw .nothingToRecord }
        let fact = CordGasesRecorded(
            newborn: baby.id, arterial: arterial, venous: venous, notTaken: !taken, reason: reason)
        return [context.draft(.admission(admission.id), fact)]
    }

    private func gas(_ pH: Double?, _ baseDeficit: Double?, _ field: String) throws(Refusal) -> CordGas? {
        guard let pH else {
            guard baseDeficit == nil else { throw .fieldMissing(field) }
            return nil
        }
        let thousandths = (pH * 1000).rounded()
        guard (6500.0...7600.0).contains(thousandths) else { throw .outOfRange(field: field, allowed: "6.50-7.60") }
        if let baseDeficit, !(-30.0...40.0).contains(baseDeficit) {
            throw .outOfRange(field: field.replacing("PH", with: "BaseDeficit"), allowed: "-30..40")
        }
        return CordGas(pHThousandths: Int(thousandths), baseDeficitTenths: baseDeficit.map { Int(($0 * 10).rounded()) })
    }
}
