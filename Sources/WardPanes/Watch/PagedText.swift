import ScreenGrid
import WardDomain

/// Text in pages of 60 lines, each with its heading: ward, what it is, when and where it was printed, which page of how many.
enum PagedText {
    static let linesOnPage = 60
    static let columns = 80

    /// Lays blocks of lines out; a block is never broken over two pages while it fits on one.
    static func pages(title: String, blocks: [[String]], _ scene: Scene) -> String {
        let room = linesOnPage - 3
        var pages: [[String]] = [[]]
        for block in blocks.map({ $0.flatMap { $0.isEmpty ? [""] : $0.wrapped(to: columns) } }) {
            if pages[pages.count - 1].count + block.count > room, !pages[pages.count - 1].isEmpty { pages.append([]) }
            for line in block {
                if pages[pages.count - 1].count == room { pages.append([]) }
                pages[pages.count - 1].append(line)
            }
        }
        let heads = pages.indices.map { head(title, page: $0 + 1, of: pages.count, scene) }
        return zip(heads, pages).map { ($0 + $1).joined(separator: "\n") }.joined(separator: "\n\u{0C}") + "\n"
    }

    private static func head(_ title: String, page: Int, of count: Int, _ scene: Scene) -> [String] {
        let ward = (scene.ward.plan.name ?? "").safeForScreen
        let time = "\(scene.now.local.day) \(scene.now.local.hourMinuteSecond)"
        let who = scene.staff.map { $0.name.safeForScreen } ?? scene.say("nobody signed in", "未登录")
        return [
            "\(ward)  \(title)",
            "\(time)  \(scene.terminal.safeForScreen)  \(who)  \(scene.say("page", "第")) \(page)/\(count)",
            String(repeating: "-", count: columns),
        ]
    }
}
