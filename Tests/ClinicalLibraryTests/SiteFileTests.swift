import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("The site's file")
struct SiteFileTests {
    static let start = """
        kind = "site"
        version = "9"
        effective = 2026-11-26
        source = "our hospital"
        mark = "V"
        pinAtHandover = true
        namesInSymbols = true

        """
    static let label = """
        [label]
        font = "E:HEI.TTF"
        dotsPerMillimetre = 12

        """

    @Test func theCompiledInSiteAsksNoPINAndKnowsOnlyItsOwnCards() {
        let site = ClinicalLibrary.compiledIn.rules.site
        #expect(!site.asksPINAtHandover)
        #expect(!site.namesInSymbols)
        #expect(site.codePatterns == [CodePattern("COT-*", .cot)])
    }

    @Test func aHospitalsFileReplacesIt() throws {
        let text =
            Self.start + Self.label + """
                [[pattern]]
                pattern = "W####"
                class = "staff"
                [[pattern]]
                pattern = "M-*"
                class = "mother"
                code = "person"
                """
        let library = ClinicalLibrary.compiledIn.replacing(with: [LibraryText(name: "ours.toml", text: text)])

        #expect(library.faults.isEmpty)
        let site = library.rules.site
        #expect(site.asksPINAtHandover && site.namesInSymbols)
        #expect(site.codePatterns == [CodePattern("W####", .staff), CodePattern("M-*", .mother, kind: .person)])
        #expect(site.labelFont == "E:HEI.TTF")
        #expect(site.labelDotsPerMillimetre == 12)
        #expect(site.labelSizes.isEmpty)
    }

    @Test func aSiteSaysWhenABabyIsExpectedBackAndNobodyElseDoes() throws {
        #expect(ClinicalLibrary.compiledIn.rules.site.expectedReturnMinutes.isEmpty)
        let text = Self.start + Self.label + "[expectedReturnMinutes]\nbath = 40\nhearing = 720\n"
        let site = try SiteFile.read(text: text, name: "site.toml").rules
        #expect(site.expectedReturnMinutes == [.bath: 40, .hearing: 720])
    }

    @Test(arguments: ["bath = 0", "bath = 721", "nicu = 30"])
    func aReturnThatCannotBeIsNamed(line: String) {
        let text = Self.start + Self.label + "[expectedReturnMinutes]\n\(line)\n"
        #expect(throws: LibraryFaults.self) { try SiteFile.read(text: text, name: "site.toml") }
    }

    @Test func aSiteGivesTheSizesOfItsLabels() throws {
        let text = Self.start + Self.label + "[label.size]\nnewborn = \"60x10\"\ncotCard = \"300x300\"\n"
        let site = try SiteFile.read(text: text, name: "site.toml").rules

        #expect(
            site.labelSizes == [.newborn: LabelSize(width: 60, height: 10), .cotCard: .init(width: 300, height: 300)])
        let usual = ClinicalLibrary.compiledIn.rules.site.labelSizes
        #expect(LabelKind.allCases.allSatisfy { usual[$0] == $0.usualSize })
    }

    static let pattern = start + label + "[[pattern]]\n"

    static let faulty: [(String, Int?)] = [
        (pattern + "pattern = \"*\"\nclass = \"cot\"\n", 12),
        (pattern + "pattern = \"X\"\nclass = \"bed\"\n", 13),
        (pattern + "pattern = \"X\"\nclass = \"cot\"\ncode = \"own\"\n", 14),
        (pattern + "pattern = \"X\"\nclass = \"cot\"\ncolour = \"red\"\n", 14),
        (start + "[label]\nfont = \"E:HEI.TTF\"\ndotsPerMillimetre = 9\n", 10),
        (start + label + "[label.size]\nnewborn = \"60x9\"\n", 12),
        (start + label + "[label.size]\nnewborn = \"301x20\"\n", 12),
        (start + label + "[label.size]\nmother = \"60\"\n", 12),
        (start + label + "[label.size]\nbracelet = \"60x20\"\n", 12),
        (start + "[label]\nfont = 7\ndotsPerMillimetre = 8\n", 9),
    ]

    @Test(arguments: faulty)
    func everyFaultIsNamedWithItsLine(text: String, line: Int?) {
        #expect {
            try SiteFile.read(text: text, name: "site.toml")
        } throws: { error in
            let faults = (error as? LibraryFaults)?.faults ?? []
            return faults.count == 1 && faults[0].line == line
        }
    }
}
