import WardDomain

/// What entries did to a story that its folded state does not keep: each is a row of its own for ever.
struct StorySteps {
    var handovers: [HandoverStep] = []
    private(set) var endedWaits: [EndedWaitStep] = []

    /// Takes in what an entry that has just been folded did.
    mutating func note(_ entry: Entry, in state: StreamState) {
        guard case .admission(let admission) = state else { return }
        handovers += HandoverStep.made(by: entry, in: admission)
        endedWaits += admission.endedWaits.map { EndedWaitStep(ended: $0, admission: admission.id) }
    }
}

/// A handover, refusal or mismatch, as one entry left it; the register keeps every one.
struct HandoverStep: Hashable {
    let handover: Newborn.Handover
    let newborn: NewbornID
    let admission: AdmissionID

    /// What an entry that has just been folded added to the register.
    static func made(by entry: Entry, in admission: Admission) -> [HandoverStep] {
        admission.newborns.compactMap { newborn in
            guard let handover = newborn.lastHandover, handover.entry == entry.stamp.id else { return nil }
            return HandoverStep(handover: handover, newborn: newborn.id, admission: admission.id)
        }
    }
}

/// What waited about a newborn and was ended by one entry.
struct EndedWaitStep: Hashable {
    let ended: EndedWait
    let admission: AdmissionID
}
