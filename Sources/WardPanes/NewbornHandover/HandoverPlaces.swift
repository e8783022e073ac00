import WardDomain

/// The places of a handover in the order of their numbers on the keyboard.
enum HandoverPlaces {
    /// Where a baby can be taken; the mortuary stands in the list of a child who died, and in no other, where a screen
    /// and a vaccination don't stand.
    static func all(for found: BabyHere?) -> [Place] {
        found?.raisesAlarms == false ? [.mortuary] + usual.filter { !$0.isForTheLiving } : usual
    }

    private static let usual: [Place] = [
        .motherBed, .nicu, .postnatal, .bath, .hearing, .vaccination, .examination, .theatre, .deliveryRoom, .ward,
        .emergency,
    ]

    /// Where a baby is rushed.
    static let rushed: [Place] = [.nicu, .theatre, .deliveryRoom, .emergency, .examination, .ward]

    /// The key of a place: `1` to `9`; nil for those that only the arrows reach.
    static func key(_ index: Int) -> Character? {
        index < 9 ? Character(String(index + 1)) : nil
    }
}
