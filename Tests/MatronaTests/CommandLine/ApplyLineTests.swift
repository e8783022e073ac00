import Testing
import WardDomain

@testable import matrona

/// One line of `apply`, before the ward has judged it.
@Suite struct ApplyLineTests {
    private func line(_ text: String) throws(ApplyFault) -> ApplyLine { try ApplyLine(ArraySlice(text.utf8)) }

    private func fault(_ text: String) -> ApplyFault? {
        do throws(ApplyFault) {
            _ = try line(text)
            return nil
        } catch {
            return error
        }
    }

    /// Whatever is entered later can say why; what is missing else is named, never the reason.
    @Test(arguments: CommandKinds.all.map { $0.name })
    func everyCommandTakesAReasonWithItsTime(_ name: String) {
        let found = fault(#"{"do":"\#(name)","at":"-20","reason":"late"}"#)
        #expect(found != .fieldUnknown("reason", command: name))
    }

    @Test func theReasonGoesWithTheTime() throws {
        let line = try line(#"{"do":"staff.duty","by":"W1","on":true,"at":"-20","reason":"late"}"#)
        let now = ClockReading(moment: Moment(milliseconds: 1_800_000_000_000), bootID: "b", uptime: 0)
        let time = try line.time(now: now, .fixed(seconds: 0))
        #expect(time == .typed(now.moment.advanced(seconds: -1200), reason: "late"))
    }

    /// Where there is neither a time nor an act to give a reason for, it would be lost.
    @Test func aReasonForNothingIsNotTaken() {
        #expect(
            fault(#"{"do":"staff.duty","on":true,"reason":"late"}"#)
                == .fieldUnknown("reason", command: "staff.duty"))
        #expect(fault(#"{"do":"risk.grade","mrn":"1","grade":"green","reason":"tests"}"#) == nil)
    }

    /// One of the two would be lost.
    @Test(arguments: [
        (#"{"do":"mother.plan","mrn":"1","text":"A","text":"B"}"#, "text"),
        (#"{"do":"mother.plan","mrn":"1","text":"A","t\u0065xt":"B"}"#, "text"),
        (#"{"do":"mother.plan","by":"W1","mrn":"1","text":"A","by":"W2"}"#, "by"),
        (
            #"{"do":"drill.finish","run":"r","debrief":{"wentWell":"a","change":"}","wentWell":"b"}}"#,
            "debrief.wentWell"
        ),
        (
            #"{"do":"drill.start","protocol":"pph","participants":[{"badge":"W1","role":"A"},{"badge":"W2","badge":"W3"}]}"#,
            "participants[1].badge"
        ),
    ])
    func aKeyThatStandsTwiceIsNamed(_ text: String, _ key: String) {
        #expect(fault(text) == .fieldTwice(key))
    }

    @Test(arguments: [
        (#"{"do":"drill.finish","run":"r","debrief":{"wentWell":"a","zzz":1}}"#, "debrief.zzz", "drill.finish"),
        (
            #"{"do":"drill.finish","run":"r","debrief":{"actions":[{"what":"a"},{"what":"b","who":"W1"}]}}"#,
            "debrief.actions[1].who", "drill.finish"
        ),
    ])
    func aFieldThatNoObjectHasIsNamed(_ text: String, _ field: String, _ command: String) {
        #expect(fault(text) == .fieldUnknown(field, command: command))
    }

    @Test(arguments: ["1.5", "1e30", "-0.1", "9223372036854775808"])
    func aNumberThatIsNotWholeIsNamed(number: String) {
        #expect(
            fault(#"{"do":"mother.admit","name":"A","gravida":\#(number)}"#)
                == .fieldInvalid("gravida", form: "integer 1-30"))
    }

    @Test func spaceBetweenTheSignsOfALineIsNothing() throws {
        let line = try line("{ \"do\" : \"mother.admit\" ,\t\"name\":\"A \\\" B\", \"flags\" : [ ] , \"gravida\" : 2 }")
        #expect((line.command as? AdmitMother)?.name == "A \" B")
    }

    /// The answer says what the field must be, in the words of the help and without those of the decoder.
    @Test(arguments: [
        (#"{"do":"risk.grade","mrn":"1","grade":"pink"}"#, "grade", "green|yellow|orange|red"),
        (#"{"do":"mother.admit","name":"A","dueDate":"2026-02-30"}"#, "dueDate", "day"),
        (#"{"do":"mother.admit","name":"A","gravida":"two"}"#, "gravida", "integer 1-30"),
        (
            #"{"do":"mother.admit","name":"A","flags":["gbs","no"]}"#, "flags[1]",
            SpecialFlag.allCases.map(\.rawValue).joined(separator: "|")
        ),
        (#"{"do":"risk.grade","mrn":"1","grade":"red","factors":[7]}"#, "factors[0]", "string"),
        (#"{"do":"drill.start","protocol":"pph","participants":{}}"#, "participants", "array of {badge, role}"),
        (#"{"do":"drill.start","protocol":"pph","participants":["W1"]}"#, "participants[0]", "{badge, role}"),
        (
            #"{"do":"drill.start","protocol":"pph","participants":[{"badge":"W1","role":"LEAD"},{"badge":7,"role":"LEAD"}]}"#,
            "participants[1].badge", "badge"
        ),
        (
            #"{"do":"drill.finish","run":"r","debrief":{"actions":[{"what":"key","due":"tomorrow"}]}}"#,
            "debrief.actions[0].due", "day"
        ),
        (
            #"{"do":"newborn.born","mrn":"1","mode":"vaginal","outcome":"live","apgar1":{"pulse":"two"}}"#,
            "apgar1.pulse", "integer 0-2"
        ),
        (
            #"{"do":"newborn.born","mrn":"1","mode":"vaginal","outcome":"live","apgar1":"nine"}"#, "apgar1",
            "integer 0-10, or the five signs"
        ),
        (
            #"{"do":"caesarean.enterAfterwards","category":1,"reason":"paper","times":{"ARRIVE":true}}"#,
            "times.ARRIVE", "time"
        ),
    ])
    func aFieldOfAnotherFormIsToldItsForm(_ text: String, _ field: String, _ form: String) {
        #expect(fault(text) == .fieldInvalid(field, form: form))
        #expect(fault(text)?.text.en == "\(field) must be: \(form).")
    }
}
