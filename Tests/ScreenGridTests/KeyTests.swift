import ScreenGrid
import Testing

@Suite struct KeyTests {
    @Test(arguments: [
        ("！", "!"), ("／", "/"), ("：", ":"), ("？", "?"), ("１", "1"), ("ｃ", "c"), ("\u{3000}", " "), ("c", "c"),
    ])
    func fullWidthKeysCountAsHalfWidth(typed: Character, key: Character) {
        #expect(Key.character(typed).normalized == .character(key))
    }

    @Test(arguments: ["李", "é", "😀"] as [Character])
    func otherCharactersStay(typed: Character) {
        #expect(Key.character(typed).normalized == .character(typed))
    }

    @Test(arguments: [
        (Key.character(" "), "Space"), (.backTab, "Shift-Tab"), (.function(9), "F9"), (.control("c"), "Ctrl-C"),
        (.character("!"), "!"), (.pageUp, "PgUp"),
    ])
    func keysHaveNames(key: Key, name: String) {
        #expect(key.name == name)
    }
}
