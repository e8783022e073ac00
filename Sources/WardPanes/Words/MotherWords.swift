import ScreenGrid
import WardDomain

extension BedLabel {
    /// `bed 3`, `3 床`: a bed within a sentence or a line, said in one way everywhere.
    var said: Phrase { Phrase(en: "bed \(self)", zhHans: "\(self) 床") }
}

extension Scene {
    /// A mother's bed with a space behind it, for what begins with it; nothing where she has none.
    func leadingBed(of mother: Admission) -> String {
        mother.bed.map { say($0.said) + " " } ?? ""
    }

    /// `李*`; `李*=6101` where another's name here is easily taken for it.
    func nameApart(of mother: Admission) -> String {
        let name = name(of: mother)
        guard names.alike.contains(mother.id), let tail = names.numberTails[mother.id] else { return name }
        return "\(name)=\(tail.safeForScreen)"
    }

    /// `李* ..6001, bed 3`: what tells a mother from every other here, as this screen may show it.
    func distinct(_ mother: Admission) -> Phrase {
        let number = names.numberTails[mother.id].map { " ..\($0.safeForScreen)" } ?? ""
        let (name, bed) = (called(mother), mother.bed?.said)
        return Phrase(
            en: name.en.safeForScreen + number + (bed.map { ", \($0.en)" } ?? ""),
            zhHans: name.zhHans.safeForScreen + number + (bed.map { "，\($0.zhHans)" } ?? ""))
    }
}
