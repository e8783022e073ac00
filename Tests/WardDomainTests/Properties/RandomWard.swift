import SeededNumbers
import WardDomain

/// A ward in which commands are given at random: several mothers, their babies, drills, steps of the clock.
struct RandomWard {
    private(set) var ward: WardFixture
    private var random: SeededRandom
    private var names = 0
    /// What each command became: its name, and `recorded` or the code of its refusal.
    private(set) var outcomes: [String] = []

    init(seed: UInt64, at moment: Moment = WardFixture.evening) {
        ward = WardFixture(at: moment)
        random = SeededRandom(seed: seed)
        do {
            for codes in ["A", "B", "C"] { try ward.pair("mother \(codes)", codes: codes) }
            for name in ["mother D", "mother E"] {
                let baby = try ward.birth(try ward.admit(name))
                try ward.record(MoveNewborn(newborn: baby, to: .nicu))
            }
            for _ in 1...2 {
                let child = try ward.birth(try ward.admit("mother F"), outcome: .diedInLabour)
                try ward.record(AgreeFarewell(newborn: child, wish: .familyTakes, with: "x", relation: "father"))
                try ward.record(ReportDeath(newborn: child, to: "office"))
            }
        } catch {
            fatalError("the scene was refused: \(error)")
        }
    }

    /// Turns the clocks, gives one command, and says what was recorded.
    mutating func step() -> (command: any WardCommand, made: [Entry]) {
        turnClocks()
        let command = command()
        let by = signer(of: command)
        do throws(Refusal) {
            let made = try ward.record(command, by: by, at: time())
            outcomes.append("\(type(of: command).name) recorded")
            return (command, made)
        } catch {
            outcomes.append("\(type(of: command).name) \(error.code)")
            return (command, [])
        }
    }

    /// Mostly somebody who may, often nobody where nobody is needed.
    private mutating func signer(of command: any WardCommand) -> Badge? {
        let permission = type(of: command).permission
        if chance(permission.needsNoSignature ? 3 : 40) { return nil }
        return chance(8) ? staff() : pick(Badge.everybody.filter { $0.1.may(permission) }.map(\.0))
    }

    private mutating func turnClocks() {
        ward.wait(milliseconds: Int.random(in: 0...240_000, using: &random))
        if chance(40) { ward.stepWallClock(seconds: pick([3600, -3600, 3, -3]) ?? 0) }
        if chance(100) { ward.reboot() }
    }

    private mutating func time() -> CommandEnvelope.Time {
        switch Int.random(in: 0..<6, using: &random) {
        case 0:
            let ago = Int.random(in: -5...1200, using: &random)
            return ward.typed(secondsAgo: ago, reason: ago.isMultiple(of: 2) ? "late" : nil)
        case 1:
            var earlier = ward
            earlier.wait(milliseconds: -Int.random(in: 0...30_000, using: &random))
            return .frozen(earlier.clock)
        default: return .now
        }
    }

    private mutating func command() -> any WardCommand {
        let doubted = ward.ward.admissions.values.flatMap(\.newborns).contains { $0.identityDoubt != nil }
        if doubted, chance(24) { return arrivalOrDoubt() }
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return mothersCommand()
        case 1, 2: return labourCommand()
        case 3, 4: return caesareanCommand()
        case 5: return birthCommand()
        case 6: return bandCommand()
        case 7, 8: return custodyCommand()
        default: return drillOrCorrection()
        }
    }

    // MARK: What there is, in an order that the seed alone decides

    private mutating func admission() -> AdmissionID {
        pick(ward.ward.admissions.keys.sorted { $0.rawValue < $1.rawValue }) ?? AdmissionID("none")
    }

    private mutating func caesarean() -> CaesareanID {
        pick(ward.ward.admissions.values.flatMap(\.runs).map(\.id).sorted { $0.rawValue < $1.rawValue })
            ?? CaesareanID("none")
    }

    private mutating func newborn() -> Newborn? {
        pick(ward.ward.admissions.values.flatMap(\.newborns).sorted { $0.id.rawValue < $1.id.rawValue })
    }

    private mutating func newbornID() -> NewbornID { newborn()?.id ?? NewbornID("none") }

    private mutating func pick<Value>(_ values: [Value]) -> Value? {
        values.randomElement(using: &random)
    }

    private mutating func chance(_ oneIn: Int) -> Bool {
        Int.random(in: 0..<oneIn, using: &random) == 0
    }

    private mutating func fresh(_ prefix: String) -> String {
        names += 1
        return "\(prefix)\(names)"
    }

    private mutating func staff() -> Badge { pick(Badge.everybody.map(\.0)) ?? .midwife }

    private mutating func bed() -> BedLabel { BedLabel(String(Int.random(in: 1...7, using: &random))) }

    private mutating func place() -> Place { pick(Place.allCases) ?? .nicu }
}

// MARK: Commands

extension RandomWard {
    private mutating func mothersCommand() -> any WardCommand {
        switch Int.random(in: 0..<8, using: &random) {
        case 0: return AdmitMother(identity: MotherIdentity(name: fresh("mother"), mrn: fresh("ZY")), bed: bed())
        case 1: return AdmitMother(identity: MotherIdentity(label: fresh("unknown")))
        case 2: return IdentifyMother(admission: admission(), known: MotherIdentity(name: fresh("mother")))
        case 3: return MergeMother(admission: admission(), into: admission())
        case 4, 5: return MoveMother(admission: admission(), bed: bed(), reason: "late")
        case 6:
            return DepartMother(
                admission: admission(), to: pick(MotherPlace.allCases) ?? .icu, keepsBed: chance(2), reason: "late")
        default: return AdmitMother(identity: MotherIdentity(name: fresh("mother")))
        }
    }

    private mutating func labourCommand() -> any WardCommand {
        switch Int.random(in: 0..<4, using: &random) {
        case 0:
            return GradeRisk(
                admission: admission(), grade: pick(RiskGrade.allCases) ?? .red,
                infectious: pick([true, false, nil]) ?? nil,
                factors: [], reason: "late")
        case 1: return WritePlan(admission: admission(), text: fresh("plan"))
        case 2: return SignEntries(admission: admission())
        default:
            var observation = LabourObservation()
            observation.cervix = Int.random(in: 0...11, using: &random)
            if chance(2) { observation.fetalHeartRate = Int.random(in: 60...200, using: &random) }
            return ObserveLabour(admission: admission(), observation: observation, reason: "late")
        }
    }

    private mutating func caesareanCommand() -> any WardCommand {
        guard !chance(3) else { return teamCommand() }
        let milestone = pick(Milestone.allCases) ?? .call
        switch Int.random(in: 0..<10, using: &random) {
        case 0, 1: return DecideCaesarean(admission: admission(), category: .one, reason: "late")
        case 2: return DecideCaesarean(category: pick(CaesareanCategory.allCases), reason: "late")
        case 3:
            return GiveCategory(run: caesarean(), category: pick(CaesareanCategory.allCases) ?? .two, reason: "late")
        case 4: return StrikeMilestone(run: caesarean(), milestone: milestone, reason: "wrong")
        case 5: return StandDownCaesarean(run: caesarean(), reason: "recovered")
        case 6: return VoidCaesarean(run: caesarean(), reason: "wrong key")
        case 7: return MoveCaesarean(run: caesarean(), to: admission(), withBabies: pick([true, false, nil]) ?? nil)
        default:
            return MarkMilestone(
                run: caesarean(), milestone: milestone, notApplicable: chance(8) ? true : nil, reason: "late")
        }
    }

    private mutating func teamCommand() -> any WardCommand {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: return CallTeam(run: caesarean(), slot: pick(OnCallSlot.allCases) ?? .newborn, name: "x")
        case 1: return ArriveAtCaesarean(run: caesarean(), badge: staff(), part: pick(TeamPart.allCases))
        case 2:
            let arrived = ward.ward.admissions.values.flatMap(\.runs).flatMap { run in
                run.arrivals.compactMap(\.badge).map { (run: run.id, badge: $0) }
            }
            let one = pick(
                arrived.sorted { ($0.badge.rawValue, $0.run.rawValue) < ($1.badge.rawValue, $1.run.rawValue) })
            return NameArrival(run: one?.run ?? caesarean(), badge: one?.badge ?? .midwife, name: fresh("name"))
        case 3:
            var review = CaesareanReview()
            review.cervix = Int.random(in: 0...11, using: &random)
            return ReviewCaesarean(run: caesarean(), review: review)
        case 4: return NoteArrest(run: caesarean(), onTheSpot: chance(2), reason: "late")
        case 5: return ConfirmCaesarean(run: caesarean())
        case 6: return CloseCaesarean(run: caesarean())
        case 7, 8: return JoinCaesareans(run: caesarean(), into: caesarean())
        case 9:
            return SetOnCall(people: [SetOnCall.Person(slot: pick(OnCallSlot.allCases) ?? .newborn, name: fresh("on"))])
        case 10: return GiveDelay(run: caesarean(), delay: "D01")
        default:
            var paper = EnterCaesareanAfterwards(
                admission: chance(2) ? admission() : nil, label: fresh("paper"), category: .one,
                times: [.delivery: ward.clock.moment, .arrive: ward.clock.moment], reason: "late")
            paper.outcome = pick(BirthOutcome.allCases)
            return paper
        }
    }

    private mutating func birthCommand() -> any WardCommand {
        guard chance(3) else {
            return RecordBirth(
                admission: admission(), mode: pick(BirthMode.allCases) ?? .vaginal,
                outcome: pick(BirthOutcome.allCases) ?? .live, place: chance(4) ? place() : nil, reason: "late")
        }
        switch Int.random(in: 0..<4, using: &random) {
        case 0: return RecordNewbornDeath(newborn: newbornID(), reason: "late")
        case 1: return ScoreApgar(newborn: newbornID(), minute: 5, score: ApgarScore(totalOnly: 9), reason: "late")
        case 2:
            var condition = NewbornCondition()
            condition.temperatureTenths = Int.random(in: 240...460, using: &random)
            return NoteCondition(newborn: newbornID(), condition, reason: "late")
        default: return DescribeNewborn(newborn: newbornID(), weightGrams: Int.random(in: 0...9000, using: &random))
        }
    }

    private mutating func bandCommand() -> any WardCommand {
        let baby = newborn()
        let worn = baby?.attachedBands.compactMap(\.limb) ?? []
        let limb = pick(chance(2) ? worn : Limb.allCases) ?? .leftWrist
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            let mother =
                chance(2) ? baby.flatMap { ward.ward.newborn($0.id)?.admission.id } ?? admission() : admission()
            let worn = ward.ward.admissions[mother]?.newborns.flatMap(\.attachedBands).first?.code
            return AttachMotherBand(
                admission: mother, band: fresh("MOTHER"), second: staff(), babyBand: chance(4) ? "BABY1" : worn,
                noBabyBandReason: chance(2) ? "in the NICU" : nil, reason: "late")
        case 1: return AttachMotherBand(admission: admission(), band: "MOTHER1", reason: "late")
        case 2:
            return ReplaceBand(
                newborn: baby?.id ?? newbornID(), limb: limb, newBand: fresh("BABY"), second: staff(),
                motherBand: chance(3) ? motherBand() : baby.flatMap { ward.ward.newborn($0.id)?.admission.band?.code },
                noMotherBandReason: chance(2) ? "theatre" : nil,
                otherBand: baby?.attachedBands.first { $0.limb != limb }?.code, reason: "wet")
        case 3:
            return LoseBand(newborn: baby?.id ?? newbornID(), limb: limb, reason: "lost")
        case 4:
            return AttachBand(
                newborn: baby?.id ?? newbornID(), band: fresh("BABY"), limb: limb, second: staff(),
                noMotherBandReason: "theatre", otherBand: baby?.attachedBands.first?.code, reason: "lost")
        default:
            let code = chance(6) ? "BABY1" : fresh("BABY")
            return AttachBand(newborn: newbornID(), band: code, limb: limb)
        }
    }

    private mutating func custodyCommand() -> any WardCommand {
        let banded = ward.ward.admissions.values.flatMap(\.newborns).filter { !$0.attachedBands.isEmpty }
        let baby = pick(banded.sorted { $0.id.rawValue < $1.id.rawValue })
        let band = baby?.attachedBands.first?.code ?? "none"
        let bands = ward.ward.admissions.values.compactMap(\.band?.code).sorted()
        let mother = chance(3) ? pick(bands) : baby.flatMap { ward.ward.newborn($0.id)?.admission.band?.code }
        switch Int.random(in: 0..<12, using: &random) {
        case 9: return group(baby)
        case 10 where chance(2): return CheckMotherBand(band: band, motherBand: mother ?? "none")
        case 11 where chance(2):
            return RefuseHandover(newborn: newbornID(), receiver: staff(), to: place(), reason: "full")
        case 0: return MoveNewborn(newborn: newbornID(), to: place(), reason: "late")
        case 6, 10, 11: return stayCommand()
        case 7: return arrivalOrDoubt()
        case 8: return farewellCommand()
        case 1:
            let stopped = ward.ward.admissions.values.flatMap(\.newborns).filter { $0.mismatch != nil }.map(\.id)
            return ClearMismatch(
                newborn: pick(stopped.sorted { $0.rawValue < $1.rawValue }) ?? newbornID(),
                finding: pick(MismatchFinding.allCases) ?? .wrongScan, reason: "read aloud")
        case 2:
            return DischargeNewborn(
                band: band, otherBand: chance(4) ? nil : baby?.attachedBands.last?.code, motherBand: mother,
                to: pick([.home, .otherHospital, .nicu]) ?? .home,
                collector: chance(3) ? nil : "张伟", relation: "father", documentKind: .passport, documentLast4: "1234",
                second: staff(), signatureSeenBy: .nurse)
        default:
            var giver = staff().rawValue
            if case .staff(let custodian)? = baby?.custody.custodian, !chance(4) { giver = custodian.rawValue }
            return HandOver(
                band: band, motherBand: mother, noMotherBandReason: chance(2) ? "theatre" : nil, giver: giver,
                receiver: staff().rawValue, to: place(), reason: "care",
                expectedBack: chance(2) ? ward.clock.moment.advanced(seconds: 1800) : nil)
        }
    }

    /// A shift change of some of the babies that somebody has, and now and then of one that somebody else has.
    private mutating func group(_ baby: Newborn?) -> HandOverGroup {
        guard let baby, case .staff(let giver) = baby.custody.custodian else {
            return HandOverGroup(bands: ["BABY1"], giver: staff(), receiver: staff(), reason: "end of shift")
        }
        let banded = ward.ward.admissions.values.flatMap(\.newborns).filter { !$0.attachedBands.isEmpty }
            .sorted { $0.id.rawValue < $1.id.rawValue }
        let scanned = banded.filter { $0.custody.custodian == .staff(giver) || chance(6) }
        return HandOverGroup(
            bands: scanned.compactMap { $0.attachedBands.last?.code }, giver: giver, receiver: staff(),
            reason: "end of shift")
    }

    private func motherBand() -> String? {
        ward.ward.admissions.values.compactMap(\.band?.code).min()
    }

    private mutating func stayCommand() -> any WardCommand {
        let baby = newbornID()
        switch Int.random(in: 0..<8, using: &random) {
        case 0:
            let mother = admission()
            let named = ward.ward.admissions.values.filter { !$0.relatives.isEmpty }.map(\.id)
            if let other = pick(named.sorted { $0.rawValue < $1.rawValue }) {
                return WithdrawRelative(admission: other, name: "张伟", relation: "father", reason: "asked")
            }
            return AuthoriseRelative(
                admission: mother, name: "张伟", relation: "father", documentKind: .passport,
                documentLast4: "1234", pass: chance(3) ? fresh("PASS") : nil,
                motherBand: ward.ward.admissions[mother]?.band?.code, noMotherBandReason: "theatre")
        case 1: return WithdrawRelative(admission: admission(), name: "张伟", relation: "father", reason: "asked")
        case 2: return WriteTransferCard(newborn: baby, card: TransferCard([.situation: fresh("grunting")]))
        case 3:
            let written = ward.ward.admissions.values.flatMap(\.newborns).filter { $0.transferCard != nil }.map(\.id)
            return ReadBackTransferCard(newborn: pick(written.sorted { $0.rawValue < $1.rawValue }) ?? baby)
        case 4: return EnterVisitor(newborn: baby, name: fresh("visitor"), relation: "father")
        case 5:
            let visited = ward.ward.admissions.values.flatMap(\.newborns).filter { !$0.visitors.isEmpty }
            let one = pick(visited.sorted { $0.id.rawValue < $1.id.rawValue })
            return LeaveVisitor(newborn: one?.id ?? baby, name: one?.visitors.first?.name ?? "张伟")
        case 6:
            return CheckMotherIdentity(admission: admission(), chance(2) ? .notYet : .twoStaff, second: staff())
        default:
            return DescribeNewborn(
                newborn: baby, details: NewbornDetails(registeredName: fresh("安")), reason: "late")
        }
    }

    private mutating func arrivalOrDoubt() -> any WardCommand {
        let doubted = ward.ward.admissions.values.flatMap(\.newborns).filter { $0.identityDoubt != nil }.map(\.id)
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return AdmitNewborn(.outborn, motherName: fresh("elsewhere"), place: place())
        case 1: return AdmitNewborn(.foundling, label: fresh("foundling"), place: .nicu)
        case 2:
            let arrived = ward.ward.admissions.values.flatMap(\.newborns).filter { $0.arrival != nil }.map(\.id)
            return NotifyAuthority(
                newborn: pick(arrived.sorted { $0.rawValue < $1.rawValue }) ?? newbornID(), .police, note: "told")
        default:
            guard !doubted.isEmpty || chance(4) else {
                let bare = ward.ward.admissions.values.flatMap(\.newborns).filter { $0.attachedBands.isEmpty }.map(\.id)
                return MoveNewborn(
                    newborn: pick(bare.sorted { $0.rawValue < $1.rawValue }) ?? newbornID(), to: .nicu, reason: "late")
            }
            return ResolveIdentity(
                newborn: pick(doubted.sorted { $0.rawValue < $1.rawValue }) ?? newbornID(), means: .footprint,
                finding: "left foot", second: staff(), escalatedTo: "head")
        }
    }

    private mutating func farewellCommand() -> any WardCommand {
        let dead = ward.ward.admissions.values.flatMap(\.newborns).filter { !$0.outcome.raisesAlarms }
        let child = pick(dead.sorted { $0.id.rawValue < $1.id.rawValue })
        let id = child?.id ?? newbornID()
        switch Int.random(in: 0..<3, using: &random) {
        case 0:
            return AgreeFarewell(
                newborn: id, wish: pick(FamilyWish.allCases) ?? .familyTakes, with: "张伟", relation: "father")
        case 1: return ReportDeath(newborn: id, to: "office")
        default:
            return ReleaseChild(
                newborn: id, band: child?.attachedBands.first?.code, to: "张伟", relation: "father",
                documentKind: .passport, documentLast4: "1234", second: staff(), signatureSeenBy: .nurse, reason: "late"
            )
        }
    }

    private mutating func drillOrCorrection() -> any WardCommand {
        let run = pick(ward.ward.checklists.keys.sorted { $0.rawValue < $1.rawValue }) ?? ChecklistID("none")
        let drills = ward.ward.checklists.values.filter(\.isDrill).map(\.id).sorted { $0.rawValue < $1.rawValue }
        let drill = pick(drills) ?? run
        switch Int.random(in: 0..<10, using: &random) {
        case 0:
            let suspended = ward.ward.checklists.values.filter { $0.nature == .drill && $0.suspendedAt != nil }.map(
                \.id)
            let one = pick(suspended.sorted { $0.rawValue < $1.rawValue })
            return one.map { ResumeDrill(run: $0) } ?? StartChecklist<Drill>(drillProtocol: "pph")
        case 1: return StartChecklist<Response>(drillProtocol: "pph", admission: chance(2) ? admission() : nil)
        case 2: return MarkStep<Drill>(run: drill, step: "call", result: .done)
        case 3: return MarkStep<Response>(run: run, step: "call", result: .done)
        case 4: return FinishChecklist<Drill>(run: drill, reason: "late")
        case 5: return chance(2) ? SuspendDrill(run: drill, reason: "real") : ResumeDrill(run: drill)
        default:
            let story = ward.entries.filter { $0.sequence > 9 }
            let custody = story.filter { $0.fact is any NewbornFact || $0.fact is MotherBandAttached }
            let target = pick(chance(2) ? custody : story)
            let entry = target?.stamp.id ?? EntryID(rawValue: "none")
            let time = ward.clock.moment.advanced(seconds: -Int.random(in: 0...1800, using: &random))
            let strikes = chance(2)
            if !strikes, target?.fact is NewbornBorn, chance(2) {
                return CorrectEntry(
                    entry: entry, reason: "wrong", change: ["place": .string(place().rawValue)])
            }
            return CorrectEntry(
                entry: entry, reason: "wrong", strike: strikes ? true : nil, newTime: strikes ? nil : time)
        }
    }
}
