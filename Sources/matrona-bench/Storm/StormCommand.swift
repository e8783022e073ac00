import Foundation

/// `matrona-bench storm`: a million random commands about newborns from eight processes, audited at every entry.
enum StormCommand {
    /// The exit status; nil when something else was asked for.
    static func run(_ words: [String]) throws -> Int32? {
        switch words.first {
        case "storm": return try storm(words.dropFirst())
        case "storm-worker":
            guard words.count == 6, let seed = UInt64(words[3]), let commands = Int(words[4]),
                let babies = Int(words[5])
            else { return 64 }
            var process = try StormProcess(store: words[1], name: words[2], seed: seed, babies: babies)
            try process.run(commands: commands)
            return 0
        default: return nil
        }
    }

    private static func storm(_ words: ArraySlice<String>) throws -> Int32 {
        var numbers = ["--commands": 1_000_000, "--processes": 8, "--babies": 200, "--seed": 1]
        var words = words
        while let word = words.popFirst() {
            guard numbers[word] != nil, let number = words.popFirst().flatMap({ Int($0) }), number > 0 else {
                return 64
            }
            numbers[word] = number
        }
        let folder = try BenchFolder(kept: nil)
        defer { folder.remove() }
        let storm = Storm(
            store: folder.store("storm"), commands: numbers["--commands", default: 0],
            processes: numbers["--processes", default: 0], babies: numbers["--babies", default: 0],
            seed: UInt64(numbers["--seed", default: 0]))
        return try storm.run() ? 0 : 1
    }
}
