import ArgumentParser
import WardDomain

/// What `matrona` does without a subcommand: it opens the ward's screen.
struct ScreenCommand: ParsableCommand {
    @OptionGroup var storeOption: StoreOption
    @Option(help: "Language of the screen: zh-Hans or en.")
    var language: Language?
    @Option(help: ArgumentHelp("A theme's name, or a theme file.", valueName: "name-or-file"))
    var theme: String?
    @Flag(help: "Open a throw-away ward with a busy evening in it.")
    var demo = false

    func run() throws {
        let settings = storeOption.settings
        let options = ProgramOptions(
            storePath: storeOption.location.path, language: language ?? settings.language ?? Surroundings.language(),
            theme: theme ?? settings.theme, terminal: storeOption.terminalLabel, settings: settings,
            libraryFolder: storeOption.location.libraryFolder, demo: demo)
        let code = try Program.run(options)
        if code != 0 { throw ExitCode(code) }
    }
}

extension Language: ExpressibleByArgument {}
