import WardDomain

/// The mothers' names as a screen shows them, whose are easily taken for one another's, and what tells those apart.
///
/// Found once for each state of the ward, so that drawing looks it up.
public struct NamesApart: Sendable {
    /// Every mother's masked name.
    public let masked: [AdmissionID: String]
    /// The mothers whose names are alike, or would be as they are shown, so that each stands with the end of her number.
    public let alike: Set<AdmissionID>
    /// The end of each mother's number, long enough to tell her from every other mother here.
    public let numberTails: [AdmissionID: String]

    public init(_ ward: WardState) {
        masked = ward.admissions.mapValues { NameMask.masked($0.identity) }
        alike = NameMask.lookAlikes(ward.admissions.values)
        numberTails = ward.numberTails
    }
}
