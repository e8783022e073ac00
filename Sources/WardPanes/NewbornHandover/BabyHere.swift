import ScreenGrid
import WardDomain

/// A newborn who is here, and the mother whose story holds both.
struct BabyHere {
    let mother: Admission
    let baby: Newborn

    var id: NewbornID { baby.id }

    /// Every newborn here, by the mother's bed and the order of birth.
    static func all(_ ward: WardState) -> [BabyHere] {
        ward.admissions.values.filter { $0.mergedInto == nil && !$0.newborns.isEmpty }
            .sorted { $0.comesBefore($1) }
            .flatMap { mother in mother.newborns.filter(\.isHere).map { BabyHere(mother: mother, baby: $0) } }
    }

    /// A newborn by id; nil when she or he is not here any more.
    static func find(_ id: NewbornID, _ ward: WardState) -> BabyHere? {
        guard let found = ward.newborn(id), found.newborn.isHere else { return nil }
        return BabyHere(mother: found.admission, baby: found.newborn)
    }

    /// False for a child who died: identity and custody stay, nothing is urged.
    var raisesAlarms: Bool { baby.outcome.raisesAlarms }

    /// True while the baby is away from the mother on an errand, or its handover is owed.
    var isOut: Bool {
        let custody = baby.custody
        return raisesAlarms && (custody.place.isErrand || custody.expectedBack != nil || baby.pendingMove != nil)
    }

    /// The expected return, once it is past; nil up to that very moment.
    func lateSince(_ scene: Scene) -> Moment? {
        guard raisesAlarms, let expected = baby.custody.expectedBack, scene.isPast(expected) else { return nil }
        return expected
    }

    /// Where the baby is on the way of being first: late, then owed, then by the time of return.
    func comesBefore(_ other: BabyHere, _ scene: Scene) -> Bool {
        let (left, right) = (haste(scene), other.haste(scene))
        if left != right { return left < right }
        let (back, otherBack) = (baby.custody.expectedBack, other.baby.custody.expectedBack)
        guard left != .owed, let back, let otherBack, back != otherBack else { return id.rawValue < other.id.rawValue }
        return back < otherBack
    }

    /// Why a baby comes before another, the most pressing first.
    private enum Haste: Comparable {
        case late, owed, expected, nobodyKnows
    }

    private func haste(_ scene: Scene) -> Haste {
        if lateSince(scene) != nil { return .late }
        if baby.pendingMove != nil { return .owed }
        return baby.custody.expectedBack == nil ? .nobodyKnows : .expected
    }

    /// `1/2`: the place in the order of birth, of all that were born or are expected.
    var orderOfAll: String { "\(baby.order)/\(mother.babiesExpected)" }

    /// `BABY A 1/2 F`: what tells a newborn from its mother and its twin on every line.
    var tag: Phrase {
        let sex = baby.sex?.mark ?? Phrase(en: "-", zhHans: "-")
        return Phrase(
            en: "BABY \(baby.letter) \(orderOfAll) \(sex.en)", zhHans: "婴 \(baby.letter) \(orderOfAll) \(sex.zhHans)")
    }

    /// The end of the number by which it is told apart: its own, else its mother's.
    func number(_ scene: Scene) -> String? {
        baby.number.map { String($0.suffix(4)) } ?? scene.names.numberTails[mother.id]
    }

    /// `BABY 李*之女A 1/2 F ..6001, bed 3`, for titles and messages: the distinct name, and what tells it from all others.
    func called(_ scene: Scene) -> Phrase {
        let name = DistinctName(baby, of: mother, mother: scene.name(of: mother)).phrase
        let sex = baby.sex?.mark ?? Phrase(en: "-", zhHans: "-")
        let number = number(scene).map { " ..\($0)" } ?? ""
        let bed = mother.bed?.said
        return Phrase(
            en: "BABY \(name.en) \(orderOfAll) \(sex.en)\(number)\(bed.map { ", \($0.en)" } ?? "")",
            zhHans: "婴 \(name.zhHans) \(orderOfAll) \(sex.zhHans)\(number)\(bed.map { "，\($0.zhHans)" } ?? "")")
    }

    /// What a form is headed by: who it is, and whose name is easily taken for the mother's.
    func hint(_ scene: Scene) -> Phrase {
        let called = called(scene)
        guard let warning = SimilarNames(of: mother, scene).warning else { return called }
        return Phrase(en: "\(called.en)  \(warning.en)", zhHans: "\(called.zhHans)  \(warning.zhHans)")
    }
}

extension Admission {
    /// By bed, those without one last; then by the order of admission.
    fileprivate func comesBefore(_ other: Admission) -> Bool {
        switch (bed, other.bed) {
        case (let first?, let second?) where first != second: first < second
        case (.some, nil): true
        case (nil, .some): false
        default: id.rawValue < other.id.rawValue
        }
    }
}

/// The cells by which every list of this pane tells who a baby is. They wrap, and are never cut.
struct BabyCells {
    private let scene: Scene

    init(_ scene: Scene) {
        self.scene = scene
    }

    static func columns(_ scene: Scene) -> [TableColumn] {
        [
            TableColumn(scene.say(NewbornHandoverText.baby), minimum: 12, isIdentity: true),
            TableColumn(scene.say(NewbornHandoverText.bed), minimum: 3, isIdentity: true),
            TableColumn(scene.say(NewbornHandoverText.mother), minimum: 11, isIdentity: true),
        ]
    }

    func cells(_ found: BabyHere) -> [TableCell] {
        let name = scene.name(of: found.mother)
        let number = found.baby.number.map { String($0.suffix(4)) } ?? scene.names.numberTails[found.mother.id] ?? ""
        let mother =
            scene.names.alike.contains(found.mother.id)
            ? TableCell("\(name) =\(number)", .lookAlike)
            : TableCell(number.isEmpty ? name : "\(name) \(number)", .mother)
        return [TableCell(scene.say(found.tag), .newborn), TableCell(found.mother.bed?.rawValue ?? "-"), mother]
    }
}
