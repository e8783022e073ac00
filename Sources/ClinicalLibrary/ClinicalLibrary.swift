import WardDomain

/// The clinical text and figures in force.
public struct ClinicalLibrary: Sendable {
    /// Everything in force, as the ward's rules and panes read it.
    public let rules: ClinicalRules
    /// What was wrong with files that are not in force.
    public let faults: [LibraryFault]
    private let files: [LibraryFile]

    init(files: [LibraryFile], faults: [LibraryFault]) {
        self.files = files
        self.faults = faults
        rules = ClinicalRules(files)
    }

    /// The edition of every file in force.
    public var versions: [LibraryVersion] {
        files.map(\.version)
    }

    /// The edition of a protocol's file; nil for a protocol that is not in force.
    public func version(ofProtocol id: String) -> LibraryVersion? {
        for case .drill(let file) in files where file.drillProtocol.id == id { return file.version }
        return nil
    }
}

extension ClinicalRules {
    fileprivate init(_ files: [LibraryFile]) {
        self.init()
        for file in files {
            switch file {
            case .drill(let file): protocols.append(file.drillProtocol)
            case .caesareanTargets(let file): (categoryTargets, milestoneTargets) = (file.categories, file.milestones)
            case .indications(let file): indications = file.terms
            case .delayReasons(let file): delayReasons = file.terms
            case .labourObservation(let file):
                (observationIntervals, alertThresholds) = (file.intervals, file.thresholds)
            }
        }
    }
}
