import ArgumentParser
import ScreenGrid
import WardDomain

/// `matrona theme`: the looks that there are, and whether a theme file is right.
struct ThemeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "theme", abstract: "List the themes, or check a theme file.",
        subcommands: [List.self, Check.self])

    /// `matrona theme list`
    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "list", abstract: "The themes that are compiled in.")

        func run() {
            for name in Theme.builtInNames { StandardOutput.write(name + "\n") }
        }
    }

    /// `matrona theme check FILE`
    struct Check: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "check",
            abstract: "Name every fault of a theme file with its line: also text that is hard to read on its ground.",
            discussion: "Text needs a contrast of 4.5 on its ground, and states of one thing must look different.")

        @Argument(help: "The theme file.")
        var file: String

        func run() throws {
            let text = try SmallFile.text(file)
            let faults = Theme.faults(of: text)
            for fault in faults { StandardOutput.write("\(file):\(fault.line): \(fault.message.safeForScreen)\n") }
            guard faults.isEmpty else { throw Failure.faults(faults.count, in: file) }
            StandardOutput.write("\(file): OK\n")
        }
    }
}

extension Failure {
    /// A file that was checked and found wrong.
    static func faults(_ count: Int, in file: String) -> Failure {
        Failure(
            .badData, en: "\(file) has \(count == 1 ? "a fault" : "\(count) faults"): correct the lines named above.",
            zhHans: "\(file) 有 \(count) 处错误，请按上列行号更正。")
    }
}
