import ScreenGrid
import WardDomain

/// Pane 3: who is out, where everybody is, the register of handovers; and STOP while a mismatch waits.
struct NewbornHandoverPane: Pane {
    enum Action: Hashable, Sendable {
        case open, back, nextPart, previousPart
        case handOver, shiftChange, bands, rushed, refuse, discharge, headCount, apgar, gases, names, filter
        case printRegister, more, card, arrival, wrongBabyDrill, checkBands
        case clearMismatch, rushedWhileStopped
    }

    let title = NewbornHandoverText.title
    let help = NewbornHandoverText.help
    private var lists = HandoverLists()
    /// The newborn whose chain is open; nil while the three parts are shown.
    private var chain: BabyChain?
    private var hasAsked = false
    private var scannedBaby: ScannedBaby?

    static func modes(_ scene: Scene) -> [PaneMode] {
        let pane = NewbornHandoverPane()
        return [
            PaneMode(nil, pane.calmBindings(isChainOpen: false, scene)),
            PaneMode(NewbornHandoverText.chainMode, pane.calmBindings(isChainOpen: true, scene)),
            PaneMode(NewbornHandoverText.stopMode, stoppedBindings(NewbornHandoverText.clear)),
            PaneMode(dialog: NewbornHandoverText.headCount, HeadCountDialog.lines(.evacuation, .here)),
        ]
    }

    func bindings(_ scene: Scene) -> [Binding<Action>] {
        if let stop = MismatchStop(scene.ward) {
            return Self.stoppedBindings(stop.label, unavailable: stop.cannotClear(scene))
        }
        return calmBindings(isChainOpen: chain != nil, scene)
    }

    private func calmBindings(isChainOpen: Bool, _ scene: Scene) -> [Binding<Action>] {
        let baby = selectedBaby(scene)
        let nobody = baby == nil ? NewbornHandoverText.selectFirst : nil
        let signedOut = scene.staff == nil ? Phrase.signInFirst : nil
        let needsBoth = signedOut ?? nobody
        let gone = baby?.raisesAlarms == false ? Refusal.notLive.text : nil
        let notLive = baby.map { [.diedBeforeLabour, .diedInLabour].contains($0.baby.outcome) } ?? false
        let acts: [Binding<Action>] = [
            Binding("h", .handOver, NewbornHandoverText.handOver, unavailable: signedOut),
            Binding("b", .bands, NewbornHandoverText.bands, unavailable: needsBoth),
            Binding("w", .rushed, NewbornHandoverText.rushed, unavailable: nobody ?? gone),
            Binding("v", .checkBands, NewbornHandoverText.checkBands, unavailable: signedOut ?? gone),
            Binding("r", .refuse, NewbornHandoverText.refuse, unavailable: needsBoth),
            Binding(
                "e", .discharge, NewbornHandoverText.discharge,
                unavailable: needsBoth ?? (baby?.raisesAlarms == false ? Refusal.deadAreReleased.text : nil)),
            Binding("d", .more, NewbornHandoverText.more, unavailable: needsBoth),
            Binding("i", .card, NewbornHandoverText.card, unavailable: needsBoth ?? gone, inFooter: false),
            Binding("n", .arrival, NewbornHandoverText.arrival, unavailable: signedOut, inFooter: false),
            Binding("t", .wrongBabyDrill, NewbornHandoverText.wrongBabyDrill, unavailable: signedOut, inFooter: false),
            Binding("c", .headCount, NewbornHandoverText.headCount),
            Binding("a", .shiftChange, GroupHandoverText.key, unavailable: signedOut, inFooter: false),
            Binding(
                "g", .apgar, NewbornHandoverText.apgar, unavailable: notLive ? Refusal.notLive.text : nobody,
                inFooter: false),
            Binding("o", .gases, NewbornHandoverText.gases, unavailable: nobody, inFooter: false),
            Binding("f", .filter, NewbornHandoverText.filter, inFooter: false),
            Binding(
                "p", .printRegister, NewbornHandoverText.printRegister, unavailable: signedOut, inFooter: false),
            Binding("m", .names, NewbornHandoverText.names, unavailable: signedOut, inFooter: false),
        ]
        guard !isChainOpen else { return [Binding(.escape, .back, NewbornHandoverText.back)] + acts }
        let nothing = lists.selectedRow(scene) == nil ? nobody : nil
        return [Binding(.enter, .open, NewbornHandoverText.open, unavailable: nothing)] + acts + [
            Binding(.right, .nextPart, NewbornHandoverText.nextPart, inFooter: false),
            Binding(.left, .previousPart, NewbornHandoverText.previousPart, inFooter: false),
        ]
    }

    /// Nothing but the clearing by a second person, and what is never blocked: care, and looking for a child who is missing.
    private static func stoppedBindings(_ label: Phrase, unavailable: Phrase? = nil) -> [Binding<Action>] {
        [
            Binding("k", .clearMismatch, label, unavailable: unavailable),
            Binding("w", .rushedWhileStopped, NewbornHandoverText.rushed),
            Binding("c", .headCount, NewbornHandoverText.headCount),
        ]
    }

    mutating func perform(_ action: Action, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .clearMismatch: return MismatchStop(scene.ward).map { [.open($0.clearing(scene))] } ?? []
        case .rushedWhileStopped: return [.open(CustodyForms.whoIsRushed(scene))]
        case .handOver:
            let selected = (chain?.newborn ?? lists.chosen).flatMap { BabyHere.find($0, scene.ward) }
            return [.open(HandoverDialog(selected: selected))]
        case .checkBands: return [.open(CustodyForms.checkBands(scene))]
        case .arrival: return [.open(ArrivalForms.admit(scene))]
        case .wrongBabyDrill: return [.open(WrongBabyDrill(startedAt: scene.now.reading))]
        case .headCount:
            return [.open(HeadCountDialog(openedAt: scene.now.reading, joins: scene.ward.openHeadCount?.id))]
        case .shiftChange: return [.open(GroupHandoverDialog())]
        case .filter: return [.open(RegisterFilter.dialog(lists.register.filter, scene))]
        case .names: return [.global(.revealNames)]
        case .printRegister: return [.ask(.register(lists.register.filter.span(scene.offset)))]
        case .open: return openSelected(scene)
        case .nextPart: return turn(by: 1, scene)
        case .previousPart: return turn(by: -1, scene)
        case .back:
            chain = nil
            return []
        default: return selectedBaby(scene).map { perform(action, on: $0, scene) } ?? []
        }
    }

    private mutating func perform(_ action: Action, on found: BabyHere, _ scene: Scene) -> [PaneEffect] {
        switch action {
        case .bands: return [.open(BandForms.choices(found, scene))]
        case .rushed: return [.open(CustodyForms.rushed(found, scene))]
        case .more: return [.open(MoreForms.choices(found, scene))]
        case .card: return [.open(TransferCardForms.dialog(found, scene))]
        case .refuse: return [.open(CustodyForms.refuse(found, scene))]
        case .discharge: return [.open(DischargeForm.dialog(found, scene))]
        case .apgar: return [.open(BirthDetailForms.apgar(found, scene))]
        case .gases: return [.open(BirthDetailForms.gases(found, scene))]
        default: return []
        }
    }

    private mutating func open(_ found: BabyHere) -> [PaneEffect] {
        lists.choose(found.id)
        return open(BabyChain(found))
    }

    private mutating func open(_ chain: BabyChain) -> [PaneEffect] {
        self.chain = chain
        return [chain.question]
    }

    /// The selected baby, or the row of one who has left.
    private mutating func openSelected(_ scene: Scene) -> [PaneEffect] {
        if let found = selectedBaby(scene) { return open(found) }
        return lists.selectedRow(scene).map { open(BabyChain($0)) } ?? []
    }

    private mutating func turn(by step: Int, _ scene: Scene) -> [PaneEffect] {
        lists.turn(by: step)
        return hasAsked ? [] : askRegister(scene)
    }

    private mutating func askRegister(_ scene: Scene) -> [PaneEffect] {
        hasAsked = true
        return [lists.register.question(scene)]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> Bool {
        guard MismatchStop(scene.ward) == nil else { return false }
        if chain != nil { return chain?.take(key) ?? false }
        return lists.take(key, scene)
    }

    /// A newborn's band opens its chain; while the pane says STOP a scan does nothing but sign in whoever may clear it.
    mutating func take(scan: String, _ scene: Scene) -> [PaneEffect]? {
        let scanned = ScannedCode(scan, in: scene.ward)
        if let stop = MismatchStop(scene.ward) { return stop.answer(to: scanned, scene) }
        if case .mother(let mother) = scanned, let pair = pair(with: mother, band: scan, scene) { return pair }
        guard case .newborn(let mother, let newborn) = scanned else { return nil }
        scannedBaby = ScannedBaby(id: newborn.id, code: scan, uptime: scene.now.reading.uptime)
        return open(BabyHere(mother: mother, baby: newborn))
    }

    /// A baby's band and then its mother's, within a minute, is a handover that begins: both are in it already.
    private mutating func pair(with mother: Admission, band: String, _ scene: Scene) -> [PaneEffect]? {
        guard let first = scannedBaby, scene.staff != nil, chain?.newborn == first.id,
            scene.now.reading.uptime - first.uptime <= ScannedBaby.holds,
            let found = BabyHere.find(first.id, scene.ward), found.mother.id == mother.id
        else { return nil }
        scannedBaby = nil
        return [.open(HandoverDialog(pair: found, baby: first.code, mother: band))]
    }

    /// The baby whose band was scanned last, and when.
    private struct ScannedBaby: Sendable {
        let id: NewbornID
        let code: String
        let uptime: Int64

        /// For how long a mother's band may follow, in nanoseconds.
        static let holds: Int64 = 60_000_000_000
    }

    mutating func take(_ event: MouseEvent, in size: Size, _ scene: Scene) {
        guard chain == nil, MismatchStop(scene.ward) == nil else { return }
        lists.take(event, in: size, scene)
    }

    mutating func notice(_ news: PaneNews, _ scene: Scene) -> [PaneEffect] {
        switch news {
        case .show(.newborn(let id)): return BabyHere.find(id, scene.ward).map { open($0) } ?? []
        case .told(let filter as RegisterFilter):
            lists.register.filter = filter
            lists.part = .register
            return askRegister(scene)
        case .answer(.handovers(let rows)): lists.register.learn(rows, scene)
        case .answer(.register(let rows)):
            return [.effect(.print(RegisterPage.job(rows, lists.register.filter, scene)))]
        case .answer(.story(.admission(let id), let lines)) where id == chain?.admission: chain?.learn(lines)
        case .ward(let entries): return learn(entries, scene)
        case .readAnew: return askRegister(scene) + (chain.map { [$0.question] } ?? [])
        default: break
        }
        return []
    }

    /// Asks anew for what new entries have changed.
    private mutating func learn(_ entries: [Entry], _ scene: Scene) -> [PaneEffect] {
        var questions: [PaneEffect] = []
        let moved = entries.contains { $0.fact is any NewbornFact || $0.fact is EntryCorrected }
        if !hasAsked || moved { questions += askRegister(scene) }
        if let chain, entries.contains(where: { $0.stream == .admission(chain.admission) }) {
            questions.append(chain.question)
        }
        return questions
    }

    func selectedNewborn(_ scene: Scene) -> NewbornID? { selectedBaby(scene)?.baby.id }

    func selectedMother(_ scene: Scene) -> AdmissionID? {
        selectedBaby(scene)?.mother.id
    }

    /// STOP is seen at every size.
    func fitsSmall(_ scene: Scene) -> Bool { MismatchStop(scene.ward) != nil }

    private func selectedBaby(_ scene: Scene) -> BabyHere? {
        if let chain { return BabyHere.find(chain.newborn, scene.ward) }
        return lists.selected(scene)
    }

    func draw(on grid: inout CellGrid, _ scene: Scene, hasFocus: Bool) {
        if let stop = MismatchStop(scene.ward) {
            stop.draw(on: &grid, scene)
        } else if let chain {
            chain.draw(on: &grid, scene)
        } else {
            lists.draw(on: &grid, scene, hasFocus: hasFocus)
        }
    }
}
