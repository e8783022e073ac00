import Testing
import WardDomain

@Suite struct MandarinReadingsTests {
    @Test(arguments: [
        ("李娜", ["li", "na"]), ("吕绿", ["lu", "lu"]), ("欧阳菲菲", ["ou", "yang", "fei", "fei"]),
        ("曾增", ["zeng", "zeng"]), ("增曾", ["zeng", "ceng"]), ("单丹", ["shan", "dan"]), ("Maria", []),
        ("李 Anna", ["li"]), ("㐂一", ["㐂", "yi"]), ("㑇", ["zhou"]), ("𠮷野", ["𠮷", "ye"]), ("", []),
    ])
    func eachCharacterIsReadAsInANameOrStandsForItself(name: String, syllables: [String]) {
        #expect(MandarinReadings.syllables(of: name) == syllables)
    }
}
