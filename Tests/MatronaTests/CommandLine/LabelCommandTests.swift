import Foundation
import Testing

@Suite("Labels leave the built program")
struct LabelCommandTests {
    /// A mother with one girl, who has a person's code and one band on.
    private func ward() throws -> BuiltProgram {
        let program = try BuiltProgram.ward()
        let born =
            #"{"do":"newborn.born","by":"W1001","mrn":"ZY1","order":1,"mode":"vaginal","outcome":"live","sex":"female"}"#
        let lines = [
            #"{"do":"mother.admit","by":"W1001","mrn":"ZY1","name":"李娜","birthDate":"1995-03-02","bed":"3"}"#, born,
            """
            {"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"]d28018690123400000000018",\
            "kind":"person","limb":"leftWrist"}
            """,
        ]
        try program.run("apply", input: lines.joined(separator: "\n")).expectDone()
        return program
    }

    private func label(_ program: BuiltProgram, _ more: String...) throws -> BuiltProgram.Outcome {
        let process = ["label", "--mrn", "ZY1", "--kind"] + more
        return try program.run(all: process, environment: ["LANG": "zh_CN.UTF-8"])
    }

    @Test func aBandIsWholeInThePrintersLanguage() throws {
        let printed = try label(try ward(), "newborn")

        printed.expectDone()
        #expect(printed.output.contains("李娜之女"))
        #expect(printed.output.contains("^FD_18018690123400000000018_180191^FS"))
        #expect(printed.output.contains("ZY1"))
        #expect(!printed.output.contains("3床"))
    }

    /// A baby is named by its own number as well as by its mother's; a mother is not.
    @Test func aBabysOwnNumberNamesIt() throws {
        let program = try ward()
        let lines = [
            #"{"do":"newborn.describe","by":"W1001","mrn":"ZY1","order":1,"number":"XS77"}"#,
            #"{"do":"newborn.condition","by":"W1001","mrn":"xs77","skin":"intact"}"#,
        ]
        try program.run("apply", input: lines.joined(separator: "\n")).expectDone()
        let refused = try program.run(
            "apply", input: #"{"do":"mother.plan","by":"W1001","mrn":"XS77","text":"x"}"#)
        #expect(refused.output.contains("motherUnknown"), "\(refused.output)")
        let another = try program.run(
            "apply", input: #"{"do":"newborn.condition","by":"W1001","mrn":"XS77","order":2,"skin":"intact"}"#)
        #expect(another.output.contains("referencesDisagree"), "\(another.output)")
    }

    @Test(arguments: ["foundling 1", "nb0099"])
    func aBabyWhoseMotherIsNotHereIsPrintedByItsOwnNumberOrWhatItIsCalled(called: String) throws {
        let program = try BuiltProgram.ward()
        let lines = [
            """
            {"do":"newborn.admit","by":"W1001","how":"foundling","label":"foundling 1","number":"NB0099",\
            "place":"emergency"}
            """,
            """
            {"do":"band.attach","by":"W1001","label":"foundling 1","order":1,"band":"690123400000000018",\
            "limb":"leftWrist"}
            """,
        ]
        try program.run("apply", input: lines.joined(separator: "\n")).expectDone()

        let printed = try program.run(all: ["label", "--mrn", called, "--kind", "newborn"])

        printed.expectDone()
        #expect(printed.output.contains("690123400000000018"))
    }

    @Test func itsLanguageIsTheOneAskedFor() throws {
        let program = try ward()
        let asked = try label(program, "newborn", "--language", "en")
        asked.expectDone()
        #expect(asked.output.contains("Girl") && !asked.output.contains("住院号"), "\(asked.output)")
        #expect(try label(program, "newborn").output.contains("住院号"))
    }

    @Test func aFileAndACommandTakeIt() throws {
        let program = try ward()
        let (added, given) = (program.folder.path + "/labels.zpl", program.folder.path + "/given.zpl")

        try label(program, "cotCard", "--to", "file:\(added)").expectDone()
        try label(program, "cordClamp", "--to", "file:\(added)").expectDone()
        try label(program, "newborn", "--to", "command:cat > \(given).part && mv \(given).part \(given)").expectDone()

        let text = try String(contentsOfFile: added, encoding: .utf8)
        #expect(text.components(separatedBy: "^XA").count == 3)
        #expect(text.contains("COT-ZY1-1"))
        #expect(text.contains("脐带夹 1 个") && text.contains("母亲住院号 ZY1"))
        while !FileManager.default.fileExists(atPath: given) { sched_yield() }
        #expect(try String(contentsOfFile: given, encoding: .utf8).hasPrefix("^XA"))
    }

    @Test func whatCantBePrintedIsSaidInOneLine() throws {
        let program = try ward()
        try label(program, "mother").expectFailure(66, "ZY1")
        try label(program, "newborn", "--order", "2").expectFailure(66, "ZY1")
        try label(program, "newborn", "--to", "printer").expectFailure(64, "device:")
        try label(program, "newborn", "--to", "device:/nowhere/lp0").expectFailure(74, "/nowhere/lp0")
    }

    @Test func aCotCardNeverGoesForABand() throws {
        let program = try ward()
        let line = #"{"do":"band.attach","by":"W1001","mrn":"ZY1","order":1,"band":"COT-ZY1-1","limb":"rightWrist"}"#
        let outcome = try program.run("apply", input: line)
        #expect(outcome.refusal(1) == "codeOfOtherClass")
    }
}
