/// A handover that giver and receiver confirm with their PINs, where the site asks for it.
public protocol ConfirmedByPIN: WardCommand {
    /// Badges or other codes, as they were scanned.
    var parties: [String] { get }
    /// Who of them entered the PIN for this handover.
    var pinChecked: [Badge]? { get set }
}

extension HandOver: ConfirmedByPIN {
    public var parties: [String] { [giver, receiver] }
}

extension HandOverGroup: ConfirmedByPIN {
    public var parties: [String] { [giver.rawValue, receiver.rawValue] }
}

extension DecisionContext {
    /// A PIN is checked where somebody types it: no line of `apply` can say that it was.
    func checkClaims(pinChecked: Bool) throws(Refusal) {
        guard !pinChecked || origin.way == .screen else { throw .pinOnlyAtScreen }
    }

    /// Where the site asks for it, giver and receiver each entered a PIN; whoever is signed in at a screen has.
    func checkPINs(of people: [Custodian], _ checked: [Badge]?) throws(Refusal) {
        guard rules.site.asksPINAtHandover else { return }
        for person in people {
            guard case .staff(let badge) = person, !(origin.way == .screen && badge == by) else { continue }
            guard checked?.contains(badge) == true else { throw .pinNeeded(badge) }
        }
    }
}
