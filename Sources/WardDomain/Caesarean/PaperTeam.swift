extension EnterCaesareanAfterwards {
    /// Who was called, by the on-call list of that hour, and which part of the team came; a call may stand before the
    /// decision.
    func team(_ run: CaesareanID, _ context: DecisionContext) throws(Refusal) -> [Dated] {
        var acts: [Dated] = []
        for slot in OnCallSlot.allCases {
            guard let typed = calls?[slot] else { continue }
            let at = Occurrence(typed: try typed.moment(context, "calls.\(slot.rawValue)"), reckonedFrom: context.now)
            let duty = context.ward.plan.onCall(slot, at: at.moment)
            acts.append((at, TeamCalled(run: run, slot: slot, name: duty?.name, phone: duty?.phone, reason: reason)))
        }
        for part in TeamPart.allCases {
            guard let typed = arrivals?[part] else { continue }
            let at = Occurrence(
                typed: try typed.moment(context, "arrivals.\(part.rawValue)"), reckonedFrom: context.now)
            acts.append((at, TeamArrived(run: run, badge: nil, name: nil, part: part, reason: reason)))
        }
        return acts
    }
}
