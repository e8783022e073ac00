import Testing
import WardDomain

@Suite struct OwnWordsTests {
    @Test(arguments: OwnWords.allCases)
    func aCodeIsSaidInEitherLanguage(words: OwnWords) {
        let said = Phrase(recorded: words.recorded())

        #expect(!said.en.hasPrefix("code") && said.en.allSatisfy(\.isASCII))
        #expect(said.zhHans.allSatisfy { !$0.isASCII })
    }

    @Test func aPersonsWordsStandBehindTheProgramsOwn() {
        let recorded = OwnWords.usedRestock.recorded(with: "adrenaline: 2")

        #expect(recorded == "code:usedRestock: adrenaline: 2")
        #expect(Phrase(recorded: recorded).en == "used: restock: adrenaline: 2")
        #expect(Phrase(recorded: recorded).zhHans == "已动用，须补充：adrenaline: 2")
    }

    @Test(arguments: [
        ("shift change", "交接班"), ("real emergency / 真实急情", "真实紧急情况"), ("used: restock 已动用，须补充", "已动用，须补充"),
        ("used: restock 已动用，须补充: 肾上腺素", "已动用，须补充：肾上腺素"), ("restocked, full check 已补充并全面清点", "已补充并全面清点"),
        ("bands of another mother 腕带为另一位母亲的", "腕带为另一位母亲的"),
    ])
    func theSentencesOfOlderEntriesAreReadAsTheirCodes(sentence: String, zhHans: String) {
        #expect(Phrase(recorded: sentence).zhHans == zhHans)
        #expect(Phrase(recorded: sentence).en.allSatisfy(\.isASCII) || sentence.contains("肾上腺素"))
    }

    @Test(arguments: ["", "code:", "code:unheard", "shift change of the nurse", "母亲 asleep"])
    func whatAPersonTypedStaysAsItIs(text: String) {
        #expect(Phrase(recorded: text) == Phrase(en: text, zhHans: text))
    }
}
