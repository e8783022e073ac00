import TOMLReading

extension StyleRole {
    /// Roles that stand for different states of one thing at the same place, so that each must look different from the
    /// others in every theme, in monochrome too. Roles that are never alternatives of each other may look alike, as their
    /// signs differ: `!!!` and STOP, for instance.
    public static let stateFamilies: [[StyleRole]] = [
        [.text, .alarmLow, .alarmMedium, .alarmHigh],
        [.text, .dueSoon, .due, .overdue],
        [.text, .next, .missed],
        [.clockStopped, .clockRunning, .clockWarning, .clockUrgent, .clockOver],
        [.riskGreen, .riskYellow, .riskOrange, .riskRed, .riskInfectious],
        [.text, .selected],
        [.border, .borderFocused],
        [.field, .fieldActive, .fieldError],
        [.headerBar, .stale],
        [.headerBar, .drill],
        [.drill, .replay, .clockRunning, .clockStopped],
        [.match, .stop],
        [.symbolDark, .symbolLight],
        [.text, .notSaved],
        [.footerBar, .footerKey],
    ]
}

extension Theme {
    /// The roles whose text can't be read well on its ground, with their contrast.
    ///
    /// - Parameter depth: in the colours of such a terminal; as the theme says them where nil.
    public func hardToRead(in depth: ColorDepth? = nil) -> [(role: StyleRole, contrast: Double)] {
        StyleRole.allCases.compactMap { role in
            let look = depth.map { style(role).adapted(to: $0) } ?? style(role)
            guard let contrast = look.contrast, contrast < Style.leastContrast else { return nil }
            return (role, contrast)
        }
    }

    /// Roles that look as an earlier one of the same family does.
    public var lookAlikes: [(role: StyleRole, other: StyleRole)] {
        StyleRole.stateFamilies.flatMap { family in
            family.enumerated().compactMap { place, role in
                family[..<place].first { style($0) == style(role) }.map { (role, $0) }
            }
        }
    }
}

extension ThemeFile {
    /// What can't be read well, or not be told apart, of the roles whose colours are known.
    var legibilityFaults: [(path: TOMLPath, message: String)] {
        let theme = Theme(name: name, lineArt: lineArt, style: resolvedStyle)
        let faint = theme.hardToRead().filter { isKnown($0.role) }.map { role, contrast in
            let shown = (contrast * 10).rounded(.down) / 10
            return (place(of: role), "'\(role.name)' has a contrast of \(shown) on its ground; 4.5 is needed")
        }
        let alike = theme.lookAlikes.filter { isKnown($0.role) && isKnown($0.other) }
        return faint
            + alike.map { role, other in
                (place(of: role), "'\(role.name)' looks as '\(other.name)' does, and means something else")
            }
    }

    /// Whether every colour that a role names is known.
    private func isKnown(_ role: StyleRole) -> Bool {
        guard let entry = styles[role] else { return false }
        return [entry.foreground, entry.background].allSatisfy { $0.map { color(named: $0) != nil } ?? true }
    }

    /// Where in the file the look of a role comes from: its own line, or that of a colour that it is drawn in.
    private func place(of role: StyleRole) -> TOMLPath {
        let colours = [role, .text].flatMap { [styles[$0]?.foreground, styles[$0]?.background] }.compactMap(\.self)
        if !own.roles.contains(role), let colour = colours.first(where: own.colours.contains) {
            return .palette.key(colour)
        }
        return .styles.key(role.name)
    }
}
