import Foundation
import Testing

/// The program as it was built, run as a process in a temporary folder with a store of its own.
struct BuiltProgram {
    /// How a run ended, and what it said.
    struct Outcome {
        let status: Int32
        let output: String
        let errors: String

        /// The lines of the output as JSON objects.
        var answers: [[String: Any]] {
            output.split(separator: "\n").compactMap { line in
                (try? JSONSerialization.jsonObject(with: Data(line.utf8))) as? [String: Any]
            }
        }

        /// The output as one JSON array of objects.
        var rows: [[String: Any]] {
            ((try? JSONSerialization.jsonObject(with: Data(output.utf8))) as? [[String: Any]]) ?? []
        }
    }

    let folder: TemporaryFolder
    var store: String { folder.path + "/data/matrona/ward.db" }

    init() throws {
        folder = try TemporaryFolder()
    }

    /// The executable lies beside the test bundle.
    static let executable = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("matrona")

    /// A process that is ready to start.
    func process(_ arguments: [String], _ environment: [String: String] = [:]) -> Process {
        let process = Process()
        process.executableURL = Self.executable
        process.arguments = arguments
        process.currentDirectoryURL = URL(fileURLWithPath: folder.path)
        let own = [
            "HOME": folder.path, "XDG_DATA_HOME": folder.path + "/data", "XDG_CONFIG_HOME": folder.path + "/config",
            "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "Asia/Shanghai",
        ]
        process.environment = own.merging(environment) { $1 }
        return process
    }

    /// Runs the program to its end.
    @discardableResult
    func run(
        _ arguments: String..., input: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        try run(all: arguments, input: input, environment: environment)
    }

    /// Runs the program with a list of arguments to its end.
    func run(
        all arguments: [String], input: String = "", environment: [String: String] = [:]
    ) throws -> Outcome {
        let process = process(arguments, environment)
        let given = try folder.write("input-\(UUID().uuidString)", input)
        let (output, errors) = (Pipe(), try folder.write("errors-\(UUID().uuidString)", ""))
        process.standardInput = try FileHandle(forReadingFrom: URL(fileURLWithPath: given))
        process.standardOutput = output
        process.standardError = try FileHandle(forWritingTo: URL(fileURLWithPath: errors))
        try process.run()
        let printed = output.fileHandleForReading.readDataToEndOfFile()
        process.waitUntilExit()
        return Outcome(
            status: process.terminationStatus, output: String(decoding: printed, as: UTF8.self),
            errors: try String(contentsOfFile: errors, encoding: .utf8))
    }

    /// A ward with six beds and staff, whose PINs are set by nobody here: that costs time.
    static func ward() throws -> BuiltProgram {
        let program = try BuiltProgram()
        try program.run("setup", "--ward", "产科一区", "--beds", "1,2,3,4,5,6", "--pin", "2468").expectDone()
        let staff = [
            ("W1001", "王敏", "midwife"), ("W1002", "赵丽华", "midwife"), ("N2001", "钱雪", "nurse"),
            ("C3001", "周芳", "chargeNurse"), ("D4001", "陈志远", "doctor"), ("T5001", "吴磊", "drillCoordinator"),
        ]
        let lines = staff.map { badge, name, role in
            #"{"do":"staff.add","by":"A0001","badge":"\#(badge)","name":"\#(name)","role":"\#(role)"}"#
        }
        try program.run("apply", input: lines.joined(separator: "\n")).expectDone()
        return program
    }
}

extension BuiltProgram.Outcome {
    /// Fails the test when the run did not end well.
    func expectDone(_ location: SourceLocation = #_sourceLocation) {
        #expect(status == 0, "\(errors)\(output)", sourceLocation: location)
    }

    /// Fails the test when the run did not end with this code and one line that holds a text.
    func expectFailure(_ code: Int32, _ text: String, _ location: SourceLocation = #_sourceLocation) {
        #expect(status == code, "\(errors)", sourceLocation: location)
        #expect(errors.contains(text), sourceLocation: location)
        #expect(errors.split(separator: "\n").count == 1, "\(errors)", sourceLocation: location)
    }

    /// The code of the refusal of one answer.
    func refusal(_ line: Int) -> String? {
        (answers.first { $0["line"] as? Int == line }?["refused"] as? [String: Any])?["code"] as? String
    }

    /// Whether one answer says that its line was recorded.
    func isOK(_ line: Int) -> Bool {
        answers.first { $0["line"] as? Int == line }?["ok"] as? Bool == true
    }
}
