import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// A band that does not belong: STOP, and nothing leads past it but a second person.
struct MismatchStopTests {
    private typealias Fixture = HandoverFixture

    private func stopped(_ language: Language = .english) -> HandoverFixture {
        var ward = Fixture(language)
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("h"))
        ward.scan(Fixture.wuBabyB[0], Fixture.liBand)
        return ward
    }

    /// Every key that a terminal can send.
    static let keyboard: [Key] =
        (0x20...0x7E).map { .character(Character(Unicode.Scalar($0))) }
        + "abcdefghijklmnopqrstuvwxyz".map { .control($0) } + (1...12).map { .function($0) }
        + [.enter, .escape, .tab, .backTab, .backspace, .delete, .insert]
        + [.up, .down, .left, .right, .pageUp, .pageDown, .home, .end]

    @Test func anothersBandStopsAtOnceAndIsRecorded() {
        let ward = stopped()
        let fact = ward.facts.last as? HandoverMismatched
        #expect(fact?.newborn == NewbornID(ward.wu, order: 2))
        #expect(fact?.scanned == Fixture.liBand)
        #expect(fact?.belongs == Fixture.wuBand)
        #expect(fact?.giver == nil && fact?.receiver == nil, "nobody was scanned yet")
        #expect(ward.baby(ward.wu, 2).custody.custodian == .staff(Fixture.midwife))
        #expect(ward.state.dialogs.isEmpty)
        #expect(ward.role(of: "STOP 停") == .stop)
        #expect(ward.screen.contains("M-LI  mother 李* ..6001, bed 3"))
        #expect(ward.screen.contains("M-WU  mother 吴*梅 ..6002, bed 5"))
        #expect(ward.screen.contains("other than 王敏"))
    }

    @Test(arguments: [[1, 0], [0, 1]])
    func theOrderOfTheScansDoesNotMatter(_ order: [Int]) {
        var ward = Fixture()
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("h"))
        for index in order { ward.scan([Fixture.wuBabyB[0], Fixture.liBand][index]) }
        #expect(ward.facts.last is HandoverMismatched)
    }

    /// Two mothers in turn in one bed, or with one mask, are told apart by the end of the number.
    @Test func theHandoverNamesAMotherByMaskedNameNumberAndBed() {
        var ward = Fixture()
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("h"))
        ward.scan(Fixture.wuBand)
        #expect(ward.screen.contains("mother 吴*梅 ..6002, bed 5"))
    }

    @Test func anotherMotherWhoTakesTheBabyIsAMismatch() {
        var ward = Fixture()
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.press(.character("h"))
        ward.scan(Fixture.wuBand, Fixture.midwife.rawValue, Fixture.liBand, Fixture.wuBabyB[0])
        #expect(ward.facts.last is HandoverMismatched)
        #expect(ward.role(of: "STOP 停") == .stop)
    }

    @Test(arguments: keyboard)
    func noKeyLeadsPastIt(_ key: Key) {
        var ward = stopped()
        let count = ward.entries.count
        ward.press(key)
        if !ward.state.dialogs.isEmpty { ward.press(.escape) }
        ward.open()
        #expect(ward.baby(ward.wu, 2).mismatch != nil)
        #expect(ward.role(of: "STOP 停") == .stop)
        #expect(ward.entries[count...].allSatisfy { $0.fact is any AccessFact }, "no key records anything of the baby")
    }

    /// A child may be missing while a mismatch waits for a second person.
    @Test func headsAreCountedWhileItWaits() {
        var ward = stopped()
        ward.press(.character("c"))
        ward.scan(Fixture.wuBabyB[0])
        #expect(ward.facts.contains { $0 is NewbornCounted }, "\(ward.screen)")
        ward.press(.escape)
        #expect(ward.role(of: "STOP 停") == .stop)
        #expect(ward.baby(ward.wu, 2).mismatch != nil)
    }

    @Test func noScanLeadsPastIt() {
        var ward = stopped()
        let count = ward.entries.count
        let codes = [Fixture.wuBabyB[0], Fixture.wuBand, Fixture.midwife.rawValue, Fixture.nurse.rawValue, "COT-1"]
        for code in codes { ward.scan(code) }
        #expect(ward.state.dialogs.isEmpty)
        #expect(ward.entries.count == count)
        #expect(ward.role(of: "STOP 停") == .stop)
    }

    @Test func aHandoverThatWasOpenElsewhereIsRefusedUntilItIsCleared() {
        let ward = stopped()
        var other = ward
        let refusal = other.record(
            HandOver(
                band: Fixture.wuBabyB[0], motherBand: Fixture.wuBand, giver: Fixture.midwife.rawValue,
                receiver: Fixture.nurse.rawValue, to: .nicu), by: Fixture.nurse)
        #expect(refusal == .mismatchUncleared)
    }

    @Test func whoScannedCannotClearIt() {
        var ward = stopped()
        ward.press(.character("k"))
        #expect(ward.state.dialogs.isEmpty)
        ward.signIn(Fixture.chargeNurse)
        ward.press(.character("k"), .enter)
        #expect(ward.baby(ward.wu, 2).mismatch != nil, "a reason is needed")
        ward.press(.character("1"), .tab)
        ward.type("bands compared at the bed")
        ward.press(.enter)
        #expect((ward.facts.last as? MismatchCleared)?.reason == "bands compared at the bed")
        #expect(!ward.screen.contains("STOP"))
        #expect(ward.baby(ward.wu, 2).custody.custodian == .staff(Fixture.midwife), "clearing hands nothing over")
    }

    @Test func aNurseWithoutAuthorityCannotClearIt() {
        var ward = stopped()
        ward.press(.character("s"))
        ward.press(.character("s"))
        ward.scan(Fixture.nurse.rawValue)
        ward.type("1234")
        ward.press(.enter)
        ward.press(.character("k"))
        #expect(ward.state.dialogs.isEmpty)
        #expect(ward.role(of: "STOP 停") == .stop)
    }

    @Test func careIsNotBlocked() {
        var ward = stopped()
        ward.press(.character("w"), .down, .enter, .character("1"))
        #expect((ward.facts.last as? NewbornMoved)?.newborn == NewbornID(ward.li, order: 1))
        #expect(ward.role(of: "STOP 停") == .stop)
    }

    @Test func aDischargeWithAnothersBandStopsToo() {
        var ward = Fixture()
        ward.open()
        ward.signIn(Fixture.midwife)
        ward.scan(Fixture.liBaby[0])
        ward.press(.character("e"))
        ward.scan(Fixture.chargeNurse.rawValue, Fixture.wuBand, Fixture.liBaby[1])
        ward.press(.character("1"), .tab)
        ward.type("张伟")
        ward.press(.tab)
        ward.type("father")
        ward.press(.enter)
        #expect(ward.facts.last is HandoverMismatched)
        #expect(ward.role(of: "STOP 停") == .stop)
    }

    @Test(arguments: [Language.english, .chinese], [Size(columns: 80, rows: 24), Size(columns: 120, rows: 36)])
    func everythingIsReadable(_ language: Language, _ size: Size) {
        var ward = stopped(language)
        ward.resize(size.columns, size.rows)
        let screen = ward.screen
        for text in ["STOP 停", "M-LI", "M-WU", "李*", "吴*梅", "王敏"] { #expect(screen.contains(text)) }
        #expect(screen.contains(language == .english ? "every scan starts again" : "全部重新扫描"))
    }
}
