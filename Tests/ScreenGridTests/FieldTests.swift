import ScreenGrid
import Testing

@Suite struct TextFieldTests {
    @Test func typingAndEditing() {
        var field = TextField()
        for character in "李娜x" { #expect(field.take(.character(character)) == true) }
        #expect(field.take(.backspace) == true)
        #expect(field.take(.home) == true)
        #expect(field.take(.character("王")) == true)
        #expect(field.take(.delete) == true)
        #expect(field.text == "王娜")
        #expect(field.cursor == 1)
        #expect(field.take(.end) == true)
        #expect(field.cursor == 2)
        #expect(field.take(.enter) == false)
    }

    @Test func editingAtTheEndsDoesNothing() {
        var field = TextField("a")
        #expect(field.take(.delete) == true)
        #expect(field.take(.right) == true)
        #expect(field.take(.home) == true)
        #expect(field.take(.backspace) == true)
        #expect(field.take(.left) == true)
        #expect(field.text == "a")
        #expect(field.cursor == 0)
    }

    @Test func whatIsPutInIsSafeAndNeverCut() {
        var field = TextField()
        field.insert("\u{1B}[31m李\n娜王")
        #expect(field.text == "李 娜王")
        let long = String(repeating: "张", count: 300)
        field.set(long)
        #expect(field.text == long)
        #expect(field.cursor == 300)
        #expect(field.view(columns: 7).text == "张张张")
    }

    /// Persian and others can't be written without the joiners; what else is not seen is no part of a text.
    @Test func joinersAreTypedAndStay() {
        var field = TextField()
        field.insert("می\u{200C}خواهم\u{200B}\u{202E}")
        #expect(Array(field.text.unicodeScalars) == Array("می\u{200C}خواهم".unicodeScalars))
        #expect(!field.text.safeForScreen.unicodeScalars.contains("\u{200C}"))
    }

    @Test(arguments: [(3999, true), (4000, false)])
    func aFieldThatWouldBecomeTooLongTakesNothingAndSaysSo(count: Int, isTaken: Bool) {
        let text = String(repeating: "x", count: count)
        var field = TextField(text)
        #expect(field.take(.character("y")) == true)
        #expect(field.text == (isTaken ? text + "y" : text))
        #expect(field.isFull != isTaken)
        #expect(field.take(.backspace) == true)
        #expect(!field.isFull)
    }

    @Test func aMarkJoinsTheCharacterBeforeIt() {
        var field = TextField()
        for scalar in "e\u{301}x".unicodeScalars { #expect(field.take(.character(Character(scalar))) == true) }
        #expect(field.text == "e\u{301}x")
        #expect(field.cursor == 2)
    }

    @Test func theViewFollowsTheCursor() {
        var field = TextField("abcdef李娜")
        #expect(field.view(columns: 6).text == "f李娜")
        #expect(field.view(columns: 6).cursorColumn == 5)
        #expect(field.take(.home) == true)
        #expect(field.view(columns: 6).text == "abcdef")
        #expect(field.view(columns: 6).cursorColumn == 0)
    }

    @Test func wordsAndLinesCanBeTakenBack() {
        var field = TextField("one two ")
        #expect(field.take(.control("w")) == true)
        #expect(field.text == "one ")
        #expect(field.take(.control("u")) == true)
        #expect(field.text.isEmpty)
    }
}

@Suite struct SuggestionTests {
    private let field = TextField("3", isSuggestion: true)

    @Test func theFirstCharacterTakesItsPlace() {
        var field = field
        field.take(.character("1"))
        field.take(.character("2"))
        #expect(field.text == "12")
    }

    @Test func whoMovesInItGoesOnWithIt() {
        var field = field
        field.take(.end)
        field.take(.character("1"))
        #expect(field.text == "31")
    }

    @Test(arguments: [Key.backspace, .delete]) func itIsTakenAwayWhole(key: Key) {
        var field = TextField("加1", isSuggestion: true)
        field.take(key)
        #expect(field.text.isEmpty)
    }

    @Test func anEmptyOneIsNone() {
        #expect(!TextField("", isSuggestion: true).isSuggestion)
    }
}

@Suite struct FormTests {
    private enum Field: Hashable { case name, sex, note }

    private let form = Form<Field>(
        (.name, .text(TextField())), (.sex, .choice(ChoiceField(count: 3))), (.note, .text(TextField())))

    @Test func keysGoToTheFieldWithTheFocus() {
        var form = form
        #expect(form.take(.character("李")) == .edited)
        #expect(form.take(.tab) == .edited)
        #expect(form.take(.character("２")) == .edited)
        #expect(form.take(.enter) == .edited)
        #expect(form.take(.character("n")) == .edited)
        #expect(form.text(.name) == "李")
        #expect(form.choice(.sex) == 1)
        #expect(form.text(.note) == "n")
        #expect(form.take(.enter) == .submitted)
        #expect(form.take(.escape) == .cancelled)
        #expect(form.take(.function(2)) == .ignored)
    }

    @Test func workIsWhatWasTypedOrChosenAndIsNotThereAtFirst() {
        var form = Form<Field>(
            (.name, .text(TextField("李娜"))), (.sex, .choice(ChoiceField(count: 3, selected: 1))),
            (.note, .text(TextField())))
        #expect(!form.holdsWork)
        form.setText("", for: .name)
        form.setFocus(.sex)
        _ = form.take(.delete)
        #expect(!form.holdsWork, "what was emptied is no work")
        _ = form.take(.character("3"))
        #expect(form.holdsWork)
        _ = form.take(.character("2"))
        #expect(!form.holdsWork, "as it was at first")
        form.setText("x", for: .note)
        #expect(form.holdsWork)
    }

    @Test func anErrorStaysUntilItsFieldChanges() {
        var form = form
        form.setError("too long", for: .name)
        #expect(form.take(.left) == .edited)
        form.setError("too long", for: .name)
        #expect(form.take(.tab) == .edited)
        #expect(form.error(.name) == "too long")
        form.setText("a", for: .name)
        #expect(form.error(.name) == nil)
    }

    @Test func nothingIsChosenUntilSomebodyChooses() {
        var choice = ChoiceField(count: 3)
        #expect(choice.selected == nil)
        #expect(choice.take(.left) == true)
        #expect(choice.selected == 2)
        #expect(choice.take(.right) == true)
        #expect(choice.selected == 0)
        #expect(choice.take(.character("4")) == false)
        #expect(choice.take(.delete) == true)
        #expect(choice.selected == nil)
    }

    @Test func theFormShowsLabelsValuesAndErrors() {
        var form = form
        form.setText("李娜", for: .name)
        form.setError("already here", for: .name)
        let view = FormView(form) { id in
            switch id {
            case .name: .init("姓名 name")
            case .sex: .init("sex", options: ["female", "male", "undetermined"])
            case .note: .init("note", placeholder: "18:05")
            }
        }
        var grid = CellGrid(size: Size(columns: 60, rows: 4))
        grid.draw(view)
        #expect(
            grid.plainText() == """
                > 姓名 name 李娜
                            already here
                  sex       ( ) female  ( ) male  ( ) undetermined
                  note      18:05
                """)
        #expect(grid.cursor == Point(16, 0))
        #expect(view.rowsNeeded(columns: 60) == 4)
        #expect(view.rowsNeeded(columns: 22) == 5)
    }

    @Test func aLongLabelLeavesHalfOfANarrowFormToItsField() {
        var form = form
        form.setText("Maria Lopez", for: .name)
        let view = FormView(form) { id in .init(id == .name ? "admitted at (blank: not recorded)" : "note") }
        var grid = CellGrid(size: Size(columns: 36, rows: 5))
        grid.draw(view)
        #expect(
            grid.plainText() == """
                > admitted at      Maria Lopez
                  (blank: not
                  recorded)
                  note
                  note
                """)
        #expect(view.rowsNeeded(columns: 36) == 5)
        #expect(view.rowsNeeded(columns: 80) == 3)
    }

    /// A score of 2 is chosen by `2`, not by the second key.
    @Test(arguments: [("0", 0), ("1", 1), ("2", 2), ("3", nil)] as [(String, Int?)])
    func aDigitMeansTheScoreThatItNames(typed: String, score: Int?) {
        #expect(chosen(by: typed, among: [0, 1, 2]) == score)
    }

    @Test(
        arguments: [("1", 1), ("5", 5), ("10", 10), ("15", 15), ("2", 20), ("20", 20), ("3", nil)] as [(String, Int?)])
    func digitsMeanTheMinuteThatTheyName(typed: String, minute: Int?) {
        #expect(chosen(by: typed, among: [1, 5, 10, 15, 20]) == minute)
    }

    private func chosen(by typed: String, among numbers: [Int]) -> Int? {
        var choice = ChoiceField(numbers: numbers)
        for digit in typed { choice.take(.character(digit)) }
        return choice.selected.map { numbers[$0] }
    }
}
