import Testing

@testable import WardDomain

@Suite("GS1 element strings are read and written by the dictionary's rules")
struct ElementStringTests {
    @Test(arguments: [
        "8018690123400000000018",
        "8017690123400000000018",
        "8018690123400000000018\u{1D}80190",
        "8018690123400000000018\u{1D}80191234567890",
        "8018690123400000000018\u{1D}725020260228",
        "8018690123400000000018\u{1D}7251202602282359",
        "8018690123400000000018\u{1D}72520", "8018690123400000000018\u{1D}72521",
        "8018690123400000000018\u{1D}72522", "8018690123400000000018\u{1D}72529",
        "8018690123400000000018\u{1D}7253LI\u{1D}7254NA\u{1D}7255JR",
        "8017690123400000000018\u{1D}7253LI\u{1D}7254NA",
        "8018690123400000000018\u{1D}7256%E6%9D%8E%E5%A8%9C",
        "8018690123400000000018\u{1D}72571+MAIN+ST",
        "8018690123400000000018\u{1D}72581/2\u{1D}7259LI+GIRL+A",
        "8018690123400000000018\u{1D}72589/9\u{1D}7259LI",
        "0109506000134352", "01095060001343521727020010AB-1\u{1D}21XY",
        "0109506000134352172702281012345678901234567890",
    ])
    func validStrings(scanned: String) throws {
        let string = try ElementString(reading: scanned)
        #expect(string.encoded == scanned)
        #expect(try ElementString(reading: string.printed) == string)
        for prefix in ["]d2", "]C1", "]Q3", "]d2\u{1D}"] {
            #expect(try ElementString(reading: prefix + scanned) == string)
        }
    }

    /// Each identifier alone or with what it needs, right and with a value that its form refuses.
    @Test(arguments: ApplicationIdentifier.allCases)
    func everyIdentifierHasItsRightAndItsWrongValues(identifier: ApplicationIdentifier) throws {
        let (right, wrong): ([String], [String]) =
            switch identifier {
            case .tradeItem:
                (
                    ["09506000134352", "00000000000000"], ["09506000134353", "0950600013435", "0950600013435X"]
                )
            case .provider, .recipient: (["690123400000000018"], ["690123400000000019", "6901234000000018", ""])
            case .serviceInstance: (["0", "42", "9999999999"], ["", "12345678901", "4 2", "-1"])
            case .batch, .serial:
                (
                    ["A", "12345678901234567890", "!\"%&'()*+,-./_:;<=>?"], ["", "123456789012345678901", "李"]
                )
            case .expiry: (["270131", "270100", "280229"], ["270132", "271301", "270229", "2701", "27013X"])
            case .birthDay: (["20260228", "20280229"], ["20260229", "2026022", "20261301", "2026022X"])
            case .birthTime:
                (
                    ["202602282359", "202602280000"], ["202602282400", "202602282360", "20260228", "202602291200"]
                )
            case .sex: (["0", "1", "2", "9"], ["3", "8", "", "01", "M"])
            case .familyName, .givenName, .baby:
                (["LI", "%E6%9D%8E", String(repeating: "A", count: 40)], ["", "李", "LI NA", "%E6%9", "%", "%C3%28"])
            case .nameSuffix: (["JR", "1234567890"], ["", "12345678901", "J R"])
            case .fullName: ([String(repeating: "A", count: 90)], ["", String(repeating: "A", count: 91), "%ZZ"])
            case .address: ([String(repeating: "A", count: 70)], ["", String(repeating: "A", count: 71), "%ZZ"])
            case .birthSequence: (["1/1", "1/2", "9/9"], ["0/1", "2/1", "1/0", "1", "1/2/3", "1:2", "10/9", ""])
            }
        for value in right {
            #expect(throws: Never.self, "\(value)") { try ElementString(Self.beside(identifier, value)) }
        }
        for value in wrong {
            #expect(throws: ElementFault.self, "\(value)") { try ElementString(Self.beside(identifier, value)) }
        }
    }

    /// An element with those that it must not stand without.
    private static func beside(_ identifier: ApplicationIdentifier, _ value: String) -> [ElementString.Element] {
        let own = ElementString.Element(identifier, value)
        switch identifier {
        case .tradeItem, .provider, .recipient: return [own]
        case .batch, .expiry, .serial: return [.init(.tradeItem, "09506000134352"), own]
        case .birthSequence: return [.init(.recipient, "690123400000000018"), own, .init(.baby, "LI")]
        default: return [.init(.recipient, "690123400000000018"), own]
        }
    }

    static let invalid: [(String, ElementFault)] = [
        ("", .empty),
        ("]d2", .empty),
        ("XYZ", .unknownIdentifier("XYZ")),
        ("9912", .unknownIdentifier("9912")),
        ("801869012340000000001", .wrongLength(.recipient, found: 17, allowed: "18")),
        ("80186901234000000000181", .wrongLength(.recipient, found: 19, allowed: "18")),
        ("801869012340000000001X", .notDigits(.recipient)),
        ("8018690123400000000010", .wrongCheckDigit(.recipient, found: 0, expected: 8)),
        ("8017690123400000000019", .wrongCheckDigit(.provider, found: 9, expected: 8)),
        ("80191", .companionMissing(.serviceInstance, needs: [.provider, .recipient])),
        ("8018690123400000000018\u{1D}8019", .wrongLength(.serviceInstance, found: 0, allowed: "1-10")),
        ("8018690123400000000018\u{1D}801912345678901", .wrongLength(.serviceInstance, found: 11, allowed: "1-10")),
        ("8018690123400000000018\u{1D}8017690123400000000018", .excluded(.recipient, by: .provider)),
        ("725020260228", .companionMissing(.birthDay, needs: [.recipient])),
        ("8017690123400000000018\u{1D}725020260228", .companionMissing(.birthDay, needs: [.recipient])),
        ("8018690123400000000018\u{1D}725020260229", .noSuchDay(.birthDay, "20260229")),
        ("8018690123400000000018\u{1D}72502026022", .wrongLength(.birthDay, found: 7, allowed: "8")),
        ("8018690123400000000018\u{1D}7251202602282400", .noSuchTime(.birthTime, "2400")),
        ("8018690123400000000018\u{1D}7251202602282360", .noSuchTime(.birthTime, "2360")),
        ("8018690123400000000018\u{1D}725020260228\u{1D}7251202602280000", .excluded(.birthDay, by: .birthTime)),
        ("8018690123400000000018\u{1D}72523", .noSuchSex("3")), ("8018690123400000000018\u{1D}72528", .noSuchSex("8")),
        ("8018690123400000000018\u{1D}7253LI\u{1D}7256LI+NA", .excluded(.familyName, by: .fullName)),
        ("8018690123400000000018\u{1D}7253LI\u{1D}7259LI", .excluded(.familyName, by: .baby)),
        ("8018690123400000000018\u{1D}7256LI\u{1D}7259LI", .excluded(.baby, by: .fullName)),
        ("7253LI", .companionMissing(.familyName, needs: [.provider, .recipient])),
        ("8017690123400000000018\u{1D}7259LI", .companionMissing(.baby, needs: [.recipient])),
        ("8018690123400000000018\u{1D}7253LI NA", .wrongCharacter(.familyName, " ")),
        ("8018690123400000000018\u{1D}7256李", .wrongCharacter(.fullName, "李")),
        ("8018690123400000000018\u{1D}7256%E6%9", .wrongPercentEncoding(.fullName)),
        ("8018690123400000000018\u{1D}7256%E6%9D", .wrongPercentEncoding(.fullName)),
        ("8018690123400000000018\u{1D}7256%G0", .wrongPercentEncoding(.fullName)),
        ("8018690123400000000018\u{1D}7256%+1", .wrongPercentEncoding(.fullName)),
        ("8018690123400000000018\u{1D}72581/2", .companionMissing(.birthSequence, needs: [.baby])),
        ("8018690123400000000018\u{1D}8018690123400000000018\u{1D}80191\u{1D}80192", .contradicts(.serviceInstance)),
        ("0109506000134353", .wrongCheckDigit(.tradeItem, found: 3, expected: 2)),
        ("010950600013435", .wrongLength(.tradeItem, found: 13, allowed: "14")),
        ("10AB", .companionMissing(.batch, needs: [.tradeItem])),
        ("17270131", .companionMissing(.expiry, needs: [.tradeItem])),
        ("21AB", .companionMissing(.serial, needs: [.tradeItem])),
        ("010950600013435217271301", .noSuchDay(.expiry, "20271301")),
        ("010950600013435217270132", .noSuchDay(.expiry, "20270132")),
        ("010950600013435210123456789012345678901", .wrongLength(.batch, found: 21, allowed: "1-20")),
    ]

    @Test(arguments: invalid)
    func invalidStringsAreNamed(scanned: String, fault: ElementFault) {
        #expect(throws: fault) { try ElementString(reading: scanned) }
        #expect(!fault.text.en.isEmpty && fault.text.en != fault.text.zhHans)
    }

    @Test(arguments: ["0/2", "3/2", "1/0", "0/0", "12/", "1-2", "a/2", "1/a", "/12"])
    func aSequenceIsOneOfHowMany(value: String) {
        #expect(throws: ElementFault.wrongSequence(value)) {
            try ElementString([
                .init(.recipient, "690123400000000018"), .init(.birthSequence, value), .init(.baby, "LI"),
            ])
        }
    }

    @Test func namesOfAnyScriptComeBack() throws {
        for name in ["李娜之女A", "SMITH, Judy Girl A", "མཚོ", "100% ñ"] {
            let string = try ElementString([
                .init(.recipient, "690123400000000018"), .text(.fullName, name),
            ])
            #expect(string.text(.fullName) == name)
            #expect(try ElementString(reading: "]d2" + string.encoded).text(.fullName) == name)
        }
    }

    @Test func aNameThatDoesNotFitIsRefusedAndNotCut() {
        let four = "欧阳娜娜"
        #expect(PercentText.encoded(four).count == 36)
        #expect(throws: ElementFault.wrongLength(.baby, found: 45, allowed: "1-40")) {
            try ElementString([.init(.recipient, "690123400000000018"), .text(.baby, four + "女")])
        }
    }
}
