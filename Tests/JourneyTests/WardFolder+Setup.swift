import Testing

extension WardFolder {
    static let pin = "2468"

    /// A ward with six beds, a midwife (W1001), a nurse of the newborn ward (W2002) and a charge nurse (C3003).
    func setUp() throws {
        try run([
            "setup", "--ward", "Labour Ward A", "--beds", "1,2,3,4,5,6", "--badge", "A0001", "--pin", WardFolder.pin,
        ])
        for (badge, name, role) in [
            ("W1001", "王敏", "midwife"), ("W2002", "赵静", "nurse"), ("C3003", "钱红", "chargeNurse"),
        ] {
            try run([
                "staff", "add", "--badge", badge, "--name", name, "--role", role, "--pin", WardFolder.pin, "--by",
                "A0001",
            ])
        }
    }

    /// Runs a subcommand that must succeed.
    @discardableResult
    func run(
        _ arguments: [String], input: String = "", environment: [String: String] = [:],
        _ location: SourceLocation = #_sourceLocation
    ) throws -> String {
        let done = try matrona(arguments, input: input, environment: environment)
        #expect(
            done.status == 0, "\(arguments.joined(separator: " ")): \(done.error)\(done.output)",
            sourceLocation: location)
        return done.output
    }

    /// Applies commands, one JSON object a line, that must all be accepted.
    func apply(_ lines: String..., location: SourceLocation = #_sourceLocation) throws {
        try run(["apply", "-"], input: lines.joined(separator: "\n") + "\n", environment: [:], location)
    }
}

extension TmuxTerminal {
    /// Signs in by badge scan and PIN.
    func signIn(_ badge: String, _ shown: String) throws {
        try scan(badge)
        try wait(for: "PIN")
        try type(WardFolder.pin)
        try press("Enter")
        try wait(for: shown)
    }
}
