import ClinicalLibrary
import ScreenGrid
import Testing
import WardDomain

@testable import WardPanes

/// What a mother's page says of her observations: each value as the board marks it, each time as it was recorded.
@Suite struct StoryWordTests {
    /// Her page after some observations, each a minute after the one before.
    private func page(
        _ language: Language = .english, struck: Bool = false, _ observations: (inout LabourObservation) -> Void...
    ) throws -> String {
        var app = AppFixture(language: language, rules: ClinicalLibrary.compiledIn.rules)
        let mother = try #require(app.mother)
        for set in observations {
            app.advance(milliseconds: 60_000)
            var observation = LabourObservation()
            set(&observation)
            #expect(
                app.record(ObserveLabour(admission: mother.id, observation: observation), by: Badge("W1001")) == nil)
        }
        app.signIn("W1001")
        app.press(.down, .down, .enter, .character("z"))
        let lines = app.entries.filter { $0.stream == .admission(mother.id) }.map {
            StoryLine(entry: $0, correctedBy: nil, struck: struck)
        }
        app.send(.answer(.story(.admission(mother.id), lines)))
        return app.screen
    }

    @Test(arguments: [(109, "109!"), (110, "110"), (159, "159"), (160, "160!")])
    func aValueOutsideItsLimitsIsMarked(rate: Int, text: String) throws {
        let page = try page {
            $0.fetalHeartRate = rate
        } _: {
            $0.fetalHeartRate = 140
            $0.pulse = 80
        }
        #expect(page.contains("observed: FHR /min \(text) "), "\(page)")
        #expect(page.contains("observed: FHR /min 140, pulse /min 80 "))
    }

    @Test func whatWasStruckIsNotMarked() throws {
        #expect(try page(struck: true) { $0.fetalHeartRate = 84 }.contains("FHR /min 84 [struck]"))
    }

    @Test(arguments: [(4, "2,"), (5, "2!,")])
    func contractionsAreMarkedInActiveLabourAlone(centimetres: Int, text: String) throws {
        let page = try page {
            $0.cervix = centimetres
        } _: {
            $0.contractions = 2
            $0.contractionSeconds = 40
        }
        #expect(page.contains("contractions /10 min \(text) contraction s 40"), "\(page)")
    }

    @Test(arguments: [
        (Language.english, "membranes ruptured at 01:00, fully dilated at 02:00"),
        (.chinese, "破膜时间 01:00，宫口开全时间 02:00"),
    ])
    func timesStandAsTheyWereRecorded(language: Language, text: String) throws {
        let page = try page(language) {
            let day = CalendarDay("2026-11-23")
            $0.membranesRupturedAt = day.map { Moment(day: $0, hour: 1, minute: 0, .fixed(seconds: 28800)) }
            $0.fullyDilatedAt = day.map { Moment(day: $0, hour: 2, minute: 0, .fixed(seconds: 28800)) }
        }
        #expect(page.contains(text), "\(page)")
    }
}
