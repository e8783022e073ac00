import WardDomain

/// A list of codes with their texts: `kind = "indications"` or `kind = "delay-reasons"`.
public struct CodedTermsFile: Hashable, Sendable {
    public let version: LibraryVersion
    public let terms: [ClinicalRules.CodedTerm]

    /// Reads a file's text; the name is only for its faults. Throws every fault with its line.
    public static func read(text: String, name: String, of kind: LibraryKind) throws(LibraryFaults) -> CodedTermsFile {
        try read(LibraryDocument(text: text, name: name), of: kind)
    }

    static func read(_ document: LibraryDocument, of kind: LibraryKind) throws(LibraryFaults) -> CodedTermsFile {
        let root = document.root
        let header = LibraryHeader(root, of: kind, file: document.name)
        let terms = root.codedTerms(header.source)
        root.refuseOtherKeys()
        return try document.finish(header.version.map { CodedTermsFile(version: $0, terms: terms) })
    }
}

extension TableReader {
    fileprivate func codedTerms(_ fileSource: Source?) -> [ClinicalRules.CodedTerm] {
        let tables = tables("term")
        let codes = tables.map { $0.code("code") }
        tables.refuseRepeated("code", codes, \.self)
        return zip(tables, codes).compactMap { table, code in
            let text = table.phrase()
            let needsText = table.flag(orFalse: "needsText")
            let source = table.source(orElse: fileSource)
            table.refuseOtherKeys()
            guard let code, let text, let source else { return nil }
            return ClinicalRules.CodedTerm(code: code, text: text, source: source, needsText: needsText)
        }
    }
}
