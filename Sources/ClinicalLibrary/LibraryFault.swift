import WardDomain

/// One thing that is wrong in a library file.
public struct LibraryFault: Hashable, Sendable {
    /// The file's name, as the reader was told it.
    public let file: String
    /// The line, from 1; nil where the file as a whole is meant.
    public let line: Int?
    public let message: Phrase

    public init(file: String, line: Int?, message: Phrase) {
        self.file = file
        self.line = line
        self.message = message
    }

    /// `file:line: what is wrong`, for one line of a report.
    public func text(in language: Language) -> String {
        [file, line.map(String.init), " " + message[language]].compactMap(\.self).joined(separator: ":")
    }
}

/// Everything that is wrong in one library file, by line; thrown instead of its values.
public struct LibraryFaults: Error, Hashable, Sendable {
    public let faults: [LibraryFault]

    init(_ faults: [LibraryFault]) {
        self.faults = faults
    }
}
