import Testing

@testable import matrona

/// `matrona drill show`: a protocol as a page for the wall.
@Suite struct DrillShowTests {
    @Test func aStepThatWasConfirmedBearsTheNameInPlaceOfItsMark() throws {
        let program = try BuiltProgram.ward()
        let before = try program.run("drill", "show", "pph")
        before.expectDone()
        #expect(!before.output.contains("陈志远"))

        try program.run("apply", input: #"{"do":"protocol.confirm","by":"D4001","protocol":"pph","step":"leader"}"#)
            .expectDone()

        let after = try program.run("drill", "show", "pph")
        after.expectDone()
        #expect(after.output.contains("陈志远"), "\(after.output)")
    }

    @Test func aPageNeedsNoStoreButAStoreThatCannotBeReadIsSaid() throws {
        let program = try BuiltProgram()
        try program.run("drill", "show", "pph").expectDone()
        let note = try program.folder.write("note.db", "this is no database, whatever its name says")
        try program.run("drill", "show", "pph", "--store", note).expectFailure(65, "not a Matrona store")
    }
}
