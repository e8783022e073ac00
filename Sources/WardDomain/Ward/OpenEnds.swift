/// Something on the ward that waits for somebody to finish it. An observation that is due is none.
public struct OpenEnd: Hashable, Sendable {
    /// How soon somebody should look.
    public enum Priority: Int, CaseIterable, Comparable, Sendable {
        case low, medium, high

        public static func < (left: Priority, right: Priority) -> Bool {
            left.rawValue < right.rawValue
        }

        /// One to three strokes, as the header row counts them.
        public var mark: String { String(repeating: "!", count: rawValue + 1) }

        public var label: Phrase {
            switch self {
            case .low: Phrase(en: "low", zhHans: "低")
            case .medium: Phrase(en: "medium", zhHans: "中")
            case .high: Phrase(en: "high", zhHans: "高")
            }
        }
    }

    /// What it is; the raw values are the codes of lists.
    public enum Kind: String, Codable, CaseIterable, Sendable {
        case mismatchUncleared, runOverTarget
        case newbornLate, handoverOwed, newbornUnbanded
        case custodianOffDuty, motherBandUnchecked
        case bandMissing, apgarMissing, cordGasesMissing, delayReasonMissing, categoryMissing, signatureMissing
        case defectOverdue, actionOverdue
        case identityInDoubt, rebandingOwed, authorityUntold, cardUnread, cardMissing

        public var priority: Priority {
            switch self {
            case .mismatchUncleared, .runOverTarget: .high
            case .newbornLate, .handoverOwed, .newbornUnbanded, .defectOverdue: .medium
            case .bandMissing, .apgarMissing, .cordGasesMissing, .delayReasonMissing, .categoryMissing,
                .signatureMissing, .actionOverdue:
                .low
            case .custodianOffDuty: .medium
            case .motherBandUnchecked: .low
            case .identityInDoubt, .rebandingOwed: .high
            case .authorityUntold, .cardUnread, .cardMissing: .low
            }
        }

        public var label: Phrase {
            switch self {
            case .mismatchUncleared: Phrase(en: "mismatch not cleared", zhHans: "不符未解除")
            case .runOverTarget: Phrase(en: "caesarean over target, no birth yet", zhHans: "剖宫产超时，尚未娩出")
            case .newbornLate: Phrase(en: "baby not back", zhHans: "新生儿未按时返回")
            case .handoverOwed: Phrase(en: "moved, not yet handed over", zhHans: "已转移，尚未交接")
            case .newbornUnbanded: Phrase(en: "baby without a band", zhHans: "新生儿未佩戴腕带")
            case .custodianOffDuty: Phrase(en: "custodian off duty or gone", zhHans: "看护人已下班或离开")
            case .motherBandUnchecked: Phrase(en: "not checked against mother's band", zhHans: "未与母亲腕带核对")
            case .bandMissing: Phrase(en: "second band missing", zhHans: "缺第二条腕带")
            case .apgarMissing: Phrase(en: "Apgar not recorded", zhHans: "Apgar评分未记录")
            case .cordGasesMissing: Phrase(en: "cord gases not recorded", zhHans: "脐血气未记录")
            case .categoryMissing: Phrase(en: "caesarean without a category", zhHans: "剖宫产类别未填")
            case .delayReasonMissing: Phrase(en: "delay reason missing", zhHans: "延误原因未填")
            case .signatureMissing: Phrase(en: "signature missing", zhHans: "待签名")
            case .identityInDoubt: Phrase(en: "which baby is not certain", zhHans: "新生儿身份存疑")
            case .rebandingOwed: Phrase(en: "wrong bands not replaced", zhHans: "错误腕带未更换")
            case .authorityUntold: Phrase(en: "police or civil affairs not told", zhHans: "未告知公安或民政")
            case .cardMissing: Phrase(en: "transfer card not written", zhHans: "转运交接卡未填写")
            case .cardUnread: Phrase(en: "transfer card not read back", zhHans: "转运交接卡未复述确认")
            case .defectOverdue: Phrase(en: "kit defect past its day", zhHans: "设备缺陷逾期未处理")
            case .actionOverdue: Phrase(en: "action or threat past its day", zhHans: "措施或隐患逾期未关闭")
            }
        }
    }

    /// Whom or what it is about.
    public enum Subject: Hashable, Sendable {
        case admission(AdmissionID)
        case newborn(NewbornID, of: AdmissionID)
        case caesarean(CaesareanID, of: AdmissionID)
        case checklist(ChecklistID)
        case finding(FindingID)

        /// The id of the one it is about.
        public var id: String {
            switch self {
            case .admission(let id): id.rawValue
            case .newborn(let id, _): id.rawValue
            case .caesarean(let id, _): id.rawValue
            case .checklist(let id): id.rawValue
            case .finding(let id): id.rawValue
            }
        }
    }

    public let kind: Kind
    public let about: Subject
    /// When it began to wait.
    public let since: Moment
    /// Whole seconds since then; never negative.
    public let secondsLate: Int

    public var priority: Priority { kind.priority }
    public var what: Phrase { kind.label }

    init(_ kind: Kind, _ about: Subject, since: Moment, secondsLate: Int) {
        self.kind = kind
        self.about = about
        self.since = since
        self.secondsLate = max(0, secondsLate)
    }

    init(_ kind: Kind, _ about: Subject, since: Occurrence, now: ClockReading) {
        self.init(kind, about, since: since.moment, secondsLate: since.interval(to: now).seconds)
    }
}

extension WardState {
    /// Everything that waits for somebody at a moment, by priority, then the longest first.
    public func openEnds(now: ClockReading, rules: ClinicalRules) -> [OpenEnd] {
        var ends: [OpenEnd] = []
        for admission in admissions.values where admission.mergedInto == nil {
            for run in admission.runs { ends += run.openEnds(of: admission, now: now, rules: rules) }
            ends += admission.newbornEnds(roster, now: now, rules: rules)
            if !admission.unsigned.isEmpty, let since = admission.newborns.first?.bornAt {
                ends.append(OpenEnd(.signatureMissing, .admission(admission.id), since: since, now: now))
            }
        }
        for run in checklists.values where !run.unsigned.isEmpty {
            guard let startedAt = run.startedAt else { continue }
            ends.append(OpenEnd(.signatureMissing, .checklist(run.id), since: startedAt, now: now))
        }
        for finding in findings.values {
            guard let limit = finding.limit, finding.isOverdue(at: now.moment) else { continue }
            let kind: OpenEnd.Kind = finding.kind == .defect ? .defectOverdue : .actionOverdue
            ends.append(
                OpenEnd(
                    kind, .finding(finding.id), since: limit.until, secondsLate: limit.until.seconds(to: now.moment)))
        }
        return ends.sorted { $0.comesBefore($1) }
    }
}

extension OpenEnd {
    /// By priority, then the longest first; then by name, so that the order never wavers.
    fileprivate func comesBefore(_ other: OpenEnd) -> Bool {
        if priority != other.priority { return priority > other.priority }
        if secondsLate != other.secondsLate { return secondsLate > other.secondsLate }
        return (kind.rawValue, about.id) < (other.kind.rawValue, other.about.id)
    }
}
