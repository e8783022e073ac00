import WardDomain

/// What every column of `list caesareans` means, with its unit, for the help.
enum CaesareanColumns {
    /// The milestones that have columns of their own.
    static let milestones = Milestone.allCases.filter { $0 != .decision }

    static let help: String = {
        let lines = columns.map { "  \($0.0): \($0.1)" } + parts.map { "  \($0.0): \($0.1)" }
        return """
            Columns of caesareans (times ISO 8601 with offset, ...Seconds whole seconds, null or empty where nothing was \
            recorded):

            \(lines.joined(separator: "\n"))

            With parts, in JSON alone:

            \(nested.map { "  \($0.0): \($0.1)" }.joined(separator: "\n"))

            A table ends with the shares within the targets: births at or before the target, to the second, of all \
            births by caesarean after the decision; stood down, born before, void and maternal arrests are not among \
            them.
            """
    }()

    private static let columns: [(String, String)] = [
        ("admission, mrn, mother", "whose it is: the admission's id, the hospital number, name or label"),
        ("run", "the run's id"), ("bed", "her bed now"), ("category", "1-4, the last given"),
        ("indication", "a code of the library"), ("decidedAt", "the first decision"),
        ("running", "true while the clock runs"),
        ("ending", "delivered, bornBeforeCaesarean, stoodDown or void; null while it runs"),
        ("endedAt", "when it ended"), ("endReason", "why it was stood down or void"),
        ("elapsedSeconds", "from the decision to the end, or to now"),
        ("byWallClock", "true where the computer was restarted in between"),
        ("decisionToDeliverySeconds", "from the decision to the first baby born by it; null without one"),
        ("targetSeconds", "what the library of its day gave the category, else that in force"),
        ("withinTarget", "at or before the target; null outside the denominator"),
        (
            "longestSplit, longestSplitFrom, longestSplitSeconds",
            "the longest way between two milestones up to the birth"
        ),
        ("placeOfDecision", "labourWard, ward, emergencyDepartment, clinic or icu"),
        ("forArrest, arrestAt, arrestToDeliverySeconds", "a maternal cardiac arrest, reported apart"),
        ("enteredAfterwards", "true for a case kept on paper"), ("delayCodes", "codes, a space between"),
        ("callList", "every call: the place on the on-call list, and when"),
        ("arrivalList", "every arrival: badge or name, and when"),
        ("newbornDoctorBeforeBirth", "true where the newborn doctor was there before the birth"),
        ("decidingDoctor, surgeon, anaesthetist", "a badge, or a name as typed"),
        ("fetalHeartRate, cervix", "beats a minute and cm, at the decision"),
        ("anaesthesia, convertedTo", "spinal, epidural, combinedSpinalEpidural, general or local"),
        ("consent, consentName", "herself, relative, refused or authorisedOfficer, and which person"),
        ("familyTold", "true or false"),
        ("bloodLossMillilitres, bloodLossMethod", "mL; measured or estimated"),
        ("motherOutcome, motherNote", "well, complication, icu, transferred or died; as typed"),
        (
            "upgradedAt, upgradeToDeliverySeconds",
            "the last change to a more urgent category, and from there to the birth"
        ),
        ("unsigned", "entries that wait for a signature"),
        ("babyCount", "babies born by it after its decision"),
    ]

    private static let parts: [(String, String)] = [
        (milestones.map { "\($0)At" }.joined(separator: ", "), "when a milestone was reached"),
        (milestones.map { "\($0)Seconds" }.joined(separator: ", "), "seconds since the decision"),
        (
            milestones.map { "\($0)SplitSeconds" }.joined(separator: ", "),
            "seconds since the milestone reached before it; consent, time-out and the newborn team begin no split"
        ),
        (TeamPart.measured.map { "\($0)CalledAt" }.joined(separator: ", "), "its first call, or the whole team's"),
        (TeamPart.measured.map { "\($0)ArrivedAt" }.joined(separator: ", "), "its first arrival"),
        (
            TeamPart.measured.map { "\($0)ArrivalSeconds" }.joined(separator: ", "),
            "seconds from the call to the arrival"
        ),
        (
            CaesareanBabies.keys.map(CaesareanBabies.column).joined(separator: ", "),
            "the first baby born by it; grams, pH in thousandths, base deficit in tenths of mmol/L"
        ),
    ]

    private static let nested: [(String, String)] = [
        (
            "milestones",
            "milestone, at, elapsedSeconds, byWallClock, splitFrom, splitSeconds, targetSeconds, outOfOrder, typed, reason, by"
        ),
        ("notApplicable", "milestones said not to apply"), ("gradings", "category, at: the first and every change"),
        ("delays", "code, text"), ("calls", "slot, name, phone, at"), ("arrivals", "badge, name, part, at"),
        ("babies", "every baby: \(CaesareanBabies.keys.joined(separator: ", "))"),
    ]
}
