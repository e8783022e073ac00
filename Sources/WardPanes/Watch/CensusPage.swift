import ScreenGrid
import WardDomain

/// Pages of text for a printer, 80 columns wide: for a count without a terminal, and for the file.
public struct PrintJob: Hashable, Sendable {
    /// The name of the file, without an ending.
    public let name: String
    public let text: String

    public init(name: String, text: String) {
        self.name = name
        self.text = text
    }
}

/// The census on paper: who is where, with every band's code, and room for a tick, a carrier and a time of arrival.
///
/// A code pink must not wait for somebody to sign in: then it is printed with masked names and the ends of numbers, by
/// which babies can be counted and nobody outside can be told who is here.
public enum CensusPage {
    static func job(_ scene: Scene) -> PrintJob {
        PrintJob(name: "census", text: text(scene))
    }

    /// The page as text.
    public static func text(_ scene: Scene) -> String {
        let babies = BabyHere.all(scene.ward).filter(\.raisesAlarms)
        let places = Place.allCases.filter { place in babies.contains { $0.baby.custody.place == place } }
        let blocks = places.flatMap { place -> [[String]] in
            let there = babies.filter { $0.baby.custody.place == place }
            return [["", "\(scene.say(place.label))  \(there.count)"]] + there.map { lines($0, scene) }
        }
        let title = scene.say("Census of newborns: \(babies.count)", "新生儿名册：\(babies.count) 名")
        return PagedText.pages(title: title, blocks: blocks, scene)
    }

    /// What tells one baby from another is never cut: each thing has a line of its own.
    private static func lines(_ found: BabyHere, _ scene: Scene) -> [String] {
        let tail = scene.names.numberTails[found.mother.id].map { "..\($0)" }
        let number = (scene.staff == nil ? tail : found.mother.identity.mrn) ?? "-"
        let own =
            found.baby.number.map { scene.staff == nil ? "..\($0.suffix(4))" : $0 }
            .map { ["    \(scene.say("own number", "新生儿住院号")) \($0.safeForScreen)"] } ?? []
        let bed = found.mother.bed.map { scene.say($0.said) } ?? "-"
        let bands = found.baby.attachedBands.map(\.code).joined(separator: "  ")
        let out = found.isOut ? scene.say("  OUT", "  外出") : ""
        return [
            "[ ] \(scene.say(found.tag))  \(scene.name(of: found.mother))  \(number.safeForScreen)  \(bed)"
        ] + own + [
            "    \(scene.say("bands", "腕带")) \(bands.isEmpty ? scene.say("NONE", "无") : bands.safeForScreen)",
            "    \(scene.say("with", "看护人")) \(scene.name(of: found.baby.custody.custodian))\(out)",
            "    \(scene.say("acuity ___  carrier __________  to __________  at __:__  band read again [ ]", "分级___ 携带者__________ 至__________ 时间__:__ 再次核对[ ]"))",
        ]
    }
}
