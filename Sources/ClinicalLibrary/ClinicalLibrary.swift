import Foundation
import WardDomain

/// The clinical text and figures in force: those compiled in, with a hospital's own files in their place.
public struct ClinicalLibrary: Sendable {
    /// Everything in force, as the ward's rules and panes read it.
    public let rules: ClinicalRules
    /// Why files of the hospital were refused; the ones that they would have replaced stay in force.
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

    /// This library with a hospital's files in place of those of the same kind, or of the same protocol id; protocols
    /// with a new id are added. A file with any fault is refused whole.
    public func replacing(with texts: [LibraryText]) -> ClinicalLibrary {
        var replacement = LibraryReplacement(of: files)
        for text in texts { replacement.offer(text) }
        replacement.settleEmergencyKeys()
        return ClinicalLibrary(files: replacement.inForce, faults: faults + replacement.faults)
    }

    /// This library with the `.toml` files of a folder, in order of their names. A folder that is not there changes
    /// nothing; a folder or file that can't be read is a fault.
    public func replacing(withFolder folder: String) -> ClinicalLibrary {
        guard FileManager.default.fileExists(atPath: folder) else { return self }
        guard let names = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            let fault = LibraryFault(file: folder, line: nil, message: FaultReason.noFolder.message)
            return ClinicalLibrary(files: files, faults: faults + [fault])
        }
        var texts: [LibraryText] = []
        var unread: [LibraryFault] = []
        for path in names.filter({ $0.hasSuffix(".toml") }).sorted().map({ folder + "/" + $0 }) {
            if let text = Self.text(ofFile: path) {
                texts.append(LibraryText(name: path, text: text))
            } else {
                unread.append(LibraryFault(file: path, line: nil, message: FaultReason.unreadable.message))
            }
        }
        let library = replacing(with: texts)
        return ClinicalLibrary(files: library.files, faults: unread + library.faults)
    }

    /// The compiled-in library with the files of a folder in their place; nil gives the compiled-in one.
    public static func load(folder: String?) -> ClinicalLibrary {
        folder.map { compiledIn.replacing(withFolder: $0) } ?? compiledIn
    }

    /// Bytes; far above any library file, and little enough to read unasked.
    private static let largestFile = 1 << 20

    private static func text(ofFile path: String) -> String? {
        guard let file = FileHandle(forReadingAtPath: path),
            let bytes = try? file.read(upToCount: largestFile + 1) ?? Data(), bytes.count <= largestFile
        else { return nil }
        return String(validating: bytes, as: UTF8.self)
    }
}

extension ClinicalRules {
    fileprivate init(_ files: [LibraryFile]) {
        self.init()
        for file in files {
            switch file {
            case .drill(let file): protocols.append(file.drillProtocol)
            case .caesareanTargets(let file):
                (categoryTargets, milestoneTargets) = (file.categories, file.milestones)
                (arrestTargets, arrivalLimits, splitTargets) = (file.arrest, file.arrivals, file.splits)
            case .typingCheck(let file): typingChecks = file.checks
            case .indications(let file): indications = file.terms
            case .delayReasons(let file): delayReasons = file.terms
            case .labourObservation(let file):
                (observationIntervals, alertThresholds) = (file.intervals, file.thresholds)
                labourLimits = file.limits
            case .cadence(let file): cadence = file.rules
            case .readiness(let file): readiness = file.rules
            case .newbornWatch(let file): watch = file.limits
            case .newbornOutcome(let file): outcomeLabels = file.labels
            case .newbornDue(let file): newbornDue = file.items
            case .riskDuties(let file): riskReports = file.reports
            case .site(let file): site = file.rules
            }
        }
    }
}
