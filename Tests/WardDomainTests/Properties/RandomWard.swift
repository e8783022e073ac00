import WardDomain

/// A ward in which commands are given at random: several mothers, their babies, drills, steps of the clock.
struct RandomWard {
    private(set) var ward: WardFixture
    private var random: SplitMix64
    private var names = 0
    /// What each command became: its name, and `recorded` or the code of its refusal.
    private(set) var outcomes: [String] = []

    init(seed: UInt64, at moment: Moment = WardFixture.evening) {
        ward = WardFixture(at: moment)
        random = SplitMix64(seed: seed)
        do {
            for codes in ["A", "B", "C"] { try ward.pair("mother \(codes)", codes: codes) }
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
        case 0: return ward.typed(secondsAgo: Int.random(in: -5...1200, using: &random))
        case 1:
            var earlier = ward
            earlier.wait(milliseconds: -Int.random(in: 0...30_000, using: &random))
            return .frozen(earlier.clock)
        default: return .now
        }
    }

    private mutating func command() -> any WardCommand {
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
            let arrived = ward.ward.admissions.values.flatMap(\.runs).flatMap(\.arrivals).compactMap(\.badge)
            return NameArrival(
                run: caesarean(), badge: pick(arrived.sorted { $0.rawValue < $1.rawValue }) ?? .midwife,
                name: fresh("name"))
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
        switch Int.random(in: 0..<3, using: &random) {
        case 0: return RecordNewbornDeath(newborn: newbornID(), reason: "late")
        case 1: return ScoreApgar(newborn: newbornID(), minute: 5, score: ApgarScore(totalOnly: 9), reason: "late")
        default: return DescribeNewborn(newborn: newbornID(), weightGrams: Int.random(in: 0...9000, using: &random))
        }
    }

    private mutating func bandCommand() -> any WardCommand {
        let baby = newborn()
        let worn = baby?.attachedBands.compactMap(\.limb) ?? []
        let limb = pick(chance(2) ? worn : Limb.allCases) ?? .leftWrist
        switch Int.random(in: 0..<5, using: &random) {
        case 0: return AttachMotherBand(admission: admission(), band: fresh("MOTHER"), reason: "late")
        case 1: return AttachMotherBand(admission: admission(), band: "MOTHER1", reason: "late")
        case 2:
            return ReplaceBand(
                newborn: baby?.id ?? newbornID(), limb: limb, newBand: fresh("BABY"), second: staff(), reason: "wet")
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
        switch Int.random(in: 0..<6, using: &random) {
        case 0: return MoveNewborn(newborn: newbornID(), to: place(), reason: "late")
        case 1:
            let stopped = ward.ward.admissions.values.flatMap(\.newborns).filter { $0.mismatch != nil }.map(\.id)
            return ClearMismatch(
                newborn: pick(stopped.sorted { $0.rawValue < $1.rawValue }) ?? newbornID(), reason: "read aloud")
        case 2:
            return DischargeNewborn(
                band: band, motherBand: mother, to: pick([.home, .otherHospital, .nicu]) ?? .home, collector: "张伟",
                relation: "father", second: staff())
        default:
            var giver = staff().rawValue
            if case .staff(let custodian)? = baby?.custody.custodian, !chance(4) { giver = custodian.rawValue }
            return HandOver(
                band: band, motherBand: mother, noMotherBandReason: chance(2) ? "theatre" : nil, giver: giver,
                receiver: staff().rawValue, to: place(), reason: "care",
                expectedBack: chance(4) ? ward.clock.moment.advanced(seconds: 1800) : nil)
        }
    }

    private mutating func drillOrCorrection() -> any WardCommand {
        let run = pick(ward.ward.checklists.keys.sorted { $0.rawValue < $1.rawValue }) ?? ChecklistID("none")
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return StartChecklist<Drill>(drillProtocol: "pph")
        case 1: return StartChecklist<Response>(drillProtocol: "pph", admission: chance(2) ? admission() : nil)
        case 2: return MarkStep<Drill>(run: run, step: "call", result: .done)
        case 3: return MarkStep<Response>(run: run, step: "call", result: .done)
        case 4: return FinishChecklist<Drill>(run: run, reason: "late")
        case 5: return chance(2) ? SuspendDrill(run: run, reason: "real") : ResumeDrill(run: run)
        default:
            let entry = pick(ward.entries.filter { $0.sequence > 9 })?.stamp.id ?? EntryID(rawValue: "none")
            let time = ward.clock.moment.advanced(seconds: -Int.random(in: 0...1800, using: &random))
            let strikes = chance(2)
            return CorrectEntry(
                entry: entry, reason: "wrong", strike: strikes ? true : nil, newTime: strikes ? nil : time)
        }
    }
}
