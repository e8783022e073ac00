import Testing
import WardDomain

@testable import ClinicalLibrary

/// What newborns are owed in a hospital's own file, and in the one that the program brings.
@Suite struct NewbornDueFileTests {
    private func read(_ body: String) -> (items: [NewbornDue], faults: [String]) {
        let text = """
            kind = "newborn-due"
            version = "1"
            effective = 2026-11-27
            source = "our own"
            mark = "V"
            [[due]]
            id = "screen"
            en = "screen"
            zh = "筛查"
            \(body)
            """
        do {
            return (try NewbornDueFile.read(text: text, name: "f.toml").items, [])
        } catch {
            return ([], error.faults.map { $0.text(in: .english) })
        }
    }

    @Test(
        arguments: [
            ("", nil, nil), ("byHours = 0", nil, 0), ("byHours = 1008", nil, 1008), ("fromHours = 48", 48, nil),
            ("fromHours = 6\nbyHours = 7", 6, 7),
        ] as [(String, Int?, Int?)])
    func hoursAreFromTheBirth(hours: String, from: Int?, by: Int?) {
        let item = read("babies = \"all\"\n" + hours).items.first

        #expect(item?.fromHours == from && item?.byHours == by && item?.onlyInfectious == false)
    }

    @Test(arguments: [
        "babies = \"some\"", "babies = \"all\"\nbyHours = 1009", "babies = \"all\"\nfromHours = -1",
        "babies = \"all\"\nfromHours = 6\nbyHours = 6", "babies = \"all\"\ndose = \"1 mg\"", "",
    ])
    func whatIsWrongIsNamedWithItsLine(body: String) {
        let faults = read(body).faults

        #expect(faults.count == 1, "\(faults)")
        #expect(faults.first?.hasPrefix("f.toml:") == true)
    }

    /// The reference's table 9, and the marks that it gives.
    @Test func theShippedTimesAreTheReferences() {
        let items = ClinicalLibrary.compiledIn.rules.newbornDue
        let said = items.map { "\($0.id) \($0.fromHours ?? 0)-\($0.byHours ?? 0) \($0.source.mark.rawValue)" }

        #expect(
            said == [
                "vitamin-k 0-1 V*", "hbv 0-12 V", "arv 0-6 V", "hepb1 0-24 R", "bcg 0-24 R", "heart-screen 6-72 V",
                "hearing-screen 48-0 V", "heel-prick 72-168 V",
            ])
        #expect(items.filter(\.onlyInfectious).map(\.id) == ["hbv", "arv"])
    }
}
