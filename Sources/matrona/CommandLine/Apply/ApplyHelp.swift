import WardDomain

/// The help of `apply`: its lines, its answers, and every command with its fields.
enum ApplyHelp {
    static let text = """
        {"do":"mother.admit","by":"W1001","mrn":"ZY2026001","name":"李娜"}

        is answered by one of

        {"line":1,"ok":true,"recorded":["..."]}
        {"line":1,"ok":false,"refused":{"code":"...","en":"...","zh-Hans":"..."}}

        Beside the command's own fields a line has "do", "by" (a badge; left out for what needs no signature), "at" \
        (ISO 8601, 18:05, or -5 for minutes ago; now when left out), with it "reason" (needed the further back it lies) and \
        "id" (the same id twice is recorded once; what \
        the command opens takes the same id). A field that is not listed is refused by its name. Times are ISO 8601 \
        and local without an offset. A handover that does not match is recorded and answered with ok false.

        Commands (* marks a field that is always needed; mrn means that number's open admission):

        \(CommandKinds.all.map(command).joined(separator: "\n\n"))

        What the change of entry.correct may hold, by the kind of the entry as matrona ledger show names it:

        \(FactKinds.all.filter { !$0.correctable.isEmpty }.map(correctable).joined(separator: "\n"))
        """

    private static func correctable(_ kind: any Fact.Type) -> String {
        "  \(kind.kind): \(kind.correctable.sorted().joined(separator: ", "))"
    }

    private static func command(_ kind: any WardCommand.Type) -> String {
        let head = "\(kind.name): \(kind.summary.en) \(kind.summary.zhHans)"
        let fields = kind.fields.map { "  \($0.name)\($0.required ? "*" : ""): \($0.form)" }
        return ([head] + fields).joined(separator: "\n")
    }
}
