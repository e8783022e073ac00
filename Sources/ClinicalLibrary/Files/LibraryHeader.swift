import WardDomain

/// What every library file begins with: `kind`, `version`, `effective`, `source` and `mark`.
struct LibraryHeader {
    /// The source of every entry that names none of its own; nil where the file's own is wrong.
    let source: Source?
    /// Nil where anything of it is wrong.
    let version: LibraryVersion?

    init(_ root: TableReader, of kind: LibraryKind, file: String) {
        let found = root.value("kind", LibraryKind.self)
        if let found, found != kind {
            root.note(.notAllowed("kind", value: found.rawValue, allowed: kind.rawValue), at: "kind")
        }
        let version = root.text("version")
        let effective = root.day("effective")
        source = root.source()
        guard let version, let effective, let source else {
            self.version = nil
            return
        }
        self.version = LibraryVersion(
            kind: kind, file: file, version: version, effectiveFrom: effective, source: source)
    }
}
