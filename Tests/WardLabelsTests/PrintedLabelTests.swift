import Testing
import WardDomain

@testable import WardLabels

/// Every kind of label of one birth of twins, in both languages: whole on the printer, and read back by programs that
/// are not ours.
@Suite struct PrintedLabelTests {
    private static let motherNumber = "690123400000000018"
    private static let babyNumber = "690123400000000025"
    private static let offset = LocalOffset.fixed(seconds: 8 * 3600)

    /// 吴小梅 with twins; both bands of the second carry its own number.
    private struct Twins {
        var ward = WardState()
        private var given = 0
        private let clock = ClockReading(
            moment: Moment(milliseconds: 1_795_341_600_000), bootID: "boot", uptime: 5_000_000_000_000)
        private static let midwife = Badge("W1001")

        init(mother name: String = "吴小梅") throws(Refusal) {
            try record(AddStaff(badge: Self.midwife, name: "王敏", role: .administrator), by: nil)
            try record(AddStaff(badge: Badge("W2001"), name: "王敏", role: .midwife), by: Self.midwife)
            let by = Badge("W2001")
            try record(AdmitMother(identity: MotherIdentity(name: name, mrn: "ZY2026002", fetuses: 2)), by: by)
            let mother = try story.id
            for sex in [NewbornSex.female, .male] {
                try record(RecordBirth(admission: mother, mode: .vaginal, outcome: .live, sex: sex), by: by)
            }
            try record(AttachMotherBand(admission: mother, band: motherNumber, kind: .person), by: by)
            let baby = NewbornID(mother, order: 2)
            for limb in [Limb.leftWrist, .rightAnkle] {
                try record(AttachBand(newborn: baby, band: babyNumber, kind: .person, limb: limb), by: by)
            }
        }

        var story: Admission {
            get throws(Refusal) {
                guard let story = ward.admissions.values.first else { throw .motherUnknown("") }
                return story
            }
        }

        private mutating func record(_ command: any WardCommand, by: Badge?) throws(Refusal) {
            given += 1
            let envelope = CommandEnvelope(id: CommandID("c\(given)"), by: by, terminal: "T", command: command)
            let context = DecisionContext(
                envelope: envelope, ward: ward, answers: LookupAnswers(), rules: ClinicalRules(), now: clock,
                offset: offset)
            for (index, draft) in try WardRules.decide(command, context).enumerated() {
                let stamp = draft.stamp(index + 1, of: envelope, recorded: clock)
                let entry = Entry(sequence: Int64(given), stream: draft.stream, stamp: stamp, fact: draft.fact)
                do throws(FoldFault) { try ward.apply(entry) } catch { throw .impossible("\(error)") }
            }
        }
    }

    private func page(_ language: Language, names: Bool = false) -> LabelPage {
        var site = SiteRules()
        site.namesInSymbols = names
        return LabelPage(language: language, offset: Self.offset, site: site)
    }

    private func readBack(_ label: Label) throws -> String {
        let read = try OutsideProgram.read(try #require(try label.symbol()))
        return read.replacing("~", with: "\u{1D}")
    }

    /// What a person reads on the print, each line whole.
    private func printed(_ label: Label) throws -> String {
        let zpl = try ZPL(label, font: "E:SIMSUN.TTF", dotsPerMillimetre: 8).text
        return zpl.split(separator: "\n").filter { $0.contains("^FH^FD") }
            .map { String($0.split(separator: "^FD")[1].dropLast(3)) }.joined()
    }

    @Test(arguments: [Language.english, .chinese])
    func bothBandsOfABabySayTheSameNumberAndEachItsIssue(_ language: Language) throws {
        let story = try Twins().story
        let baby = try #require(story.newborn(order: 2))

        for (issue, band) in zip(1..., baby.attachedBands) {
            let label = try Label.newborn(baby, band: band, of: story, page(language))
            let read = try readBack(label)

            let string = try ElementString(reading: "]d2" + read)
            #expect(string[.recipient] == Self.babyNumber && string[.serviceInstance] == "\(issue)")
            #expect(string[.baby] == nil, "no name on an unsecured band unless the site allows it")
            #expect(BandCode.normalized("]d2" + read) == Self.babyNumber)
            let drawn = try OutsideProgram.draw("[8018]\(Self.babyNumber)[8019]\(issue)")
            let matrix = try #require(try label.symbol())
            let ours = (0..<matrix.side).map { row in
                (0..<matrix.side).map { matrix.isDark(row: row, column: $0) ? "1" : "0" }.joined()
            }
            #expect(drawn.map { String($0.prefix(matrix.side)) } == ours)
            let text = try printed(label)
            let name = language == .english ? "吴小梅 Boy B" : "吴小梅之子B"
            for part in [name, "2/2", "ZY2026002"] { #expect(text.contains(part), "\(text)") }
        }
    }

    @Test(arguments: [("吴梅", "吴梅之子B"), ("吴小梅", nil)] as [(String, String?)])
    func whereTheSiteAllowsItTheSymbolSaysTheNameWholeOrNotAtAll(mother: String, name: String?) throws {
        let story = try Twins(mother: mother).story
        let baby = try #require(story.newborn(order: 2))
        let band = try #require(baby.attachedBands.first)
        let label = try Label.newborn(baby, band: band, of: story, page(.chinese, names: true))

        let string = try ElementString(reading: "]d2" + (try readBack(label)))

        #expect(string.text(.baby) == name && string[.birthSequence] == name.map { _ in "2/2" })
        #expect(string[.birthTime] == "202611221800" && string[.recipient] == Self.babyNumber)
        #expect(try printed(label).contains("\(mother)之子B"), "the print has it in any case")
    }

    @Test(arguments: [Language.english, .chinese])
    func theMothersBandIsReadBackAndNamesHerWhole(_ language: Language) throws {
        let story = try Twins().story
        let label = try Label.mother(story, band: try #require(story.band), page(language))

        #expect(BandCode.normalized("]d2" + (try readBack(label))) == Self.motherNumber)
        #expect(try printed(label).contains("吴小梅") && (try printed(label).contains("ZY2026002")))
    }

    @Test(arguments: [Language.english, .chinese])
    func aClampTagCountsAndACardIdentifiesNobody(_ language: Language) throws {
        let twins = try Twins()
        let story = try twins.story
        let baby = try #require(story.newborn(order: 2))

        let tag = Label.cordClamp(baby, of: story, page(language))
        let card = Label.cotCard(baby, of: story, page(language))

        #expect(try tag.symbol() == nil)
        let count = language == .english ? "2 clamps, baby 2 of 2" : "脐带夹 2 个，第 2/2 个"
        #expect(try printed(tag).filter { $0 != " " }.contains(count.filter { $0 != " " }))
        let read = try readBack(card)
        #expect(read == "COT-ZY2026002-2")
        #expect(twins.ward.wearer(of: BandCode.normalized(read)) == nil)
        #expect(try printed(card).contains(language == .english ? "card, not a band" : "不可代替腕带"))
    }
}
