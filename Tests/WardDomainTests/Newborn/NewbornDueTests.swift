import Testing
import WardDomain

/// What falls due for a newborn by the library: said on its card, with the mark of its source, and never guessed.
@Suite struct NewbornDueTests {
    private static func item(_ from: Int?, _ by: Int?, infectious: Bool = false) -> NewbornDue {
        NewbornDue(
            id: "x", text: Phrase(en: "screen", zhHans: "筛查"), fromHours: from, byHours: by,
            onlyInfectious: infectious, source: Source(.verified, "x"))
    }

    @Test(
        arguments: [
            (nil, 1, "screen by 19:00 [V]", "筛查 19:00 前 [V]"),
            (nil, 6, "screen by 11-23 00:00 [V]", "筛查 11-23 00:00 前 [V]"),
            (48, nil, "screen from 11-24 18:00 [V]", "筛查 11-24 18:00 起 [V]"),
            (5, 72, "screen 23:00 - 11-25 18:00 [V]", "筛查 23:00 - 11-25 18:00 [V]"), (nil, nil, "screen [V]", "筛查 [V]"),
        ] as [(Int?, Int?, String, String)])
    func timesAreReckonedFromTheBirth(from: Int?, by: Int?, en: String, zhHans: String) {
        let said = Self.item(from, by).said(bornAt: WardFixture.evening, .fixed(seconds: 8 * 3600))

        #expect(said.en == en && said.zhHans == zhHans)
    }

    @Test(arguments: [(nil, true), (true, true), (false, false)] as [(Bool?, Bool)])
    func anInfectionIsRuledOutByTheRecordAlone(infectious: Bool?, isSaid: Bool) throws {
        var ward = WardFixture()
        ward.rules.newbornDue = [Self.item(nil, 1), Self.item(nil, 12, infectious: true)]
        let (mother, baby) = try ward.pair()
        if let infectious {
            try ward.record(GradeRisk(admission: mother, grade: .green, infectious: infectious, factors: []))
        }

        let due = ward.rules.due(for: ward.baby(baby), of: ward.mother(mother))

        #expect(due.count == (isSaid ? 2 : 1))
        let known = TransferCard.known(ward.baby(baby), of: ward.mother(mother), ward.rules, ward.offset)
        #expect(known.last?.en.hasPrefix("R by library: screen by 19:00 [V]") == true)
    }

    @Test func nothingIsDueToAChildWhoDiedOrWhoseBirthNobodyKnows() throws {
        var ward = WardFixture()
        ward.rules.newbornDue = [Self.item(nil, 1)]
        let child = try ward.birth(try ward.admit(), outcome: .diedInLabour)
        try ward.record(AdmitNewborn(.foundling, label: "foundling 1", place: .nicu))
        for story in ward.ward.admissions.values {
            for newborn in story.newborns {
                #expect(ward.rules.due(for: newborn, of: story).isEmpty)
                let known = TransferCard.known(newborn, of: story, ward.rules, ward.offset)
                #expect(!known.contains { $0.en.hasPrefix("R") }, "\(child)")
            }
        }
    }
}
