/// Finds the line of a TOML file on which a key stands; the parser keeps no positions of values.
struct TOMLLines {
    private var lineOfPath: [String: Int] = [:]

    /// Reads the keys and table headers of a file; a quoted key that holds a dot is not told from a dotted key.
    init(_ text: String) {
        var table = ""
        for (index, line) in text.split(separator: "\n", omittingEmptySubsequences: false).enumerated() {
            let line = line.drop { $0 == " " || $0 == "\t" }
            if line.first == "[" {
                table = TOMLLines.path(line.drop { $0 == "[" }.prefix { $0 != "]" })
                note(table, index + 1)
            } else if line.first != "#", let equals = line.firstIndex(of: "=") {
                let key = TOMLLines.path(line[..<equals])
                note(table.isEmpty ? key : "\(table).\(key)", index + 1)
            }
        }
    }

    /// The line of a key path such as `styles.text.fg`, from 1: of the path itself, else of the nearest table around
    /// it (a key of an inline table stands on that table's line), else the first line.
    func line(of path: String) -> Int {
        var path = path[...]
        while true {
            if let line = lineOfPath[String(path)] { return line }
            guard let dot = path.lastIndex(of: ".") else { return 1 }
            path = path[..<dot]
        }
    }

    private mutating func note(_ path: String, _ line: Int) {
        if lineOfPath[path] == nil { lineOfPath[path] = line }
    }

    private static func path(_ text: Substring) -> String {
        String(text.filter { $0 != " " && $0 != "\t" && $0 != "\"" && $0 != "'" })
    }
}
