import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A shift change: each baby once, both badges once.
struct GroupHandoverTests {
    private typealias Fixture = HandoverFixture

    private func changing(_ language: Language = .english) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("a"))
        return ward
    }

    @Test func fiveScansAndTwoKeysHandThreeBabiesOver() throws {
        var ward = changing()
        ward.scan("W2002", Fixture.liBaby[0], Fixture.wuBabyA[0], "W1001", Fixture.wuBabyB[1])
        #expect(ward.screen.contains("no exceptions"))
        ward.press(.enter)
        let group = try #require(ward.facts.last as? GroupHandedOver)
        #expect(group.giver == Fixture.midwife)
        #expect(group.receiver == Fixture.nurse)
        #expect(group.newborns.count == 3)
        #expect(ward.state.dialogs.isEmpty)
        for baby in [ward.baby(ward.li), ward.baby(ward.wu, 1), ward.baby(ward.wu, 2)] {
            #expect(baby.custody.custodian == .staff(Fixture.nurse))
        }
    }

    @Test func whoIsNotScannedStandsFirstAndAsksWhy() throws {
        var ward = changing()
        ward.scan("W1001", "W2002", Fixture.liBaby[0], Fixture.wuBabyA[0])
        #expect(ward.screen.contains("1 EXCEPTIONS"))
        #expect(ward.role(of: "NOT SCANNED") == .alarmMedium)
        ward.press(.enter)
        ward.type("in theatre")
        ward.press(.enter)
        let group = try #require(ward.facts.last as? GroupHandedOver)
        #expect(group.exceptions.map(\.why) == [.notScanned])
        #expect(ward.baby(ward.wu, 2).custody.custodian == .staff(Fixture.midwife))
    }

    @Test(arguments: [
        ("COT-3", "no band and no badge"), ("M-LI", "baby's band or a badge"), ("W1001", "Scanned already"),
    ])
    func whatIsNeitherSaysSo(code: String, said: String) {
        var ward = changing()
        ward.scan("W1001", code)
        #expect(ward.screen.contains(said))
    }

    @Test func enterWithoutBothBadgesRecordsNothing() {
        var ward = changing(.chinese)
        let count = ward.entries.count
        ward.scan("W1001", Fixture.liBaby[0])
        ward.press(.enter)
        #expect(ward.screen.contains("请扫描双方工牌"))
        #expect(ward.entries.count == count)
    }
}
