import Testing
import WardDomain

@testable import ClinicalLibrary

@Suite("Doses stand as the clinical reference has them")
struct DoseTests {
    @Test(
        "Each dose with its mark, the first one first",
        arguments: [
            (
                "pph", "oxytocin",
                [
                    "V* oxytocin 10 units IV slowly over 1-2 min diluted, or over 5-10 min; or 10 units IM",
                    "R oxytocin infusion 10-20 units in 500 mL, at most 60 units in 24 h (China)",
                ]
            ),
            (
                "pph", "txa",
                [
                    "V* tranexamic acid 1 g IV over 10 min; second 1 g if still bleeding at 30 min "
                        + "or if it restarts within 24 h"
                ]
            ),
            (
                "pph", "second-uterotonic",
                [
                    "V carboprost 250 mcg IM", "V methylergonovine 0.2 mg IM", "V* misoprostol 800 mcg sublingual",
                    "R carboprost deep IM, again every 15-90 min, at most 2 mg in all",
                    "R ergometrine 0.2 mg IM, again after 2-4 h", "R carbetocin 100 mcg IV, once",
                ]
            ),
            (
                "newborn-resuscitation", "adrenaline",
                [
                    "V* adrenaline 1:10 000, IV or UVC 0.1-0.3 mL/kg (0.01-0.03 mg/kg); "
                        + "tracheal 0.5-1 mL/kg (0.05-0.1 mg/kg); flush"
                ]
            ),
            ("newborn-resuscitation", "volume", ["V* normal saline 10 mL/kg IV over 5-10 min if hypovolaemic"]),
            (
                "eclampsia", "magnesium",
                [
                    "V* magnesium sulfate 4-6 g IV over 20-30 min, then 1-2 g/h",
                    "V* magnesium sulfate 4 g IV over 10 min and 5 g IM in each buttock (14 g in all)",
                ]
            ),
            (
                "eclampsia", "antihypertensive",
                [
                    "V* labetalol 20, then 40, then 80 mg IV, every 10 min",
                    "V* hydralazine 5-10 mg IV, every 20 min", "V* nifedipine 10, then 20 mg by mouth",
                ]
            ),
            ("eclampsia", "repeat-fit", ["V* magnesium sulfate 2 g IV"]),
            (
                "cord-prolapse", "tocolysis",
                ["V* salbutamol 250 mcg IV slowly", "R terbutaline 0.25 mg subcutaneously"]
            ),
            ("afe", "fluids-pressors", ["V fluid boluses of at most 500 mL each"]),
            ("maternal-arrest", "adrenaline", ["V adrenaline 1 mg every 3-5 min"]),
            ("category-1-caesarean", "prepare", []),
        ] as [(String, String, [String])])
    func doses(id: String, step: String, texts: [String]) throws {
        let found = try #require(try protocolInForce(id)[step: step])
        #expect(found.doses.map { "\($0.source.mark.rawValue) \($0.en)" } == texts)
        #expect(found.dose == found.doses.first)
    }

    @Test(
        "Contraindications are named where the drug is",
        arguments: [
            ("pph", "txa", ["Never later than 3 h after birth. IV only: intrathecal errors are known"]),
            (
                "pph", "second-uterotonic",
                [
                    "Not with asthma", "Not with hypertension", "Fever and shivering may follow", "Not with asthma",
                    "Not with hypertension or heart disease", "",
                ]
            ),
            ("eclampsia", "antihypertensive", ["Not with asthma", "", ""]),
        ])
    func cautions(id: String, step: String, cautions: [String]) throws {
        #expect(try protocolInForce(id)[step: step]?.doses.map(\.cautionEn) == cautions)
    }

    @Test("Steps that give a drug ask for its dose, and no others")
    func stepsThatTakeADose() {
        let found = ClinicalLibrary.compiledIn.rules.protocols.flatMap { found in
            found.steps.filter(\.takesDose).map { "\(found.id) \($0.id) \($0.dose == nil ? "-" : "dose")" }
        }
        #expect(
            found == [
                "pph oxytocin dose", "pph txa dose", "pph second-uterotonic dose",
                "newborn-resuscitation adrenaline dose", "newborn-resuscitation adrenaline-repeat dose",
                "newborn-resuscitation volume dose", "eclampsia magnesium dose", "eclampsia antihypertensive dose",
                "eclampsia repeat-fit dose", "cord-prolapse tocolysis dose", "afe fluids-pressors dose",
                "afe oxytocin -", "afe txa-coagulation -", "maternal-arrest adrenaline dose",
                "maternal-arrest stop-magnesium -", "category-1-caesarean prepare -",
            ])
    }

    @Test("A step without a dose field names no dose in its own words")
    func noDoseInStepText() {
        let amount = /[0-9] ?(mg|mcg|mL\/kg|units IV|units IM)/
        for step in ClinicalLibrary.compiledIn.rules.protocols.flatMap(\.steps) {
            #expect(step.en.firstMatch(of: amount) == nil, "\(step.en)")
        }
    }
}
