import Testing
import WardDomain

@testable import ClinicalLibrary

/// The cadence's and readiness's files: what they bring, and what is refused in a hospital's own.
@Suite struct QualityFileTests {
    private let rules = ClinicalLibrary.compiledIn.rules

    private func faults(_ kind: String, _ body: String) -> [String] {
        let head = """
            kind = "\(kind)"
            version = "1"
            effective = 2026-11-23
            source = "our own"
            mark = "V"

            """
        do {
            _ = try LibraryFile.read(LibraryText(name: "f.toml", text: head + body))
            return []
        } catch {
            return error.faults.map { $0.text(in: .english) }
        }
    }

    @Test func thePolicysRhythmsAreThereWithTheirSource() {
        let duties = rules.cadence.duties
        #expect(
            duties.map { $0.rhythm?.rawValue ?? "drill" } == [
                "drill", "skillsTraining", "selfAssessment", "jointMeeting", "caseEducation", "continuingEducation",
            ])
        #expect(duties.map(\.period) == [.quarter, .quarter, .month, .halfYear, .year, .year])
        #expect(duties.allSatisfy { $0.times == 1 && $0.source.mark == .verified && $0.source.text.contains("第") })
        #expect(duties.last?.each == [.init(.doctor, .obstetrics), .init(.doctor, .newborn), .init(.midwife)])
    }

    @Test func theYearsMinimaNameProtocolsOfTheLibrary() {
        let known = Set(rules.protocols.map(\.id))
        let named = rules.cadence.minima.flatMap(\.protocols)
        #expect(rules.cadence.minima.count == 6)
        #expect(Set(named) == known)
        #expect(rules.cadence.minima.allSatisfy { $0.source.mark == .recall })
        #expect(rules.cadence.caesareanProtocol == "category-1-caesarean")
    }

    @Test func cartsAndAreasAreThereWithoutInventedQuantities() {
        let kits = rules.readiness.kits
        #expect(
            kits.map { "\($0.id) \($0.rhythm)\($0.needsWitness ? " two people" : "")" } == [
                "maternal-cart day", "newborn-area day", "emergency-blood day", "controlled-drugs shift two people",
                "evacuation-supplies month", "evacuation-contacts quarter",
            ])
        #expect(kits.flatMap(\.items).allSatisfy { $0.quantity == nil && !$0.source.text.isEmpty })
        #expect(kits[0][item: "calcium-gluconate"]?.expires == true)
        #expect(kits[1][item: "laryngoscope"]?.hasBattery == true)
        #expect(kits[1][item: "bag-masks"]?.source.mark == .secondHand)
        #expect(rules.readiness.expiryMonths == 3 && rules.readiness.overdueMinutes == 120)
        #expect(rules.readiness.restockMinutes == 60)
        #expect(rules.readiness.shifts.map(\.id) == ["night", "day", "evening"])
    }

    private let shifts = "shifts = [{ id = \"day\", from = \"8:00\", en = \"day\", zh = \"白班\" }]\n"

    @Test func quantitiesMonthsAndTimesHaveBothEdges() {
        func file(_ quantity: Int, _ months: Int, _ from: String) -> String {
            """
            expiryMonths = \(months)
            overdueMinutes = 0
            shifts = [{ id = "day", from = "\(from)", en = "day", zh = "白班" }]
            [[kit]]
            id = "cart"
            en = "cart"
            zh = "车"
            [[kit.item]]
            id = "bag"
            en = "bag"
            zh = "囊"
            quantity = \(quantity)
            """
        }
        for (quantity, months, from) in [(1, 0, "0:00"), (999, 120, "23:59")] {
            #expect(faults("readiness", file(quantity, months, from)).isEmpty)
        }
        #expect(
            faults("readiness", file(0, 121, "24:00")) == [
                "f.toml:6: 'expiryMonths' is 121, must be 0-120",
                "f.toml:8: 'from' is '24:0', must be 0:00 - 23:59", "f.toml:17: 'quantity' is 0, must be 1-999",
            ])
    }

    @Test func repeatedIdsAndUnknownKeysAreNamed() {
        let item = "[[kit.item]]\nid = \"bag\"\nen = \"bag\"\nzh = \"囊\"\n"
        let body =
            "expiryMonths = 3\noverdueMinutes = 0\n" + shifts + "[[kit]]\nid = \"cart\"\nen = \"cart\"\nzh = \"车\"\n"
            + item + item + "dose = \"1\"\n"
        #expect(
            faults("readiness", body) == [
                "f.toml:18: 'id' 'bag' occurs twice", "f.toml:21: 'dose' is not a key here",
            ])
    }

    @Test func dutiesArePlainAndRolesAreKnown() {
        let body = """
            [[duty]]
            duty = "party"
            period = "week"
            times = 0
            each = [{ role = "cook" }]
            [cases]
            days = 0
            """
        let found = faults("cadence", body)
        #expect(found.count == 5)
        for key in ["duty", "period", "times", "role", "days"] {
            #expect(found.contains { $0.contains("'\(key)' is") }, "\(key)")
        }
    }
}
