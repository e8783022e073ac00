import Testing
import WardDomain

@testable import ClinicalLibrary

/// The other nine protocols, row by row as the clinical reference's tables 7.3 to 7.11 have them.
@Suite("Every row of the reference's tables")
struct ProtocolTables {
    typealias Row = ProtocolTableTests.Row

    static let shoulder = [
        Row("announce", 10, "MW", true, "R"), Row("call", 20, "MW", true, "R"),
        Row("stop-pushing", 20, "LEAD", true, "R"), Row("mcroberts", 30, "MW", true, "R"),
        Row("suprapubic", 30, "MW2", true, "R"), Row("episiotomy", 60, "OB", false, "R"),
        Row("internal-first", 60, "OB", true, "R"), Row("internal-second", 120, "OB", true, "R"),
        Row("all-fours", 180, proposal: true, "MW", false, "R"),
        Row("last-resort", 240, proposal: true, "OB", false, "R"), Row("neonatal-team", 300, "NEO", true, "R"),
        Row("body-time", nil, "REC", true, "R"), Row("check", nil, "MW", true, "R"),
        Row("document", nil, "REC", true, "R"),
    ]

    static let eclampsia = [
        Row("call", 20, "MW", true, "R"), Row("airway", 30, "MW", true, "R"), Row("leader", 60, "LEAD", true, "R"),
        Row("monitor", 120, "ANE", true, "V"), Row("iv", 180, "MW", true, "V"),
        Row("magnesium", 300, proposal: true, "OB", true, "V*", drug: true),
        Row("blood-pressure", 600, "OB", true, "R"),
        Row("antihypertensive", nil, "OB", true, "V*", drug: true), Row("catheter-bloods", 600, "MW", true, "V"),
        Row("second-fit", 600, "OB", true, "V*"), Row("repeat-fit", 600, "OB", true, "V*", drug: true),
        Row("toxicity", nil, "MW", true, "V*"),
        Row("delivery-plan", 1200, proposal: true, "OB", true, "R"), Row("fluid-balance", nil, "LEAD", false, "V*"),
        Row("record", nil, "REC", true, "R"),
    ]

    static let cord = [
        Row("call", 15, "MW", true, "R"), Row("lift", 30, "MW", true, "V*"), Row("position", 45, "MW2", true, "V*"),
        Row("stop-oxytocin", 60, "MW2", true, "R"), Row("category", 60, "LEAD", true, "V"),
        Row("cord-care", 120, "MW", false, "V*"), Row("fill-bladder", 180, proposal: true, "CIR", false, "V*"),
        Row("tocolysis", 180, proposal: true, "ANE", false, "V*", drug: true),
        Row("assisted-birth", 180, "OB", true, "V*"), Row("theatre", 600, "CIR", true, "R"),
        Row("delivery", 1800, "OB", true, "V"), Row("neonatal-team", nil, "NEO", true, "R"),
    ]

    static let embolism = [
        Row("call", 30, "MW", true, "V"), Row("airway", 60, "ANE", true, "R"),
        Row("timekeeper", 60, "REC", true, "R"), Row("hysterotomy", 300, "OB", true, "V*"),
        Row("massive-transfusion", 180, proposal: true, "LEAD", true, "V"),
        Row("access", 300, proposal: true, "ANE", true, "V"),
        Row("fluids-pressors", 300, proposal: true, "ANE", true, "V", drug: true),
        Row("oxytocin", nil, "OB", true, "V", drug: true),
        Row("txa-coagulation", 600, proposal: true, "ANE", true, "V", drug: true),
        Row("specialists", 900, proposal: true, "LEAD", false, "R"),
        Row("hysterectomy", 1200, proposal: true, "OB", false, "R"), Row("record", nil, "REC", true, "R"),
    ]

    static let arrest = [
        Row("call", 10, "MW", true, "R"), Row("compressions", 20, "MW", true, "V"),
        Row("displacement", 30, "MW2", true, "V"), Row("airway", 60, "ANE", true, "V"),
        Row("defibrillate", 90, proposal: true, "CIR", true, "V"),
        Row("adrenaline", 120, "ANE", true, "V", drug: true),
        Row("stop-magnesium", 120, "LEAD", true, "R", drug: true), Row("scalpel", 180, "CIR", true, "R"),
        Row("hysterotomy", 240, "OB", true, "V"), Row("delivery", 300, "OB", true, "V*"),
        Row("causes", nil, "ANE", false, "R"), Row("record", nil, "REC", true, "V"),
    ]

    static let caesarean = [
        Row("decision", 0, "OB", true, "V"), Row("call", 60, proposal: true, "MW", true, "R"),
        Row("resuscitate", 60, "MW", true, "R"), Row("consent", 180, proposal: true, "OB", true, "R"),
        Row("prepare", 300, proposal: true, "MW", true, "R", drug: true),
        Row("leave", 480, proposal: true, "RUN", true, "R"), Row("arrive", 600, "CIR", true, "V"),
        Row("anaesthesia-type", 720, proposal: true, "ANE", true, "R"),
        Row("time-out", 840, proposal: true, "CIR", true, "R"),
        Row("anaesthesia-ready", 1200, proposal: true, "ANE", true, "R"),
        Row("incision", 1320, proposal: true, "OB", true, "R"), Row("delivery", 1800, "OB", true, "V"),
        Row("cord", nil, "OB", false, "R"), Row("review", nil, "REC", true, "V"),
    ]

    static let rupture = [
        Row("suspect", 30, "MW", true, "R"), Row("call", 60, "MW", true, "R"), Row("leader", 120, "LEAD", true, "R"),
        Row("blood", 180, proposal: true, "ANE", true, "R"), Row("theatre", 600, "CIR", true, "R"),
        Row("deliver", 1800, "OB", true, "R"), Row("repair", 2100, proposal: true, "OB", true, "R"),
        Row("inspect", nil, "OB", false, "R"), Row("newborn", nil, "NEO", true, "R"),
        Row("record", nil, "REC", true, "R"),
    ]

    static let abduction = [
        Row("report", 0, "MW", true, "V"), Row("announce", 60, proposal: true, "CHG", true, "V"),
        Row("count", 60, proposal: true, "CHG", true, "V"), Row("exits", 120, proposal: true, "SEC", true, "V"),
        Row("question", 180, proposal: true, "ALL", true, "V"), Row("search", 300, proposal: true, "ALL", true, "V"),
        Row("scene", 300, "CHG", true, "V"), Row("family", 300, "FAM", true, "V"),
        Row("command-post", 600, proposal: true, "LEAD", true, "V"), Row("records", 600, "REC", true, "V"),
        Row("all-clear", nil, "LEAD", true, "V"), Row("injects", nil, "SEC", false, "V"),
    ]

    static let evacuation = [
        Row("alarm", 0, "CHG", true, "R"), Row("census", 60, proposal: true, "REC", true, "R"),
        Row("sort", 120, proposal: true, "NEO", true, "R"), Row("load", 180, proposal: true, "MW", true, "R"),
        Row("equipment", 180, "NEO", true, "R"), Row("oxygen-route", 300, proposal: true, "CIR", true, "R"),
        Row("head-count", 600, proposal: true, "CHG", true, "R"), Row("warmth", 600, "NEO", false, "R"),
        Row("rooms-empty", 900, proposal: true, "CHG", true, "R"), Row("parents", 900, "FAM", false, "R"),
        Row("track", nil, "REC", true, "R"), Row("handover", nil, "LEAD", true, "R"),
    ]

    @Test(
        "7.3 to 7.11",
        arguments: [
            ("shoulder-dystocia", shoulder), ("eclampsia", eclampsia), ("cord-prolapse", cord), ("afe", embolism),
            ("maternal-arrest", arrest), ("category-1-caesarean", caesarean), ("uterine-rupture", rupture),
            ("infant-abduction", abduction), ("nicu-evacuation", evacuation),
        ])
    func rows(id: String, expected: [Row]) throws {
        let steps = try protocolInForce(id).steps.map(Row.init)
        #expect(steps.count == expected.count)
        for (step, row) in zip(steps, expected) { #expect(step == row, "\(id)/\(row.id)") }
    }

    /// What a step says in figures, in the reference's words: a figure that is lost or changed shows here.
    @Test(
        "The figures of steps, doses and notes",
        arguments: [
            ("pph", "txa", ["1 g IV over 10 min", "still bleeding at 30 min", "within 24 h", "later than 3 h"]),
            ("pph", "second-uterotonic", ["250 mcg", "0.2 mg", "800 mcg", "15-90 min", "2 mg in all", "100 mcg"]),
            ("pph", "theatre", [">1500 mL"]), ("newborn-resuscitation", "brief", ["2.5/3.0/3.5", "0/1"]),
            ("newborn-resuscitation", "adrenaline", ["0.1-0.3 mL/kg", "0.01-0.03 mg/kg", "0.5-1 mL/kg"]),
            ("newborn-resuscitation", "volume", ["10 mL/kg", "5-10 min"]),
            ("newborn-resuscitation", "ppv", ["40-60", "20-25 cmH2O", "21-30%"]),
            ("shoulder-dystocia", "mcroberts", ["30 s for each manoeuvre"]),
            ("eclampsia", "magnesium", ["4-6 g IV over 20-30 min", "1-2 g/h", "5 g IM in each buttock", "14 g"]),
            ("eclampsia", "blood-pressure", [">=160/110", ">=15 min", "30-60 min"]),
            (
                "eclampsia", "antihypertensive",
                ["20, then 40, then 80 mg", "5-10 mg", "10, then 20 mg", "130-140/90-100"]
            ),
            ("eclampsia", "repeat-fit", ["2 g IV"]), ("eclampsia", "fluid-balance", ["24 h"]),
            ("cord-prolapse", "fill-bladder", ["500 mL"]), ("cord-prolapse", "tocolysis", ["250 mcg", "0.25 mg"]),
            ("cord-prolapse", "assisted-birth", [">=9 cm"]), ("afe", "hysterotomy", [">=20-24 weeks"]),
            ("afe", "fluids-pressors", ["at most 500 mL"]), ("maternal-arrest", "adrenaline", ["1 mg every 3-5 min"]),
            ("uterine-rupture", "blood", [">=4 units"]), ("uterine-rupture", "newborn", ["6 h"]),
            ("infant-abduction", "announce", ["three times"]),
        ])
    func figures(id: String, step: String, expected: [String]) throws {
        let found = try protocolInForce(id)
        let content = try #require(found[step: step])
        let texts =
            [content.en] + content.doses.flatMap { [$0.en, $0.cautionEn] } + content.cautions.map(\.en)
            + found.notes(of: step).map(\.en)
        for figure in expected { #expect(texts.contains { $0.contains(figure) }, "\(figure)") }
    }

    @Test(
        "What is said beside the steps, with its mark",
        arguments: [
            ("pph", ProtocolNote.Topic.recognise, "V*", ">=300 mL with any of pulse >100"),
            ("pph", .recognise, "V", "Classical: >=500 mL"), ("pph", .recognise, "R", ">=400 mL in 2 h"),
            ("pph", .recognise, "V", "Severe: >=1000 mL"), ("pph", .recognise, "R", ">=1000 mL in 24 h"),
            ("pph", .technique, "V", "Four early"), ("pph", .technique, "V", "SpO2 <95"),
            ("shoulder-dystocia", .recognise, "V*", "More than 60 s from head to body"),
            ("shoulder-dystocia", .technique, "V*", "30 s for each manoeuvre"),
            ("afe", .recognise, "V*", "within 30 min after the placenta; then coagulopathy; no fever"),
            ("infant-abduction", .profile, "V", "(12-55)"), ("infant-abduction", .debrief, "V", "every baby counted"),
            ("infant-abduction", .debrief, "V", "from the call to the exits"),
            ("nicu-evacuation", .weakPoint, "V", "incident command"),
            ("nicu-evacuation", .upkeep, "V", "Supplies are checked monthly, contacts quarterly"),
            ("newborn-resuscitation", .technique, "V", "Below 7 at 5 min: again every 5 min to 20"),
            ("newborn-resuscitation", .technique, "V*", "never starts resuscitation"),
        ])
    func notes(id: String, topic: ProtocolNote.Topic, mark: String, text: String) throws {
        let notes = try #require(try protocolInForce(id).notes).filter { $0.topic == topic }
        #expect(notes.contains { $0.en.contains(text) && $0.source.mark.rawValue == mark })
    }

    @Test("The second dose of magnesium is for who fits again")
    func repeatFit() throws {
        let found = try protocolInForce("eclampsia")
        #expect(found[step: "repeat-fit"]?.condition == StepCondition(step: "second-fit", answers: ["again"]))
        #expect(found[step: "second-fit"]?.asks.map(\.code) == ["again", "none"])
    }

    @Test("An Apgar below 7 at 5 min is repeated at 15 and 20 min")
    func laterScores() throws {
        let found = try protocolInForce("newborn-resuscitation")
        for (id, minute) in [("apgar-15", 15), ("apgar-20", 20)] {
            let step = try #require(found[step: id])
            #expect(step.apgarMinute == minute && step.targetSeconds == minute * 60)
            #expect(step.condition == StepCondition(step: "apgar-5", apgarBelow: 7))
        }
    }

    @Test("A hot debrief within 15 min, a write-up within 7 days, recall both")
    func debriefTimes() {
        let rules = ClinicalLibrary.compiledIn.rules.cadence
        #expect(rules.hotDebriefMinutes == 15 && rules.writeUpDays == 7)
        #expect(rules.debriefSource.mark == .recall)
    }
}
