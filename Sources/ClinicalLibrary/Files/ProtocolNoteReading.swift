import WardDomain

/// What a protocol says beside its steps: `[[note]]`.
extension TableReader {
    /// Nil where the protocol has none. Every one names its source and mark.
    func protocolNotes(steps: Set<String>) -> [ProtocolNote]? {
        guard has("note") else { return nil }
        return tables("note").compactMap { table in
            defer { table.refuseOtherKeys() }
            let topic = table.value("topic", ProtocolNote.Topic.self)
            let step = table.has("step") ? table.identifier("step") : nil
            if let step, !steps.contains(step) {
                table.note(
                    .notAllowed("step", value: step, allowed: steps.sorted().joined(separator: ", ")), at: "step")
            }
            let text = table.phrase()
            guard let source = table.source(), let topic, let text else { return nil }
            return ProtocolNote(topic: topic, step: step, en: text.en, zhHans: text.zhHans, source: source)
        }
    }
}
