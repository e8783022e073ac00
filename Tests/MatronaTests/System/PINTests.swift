import Testing

@testable import matrona

@Suite struct PINTests {
    private static let cheap = PINVerifier.Cost(logarithm: 4, blockSize: 8, parallelism: 1)

    @Test func aVerifierKnowsItsPINAlone() throws {
        let verifier = try PINVerifier("2468", cost: Self.cheap)
        #expect(verifier.matches("2468"))
        for wrong in ["2469", "246", "24680", "", "２４６８"] { #expect(!verifier.matches(wrong)) }
    }

    @Test func aVerifierComesBackFromItsText() throws {
        let verifier = try PINVerifier("2468", cost: Self.cheap)
        let stored = try #require(PINVerifier(verifier.text))
        #expect(stored == verifier)
        #expect(stored.matches("2468"))
        #expect(verifier.text.hasPrefix("$scrypt$ln=4,r=8,p=1$"))
    }

    @Test func thePINIsNotInItsText() throws {
        let verifier = try PINVerifier("13572468", cost: Self.cheap)
        #expect(!verifier.text.contains("13572468"))
    }

    @Test func theSamePINTwiceHasTwoVerifiers() throws {
        #expect(try PINVerifier("2468", cost: Self.cheap) != PINVerifier("2468", cost: Self.cheap))
    }

    /// RFC 7914, section 12: scrypt("password", "NaCl", N 1024, r 8, p 16), the first 32 bytes.
    @Test func theKeyIsThatOfTheStandard() throws {
        let verifier = try #require(
            PINVerifier("$scrypt$ln=10,r=8,p=16$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI="))
        #expect(verifier.matches("password"))
    }

    @Test(arguments: [
        "", "2468", "$scrypt$ln=4,r=8,p=1$$", "$scrypt$ln=60,r=8,p=1$TmFDbA==$AAAA",
        "$argon2$ln=4,r=8,p=1$TmFDbA==$AAAA",
        "$scrypt$ln=4,r=8$TmFDbA==$/bq+HJ00cgB4VucZDQHp/nxq18vII3gw53N2Y0s3MWI=",
    ])
    func damagedTextIsNoVerifier(text: String) {
        #expect(PINVerifier(text) == nil)
    }

    @Test func aPINIsFourToTwelveDigits() {
        for good in ["0000", "1234", "123456789012"] { #expect(PINRules.accepts(good)) }
        for bad in ["123", "1234567890123", "12a4", "12 4", "", "１２３４"] { #expect(!PINRules.accepts(bad)) }
    }
}
