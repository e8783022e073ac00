import ScreenGrid
import WardDomain

/// A shift change: each baby scanned once, both badges once, in any order; then Enter. Exceptions stand first.
struct GroupHandoverDialog: DialogPanel {
    let title = GroupHandoverText.title
    private(set) var badges: [Badge] = []
    /// The scanned babies with the band that was read.
    private(set) var scanned: [(newborn: NewbornID, band: String)] = []
    private var scroll = ListScroll()
    private var order = DialogOrder()

    var holdsWork: Bool { !scanned.isEmpty || !badges.isEmpty }

    func bindingLines(_ scene: Scene) -> [BindingLine] {
        [
            BindingLine(key: .enter, label: Phrase(en: "record", zhHans: "记录")),
            order.leaving(),
        ]
    }

    mutating func take(_ key: Key, _ scene: Scene) -> DialogResponse {
        if let response = order.cancel(key, losing: holdsWork) { return response }
        switch key {
        case .enter: return send(scene)
        case .backspace: takeBack()
        default: _ = scroll.take(key, count: group(scene).map { $0.go.count + $0.exceptions.count } ?? 0, rows: 10)
        }
        return .stay
    }

    /// Takes the last badge back, so that the right one can be scanned.
    private mutating func takeBack() {
        guard !badges.isEmpty else { return }
        badges.removeLast()
        order.message = nil
    }

    mutating func take(scan: String, _ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        let code = ScannedCode(scan, in: scene.ward)
        switch code {
        case .newborn(let mother, let newborn): take(BabyHere(mother: mother, baby: newborn), band: scan, scene)
        case .staff(let member) where !member.retired: take(member)
        default: order.message = (code.refusal ?? GroupHandoverText.neither, .fieldError)
        }
        return .stay
    }

    private mutating func take(_ found: BabyHere, band: String, _ scene: Scene) {
        guard found.raisesAlarms, found.baby.isHere else {
            order.message = (Refusal.notInCount.text, .fieldError)
            return
        }
        let called = found.called(scene)
        guard !scanned.contains(where: { $0.newborn == found.id }) else {
            order.message = (Phrase(en: "scanned already: \(called.en)", zhHans: "已扫描：\(called.zhHans)"), .hint)
            return
        }
        scanned.append((found.id, band))
        order.message = (called, .text)
    }

    private mutating func take(_ member: StaffMember) {
        guard !badges.contains(member.badge) else {
            order.message = (NewbornHandoverText.scannedAlready, .fieldError)
            return
        }
        guard badges.count < 2 else {
            order.message = (GroupHandoverText.bothScanned, .fieldError)
            return
        }
        badges.append(member.badge)
        order.message = nil
    }

    /// Giver and receiver: whoever of the two has the babies gives.
    func people(_ scene: Scene) -> (giver: Badge?, receiver: Badge?) {
        guard badges.count == 2 else { return (badges.first, nil) }
        let has = badges.map { badge in
            scene.ward.census.count { $0.newborn.mayGo(from: badge, scanned: scanned.map(\.newborn)) }
        }
        return has[1] > has[0] ? (badges[1], badges[0]) : (badges[0], badges[1])
    }

    private func group(_ scene: Scene) -> (go: [NewbornID], exceptions: [GroupHandedOver.Exception])? {
        people(scene).giver.map { scene.ward.group(scanned: scanned.map(\.newborn), from: $0) }
    }

    private mutating func send(_ scene: Scene) -> DialogResponse {
        guard !order.isWaiting else { return .stay }
        let people = people(scene)
        guard let giver = people.giver, let receiver = people.receiver, let group = group(scene) else {
            return order.say(wrong: GroupHandoverText.bothNeeded)
        }
        guard !group.go.isEmpty else {
            return order.say(wrong: Refusal.nobodyGoes.text)
        }
        let bands = scanned.map(\.band)
        guard group.exceptions.isEmpty else {
            return .stay(
                .open(
                    GroupHandoverText.excepting(group.exceptions.count, scene) { reason in
                        HandOverGroup(bands: bands, giver: giver, receiver: receiver, reason: reason)
                    }))
        }
        let command = HandOverGroup(bands: bands, giver: giver, receiver: receiver)
        if let pins = HandoverPINDialog(command, of: self, scene) { return .close(.open(pins)) }
        return order.record(command)
    }

    mutating func learn(_ outcome: RecordOutcome, _ scene: Scene) -> DialogResponse {
        order.learn(outcome)
    }

    func draw(on grid: inout CellGrid, _ scene: Scene) {
        let size = Size(columns: min(grid.area.columns - 2, 100), rows: max(4, grid.area.rows - 2))
        DialogFrame.draw(title, content: size, on: &grid, scene) { grid in
            let (top, list) = grid.area.splitTop(min(4, grid.area.rows))
            grid.inside(top) { drawState(on: &$0, scene) }
            grid.draw(GroupHandoverText.table(group(scene), scroll, scene), in: list)
        }
    }

    private func drawState(on grid: inout CellGrid, _ scene: Scene) {
        let (giver, receiver) = people(scene)
        func name(_ badge: Badge?) -> Span {
            badge.map { Span(scene.name(of: $0), .staff) } ?? Span(scene.say("scan the badge", "请扫描工牌"), .notRecorded)
        }
        grid.put(
            [
                Span(scene.say("gives: ", "交出："), .dialog), name(giver),
                Span(scene.say("   takes: ", "   接收："), .dialog), name(receiver),
            ], at: Point(0, 0))
        let group = group(scene)
        let exceptions = group?.exceptions.count ?? 0
        let text = scene.say("\(scanned.count) scanned", "已扫描 \(scanned.count)")
        let state =
            exceptions == 0
            ? Span(scene.say("no exceptions", "无例外"), .match)
            : Span(scene.say("\(exceptions) EXCEPTIONS", "例外 \(exceptions)"), .alarmMedium)
        grid.put([Span("\(text)   ", .title)] + (group == nil ? [] : [state]), at: Point(0, 1))
        grid.put(scene.say(GroupHandoverText.hint), at: Point(0, 2), .hint)
        if let message = order.message { grid.put(scene.say(message.text), at: Point(0, 3), message.role) }
    }
}

extension Newborn {
    /// Whether a baby is one that somebody would give in a shift change.
    fileprivate func mayGo(from badge: Badge, scanned: [NewbornID]) -> Bool {
        custody.custodian == .staff(badge) && (scanned.isEmpty || scanned.contains(id))
    }
}
