import ArgumentParser
import Foundation
import WardDomain

/// `matrona apply`: the same commands that the screen gives, one JSON object a line.
struct ApplyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "apply", abstract: "Record commands, one JSON object a line; answers each with a line.",
        discussion: ApplyHelp.text)

    @OptionGroup var storeOption: StoreOption
    @Argument(help: ArgumentHelp("The commands; - or nothing for standard input.", valueName: "file.jsonl"))
    var file = "-"

    func run() throws {
        let source = try ByteSource(path: file)
        var applying = Applying(lines: LineReader(source), store: try WardStore(storeOption))
        let refused = try applying.run()
        guard refused > 0 else { return }
        throw Failure(
            .someRefused, en: "\(refused) line\(refused == 1 ? " was" : "s were") refused; the others are recorded.",
            zhHans: "\(refused) 行被拒绝，其余已记录。")
    }
}

/// One run of `apply`: what lies ready is recorded together, and answered before more is waited for.
private struct Applying {
    var lines: LineReader
    var store: WardStore

    private static let batch = 200

    /// One line with what is to be answered: its command, or why it is none.
    private struct Asked {
        let line: Int
        let command: Result<CommandEnvelope, ApplyFault>
    }

    /// Applies every line; answers how many were refused.
    mutating func run() throws(Failure) -> Int {
        var refused = 0
        while let first = try lines.next() {
            var asked: [Asked] = []
            take(first, into: &asked)
            while asked.count < Self.batch, lines.hasOneReady, let next = try lines.next() { take(next, into: &asked) }
            refused += try answer(asked)
        }
        return refused
    }

    private mutating func take(_ line: LineReader.Line, into asked: inout [Asked]) {
        let number = lines.number
        switch line {
        case .tooLong: asked.append(Asked(line: number, command: .failure(.tooLong)))
        case .text(let bytes):
            guard bytes.contains(where: { $0 != UInt8(ascii: " ") && $0 != UInt8(ascii: "\t") }) else { return }
            asked.append(Asked(line: number, command: envelope(bytes)))
        }
    }

    private mutating func envelope(_ bytes: ArraySlice<UInt8>) -> Result<CommandEnvelope, ApplyFault> {
        do {
            let line = try ApplyLine(bytes)
            let time = try line.time(now: store.clock.now(), SystemClock.offset)
            return .success(store.envelope(line.command, by: line.by, time: time, id: line.id))
        } catch {
            return .failure(error)
        }
    }

    /// Records a batch and writes its answers in order; answers how many were refused.
    private mutating func answer(_ asked: [Asked]) throws(Failure) -> Int {
        let recording = store.outcomes(of: asked.compactMap { try? $0.command.get() })
        var outcomes = recording.outcomes[...]
        var refused = 0
        for ask in asked {
            let answer: ApplyAnswer
            switch ask.command {
            case .failure(let fault): answer = ApplyAnswer(line: ask.line, fault: fault)
            case .success:
                guard let outcome = outcomes.popFirst() else { throw recording.stopped(at: ask.line) }
                answer = ApplyAnswer(line: ask.line, outcome)
            }
            if !answer.ok { refused += 1 }
            StandardOutput.write(answer.text + "\n")
        }
        StandardOutput.flush()
        return refused
    }
}
