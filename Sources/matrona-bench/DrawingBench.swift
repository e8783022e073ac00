import Foundation
import ScreenGrid
import WardDomain
import WardPanes

/// One key and the frame that it leads to, without a terminal; and whether memory grows under very many keys.
struct DrawingBench {
    let folder: BenchFolder
    let presses: Int
    private static let sizes = [(80, 24), (120, 36), (200, 60)].map { Size(columns: $0, rows: $1) }

    func run() throws {
        var screen = try BusyScreen(MadeUpWard(making: folder.store("drawing")))
        var table = Table("drawing: a frame and what changed in it", "size", "p50", "p99", "bare grid p50", "ratio")
        for size in Self.sizes {
            screen.send(.terminal(.resize(size)))
            var grid = screen.draw()
            var frames = Samples()
            for index in 0..<2000 {
                screen.press(BusyScreen.keys[index % BusyScreen.keys.count])
                frames.measure {
                    let next = screen.draw()
                    _ = next.changes(from: grid)
                    grid = next
                }
            }
            let floor = bareFrames(size)
            table.add(
                "\(size.columns)x\(size.rows)", frames.median.short, frames.p99.short, floor.median.short,
                frames.median.times(floor.median))
        }
        table.show()
        try memory(&screen)
    }

    /// A grid filled with text row by row, compared with the one before.
    private func bareFrames(_ size: Size) -> Samples {
        var grid = CellGrid(size: size)
        var frames = 0
        return Samples.of(2000) {
            frames += 1
            var next = CellGrid(size: size)
            let text = String(repeating: frames.isMultiple(of: 2) ? "a" : "b", count: size.columns)
            for row in 0..<size.rows { _ = next.put(text, at: Point(0, row)) }
            _ = next.changes(from: grid)
            grid = next
        }
    }

    private func memory(_ screen: inout BusyScreen) throws {
        func press(_ count: Int) {
            for index in 0..<count {
                screen.press(BusyScreen.keys[index % BusyScreen.keys.count])
                if index.isMultiple(of: 20) { _ = screen.draw() }
            }
        }
        press(presses / 10)
        let before = Self.residentKilobytes
        press(presses)
        let after = Self.residentKilobytes
        var table = Table("memory: VmRSS over \(presses) key presses", "before", "after", "grown by")
        table.add("\(before) kB", "\(after) kB", "\(after - before) kB")
        table.show()
    }

    private static var residentKilobytes: Int {
        let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)
        let line = status?.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
        return line?.split(separator: " ").compactMap { Int($0) }.first ?? 0
    }
}
