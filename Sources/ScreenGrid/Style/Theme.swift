/// How every style role looks, and what lines are drawn with.
public struct Theme: Hashable, Sendable {
    public let name: String
    public let lineArt: LineArt
    /// One style for each role, in the order of the roles.
    private let styles: [Style]

    init(name: String, lineArt: LineArt, style: (StyleRole) -> Style) {
        self.name = name
        self.lineArt = lineArt
        styles = StyleRole.allCases.map(style)
    }

    /// The look of a role.
    public func style(_ role: StyleRole) -> Style { styles[Int(role.rawValue)] }

    /// This theme with other line art.
    public func with(lineArt: LineArt) -> Theme {
        Theme(name: name, lineArt: lineArt, style: style)
    }
}

extension Theme {
    /// The names of the themes that are compiled in.
    public static let builtInNames = ["daylight", "night-shift", "high-contrast", "monochrome"]

    /// The theme file that is compiled in under this name; nil when there is none.
    public static func builtInText(_ name: String) -> String? {
        let bytes: [UInt8]? =
            switch name {
            case "daylight": PackageResources.daylight_toml
            case "night-shift": PackageResources.night_shift_toml
            case "high-contrast": PackageResources.high_contrast_toml
            case "monochrome": PackageResources.monochrome_toml
            default: nil
            }
        return bytes.map { String(decoding: $0, as: UTF8.self) }
    }

    /// The theme that is compiled in under this name; nil when there is none.
    public static func named(_ name: String) -> Theme? {
        builtInText(name).flatMap { try? load(text: $0) }
    }

    /// Every role plain, for a terminal where nothing else is to be had.
    public static let plain = Theme(name: "plain", lineArt: .ascii) { _ in Style() }

    /// Reads a theme file. `inherits` names a compiled-in theme, or one that `parent` answers with its text.
    /// Throws every fault of the file, each with its line.
    public static func load(
        text: String, parent: (String) -> String? = { _ in nil }
    ) throws(ThemeFaults) -> Theme {
        let file = try ThemeFile.read(text, parent: { parent($0) ?? builtInText($0) })
        return try file.theme()
    }
}

extension Theme {
    /// Everything that is wrong with a theme file: what `load` throws, text that is hard to read on its ground, and states
    /// that look alike. A theme with no more than these last two can be used.
    public static func faults(
        of text: String, parent: (String) -> String? = { _ in nil }
    ) -> [ThemeFault] {
        do throws(ThemeFaults) {
            return try ThemeFile.read(text, parent: { parent($0) ?? builtInText($0) }).everyFault()
        } catch {
            return error.faults
        }
    }
}

/// Something wrong in a theme file.
public struct ThemeFault: Hashable, Sendable, CustomStringConvertible {
    /// The line of the file, from 1.
    public let line: Int
    /// What is wrong, in English.
    public let message: String

    public var description: String { "line \(line): \(message)" }
}

/// Everything wrong in a theme file, in the order of its lines; never empty.
public struct ThemeFaults: Error, Hashable, Sendable {
    public let faults: [ThemeFault]
}
