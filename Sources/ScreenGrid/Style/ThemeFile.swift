import TOMLKit
import TOMLReading

/// A theme file as it is written, merged with what it inherits; colours are still names.
struct ThemeFile {
    var name = ""
    var lineArt = LineArt.ascii
    var palette: [String: Color] = [:]
    var styles: [StyleRole: Entry] = [:]
    private var text = ""
    private var faults: [(path: TOMLPath, message: String)] = []
    /// The colours and roles that this file itself says something about.
    private(set) var own = Own()

    /// What stands in a file and is not inherited.
    struct Own {
        var colours: Set<String> = []
        var roles: Set<StyleRole> = []
    }

    /// What a file says about one role; nil where it says nothing.
    struct Entry {
        var foreground: String?
        var background: String?
        var attributes: [String: Bool] = [:]
    }

    private static let attributeNames: Set<String> = ["bold", "underline", "reverse", "dim"]
    private static let longestInheritance = 8

    /// Reads a file and what it inherits, which `parent` answers by name; throws where it is no TOML at all. What else is
    /// wrong is kept, to be thrown with the rest by `theme`.
    static func read(
        _ text: String, parent: (String) -> String?, depth: Int = 0
    ) throws(ThemeFaults) -> ThemeFile {
        let table: TOMLTable
        do {
            table = try TOMLTable(string: text)
        } catch {
            throw ThemeFaults(faults: [syntaxFault(error)])
        }
        var file = ThemeFile()
        file.text = text
        if let inherits = table["inherits"] {
            file.inherit(inherits.string, parent: parent, depth: depth)
        }
        file.readTop(table)
        file.readPalette(table["palette"])
        file.readStyles(table["styles"])
        return file
    }

    /// The theme with every role resolved; throws every fault of the file's form, each colour that is not known and each
    /// role left out.
    func theme() throws(ThemeFaults) -> Theme {
        var checked = self
        if inheritsWell { for role in StyleRole.allCases { checked.checkColours(of: role) } }
        try checked.throwFaults()
        return Theme(name: name, lineArt: lineArt, style: resolvedStyle)
    }

    /// Every fault, with what can be taken and is hard to read.
    func everyFault() -> [ThemeFault] {
        var checked = self
        if inheritsWell {
            for role in StyleRole.allCases { checked.checkColours(of: role) }
            for fault in legibilityFaults { checked.report(fault.path, fault.message) }
        }
        return checked.located
    }

    /// False where what it inherits can't be had: then every role would seem to be left out.
    private var inheritsWell: Bool { !faults.contains { $0.path == .inherits } }

    private mutating func inherit(_ name: String?, parent: (String) -> String?, depth: Int) {
        guard let name else { return report(.inherits, "'inherits' must be the name of a theme, in quotes") }
        guard depth < ThemeFile.longestInheritance else {
            return report(.inherits, "themes inherit from each other in a circle")
        }
        guard let text = parent(name) else { return report(.inherits, "there is no theme named '\(name)'") }
        do throws(ThemeFaults) {
            let file = try ThemeFile.read(text, parent: parent, depth: depth + 1)
            try file.throwFaults()
            lineArt = file.lineArt
            palette = file.palette
            styles = file.styles
        } catch {
            report(.inherits, "theme '\(name)' has a fault of its own: \(error.faults[0])")
        }
    }

    private mutating func readTop(_ table: TOMLTable) {
        for key in table.keys where !["name", "inherits", "lineArt", "palette", "styles"].contains(key) {
            report(.root.key(key), "'\(key)' is not known here")
        }
        if let name = table["name"]?.string, !name.isEmpty {
            self.name = name
        } else {
            report(.name, "'name' must be text, in quotes")
        }
        guard let value = table["lineArt"] else { return }
        if let art = value.string.flatMap(LineArt.init(rawValue:)) {
            lineArt = art
        } else {
            report(.lineArt, "'lineArt' must be \"ascii\" or \"box\"")
        }
    }

    private mutating func readPalette(_ value: TOMLValueConvertible?) {
        guard let value else { return }
        guard let table = value.table else { return report(.palette, "'palette' must be a table") }
        for key in table.keys {
            own.colours.insert(key)
            if let color = color(of: table[key]) {
                palette[key] = color
            } else {
                report(.palette.key(key), "'\(key)' must be \"#rrggbb\", 0 to 255, or \"default\"")
            }
        }
    }

    private func color(of value: TOMLValueConvertible?) -> Color? {
        if let index = value?.int { return UInt8(exactly: index).map(Color.palette) }
        return value?.string.flatMap(Color.init)
    }

    private mutating func readStyles(_ value: TOMLValueConvertible?) {
        guard let value else { return }
        guard let table = value.table else { return report(.styles, "'styles' must be a table") }
        for key in table.keys {
            guard let role = StyleRole(name: key) else {
                report(.styles.key(key), "there is no style role '\(key)'")
                continue
            }
            guard let entry = table[key]?.table else {
                report(.styles.key(key), "'\(key)' must be a table such as { fg = \"ink\", bold = true }")
                continue
            }
            readEntry(entry, role)
        }
    }

    private mutating func readEntry(_ table: TOMLTable, _ role: StyleRole) {
        own.roles.insert(role)
        var entry = styles[role] ?? Entry()
        for key in table.keys {
            let path = TOMLPath.styles.key(role.name).key(key)
            switch key {
            case "fg", "bg":
                guard let name = table[key]?.string ?? table[key]?.int.map(String.init) else {
                    report(path, "'\(key)' must be the name of a colour, in quotes")
                    continue
                }
                if key == "fg" { entry.foreground = name } else { entry.background = name }
            case _ where ThemeFile.attributeNames.contains(key):
                guard let isOn = table[key]?.bool else {
                    report(path, "'\(key)' must be true or false")
                    continue
                }
                entry.attributes[key] = isOn
            default:
                report(path, "'\(key)' is not known here")
            }
        }
        styles[role] = entry
    }

    private mutating func checkColours(of role: StyleRole) {
        guard let entry = styles[role] else {
            return report(.styles, "the role '\(role.name)' has no style")
        }
        for (key, name) in [("fg", entry.foreground), ("bg", entry.background)] {
            if let name, color(named: name) == nil {
                report(.styles.key(role.name).key(key), "there is no colour '\(name)'")
            }
        }
    }

    /// How a role looks; a colour that is not known is the terminal's own.
    func resolvedStyle(_ role: StyleRole) -> Style {
        let entry = styles[role]
        let ground = styles[.text]
        func isOn(_ attribute: String) -> Bool { entry?.attributes[attribute] ?? false }
        return Style(
            foreground: (entry?.foreground ?? ground?.foreground).flatMap(color(named:)) ?? .terminalDefault,
            background: (entry?.background ?? ground?.background).flatMap(color(named:)) ?? .terminalDefault,
            isBold: isOn("bold"), isUnderlined: isOn("underline"), isReversed: isOn("reverse"), isDim: isOn("dim"))
    }

    func color(named name: String) -> Color? { palette[name] ?? Color(name) }

    private mutating func report(_ path: TOMLPath, _ message: String) {
        faults.append((path, message))
    }

    private func throwFaults() throws(ThemeFaults) {
        guard !faults.isEmpty else { return }
        throw ThemeFaults(faults: located)
    }

    /// The faults in the order of their lines.
    private var located: [ThemeFault] {
        let lines = TOMLLines(text)
        let faults = faults.map { ThemeFault(line: lines.line(of: $0.path), message: $0.message) }
        return faults.sorted { ($0.line, $0.message) < ($1.line, $1.message) }
    }

    private static func syntaxFault(_ error: any Error) -> ThemeFault {
        guard let error = error as? TOMLParseError else { return ThemeFault(line: 1, message: "\(error)") }
        return ThemeFault(line: max(1, error.source.begin.line), message: error.description)
    }
}

/// The keys at the top of a theme file.
extension TOMLPath {
    fileprivate static let name = TOMLPath.root.key("name")
    fileprivate static let inherits = TOMLPath.root.key("inherits")
    fileprivate static let lineArt = TOMLPath.root.key("lineArt")
    static let palette = TOMLPath.root.key("palette")
    static let styles = TOMLPath.root.key("styles")
}
