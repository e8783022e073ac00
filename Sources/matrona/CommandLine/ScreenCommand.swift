import ArgumentParser
import WardDomain

/// What `matrona` does without a subcommand: it opens the ward's screen.
struct ScreenCommand: ParsableCommand {
    @OptionGroup var storeOption: StoreOption
    @OptionGroup var languageOption: LanguageOption
    @Option(help: ArgumentHelp("A theme's name, or a theme file.", valueName: "name-or-file"))
    var theme: String?
    @Flag(help: "Open a throw-away ward with a busy evening in it.")
    var demo = false

    func run() throws {
        let settings = storeOption.settings
        let options = ProgramOptions(
            storePath: storeOption.location.path, language: languageOption.chosen(settings),
            theme: theme ?? settings.theme, terminal: storeOption.terminalLabel, settings: settings,
            libraryFolder: storeOption.location.libraryFolder, demo: demo)
        let code = try Program.run(options)
        if code != 0 { throw ExitCode(code) }
    }
}

/// The language of what is shown or printed. A group of its own, because a subcommand sees an option of the screen's only
/// where both have the same group.
struct LanguageOption: ParsableArguments {
    @Option(help: "Language of the screen, or of a label: zh-Hans or en.")
    var language: Language?

    /// The one asked for, else the terminal's, else the locale's.
    func chosen(_ settings: TerminalSettings) -> Language {
        language ?? settings.language ?? Surroundings.language()
    }
}

extension Language: ExpressibleByArgument {}
