import ScreenGrid
import WardDomain

/// Who or what a scanned code is: a code is never taken for more than the ward knows of it.
enum ScannedCode {
    case newborn(Admission, Newborn)
    case mother(Admission)
    case staff(StaffMember)
    /// The pass of a relative whom this mother named.
    case relative(Admission, AuthorisedRelative)
    /// A band of this ward's that is void, or printed and not put on.
    case bandNotWorn(code: String, isVoid: Bool)
    /// Nobody's: a cot card, a census code, another ward's band.
    case unknown(String)

    init(_ code: String, in ward: WardState) {
        switch ward.wearer(of: code) {
        case .newborn(let mother, let newborn): self = .newborn(mother, newborn)
        case .mother(let mother): self = .mother(mother)
        case nil:
            if let member = ward.roster[Badge(code)] {
                self = .staff(member)
            } else if let (mother, relative) = ScannedCode.relative(code, in: ward) {
                self = .relative(mother, relative)
            } else if let band = ScannedCode.band(code, in: ward) {
                self = .bandNotWorn(code: code, isVoid: band.state == .void)
            } else {
                self = .unknown(code)
            }
        }
    }

    private static func relative(_ code: String, in ward: WardState) -> (Admission, AuthorisedRelative)? {
        for mother in ward.admissions.values {
            if let relative = mother.relatives.first(where: { $0.pass == code }) { return (mother, relative) }
        }
        return nil
    }

    private static func band(_ code: String, in ward: WardState) -> Band? {
        ward.admissions.values.lazy.flatMap { $0.voidBands + $0.newborns.flatMap(\.bands) }.first { $0.code == code }
    }

    /// Why a code that is nobody's fills no field; nil for somebody's.
    var refusal: Phrase? {
        switch self {
        case .newborn, .mother, .relative: nil
        case .staff(let member): member.retired ? Refusal.badgeRetired(member.badge).text : nil
        case .bandNotWorn(let code, true): Refusal.bandVoid(code).text
        case .bandNotWorn(let code, false):
            Phrase(
                en: "The band \(code) is printed and not on anybody yet.", zhHans: "腕带 \(code) 已发放，尚未佩戴。")
        case .unknown(let code): ScannedCode.whyUnknown(code)
        }
    }

    private static func whyUnknown(_ code: String) -> Phrase {
        if case .faulty(let text, let fault) = BandCode.read(code) {
            return Refusal.elementsFaulty(text.safeForScreen, fault).text
        }
        return Phrase(
            en: "\(code.safeForScreen): no band and no badge here. A cot card never counts.",
            zhHans: "\(code.safeForScreen)：不是本科腕带或工牌。床头卡无效。")
    }

    /// Who it is, in words; nil for nobody.
    func who(_ scene: Scene) -> Phrase? {
        switch self {
        case .newborn(let mother, let newborn): BabyHere(mother: mother, baby: newborn).called(scene)
        case .mother(let mother): ScannedCode.called(mother, scene)
        case .staff(let member):
            Phrase(
                en: "\(member.name.safeForScreen), \(member.work.label.en)",
                zhHans: "\(member.name.safeForScreen)，\(member.work.label.zhHans)")
        case .relative(let mother, let relative):
            Phrase(
                en: "\(relative.custodian.text.en.safeForScreen), for \(ScannedCode.called(mother, scene).en)",
                zhHans: "\(relative.custodian.text.zhHans.safeForScreen)，\(ScannedCode.called(mother, scene).zhHans)")
        case .bandNotWorn, .unknown: nil
        }
    }

    /// `mother 李* ..6001, bed 3`.
    static func called(_ mother: Admission, _ scene: Scene) -> Phrase {
        let who = scene.distinct(mother)
        return Phrase(en: "mother \(who.en)", zhHans: "母亲 \(who.zhHans)")
    }
}
