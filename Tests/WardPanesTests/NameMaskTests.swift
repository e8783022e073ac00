import Testing
import WardDomain

@testable import WardPanes

/// Masked names: nothing is given away, and the surname can still be found.
struct NameMaskTests {
    @Test(arguments: [
        ("李", "李*"), ("李娜", "李*"), ("张晓芳", "张*芳"), ("欧阳娜", "欧*娜"), ("欧阳娜娜", "欧*娜"),
        ("阿依古丽·买买提", "阿*提"), ("𠮷田𠀋子", "𠮷*子"),
        ("Maria Lopez", "M* L*"), ("Anna van der Berg", "A* v* d* B*"), ("Anna-Maria O'Hara", "A* O*"),
        ("Smith, Judy", "S*, J*"), ("Smith,Judy Ann", "S*, J* A*"), ("Smith，Judy", "S*, J*"),
        ("Smith,", "S*"), (", Judy", "J*"), ("Maria 李", "M* 李*"), ("", ""), ("  ", ""),
    ])
    func aNameIsMasked(name: String, mask: String) {
        #expect(NameMask.masked(name) == mask)
    }

    /// With a space between them, each character would be a word of its own, and all would be shown.
    @Test(arguments: [("李 娜", "李*"), ("张 晓芳", "张*芳"), ("张　晓 芳", "张*芳")])
    func aSpaceGivesNothingAway(name: String, mask: String) {
        #expect(NameMask.masked(name) == mask)
    }

    @Test func theSurnameOfAMaskIsTheSurnameOfTheName() {
        for name in ["Smith, Judy", "Judy Smith"] {
            let masked = DistinctName(order: 1, of: 1, sex: .female, mother: NameMask.masked(name))
            #expect(masked.phrase.en == "S*, J* Girl")
        }
    }

    @Test func aLabelStandsWholeWhereThereIsNoName() {
        #expect(NameMask.masked(MotherIdentity(label: "unknown woman 1")) == "unknown woman 1")
        #expect(NameMask.masked(MotherIdentity(label: "unknown woman 1", name: " ")) == "unknown woman 1")
    }
}
