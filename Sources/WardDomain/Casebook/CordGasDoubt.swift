/// Why cord gases can't be taken at their word (clinical reference 2.6, recall).
public enum CordGasDoubt: Hashable, Sendable {
    /// The arterial pH should lie below the venous one: the samples may have been exchanged.
    case arterialNotBelowVenous
    /// A pH that no cord has.
    case implausiblePH
    /// One of a pair alone can't be checked against the other.
    case unpaired

    public var text: Phrase {
        switch self {
        case .arterialNotBelowVenous:
            Phrase(
                en: "arterial pH is not below venous: samples exchanged?", zhHans: "动脉 pH 不低于静脉：样本是否颠倒？")
        case .implausiblePH: Phrase(en: "pH outside 6.50-7.60", zhHans: "pH 超出 6.50-7.60")
        case .unpaired: Phrase(en: "one sample alone: not checked against its pair", zhHans: "仅单份样本，无法互相核对")
        }
    }

    /// What speaks against a newborn's gases.
    public static func doubts(_ newborn: Newborn) -> [CordGasDoubt] {
        let gases = [newborn.arterialGas, newborn.venousGas].compactMap { $0 }
        guard !gases.isEmpty else { return [] }
        var doubts: [CordGasDoubt] = []
        if gases.contains(where: { !RecordCordGases.plausiblePH.contains($0.pHThousandths) }) {
            doubts.append(.implausiblePH)
        }
        guard let arterial = newborn.arterialGas, let venous = newborn.venousGas else { return doubts + [.unpaired] }
        if arterial.pHThousandths >= venous.pHThousandths { doubts.append(.arterialNotBelowVenous) }
        return doubts
    }
}
