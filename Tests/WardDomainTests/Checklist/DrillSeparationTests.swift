import Testing
import WardDomain

@Suite struct DrillSeparationTests {
    @Test func aDrillTouchesNoMother() throws {
        var ward = WardFixture()
        let mother = try ward.admit("李娜", mrn: "ZY1")
        var byNumber = StartChecklist<Drill>(drillProtocol: "pph")
        byNumber.mrn = "ZY1"
        var byLabel = StartChecklist<Drill>(drillProtocol: "pph")
        byLabel.label = "u"

        #expect(
            ward.refusal(of: StartChecklist<Drill>(drillProtocol: "pph", admission: mother)) == .drillTouchesNoMother)
        #expect(ward.refusal(of: byNumber) == .drillTouchesNoMother)
        #expect(ward.refusal(of: byLabel) == .drillTouchesNoMother)
    }

    @Test func everyEntryOfADrillStandsInADrillsStreamAndNoneOfAResponse() throws {
        var ward = WardFixture()
        let before = ward.ward.admissions
        let drill = try ward.startDrill()
        let response = try ward.startResponse()
        try ward.record(ResumeDrill(run: drill))
        try ward.record(MarkStep<Drill>(run: drill, step: "call", result: .done))
        try ward.record(MarkStep<Response>(run: response, step: "call", result: .done))

        #expect(
            ward.entries.suffix(6).map(\.stream) == [
                .drill(drill), .response(response), .drill(drill), .drill(drill), .drill(drill), .response(response),
            ])
        #expect(ward.ward.admissions == before)
        #expect(ward.checklist(drill).isDrill && !ward.checklist(response).isDrill)
    }

    /// Every command about a list, given the run of the other nature.
    @Test func noCommandOfADrillReachesAResponseAndNoneOfAResponseADrill() throws {
        var ward = WardFixture()
        let drill = try ward.startDrill()
        let response = try ward.startResponse(by: nil)
        let debrief = ChecklistRun.Debrief(wentWell: "x", change: nil, actions: [])
        let crossed: [any WardCommand] = [
            MarkStep<Drill>(run: response, step: "call", result: .done),
            ArriveAtChecklist<Drill>(run: response, badge: .nurse, role: "MW"),
            NoteChecklist<Drill>(run: response, text: "x"), GiveInject(run: response, text: "x"),
            PauseDrill(run: response), SuspendDrill(run: response, reason: "x"), ResumeDrill(run: response),
            FinishChecklist<Drill>(run: response), WriteDebrief<Drill>(run: response, debrief: debrief),
            VoidChecklist<Drill>(run: response, reason: "x"),
            MarkStep<Response>(run: drill, step: "call", result: .done),
            ArriveAtChecklist<Response>(run: drill, badge: .nurse, role: "MW"),
            NoteChecklist<Response>(run: drill, text: "x"), FinishChecklist<Response>(run: drill),
            WriteDebrief<Response>(run: drill, debrief: debrief), VoidChecklist<Response>(run: drill, reason: "x"),
            LinkResponse(run: drill, admission: nil),
        ]

        for command in crossed {
            #expect(ward.refusal(of: command) == .checklistUnknown, "\(command)")
        }
        let named = CommandKinds.all.map { $0.name }.filter {
            ($0.hasPrefix("drill.") || $0.hasPrefix("response.")) && !$0.hasSuffix(".start")
        }
        #expect(Set(crossed.map { type(of: $0).name }) == Set(named))
    }

    /// Every command that names a mother, a caesarean or a newborn, given a drill's id.
    @Test func noCommandAboutAMotherAcceptsADrill() throws {
        var ward = WardFixture()
        let drill = try ward.startDrill()
        let admission = AdmissionID(drill.rawValue)
        let run = CaesareanID(drill.rawValue)
        let newborn = NewbornID(admission, order: 1)
        let commands: [any WardCommand] = [
            IdentifyMother(admission: admission, known: MotherIdentity(name: "x")),
            MergeMother(admission: admission, into: admission), MoveMother(admission: admission, bed: "1"),
            DepartMother(admission: admission, to: .home, keepsBed: nil), WritePlan(admission: admission, text: "x"),
            TakeCharge(admission: admission, staff: .nurse),
            GradeRisk(admission: admission, grade: .red, infectious: nil, factors: []),
            ObserveLabour(admission: admission, observation: ObservingTests.observation { $0.cervix = 5 }),
            RecordTherapy(admission: admission, epidural: .running, oxytocin: nil),
            DecideCaesarean(admission: admission), MarkMilestone(run: run, milestone: .call),
            StrikeMilestone(run: run, milestone: .call, reason: "x"), GiveCategory(run: run, category: .one),
            GiveIndication(run: run, indication: "FHR"), GiveDelay(run: run, delay: "D01"),
            ArriveAtCaesarean(run: run, badge: .nurse), StandDownCaesarean(run: run, reason: "x"),
            VoidCaesarean(run: run, reason: "x"), MoveCaesarean(run: run, to: admission),
            RecordBirth(admission: admission, mode: .vaginal, outcome: .live),
            DescribeNewborn(newborn: newborn, weightGrams: 3000),
            ScoreApgar(newborn: newborn, minute: 1, score: ApgarScore(totalOnly: 9)),
            RecordCordGases(newborn: newborn, notTaken: true), RecordNewbornDeath(newborn: newborn),
            AttachMotherBand(admission: admission, band: "M10"), IssueBand(newborn: newborn, code: "N10"),
            AttachBand(newborn: newborn, band: "N10", limb: .leftWrist),
            ReplaceBand(
                newborn: newborn, limb: .leftWrist, newBand: "N11", second: .nurse, motherBand: nil, otherBand: nil,
                reason: "x"),
            LoseBand(newborn: newborn, limb: .leftWrist, reason: "x"),
            AuthoriseRelative(admission: admission, name: "x", relation: "father", motherBand: nil),
            WriteTransferCard(newborn: newborn, card: TransferCard([.situation: "x"])),
            EnterVisitor(newborn: newborn, name: "x", relation: "father"),
            AgreeFarewell(newborn: newborn, wish: .familyTakes, with: "x", relation: "father"),
            RefuseHandover(newborn: newborn, receiver: .nurse, to: .nicu, reason: "x"),
            MoveNewborn(newborn: newborn, to: .nicu), ClearMismatch(newborn: newborn, reason: "x"),
            StartChecklist<Response>(drillProtocol: "pph", admission: admission), SignEntries(admission: admission),
        ]
        let unknown: Set = ["motherUnknown", "caesareanUnknown", "newbornUnknown"]

        for command in commands {
            let refusal = ward.refusal(of: command, by: .chargeNurse)
            #expect(unknown.contains(refusal?.code ?? "accepted"), "\(command)")
        }
    }

    @Test func aDrillIsNoCase() throws {
        var ward = WardFixture()
        let drill = try ward.startDrill()
        ward.wait(seconds: 3600)

        #expect(ward.ward.openEnds(now: ward.clock, rules: ward.rules).isEmpty)
        #expect(ward.refusal(of: SignEntries(response: drill)) == .nothingUnsigned)
        #expect(DrillRow(ward.checklist(drill)).run.nature == .drill)
        #expect(ward.entries.last?.fact.summary.en.hasPrefix("DRILL") == true)
        #expect(ward.entries.last?.fact.summary.zhHans.hasPrefix("演练") == true)
    }

    /// Every command there is, aimed at a drill by every id that it takes, given by everybody: no command of a drill
    /// leaves the drills' streams or changes a mother, a baby or what is open, and no other command enters a drill's.
    @Test(arguments: CommandFormTests.names)
    func noCommandAtAllCrossesBetweenADrillAndACase(name: String) throws {
        var ward = WardFixture()
        try ward.pair("李娜", codes: "A", bed: "3")
        let drill = try ward.startDrill()
        let start = try #require(ward.entries.last?.stamp.id.rawValue)
        let type = try #require(CommandKinds.named(name))
        let aimed: [String: JSONValue] = [
            "admission": .string(drill.rawValue), "into": .string(drill.rawValue), "run": .string(drill.rawValue),
            "newborn": .string("\(drill)/1"), "response": .string(drill.rawValue), "entry": .string(start),
        ]
        for onlyRequired in [true, false] {
            var object = try CommandFormTests.object(type, only: onlyRequired)
            for (field, value) in aimed where object[field] != nil { object[field] = value }
            if name.hasPrefix("drill.") { for field in ["mrn", "label", "band"] { object[field] = nil } }
            for (badge, _) in Badge.everybody {
                try check(type, object, by: badge, drill, ward)
            }
        }
    }

    private func check<Command: WardCommand>(
        _ type: Command.Type, _ object: [String: JSONValue], by badge: Badge, _ drill: ChecklistID, _ ward: WardFixture
    ) throws {
        var copy = ward
        let command = try CommandFormTests.decoded(type, object)
        let made: [Entry]
        do throws(Refusal) { made = try copy.record(command, by: badge) } catch { return }
        let inDrills = made.filter { if case .drill = $0.stream { true } else { false } }
        if type.name.hasPrefix("drill.") {
            let findings = made.filter { $0.fact is FindingOpened }
            #expect(inDrills.count + findings.count == made.count, "\(type.name) wrote outside drills and findings")
            #expect(copy.ward.admissions == ward.ward.admissions)
            let kinds = { (ward: WardFixture) in ward.ward.openEnds(now: ward.clock, rules: ward.rules).map(\.kind) }
            #expect(kinds(copy) == kinds(ward))
        } else {
            let isSuspension = inDrills.allSatisfy { $0.fact is ChecklistSuspended || $0.fact is EntryCorrected }
            #expect(isSuspension, "\(type.name) wrote into a drill")
        }
    }

    /// No fact of a mother's story, and none of a response, is taken into a drill; none of a drill into a response.
    @Test func noFactIsFoldedWhereItDoesNotBelong() throws {
        let ward = try WardFixture.wholeEvening()
        let drill = try #require(ward.streams.first { if case .drill = $0 { true } else { false } })
        let response = try #require(ward.streams.first { if case .response = $0 { true } else { false } })
        let others = ward.entries.filter { $0.stream != drill && $0.stream != response && !($0.fact is AlarmAnswered) }
        for entry in others {
            var state = try #require(ward.folded(drill))
            let stray = Entry(sequence: 1, stream: drill, stamp: entry.stamp, fact: entry.fact)
            #expect(throws: FoldFault.self, "\(type(of: entry.fact))") { try state.apply(stray) }
        }
        for entry in ward.entries where entry.stream == drill {
            var state = try #require(ward.folded(response))
            let stray = Entry(sequence: 1, stream: response, stamp: entry.stamp, fact: entry.fact)
            #expect(throws: FoldFault.self, "\(type(of: entry.fact))") { try state.apply(stray) }
        }
    }
}
