extension CaesareanRun {
    /// What waits for somebody at a run: the clock past its target, and what the file of a delivered case lacks.
    func openEnds(of admission: Admission, now: ClockReading, rules: ClinicalRules) -> [OpenEnd] {
        let about = OpenEnd.Subject.caesarean(id, of: admission.id)
        let target = target(rules)
        var ends: [OpenEnd] = []
        if !unsigned.isEmpty { ends.append(OpenEnd(.signatureMissing, about, since: decidedAt, now: now)) }
        if isRunning {
            let over = target.map { elapsed(now: now).seconds - $0 } ?? 0
            if over > 0 {
                let since = decidedAt.moment.advanced(seconds: target ?? 0)
                ends.append(OpenEnd(.runOverTarget, about, since: since, secondsLate: over))
            }
            return ends
        }
        guard let end else { return ends }
        for gap in admission.gaps(of: self, target: target) {
            switch gap {
            case .category: ends.append(OpenEnd(.categoryMissing, about, since: end.at, now: now))
            case .delay: ends.append(OpenEnd(.delayReasonMissing, about, since: end.at, now: now))
            case .apgar(let id, let minutes): ends += admission.apgarEnds(id, minutes, now)
            case .cordGases(let id): ends += admission.gasEnds(id, now)
            // A baby's bands and unsigned births are open ends of their own.
            case .bands, .signature: break
            }
        }
        return ends
    }
}

extension Admission {
    /// A score is missing once its minute has passed.
    fileprivate func apgarEnds(_ id: NewbornID, _ minutes: [Int], _ now: ClockReading) -> [OpenEnd] {
        guard let baby = newborns.first(where: { $0.id == id }) else { return [] }
        let age = baby.bornAt.interval(to: now).seconds
        guard minutes.contains(where: { age >= $0 * 60 }) else { return [] }
        return [OpenEnd(.apgarMissing, .newborn(id, of: self.id), since: baby.bornAt, now: now)]
    }

    fileprivate func gasEnds(_ id: NewbornID, _ now: ClockReading) -> [OpenEnd] {
        guard let baby = newborns.first(where: { $0.id == id }) else { return [] }
        return [OpenEnd(.cordGasesMissing, .newborn(id, of: self.id), since: baby.bornAt, now: now)]
    }
}
