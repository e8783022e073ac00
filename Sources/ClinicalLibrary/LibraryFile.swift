import WardDomain

/// A library file before it is read.
public struct LibraryText: Hashable, Sendable {
    /// What faults call it; a path for a file from disk.
    public let name: String
    public let text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// A library file of any kind, read and found valid.
public enum LibraryFile: Hashable, Sendable {
    case drill(DrillProtocolFile)
    case caesareanTargets(CaesareanTargetsFile)
    case indications(CodedTermsFile)
    case delayReasons(CodedTermsFile)
    case labourObservation(LabourObservationFile)
    case typingCheck(TypingCheckFile)
    case cadence(CadenceFile)
    case readiness(ReadinessFile)
    case newbornWatch(NewbornWatchFile)
    case newbornOutcome(NewbornOutcomeFile)
    case newbornDue(NewbornDueFile)
    case riskDuties(RiskDutiesFile)
    case site(SiteFile)

    /// Reads a file of whatever kind it says it is. Throws every fault with its line.
    public static func read(_ file: LibraryText) throws(LibraryFaults) -> LibraryFile {
        let document = try LibraryDocument(text: file.text, name: file.name)
        guard let kind = document.root.value("kind", LibraryKind.self) else { return try document.finish(nil) }
        return switch kind {
        case .drill: .drill(try DrillProtocolFile.read(document))
        case .caesareanTargets: .caesareanTargets(try CaesareanTargetsFile.read(document))
        case .indications: .indications(try CodedTermsFile.read(document, of: kind))
        case .delayReasons: .delayReasons(try CodedTermsFile.read(document, of: kind))
        case .labourObservation: .labourObservation(try LabourObservationFile.read(document))
        case .typingCheck: .typingCheck(try TypingCheckFile.read(document))
        case .cadence: .cadence(try CadenceFile.read(document))
        case .readiness: .readiness(try ReadinessFile.read(document))
        case .newbornWatch: .newbornWatch(try NewbornWatchFile.read(document))
        case .newbornOutcome: .newbornOutcome(try NewbornOutcomeFile.read(document))
        case .newbornDue: .newbornDue(try NewbornDueFile.read(document))
        case .riskDuties: .riskDuties(try RiskDutiesFile.read(document))
        case .site: .site(try SiteFile.read(document))
        }
    }

    public var version: LibraryVersion {
        switch self {
        case .drill(let file): file.version
        case .caesareanTargets(let file): file.version
        case .indications(let file), .delayReasons(let file): file.version
        case .labourObservation(let file): file.version
        case .typingCheck(let file): file.version
        case .cadence(let file): file.version
        case .readiness(let file): file.version
        case .newbornWatch(let file): file.version
        case .newbornOutcome(let file): file.version
        case .newbornDue(let file): file.version
        case .riskDuties(let file): file.version
        case .site(let file): file.version
        }
    }

    /// What the file is the only one of: a protocol's id, else its kind.
    var subject: String {
        guard case .drill(let file) = self else { return version.kind.rawValue }
        return "\(version.kind.rawValue) \(file.drillProtocol.id)"
    }

    var emergencyKey: String? {
        guard case .drill(let file) = self else { return nil }
        return file.drillProtocol.emergencyKey
    }
}
