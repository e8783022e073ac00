import ScreenGrid
import Testing

/// A choice with more options than a row has room for.
struct LongChoiceTests {
    private func row(_ keys: Key...) -> String {
        var form = Form<Int>((0, .choice(ChoiceField(count: 5))))
        for key in keys { _ = form.take(key) }
        var grid = CellGrid(size: Size(columns: 30, rows: 1))
        grid.draw(
            FormView(form) { _ in FormView<Int>.Caption("to", options: ["ward", "theatre", "NICU", "bath", "home"]) },
            in: grid.area)
        return grid.plainText()
    }

    @Test func theFirstOptionsStandWhileNothingIsChosen() {
        #expect(row() == "> to ( ) ward  ( ) theatre  >")
    }

    @Test func theChosenOneIsAlwaysInView() {
        #expect(row(.character("1")) == "> to (*) ward  ( ) theatre  >")
        #expect(row(.character("3")).contains("(*) NICU"))
        #expect(row(.character("5")).hasSuffix("(*) home"))
    }
}
