import WardDomain

extension WardFixture {
    /// An evening in which everything happens that the ledger can hold.
    static func wholeEvening() throws(Refusal) -> WardFixture {
        var ward = WardFixture()
        try ward.recordTheWard()
        try ward.recordALabour()
        try ward.recordAnUnknownWoman()
        try ward.recordHandovers()
        try ward.recordADrill()
        try ward.recordWhatComesAfter()
        try ward.recordTheWatch()
        return ward
    }

    private mutating func recordTheWard() throws(Refusal) {
        try record(AddBed(bed: "加1"))
        try record(RemoveBed(bed: "加1"))
        try record(ConfirmStep(drillProtocol: "pph", step: "oxytocin"), by: .doctor)
        try record(NotePIN(badge: .nurse), by: .admin)
        try record(SetOnCall(people: [SetOnCall.Person(slot: .anaesthesia, name: "陈麻醉", phone: "6120")]))
        try record(RetireStaff(badge: .otherMidwife), by: .admin)
        try record(NoteAccess(act: .signedIn), by: .midwife)
        try record(NoteClockStep(seconds: 3600), by: nil)
    }

    private mutating func recordALabour() throws(Refusal) {
        let mother = try admit("李娜", mrn: "ZY1", bed: "3", admittedAt: clock.moment)
        try record(
            IdentifyMother(admission: mother, known: MotherIdentity(fetuses: 2), flags: [.gbs, .scar, .multiple]))
        try record(GradeRisk(admission: mother, grade: .orange, infectious: true, factors: ["HBsAg"]))
        try record(TickHighRiskStep(admission: mother, step: .reported, note: "district"))
        var observation = LabourObservation()
        observation.cervix = 7
        observation.membranesRupturedAt = clock.moment.advanced(seconds: -3600)
        try record(ObserveLabour(admission: mother, observation: observation))
        try record(WritePlan(admission: mother, text: "CTG"))
        try record(RecordTherapy(admission: mother, epidural: .running, oxytocin: nil))
        try record(TakeCharge(admission: mother, staff: .nurse))
        let run = try decide(mother, by: nil)
        wait(seconds: 60)
        try record(GiveCategory(run: run, category: .two))
        try record(GiveIndication(run: run, indication: "FHR"))
        try record(GiveDelay(run: run, delay: "D99", text: "lift"))
        try record(ArriveAtCaesarean(run: run, badge: .doctor))
        try record(CallTeam(run: run, slot: .anaesthesia))
        try record(NameArrival(run: run, badge: .doctor, part: .obstetrician))
        try record(NoteArrest(run: run, onTheSpot: true))
        try record(ConfirmCaesarean(run: run), by: nil)
        try record(MarkMilestone(run: run, milestone: .call))
        try record(MarkMilestone(run: run, milestone: .arrive))
        try record(StrikeMilestone(run: run, milestone: .call, reason: "wrong"))
        try record(MarkMilestone(run: run, milestone: .call, notApplicable: true))
        try record(MarkMilestone(run: run, milestone: .timeOut, notApplicable: true))
        try record(MarkMilestone(run: run, milestone: .decision, reason: "earlier"), at: typed(secondsAgo: 120))
        wait(seconds: 600)
        let baby = try birth(mother, mode: .caesarean, by: nil)
        try birth(mother, mode: .caesarean)
        try record(DescribeNewborn(newborn: baby, sex: .female, weightGrams: 3120))
        try record(ScoreApgar(newborn: baby, minute: 1, score: ApgarScore(totalOnly: 8)))
        try record(ScoreApgar(newborn: baby, minute: 10, score: ApgarScore(totalOnly: 10)))
        try record(RecordCordGases(newborn: baby, arterialPH: 7.18))
        var condition = NewbornCondition()
        condition[.colour] = "pink"
        try record(NoteCondition(newborn: baby, condition))
        try record(SignEntries(admission: mother))
        var review = CaesareanReview()
        review.surgeon = "W4001"
        try record(ReviewCaesarean(run: run, review: review))
        try record(MoveMother(admission: mother, bed: "4"))
        try record(DepartMother(admission: mother, to: .icu, keepsBed: true))
        guard let planned = entries.first(where: { $0.fact is PlanWritten }) else { return }
        try record(CorrectEntry(entry: planned.stamp.id, reason: "other mother", strike: true))
    }

    private mutating func recordAnUnknownWoman() throws(Refusal) {
        let first = try admit("周敏", mrn: "ZY2")
        let wrong = try decide(first)
        let right = try admit("吴霞", mrn: "ZY3")
        try record(MoveCaesarean(run: wrong, to: right))
        try record(StandDownCaesarean(run: wrong, reason: "recovered"))
        try record(VoidCaesarean(run: try decide(right), reason: "wrong key"))
        let unknown = try admit(label: "unknown woman 1")
        try record(MergeMother(admission: unknown, into: first))
        let kept = try decide(first)
        try record(JoinCaesareans(run: try decide(nil), into: kept))
        try record(StandDownCaesarean(run: kept, reason: "recovered"))
        try enterAfterwards(label: "paper case")
        try decideLate()
    }

    private mutating func recordHandovers() throws(Refusal) {
        let (_, baby) = try pair("王芳", codes: "A")
        try record(IssueBand(newborn: baby, code: "NA7"))
        try record(
            ReplaceBand(
                newborn: baby, limb: .leftWrist, newBand: "NA9", second: .nurse, motherBand: "MA0", otherBand: "NA2",
                reason: "lost"))
        let (_, other) = try pair("陈静", codes: "B")
        func handOver(_ band: String, mother: String) -> HandOver {
            HandOver(band: band, motherBand: mother, giver: "W1001", receiver: "W2002", to: .nicu)
        }
        try record(handOver("NB1", mother: "MA0"))
        try record(ClearMismatch(newborn: other, finding: .wrongBabyBands, reason: "read aloud"), by: .doctor)
        for (limb, new) in [(Limb.leftWrist, "NB3"), (.rightAnkle, "NB4")] {
            try record(
                ReplaceBand(
                    newborn: other, limb: limb, newBand: new, second: .nurse, motherBand: "MB0",
                    otherBand: limb == .rightAnkle ? "NB3" : nil, reason: "wrong"))
        }
        try record(RefuseHandover(newborn: other, receiver: .nicuNurse, to: .nicu, reason: "full"))
        try record(handOver("NB3", mother: "MB0"))
        try record(MoveNewborn(newborn: other, to: .theatre))
        try record(
            HandOver(band: "NB3", motherBand: "MB0", giver: "W1001", receiver: "W2001", to: .theatre))
        try recordFarewell(other)
        try recordAStay(baby)
        try record(
            DischargeNewborn(
                band: "NA2", otherBand: "NA9", motherBand: "MA0", to: .home, collector: "张伟", relation: "father",
                documentKind: .identityCard, documentLast4: "123X", second: .nurse, signatureSeenBy: .nurse))
    }

    private mutating func recordFarewell(_ child: NewbornID) throws(Refusal) {
        try record(RecordNewbornDeath(newborn: child))
        try record(AgreeFarewell(newborn: child, wish: .familyTakes, with: "陈伟", relation: "father"))
        try record(ReportDeath(newborn: child, to: "medical office"))
        try record(
            ReleaseChild(
                newborn: child, band: "NB3", to: "陈伟", relation: "father", documentKind: .identityCard,
                documentLast4: "4321", second: .nurse, signatureSeenBy: .nurse))
    }

    private mutating func recordAStay(_ baby: NewbornID) throws(Refusal) {
        guard let mother = ward.newborn(baby)?.admission.id else { return }
        try record(
            CheckMotherIdentity(
                admission: mother, .documentAndFace, documentKind: .passport, documentLast4: "12ab"))
        try record(AuthoriseRelative(admission: mother, name: "张伟", relation: "father", motherBand: "MA0"))
        try record(WithdrawRelative(admission: mother, name: "张伟", relation: "father", reason: "asked"))
        try record(WriteTransferCard(newborn: baby, card: TransferCard([.situation: "grunting", .due: "HBIG"])))
        try record(ReadBackTransferCard(newborn: baby, adding: TransferCard([.glucose: "3.1"])), by: .nicuNurse)
        try record(EnterVisitor(newborn: baby, name: "张伟", relation: "father"))
        try record(LeaveVisitor(newborn: baby, name: "张伟"))
        try record(AdmitNewborn(.foundling, label: "foundling 1", broughtBy: "police", place: .nicu))
        guard let foundling = ward.admissions.values.flatMap(\.newborns).first(where: { $0.arrival != nil }) else {
            return
        }
        try record(NotifyAuthority(newborn: foundling.id, .police, note: "case 17"))
        try record(AdmitNewborn(.outborn, motherName: "何花", from: "County hospital", place: .nicu))
        for newborn in ward.admissions.values.flatMap(\.newborns).filter({ $0.arrival != nil }) {
            try record(AttachBand(newborn: newborn.id, band: "X\(newborn.id)", limb: .leftWrist))
            try record(LoseBand(newborn: newborn.id, limb: .leftWrist, reason: "bath"))
        }
        try record(
            ResolveIdentity(
                newborn: foundling.id, means: .bloodGroup, finding: "B+", second: .nurse, escalatedTo: "head"),
            by: .doctor)
    }

    private mutating func recordWhatComesAfter() throws(Refusal) {
        let opened = try record(OpenFinding(kind: .defect, what: "no blade", kit: "cart"))
        let finding = FindingID(opened[0].stamp.id.rawValue)
        try record(ChangeFinding(finding: finding, owner: .nurse))
        try record(CloseFinding(finding: finding, how: "replaced"))
        try record(HoldRhythm(rhythm: .skillsTraining, participants: [.midwife, .nurse], minutes: 45))
        let check = try beginCheck()
        try record(CheckKitItem(check: check, item: "blade", result: .gap, quantity: 0))
        try record(FinishKitCheck(check: check, seal: "S100"))
        try record(CheckKitSeal(kit: "cart", seal: "S100"))
        try record(UseKit(kit: "cart", what: "oxytocin"))
        try record(CareForKit(kit: "cart", act: .repaired, item: "blade", note: "lamp"))
        try record(PostKit(kit: "cart", place: "room 2", keeper: .nurse))
        try record(VoidKitCheck(check: try beginCheck(), reason: "wrong cart"))
    }

    private mutating func recordADrill() throws(Refusal) {
        let run = try startDrill()
        try record(ArriveAtChecklist<Drill>(run: run, badge: .nurse, role: "MW"))
        try record(MarkStep<Drill>(run: run, step: "oxytocin", result: .done, dose: "10 IU"))
        try record(NoteChecklist<Drill>(run: run, text: "note"))
        try record(GiveInject(run: run, text: "bleeding"))
        try record(SuspendDrill(run: run, reason: "real"))
        try record(ResumeDrill(run: run))
        let debrief = ChecklistRun.Debrief(wentWell: "x", change: nil, actions: [])
        try record(FinishChecklist<Drill>(run: run, debrief: debrief))
        let response = try startResponse()
        let mother = try admit("孙丽", mrn: "ZY9")
        try record(LinkResponse(run: response, admission: mother))
        try record(VoidChecklist<Response>(run: response, reason: "wrong key"))
    }

    /// A decision that is written down when the birth stands already.
    private mutating func decideLate() throws(Refusal) {
        let mother = try admit(label: "nobody pressed")
        wait(seconds: 600)
        try birth(mother, mode: .caesarean, outcome: .diedInLabour)
        try record(DecideCaesarean(admission: mother, category: .one, reason: "late"), at: typed(secondsAgo: 300))
    }

    /// A case kept on paper, complete, and closed.
    private mutating func enterAfterwards(label: String) throws(Refusal) {
        let decided = clock.moment.advanced(seconds: -3600)
        var paper = EnterCaesareanAfterwards(
            label: label, category: .one, times: [.delivery: decided.advanced(seconds: 1500)], reason: "power cut")
        paper.outcome = .diedInLabour
        let made = try record(paper, at: .typed(decided))
        guard let run = made.compactMap({ $0.fact as? CaesareanDecided }).first?.run else { return }
        try record(CloseCaesarean(run: run))
    }
}
