import Testing
import WardDomain

@Suite struct DistinctNameTests {
    @Test(arguments: [
        ("Maria Lopez", NewbornSex.female, 1, 1, "LOPEZ, Maria Girl", "LOPEZ, Maria之女"),
        ("Maria Lopez", .male, 2, 2, "LOPEZ, Maria Boy B", "LOPEZ, Maria之子B"),
        ("Lopez, Maria", .female, 1, 2, "LOPEZ, Maria Girl A", "LOPEZ, Maria之女A"),
        ("Ana Maria del Toro", .female, 1, 1, "TORO, Ana Maria del Girl", "TORO, Ana Maria del之女"),
        ("李娜", .female, 1, 2, "李娜 Girl A", "李娜之女A"),
        ("李娜", .male, 1, 1, "李娜 Boy", "李娜之子"),
        ("阿依古丽·买买提", .undetermined, 3, 3, "阿依古丽·买买提 Baby C", "阿依古丽·买买提之婴C"),
        ("unknown woman 1", nil, 1, 1, "unknown woman 1 Baby", "unknown woman 1之婴"),
    ])
    func aNameIsTheMothersNameWithSexAndLetter(
        mother: String, sex: NewbornSex?, order: Int, all: Int, en: String, zhHans: String
    ) {
        let name = DistinctName(order: order, of: all, sex: sex, mother: mother).phrase

        #expect(name == Phrase(en: en, zhHans: zhHans))
    }

    @Test func twinsNeverShareAName() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜")
        let first = try ward.birth(mother)
        #expect(DistinctName(ward.baby(first), of: ward.mother(mother)).phrase.zhHans == "李娜之婴")
        let second = try ward.birth(mother)

        let names = [first, second].map { DistinctName(ward.baby($0), of: ward.mother(mother)).phrase }

        #expect(names.map(\.zhHans) == ["李娜之婴A", "李娜之婴B"])
    }

    @Test func anExpectedTwinIsCalledAFromTheFirst() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜")
        try ward.record(IdentifyMother(admission: mother, known: MotherIdentity(fetuses: 2)))

        let first = try ward.birth(mother)

        #expect(DistinctName(ward.baby(first), of: ward.mother(mother)).phrase.en == "李娜 Baby A")
    }

    @Test func theRegisteredNameStandsBesideAndNeverReplaces() throws {
        var ward = WardFixture()
        let (mother, baby) = try ward.pair("李娜")
        let before = DistinctName(ward.baby(baby), of: ward.mother(mother)).phrase

        try ward.record(DescribeNewborn(newborn: baby, details: NewbornDetails(registeredName: " 张安 ")))

        #expect(ward.baby(baby).registeredName == "张安")
        #expect(DistinctName(ward.baby(baby), of: ward.mother(mother)).phrase == before)
        #expect(BandText(ward.baby(baby), of: ward.mother(mother), ward.offset).lines[0] == before)
    }

    @Test func theBandSaysWhatTheNPSAAsksAndNeitherBedNorRoom() throws {
        var ward = WardFixture()
        let mother = try ward.admit("Maria Lopez", mrn: "ZY7", bed: "3")
        try ward.record(IdentifyMother(admission: mother, known: MotherIdentity(fetuses: 2)))
        let baby = try ward.birth(mother)
        try ward.record(DescribeNewborn(newborn: baby, sex: .female))

        let lines = BandText(ward.baby(baby), of: ward.mother(mother), ward.offset).lines

        #expect(
            lines.map(\.en) == [
                "LOPEZ, Maria Girl A", "BABY GIRL", "born 2026-11-22 18:00", "no. ZY7", "TWIN I  1/2",
            ])
        #expect(lines.map(\.zhHans)[1...2] == ["新生儿 女", "出生 2026-11-22 18:00"])
        #expect(!lines.contains { $0.en.contains("bed") })
    }

    @Test(arguments: [
        (1, 2, "TWIN I  1/2"), (2, 2, "TWIN II  2/2"), (3, 3, "TRIPLET III  3/3"), (4, 4, "MULTIPLE IV  4/4"),
    ])
    func severalAreNumbered(order: Int, all: Int, text: String) {
        #expect(MultipleBirth(order: order, of: all)?.phrase.en == text)
    }

    @Test(arguments: [(1, 1, true), (1, 2, false), (2, 1, false), (2, 2, true), (3, 3, true)])
    func clampsSayTheOrder(order: Int, clamps: Int, isRight: Bool) throws {
        var ward = WardFixture()
        let mother = try ward.admit()
        for _ in 1..<order { try ward.birth(mother) }
        var birth = RecordBirth(admission: mother, mode: .vaginal, outcome: .live, cordClamps: clamps)
        birth.order = order

        #expect(ward.refusal(of: birth) == (isRight ? nil : .cordClampsDisagree(expected: order)))
    }

    @Test(arguments: [(199, false), (200, true), (700, true), (701, false)])
    func aLengthIsPlausible(millimetres: Int, isRight: Bool) throws {
        var ward = WardFixture()
        let (_, baby) = try ward.pair()
        let details = NewbornDetails(lengthMillimetres: millimetres)

        #expect((ward.refusal(of: DescribeNewborn(newborn: baby, details: details)) == nil) == isRight)
    }
}

@Suite struct NameLikenessTests {
    @Test(arguments: [
        ("李娜", "李娜", true), ("李娜", "黎娜", true), ("李娜", "李纳", true), ("张晓华", "张小华", true),
        ("陈静文", "陈文静", true), ("李娜", "李芳", false), ("王芳", "王芳芳", false), ("李娜", "李", false),
        ("Maria Lopez", "maria lópez", true), ("Maria Lopez", "Lopez, Maria", true),
        ("Maria Lopez", "Maria Lopes", true), ("Maria Lopez", "Marina Lopez", true),
        ("Maria Lopez", "Maria Gomez", false), ("Maria Lopez", "Ana Lopez", false), ("Maria", "Marta", false),
        ("李娜", "Li Na", true),
    ])
    func namesAreAlikeBySoundOrOneLetter(one: String, other: String, isAlike: Bool) {
        #expect(NameLikeness.areAlike(one, other) == isAlike)
        #expect(NameLikeness.areAlike(other, one) == isAlike)
    }

    @Test func everybodyAlikeIsFlaggedAndNobodyElse() throws {
        var ward = WardFixture()
        let one = try ward.admit("李娜", bed: "1")
        let other = try ward.admit("黎娜", bed: "2")
        try ward.admit("周敏", bed: "3")
        try ward.admit(label: "unknown woman 1")

        #expect(NameLikeness.alike(ward.ward.admissions.values) == [one, other])
    }

    @Test func aNumbersEndIsLongEnoughToTellHerApart() throws {
        var ward = WardFixture()
        let one = try ward.admit("李娜", mrn: "ZY2026101")
        let other = try ward.admit("黎娜", mrn: "ZY2025101")
        let third = try ward.admit("周敏", mrn: "ZY2026222")
        let short = try ward.admit("陈静", mrn: "Z7")

        #expect(ward.ward.numberTails == [one: "6101", other: "5101", third: "6222", short: "Z7"])
        try ward.admit("吴霞", mrn: "X26101")
        #expect(ward.ward.numberTails[one] == "026101")
    }
}
