/// How many cells this terminal gives a wide and an ambiguous character, found by asking where its cursor is.
struct WidthProbe {
    /// Cells of `中`.
    let ideograph: Int
    /// Cells of a box-drawing line, which terminals that are set for Chinese may draw wide.
    let line: Int

    /// Nil where the terminal does not answer.
    init?() {
        guard let terminal = RawTerminal(waitingTenths: 5), let ideograph = Self.cells("中", terminal),
            let line = Self.cells("─", terminal)
        else { return nil }
        self.ideograph = ideograph
        self.line = line
    }

    private static func cells(_ character: String, _ terminal: RawTerminal) -> Int? {
        StandardOutput.writeNow("\r\(character)\u{1B}[6n")
        defer { StandardOutput.writeNow("\r\u{1B}[K") }
        var answer: [UInt8] = []
        while let byte = terminal.byte(), answer.count < 32 {
            answer.append(byte)
            if byte == UInt8(ascii: "R") { break }
        }
        let text = String(decoding: answer, as: UTF8.self)
        guard let column = text.split(separator: ";").last.flatMap({ Int($0.dropLast()) }) else { return nil }
        return column - 1
    }
}
