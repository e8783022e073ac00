import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// The discharge of a newborn: a band that does not belong stops it at the scan.
struct DischargeFormTests {
    private typealias Fixture = HandoverFixture

    private func leaving(_ language: Language = .english) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("e"))
        return ward
    }

    @Test(arguments: [
        [Fixture.liBaby[0], Fixture.wuBand], [Fixture.wuBand, Fixture.liBaby[0]],
        [Fixture.liBaby[0], Fixture.wuBabyA[0]], [Fixture.liBaby[0], Fixture.liBand, Fixture.wuBabyB[1]],
    ])
    func aWrongBandIsRecordedAtItsScan(scans: [String]) throws {
        var ward = leaving()
        for code in scans.dropLast() {
            ward.scan(code)
            #expect(!(ward.facts.last is HandoverMismatched))
        }
        ward.scan(scans[scans.count - 1])

        let stop = try #require(ward.facts.last as? HandoverMismatched, "\(ward.screen)")
        #expect(stop.during == .discharge && stop.newborn == ward.baby(ward.li).id)
        #expect(ward.state.dialogs.isEmpty)
        #expect(ward.role(of: "STOP 停") == .stop)
    }

    @Test func aBandThatWasTypedStopsItAtEnter() {
        var ward = leaving()
        ward.scan(Fixture.liBaby[0])
        ward.press(.tab)
        ward.type(Fixture.wuBand)
        ward.press(.enter)
        #expect(ward.facts.last is HandoverMismatched)
    }

    @Test func anotherBabyThanTheChosenOneIsNotTaken() {
        var ward = leaving()
        let count = ward.entries.count
        ward.scan(Fixture.wuBabyA[0])
        #expect(ward.screen.contains("That is another baby's band."))
        #expect(!ward.screen.contains(Fixture.wuBabyA[0]))
        #expect(ward.entries.count == count)
        ward.scan(Fixture.liBaby[0], Fixture.liBand)
        #expect(ward.entries.count == count, "the chosen baby and its mother belong together")
    }

    @Test(arguments: [Language.english, .chinese])
    func whoseCodeItIsStandsBelowIt(language: Language) {
        var ward = leaving(language)
        ward.scan(Fixture.liBaby[0], Fixture.liBaby[1], Fixture.liBand, "C3003")
        for text in language == .english ? ["mother 李* ..6001, bed 3", "赵蕾, charge nurse"] : ["母亲 李*", "赵蕾，护士长"] {
            #expect(ward.screen.contains(text), "\(ward.screen)")
        }
    }

    @Test func bothBandsThatAreOnAreAskedFor() {
        var ward = leaving()
        ward.scan(Fixture.liBaby[0], Fixture.liBand, "W2002")
        ward.press(.enter)
        #expect(!(ward.facts.last is NewbornDischarged))
        #expect(ward.focusedField == "otherBand")
        ward.scan(Fixture.liBaby[1])
        ward.press(.character("1"), .enter)
        #expect(ward.facts.last is NewbornDischarged, "\(ward.screen)")
    }
}
