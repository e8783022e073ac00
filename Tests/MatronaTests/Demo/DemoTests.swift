import ClinicalLibrary
import Foundation
import Testing
import WardDomain
import WardLedger

@testable import matrona

/// The demo's ward as it opens, and gone when the test is over.
private final class OpenDemo {
    let demo: DemoWard
    let ledger: WardLedger
    let now: ClockReading
    let rules = ClinicalLibrary.compiledIn.rules

    init() throws {
        demo = try Demo.prepare()
        ledger = try WardLedger(opening: demo.storePath)
        now = SystemClock(environment: [:]).now()
    }

    deinit {
        demo.remove()
    }

    var mothers: [Admission] { ledger.ward.admissions.values.filter(\.isHere) }
}

@Suite struct DemoTests {
    private let open: OpenDemo

    init() throws {
        open = try OpenDemo()
    }

    @Test func everyBedHasItsMother() {
        #expect(open.ledger.ward.plan.beds.count == 12)
        #expect(Set(open.mothers.compactMap(\.bed)).count == 12)
    }

    @Test func everyRiskColourIsThereAndInfectiousBesideTwo() {
        #expect(Set(open.mothers.compactMap(\.risk)) == Set(RiskGrade.allCases))
        #expect(open.mothers.count { $0.infectious == true } == 2)
    }

    @Test func twoLaboursHaveObservationsOverdue() {
        let overdue = open.mothers.filter { mother in
            (mother.nextDue(now: open.now, open.rules)?.lateSeconds ?? -1) > 0
        }
        #expect(Set(overdue.compactMap(\.bed?.rawValue)) == ["5", "6"])
    }

    @Test func oneCaesareanRunsAtTwelveMinutes() throws {
        let running = open.mothers.compactMap(\.runningCaesarean)
        #expect(running.count == 1)
        let run = try #require(running.first)
        #expect((720...780).contains(run.elapsed(now: open.now).seconds))
        #expect(run.category == .one)
        #expect(run.next == .arrive)
    }

    @Test func theTwinsAreBandedTwiceEach() throws {
        let twins = try #require(open.mothers.first { $0.newborns.count == 2 })
        #expect(twins.newborns.map(\.attachedBands.count) == [2, 2])
        #expect(twins.newborns.map(\.custody.place) == [.nicu, .deliveryRoom])
    }

    @Test func twoHandoversAreDoneAndOneBabyIsLate() throws {
        guard case .handovers(let rows) = try open.ledger.answer(.handovers(HistorySpan())) else {
            throw Failure(.badData, en: "no register", zhHans: "无登记")
        }
        #expect(rows.map(\.handover.to) == [.hearing, .nicu, .postnatal])
        #expect(rows.allSatisfy { $0.handover.result == .match })
        let ends = open.ledger.ward.openEnds(now: open.now, rules: open.rules)
        let found: [OpenEnd.Kind] = [.actionOverdue, .defectOverdue]
        #expect(ends.map(\.kind).filter { !found.contains($0) } == [.newbornLate])
    }

    @Test func aDrillIsFinishedWithItsDebrief() throws {
        guard case .drills(let rows) = try open.ledger.answer(.drills(HistorySpan())) else {
            throw Failure(.badData, en: "no drills", zhHans: "无演练")
        }
        let run = try #require(rows.first?.run)
        #expect(rows.count == 2)
        #expect(run.isDrill && run.finishedAt != nil)
        #expect(run.debrief?.actions.count == 2)
        #expect(run.marks.count == run.drillProtocol?.steps.count)
    }

    @Test func whatDrillsAndChecksFoundStandsOpenAndOneIsPastItsDay() throws {
        let findings = open.ledger.ward.findings.values
        #expect(Set(findings.compactMap(\.kind)) == Set(FindingKind.allCases))
        #expect(findings.contains { $0.kind == .action && $0.isOverdue(at: open.now.moment) })
        guard case .readiness(let history) = try open.ledger.answer(.readiness(since: Moment(milliseconds: 0))) else {
            throw Failure(.badData, en: "no readiness", zhHans: "无")
        }
        let looks = history.checks.map(\.scope).filter { [.seal, .full].contains($0) }
        #expect(looks == [.seal, .full])
        #expect(history.lastPost["maternal-cart"]?.post?.keeper == Badge("W1001"))
        #expect(history.lastCare["maternal-cart"]?.care?.act == .disinfected)
        #expect(history.defects.contains { $0.closing != nil })
    }

    @Test func everyPINOpensItsBadge() throws {
        #expect(open.demo.staff.count == open.ledger.ward.roster.active.count)
        for member in open.demo.staff {
            let verifier = try #require(try open.ledger.pinVerifier(for: member.badge).flatMap { PINVerifier($0) })
            #expect(verifier.matches(member.pin))
            #expect(!member.name.isEmpty)
        }
    }

    @Test func theLedgerIsWhole() {
        #expect(WardLedger.verify(open.demo.storePath).isWhole)
    }
}

@Suite struct DemoScriptTests {
    @Test func timesCountBack() {
        #expect(DemoFiller.seconds("-12m") == -720)
        #expect(DemoFiller.seconds("-1h20m5s") == -4805)
        #expect(DemoFiller.seconds("+2d") == 172_800)
        for wrong in ["", "-", "12m", "-12", "-m", "-1x"] { #expect(DemoFiller.seconds(wrong) == nil) }
    }

    @Test func placesAreFilled() {
        let filler = DemoFiller(now: Moment(milliseconds: 1_700_000_000_000), offset: .fixed(seconds: 8 * 3600))
        #expect(
            filler.filled(#"{"a":"{day+1}","b":{"c":"{time-1h}"}}"#)
                == #"{"a":"2023-11-16","b":{"c":"2023-11-15T05:13:20+08:00"}}"#)
    }

    @Test func aRefusedLineIsNamedAndNothingIsLeft() {
        let script = """
            {"at":"-1h","do":"ward.setUp","name":"A","beds":["1"]}
            {"at":"-30m","do":"ward.setUp","name":"B","beds":["1"]}
            """
        #expect { try Demo.prepare(script: script) } throws: { error in
            (error as? Failure)?.message.en.hasPrefix("The demo's line 2:") == true
        }
    }
}
