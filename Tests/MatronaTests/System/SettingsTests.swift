import Testing
import WardDomain

@testable import matrona

@Suite struct StoreLocationTests {
    @Test func theCommandLineComesFirstThenTheEnvironment() {
        let environment = ["MATRONA_STORE": "/srv/ward.db", "XDG_DATA_HOME": "/data", "HOME": "/home/mw"]
        #expect(StoreLocation(given: "here.db", environment: environment).path == "here.db")
        #expect(StoreLocation(given: nil, environment: environment).path == "/srv/ward.db")
    }

    @Test func elseTheDataFolderServes() {
        let home = ["HOME": "/home/mw", "MATRONA_STORE": ""]
        #expect(StoreLocation(given: nil, environment: home).path == "/home/mw/.local/share/matrona/ward.db")
        let data = ["HOME": "/home/mw", "XDG_DATA_HOME": "/data"]
        #expect(StoreLocation(given: nil, environment: data).path == "/data/matrona/ward.db")
        let relative = ["HOME": "/home/mw", "XDG_DATA_HOME": "data"]
        #expect(StoreLocation(given: nil, environment: relative).path == "/home/mw/.local/share/matrona/ward.db")
    }

    @Test func settingsStandInTheConfigFolder() {
        #expect(StoreLocation.settingsFile(["XDG_CONFIG_HOME": "/etc/xdg"]) == "/etc/xdg/matrona/config.toml")
        #expect(StoreLocation.settingsFile(["HOME": "/home/mw"]) == "/home/mw/.config/matrona/config.toml")
    }
}

@Suite struct TerminalSettingsTests {
    @Test func everySettingIsRead() {
        let settings = TerminalSettings(
            text: """
                language = "zh-Hans"
                theme = "night-shift"
                terminal = "T-03"
                scannerPrefix = "~"
                labelPrinter = "device:/dev/usb/lp0"
                pagePrinter = "command:lp -d ward"
                lockSeconds = 120
                """)
        #expect(settings.faults.isEmpty)
        #expect(settings.language == .chinese)
        #expect(settings.theme == "night-shift")
        #expect(settings.terminal == "T-03")
        #expect(settings.scannerPrefix == "~")
        #expect(settings.labelPrinter == .device("/dev/usb/lp0"))
        #expect(settings.pagePrinter == .command("lp -d ward"))
        #expect(settings.lockSeconds == 120)
    }

    @Test func everyFaultIsNamedWithItsLineAndTheRestCounts() {
        let settings = TerminalSettings(
            text: """
                # of this terminal
                language = "fr"
                theme = 7

                terminal = "T-03"
                lockSeconds = 5
                colour = "red"
                pagePrinter = "lp"
                """)
        #expect(settings.faults.map(\.line) == [2, 3, 6, 7, 8])
        #expect(settings.terminal == "T-03")
        #expect(settings.language == nil)
    }

    @Test func textThatIsNoTOMLIsOneFault() {
        let settings = TerminalSettings(text: "terminal = \"T-03\"\nlanguage = = 1\n")
        #expect(settings.faults.map(\.line) == [2])
        #expect(settings.terminal == nil)
    }

    @Test func noFileIsNoFault() {
        #expect(TerminalSettings(file: "/nowhere/config.toml") == TerminalSettings())
    }
}

@Suite struct SurroundingsTests {
    @Test func theLocaleGivesTheLanguage() {
        #expect(Surroundings.language(["LANG": "zh_CN.UTF-8"]) == .chinese)
        #expect(Surroundings.language(["LANG": "zh_CN.UTF-8", "LC_ALL": "en_GB.UTF-8"]) == .english)
        #expect(Surroundings.language(["LANG": "C", "LC_MESSAGES": "zh_TW"]) == .chinese)
        #expect(Surroundings.language([:]) == .english)
    }
}
