import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("Caesarean targets and codes stand as the clinical reference has them")
struct CaesareanFilesTests {
    let rules = ClinicalLibrary.compiledIn.rules

    @Test("Categories 1 and 2 have targets, 3 and 4 have none")
    func categories() {
        #expect(rules.categoryTargets.mapValues(\.seconds) == [.one: 1800, .two: 4500])
        #expect(rules.categoryTargets.values.allSatisfy { $0.source.mark == .verified })
    }

    @Test("Milestones with a planning share")
    func milestones() {
        #expect(
            rules.milestoneTargets.mapValues(\.seconds) == [
                .decision: 0, .call: 60, .consent: 300, .leave: 480, .arrive: 600, .anaesthesiaStart: 900,
                .anaesthesiaReady: 1200, .incision: 1500, .delivery: 1800,
            ])
        let verified = rules.milestoneTargets.filter { $0.value.source.mark == .verified }.keys
        #expect(Set(verified) == [.decision, .arrive, .delivery])
    }

    @Test("From the skin to the uterus, and from there to the birth")
    func splits() {
        #expect(rules.splitTargets.mapValues(\.target.seconds) == [.uterineIncision: 300, .delivery: 180])
        #expect(rules.splitTargets.mapValues(\.from) == [.uterineIncision: .incision, .delivery: .uterineIncision])
        #expect(rules.splitTargets.values.allSatisfy { $0.target.source.mark == .recall })
    }

    @Test("Indications")
    func indications() {
        #expect(
            rules.indications.map(\.code) == [
                "FHR", "CORD", "ABRUPT", "RUPTURE", "PRAEVIA", "AFE", "ECLAMP", "FAILOP", "ARREST", "CPD", "MALPOS",
                "TWIN2", "MATARR", "SCAR", "REQ", "OTHER",
            ])
        #expect(
            rules.indications.filter { $0.source.mark == .recall }.map(\.code) == ["ECLAMP", "TWIN2", "MATARR"])
        #expect(rules.indication("CORD")?.text == Phrase(en: "cord prolapse", zhHans: "脐带脱垂"))
    }

    @Test("Delay reasons; only 'other' must be explained")
    func delayReasons() {
        let codes = (1...16).map { "D\($0 < 10 ? "0" : "")\($0)" } + ["D99"]
        #expect(rules.delayReasons.map(\.code) == codes)
        #expect(rules.delayReasons.filter { $0.source.mark == .verified }.map(\.code) == Array(codes[..<7]))
        #expect(rules.delayReasons.filter(\.needsText).map(\.code) == ["D99"])
        #expect(rules.delayReason("D04")?.text.zhHans == "转运延迟")
    }
}
