import Foundation
import Testing

@testable import WardLabels

/// Programs that know Data Matrix and are not ours.
enum OutsideProgram {
    /// What `dmtxread` reads off a symbol drawn as an image; FNC1 comes back as `~`.
    static func read(_ matrix: DataMatrix) throws -> String {
        let path = FileManager.default.temporaryDirectory.path + "/\(UUID().uuidString).pgm"
        defer { try? FileManager.default.removeItem(atPath: path) }
        try image(of: matrix).write(to: URL(fileURLWithPath: path))
        return try run("/usr/bin/dmtxread", ["-N", "1", "-G", "126", path])
    }

    /// The modules that `zint` makes of printed elements such as `[8018]690123400000000018`, as rows of text.
    static func draw(_ elements: String) throws -> [String] {
        try run("/usr/bin/zint", ["-b", "71", "--gs1", "--square", "--dump", "-d", elements])
            .split(separator: "\n").map { row in
                row.split(separator: " ").flatMap { $0.compactMap(\.hexDigitValue) }
                    .map { value in
                        String(String(value + 16, radix: 2).dropFirst())
                    }.joined()
            }
    }

    /// A grey image, eight pixels a module, with a quiet zone of four modules.
    private static func image(of matrix: DataMatrix) -> Data {
        let (scale, quiet) = (8, 4)
        let side = (matrix.side + 2 * quiet) * scale
        var data = Data("P5\n\(side) \(side)\n255\n".utf8)
        for y in 0..<side {
            for x in 0..<side {
                let (row, column) = (y / scale - quiet, x / scale - quiet)
                let inside = (0..<matrix.side).contains(row) && (0..<matrix.side).contains(column)
                data.append(inside && matrix.isDark(row: row, column: column) ? 0 : 255)
            }
        }
        return data
    }

    private static func run(_ program: String, _ arguments: [String]) throws -> String {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: program)
        process.arguments = arguments
        let output = Pipe()
        process.standardOutput = output
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return String(decoding: printed, as: UTF8.self)
    }
}
