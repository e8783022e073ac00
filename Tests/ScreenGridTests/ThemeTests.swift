import ScreenGrid
import Testing

@Suite struct ThemeTests {
    @Test(arguments: Theme.builtInNames)
    func everyCompiledInThemeLoads(name: String) throws {
        let text = try #require(Theme.builtInText(name))
        let theme = try Theme.load(text: text)
        #expect(theme.name == name)
        #expect(theme.lineArt == .ascii)
    }

    @Test(
        arguments: ["daylight", "night-shift", "high-contrast"],
        [ColorDepth.direct, .palette256, .sixteen, .eight])
    func textCanBeReadOnItsGround(name: String, depth: ColorDepth) throws {
        let theme = try #require(Theme.named(name))
        #expect(StyleRole.allCases.allSatisfy { theme.style($0).adapted(to: depth).contrast != nil })
        let hard = theme.hardToRead(in: depth)
        #expect(hard.isEmpty, "\(hard)")
    }

    @Test func aTerminalWithoutColoursGetsNone() throws {
        let theme = try #require(Theme.named("daylight"))
        for role in StyleRole.allCases {
            let style = theme.style(role).adapted(to: .none)
            #expect(style.foreground == .terminalDefault)
            #expect(style.background == .terminalDefault)
        }
    }

    @Test func monochromeUsesTheTerminalsOwnColours() throws {
        let theme = try #require(Theme.named("monochrome"))
        for role in StyleRole.allCases {
            #expect(theme.style(role).foreground == .terminalDefault)
            #expect(theme.style(role).background == .terminalDefault)
        }
    }

    @Test(arguments: Theme.builtInNames)
    func theStatesOfAFamilyLookDifferent(name: String) throws {
        let theme = try #require(Theme.named(name))
        #expect(theme.lookAlikes.isEmpty, "\(theme.lookAlikes)")
        #expect(Theme.faults(of: try #require(Theme.builtInText(name))).isEmpty)
    }

    @Test func everyRoleHasItsLetterAndName() {
        #expect(Set(StyleRole.allCases.map(\.letter)).count == StyleRole.allCases.count)
        #expect(StyleRole.clockOver.name == "clockOver")
    }

    @Test func contrastIsThatOfWCAG() {
        #expect(Color.contrast(.rgb(0, 0, 0), .rgb(255, 255, 255)) == 21)
        #expect(Color.contrast(.rgb(0, 0, 0), .terminalDefault) == nil)
    }
}

@Suite struct ThemeFileTests {
    @Test func aThemeInheritsAndOverrides() throws {
        let theme = try Theme.load(
            text: """
                name = "ours"
                inherits = "daylight"
                lineArt = "box"
                [palette]
                red = "#5f0000"
                [styles]
                done = { bold = true }
                """)
        let daylight = try #require(Theme.named("daylight"))
        #expect(theme.lineArt == .box)
        #expect(theme.style(.alarmHigh).background == .rgb(0x5F, 0, 0))
        #expect(theme.style(.alarmHigh).isBold)
        #expect(theme.style(.done).foreground == daylight.style(.done).foreground)
        #expect(theme.style(.done).isBold)
        #expect(theme.style(.due) == daylight.style(.due))
    }

    @Test func everyFaultIsNamedWithItsLine() {
        let text = """
            name = "ours"
            inherits = "daylight"
            lineArt = "round"
            colour = 1
            [palette]
            red = "crimson"
            green = 300
            [styles]
            alarmHigh = { fg = "scarlet", bold = "yes" }
            alarmHuge = { bold = true }
            done = "green"
            [styles.due]
            bg = "mud"
            blink = true
            """
        #expect(
            faults(of: text) == [
                "line 3: 'lineArt' must be \"ascii\" or \"box\"",
                "line 4: 'colour' is not known here",
                "line 6: 'red' must be \"#rrggbb\", 0 to 255, or \"default\"",
                "line 7: 'green' must be \"#rrggbb\", 0 to 255, or \"default\"",
                "line 9: 'bold' must be true or false",
                "line 9: there is no colour 'scarlet'",
                "line 10: there is no style role 'alarmHuge'",
                "line 11: 'done' must be a table such as { fg = \"ink\", bold = true }",
                "line 13: there is no colour 'mud'",
                "line 14: 'blink' is not known here",
            ])
    }

    /// What is hard to read is a fault of the file, named with the others; the program takes such a theme.
    @Test func whatIsHardToReadOrToTellApartIsNamedWithItsLine() throws {
        let text = """
            name = "ours"
            inherits = "daylight"
            [palette]
            brick = "#ff8080"
            [styles]
            due = { fg = "#c0c0c0" }
            next = { fg = "mud" }
            riskYellow = { fg = "ink", bg = "paper", bold = false, underline = false }
            riskGreen = { fg = "ink", bg = "paper", bold = false, underline = false }
            """
        let found = Theme.faults(of: text).map(\.description)
        #expect(found.contains("line 6: 'due' has a contrast of 1.8 on its ground; 4.5 is needed"), "\(found)")
        #expect(found.contains { $0.hasPrefix("line 4: 'overdue' has a contrast of ") }, "\(found)")
        #expect(found.contains("line 7: there is no colour 'mud'"), "\(found)")
        #expect(found.contains("line 8: 'riskYellow' looks as 'riskGreen' does, and means something else"), "\(found)")
        #expect(faults(of: text) == ["line 7: there is no colour 'mud'"])
    }

    @Test func unknownColoursAndRolesLeftOutAreFaults() {
        #expect(
            faults(of: "name = \"a\"\ninherits = \"daylight\"\n[styles]\ndue = { fg = \"mud\" }")
                == ["line 4: there is no colour 'mud'"])
        let alone = faults(of: "name = \"a\"\n[styles]\ntext = { fg = 0, bg = 15 }")
        #expect(alone.count == StyleRole.allCases.count - 1)
        #expect(alone.contains("line 2: the role 'alarmHigh' has no style"))
    }

    @Test(arguments: [
        ("name = ", "line 1: "), ("name = \"a\"\n[styles\n", "line 2: "),
        ("", "line 1: 'name' must be text, in quotes"),
        ("name = \"a\"\ninherits = \"dusk\"", "line 2: there is no theme named 'dusk'"),
    ])
    func aFileThatIsNoThemeSaysWhere(text: String, fault: String) {
        #expect(faults(of: text).first?.hasPrefix(fault) == true)
    }

    @Test func inheritingInACircleIsAFault() {
        let text = "name = \"a\"\ninherits = \"a\""
        #expect(throws: ThemeFaults.self) { try Theme.load(text: text, parent: { _ in text }) }
    }

    private func faults(of text: String) -> [String] {
        do throws(ThemeFaults) {
            _ = try Theme.load(text: text)
            return []
        } catch {
            return error.faults.map(\.description)
        }
    }
}
