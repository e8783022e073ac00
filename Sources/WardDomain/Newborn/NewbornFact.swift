/// A fact about one newborn of an admission: what makes up that newborn's own chain.
public protocol NewbornFact: AdmissionFact {
    var newborn: NewbornID { get }
}

extension NewbornBorn: NewbornFact {}
extension ApgarScored: NewbornFact {}
extension CordGasesRecorded: NewbornFact {}
extension NewbornDied: NewbornFact {}
extension BandIssued: NewbornFact {}
extension BandAttached: NewbornFact {}
extension BandReplaced: NewbornFact {}
extension HandoverCompleted: NewbornFact {}
extension HandoverMismatched: NewbornFact {}
extension MismatchCleared: NewbornFact {}
extension HandoverRefused: NewbornFact {}
extension NewbornMoved: NewbornFact {}
extension NewbornDischarged: NewbornFact {}
