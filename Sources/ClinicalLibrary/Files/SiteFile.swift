import WardDomain

/// The site's file: `kind = "site"`.
public struct SiteFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let rules: SiteRules

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String) throws(LibraryFaults) -> SiteFile {
        try read(LibraryDocument(text: text, name: name))
    }

    static func read(_ document: LibraryDocument) throws(LibraryFaults) -> SiteFile {
        let root = document.root
        let header = LibraryHeader(root, of: .site, file: document.name)
        var rules = SiteRules()
        rules.asksPINAtHandover = root.flag("pinAtHandover") ?? rules.asksPINAtHandover
        rules.namesInSymbols = root.flag("namesInSymbols") ?? rules.namesInSymbols
        if root.has("expectedReturnMinutes"), let returns = root.table("expectedReturnMinutes") {
            rules.expectedReturnMinutes = returns.expectedReturns()
        }
        if let label = root.table("label") { label.readLabel(into: &rules) }
        rules.codePatterns = root.optionalTables("pattern").compactMap { $0.codePattern() }
        root.refuseOtherKeys()
        return try document.finish(header.version.map { SiteFile(version: $0, rules: rules) })
    }
}

extension TableReader {
    /// Resolutions that label printers have, in dots a millimetre: 203, 300 and 600 dots an inch.
    private static let resolutions = [8, 12, 24]

    /// After how long a baby is expected back, by the errand.
    fileprivate func expectedReturns() -> [Place: Int] {
        let allowed = 1...12 * 60
        var minutes: [Place: Int] = [:]
        for place in Place.allCases where place.isErrand && has(place.rawValue) {
            guard let value = integer(place.rawValue) else { continue }
            minutes[place] = value
            if !allowed.contains(value) {
                note(.outOfRange(place.rawValue, value: value, allowed: "1-720"), at: place.rawValue)
            }
        }
        refuseOtherKeys()
        return minutes
    }

    fileprivate func readLabel(into rules: inout SiteRules) {
        rules.labelFont = text("font") ?? rules.labelFont
        if let dots = integer("dotsPerMillimetre") {
            if !Self.resolutions.contains(dots) {
                note(.outOfRange("dotsPerMillimetre", value: dots, allowed: "8, 12, 24"), at: "dotsPerMillimetre")
            }
            rules.labelDotsPerMillimetre = dots
        }
        if has("size"), let sizes = table("size") { rules.labelSizes = sizes.labelSizes() }
        refuseOtherKeys()
    }

    /// The sizes of this site's labels by kind, in millimetres.
    private func labelSizes() -> [LabelKind: LabelSize] {
        var sizes: [LabelKind: LabelSize] = [:]
        for kind in LabelKind.allCases {
            guard let text = optionalText(kind.rawValue) else { continue }
            sizes[kind] = LabelSize(text)
            if sizes[kind] == nil {
                let range = LabelSize.range
                let allowed = "WIDTHxHEIGHT, \(range.lowerBound)-\(range.upperBound) mm"
                note(.notAllowed(kind.rawValue, value: text, allowed: allowed), at: kind.rawValue)
            }
        }
        refuseOtherKeys()
        return sizes
    }

    fileprivate func codePattern() -> CodePattern? {
        let pattern = text("pattern")
        let codeClass = value("class", CodeClass.self)
        let kind = has("code") ? value("code", BandCodeKind.self) : nil
        refuseOtherKeys()
        guard let pattern, let codeClass else { return nil }
        if pattern.allSatisfy({ $0 == "*" }) {
            note(.notAllowed("pattern", value: pattern, allowed: "X*"), at: "pattern")
        }
        return CodePattern(pattern, codeClass, kind: kind)
    }
}
